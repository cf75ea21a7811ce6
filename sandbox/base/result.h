// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tl/expected.hpp>

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace grindstone {

/// A failure of ours or of the environment (no compiler, broken package, full disk), never the fate of a person's
/// program. `code` is stable, dotted and lower-case ("package.unreadable", "sandbox.helper-missing"): app/core/text
/// turns it into a sentence and a cure. `detail` is English, for logs, and names the thing that failed.
struct Error {
    std::string code;
    std::string detail;

    friend bool operator==(const Error&, const Error&) = default;
};

/// A value or the Error that prevented it. Thin wrapper so that ignoring one is a compiler warning.
template<typename T> class [[nodiscard]] Result : public tl::expected<T, Error> {
public:
    using tl::expected<T, Error>::expected;
};

/// `return fail("package.unreadable", "problem.yaml: no such file");`
inline tl::unexpected<Error> fail(std::string code, std::string detail) {
    return tl::unexpected<Error>(Error{std::move(code), std::move(detail)});
}

inline tl::unexpected<Error> fail(Error error) {
    return tl::unexpected<Error>(std::move(error));
}

/// The same error with "context: " put before its detail.
inline Error withContext(Error error, std::string_view context) {
    error.detail = std::string(context) + ": " + error.detail;
    return error;
}

namespace detail {
template<typename T> T unwrap(Result<T>&& result) {
    if constexpr (!std::is_void_v<T>) {
        return *std::move(result);
    }
}
} // namespace detail

} // namespace grindstone

#define GRINDSTONE_TRY(expression, name)                                                                               \
    __extension__({                                                                                                    \
        auto name = (expression);                                                                                      \
        if (!name) {                                                                                                   \
            return ::grindstone::fail(std::move(name).error());                                                        \
        }                                                                                                              \
        ::grindstone::detail::unwrap(std::move(name));                                                                 \
    })
#define GRINDSTONE_TRY_NAMED(expression, number) GRINDSTONE_TRY(expression, tryResult##number)
#define GRINDSTONE_TRY_COUNTED(expression, number) GRINDSTONE_TRY_NAMED(expression, number)

/// Evaluates to the value of a Result, or returns its error from the enclosing function. Not for a member in the braces
/// of an aggregate: g++ 12 doesn't destroy those before it when this returns.
#define TRY(expression) GRINDSTONE_TRY_COUNTED(expression, __COUNTER__)
