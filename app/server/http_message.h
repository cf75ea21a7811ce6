// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace grindstone::server {

/// What a client asks. Plain value.
struct Request {
    std::string method;                         ///< "GET"
    std::string path;                           ///< without escapes: "/problems/starter/two sum"
    std::map<std::string, std::string> query;   ///< without escapes; of a name that is given twice, the last
    std::map<std::string, std::string> headers; ///< names in lower case; of a name that comes twice, the last
    std::string body;

    /// A header's value; empty when it isn't there. `name` is in lower case.
    const std::string& header(const std::string& name) const;
};

/// Takes a request's target ("/a%20b?c=d") apart. False for what is no path, or has a wrong escape, a control
/// character or text that isn't UTF-8 in it.
bool readTarget(const std::string& target, Request& request);

/// An answer that comes bit by bit. Used by one thread at a time, but for its wake function.
class ByteStream {
public:
    virtual ~ByteStream() = default;

    enum class State { More, Waiting, Ended };
    struct Taken {
        State state = State::Ended;
        std::string bytes; ///< at most as many as asked for; never empty with More
    };
    /// What there is to send. After Waiting, the wake function is called as soon as it pays to ask again.
    virtual Taken take(std::size_t most) = 0;
    /// Called once, before the first take(). `wake` may be called from any thread, also when nobody waits.
    virtual void onWake(std::function<void()> wake) = 0;
};

/// What the client gets. Plain value.
struct Response {
    int status = 200;
    std::string body;
    std::string contentType = "application/json";
    std::vector<std::pair<std::string, std::string>> headers;
    std::shared_ptr<ByteStream> stream; ///< instead of `body`
};

} // namespace grindstone::server
