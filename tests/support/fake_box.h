// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/box.h"

#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>

namespace grindstone::tests {

/// A box source whose boxes run nothing: a function of the test plays the program.
class FakeBoxSource : public sandbox::BoxSource {
public:
    using Script = std::function<Result<sandbox::Outcome>(const sandbox::LaunchSpec&, std::stop_token)>;

    explicit FakeBoxSource(Script script) : m_script(std::move(script)) {}

    Result<std::unique_ptr<sandbox::Box>> openBox(const sandbox::BoxOptions& options) override {
        ++opened;
        const std::lock_guard lock(m_mutex);
        lastOptions = options;
        return std::make_unique<FakeBox>(*this);
    }

    std::atomic<int> opened{0};
    std::atomic<int> closed{0};
    sandbox::BoxOptions lastOptions;

private:
    class FakeBox : public sandbox::Box {
    public:
        explicit FakeBox(FakeBoxSource& source) : m_source(source) {}
        ~FakeBox() override { ++m_source.closed; }
        Result<sandbox::Outcome> run(const sandbox::LaunchSpec& spec, std::stop_token stop) override {
            return m_source.m_script(spec, std::move(stop));
        }

    private:
        FakeBoxSource& m_source;
    };

    Script m_script;
    std::mutex m_mutex;
};

inline sandbox::Capture capture(std::string_view text) {
    return {sandbox::sealedMemory("fake-output", text).value_or(UniqueFd()), Bytes(text.size()), false};
}

/// A run that ended by itself and printed `output`.
inline sandbox::Outcome printed(std::string_view output) {
    sandbox::Outcome outcome;
    outcome.cpuUser = std::chrono::milliseconds(2);
    outcome.wall = std::chrono::milliseconds(3);
    outcome.peakMemory = Bytes::mib(3);
    outcome.standardOutput = capture(output);
    outcome.standardError = capture("");
    return outcome;
}

/// What a run that was asked to stop gives back.
inline sandbox::Outcome cancelled() {
    sandbox::Outcome outcome = printed("");
    outcome.ending = sandbox::Ending::Stopped;
    return outcome;
}

/// Blocks until the stop request comes.
inline void waitForStop(std::stop_token stop) {
    std::mutex mutex;
    std::condition_variable_any changed;
    std::unique_lock lock(mutex);
    changed.wait(lock, std::move(stop), [] { return false; });
}

/// All that a run would read on its standard input.
inline std::string inputOf(const sandbox::LaunchSpec& spec) {
    std::string text(1 << 16, '\0');
    const ssize_t got = ::pread(spec.standardInput, text.data(), text.size(), 0);
    text.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return text;
}

} // namespace grindstone::tests
