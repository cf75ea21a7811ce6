// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/expectation.h"

#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstring>

namespace grindstone::hostile {

namespace {

using sandbox::Ending;
using sandbox::LimitHit;
using sandbox::Outcome;

constexpr std::size_t LongestShown = 2000;

std::string signalName(int signal) {
    const char* name = ::sigabbrev_np(signal);
    return name != nullptr ? std::string("SIG") + name : std::to_string(signal);
}

std::string limitName(const Outcome& outcome) {
    switch (outcome.limit) {
    case LimitHit::None:
        return "for nothing";
    case LimitHit::Cpu:
        return "cpu";
    case LimitHit::Wall:
        return outcome.idle ? "wall idle" : "wall busy";
    case LimitHit::Memory:
        return "memory";
    case LimitHit::Output:
        return "output";
    }
    return {};
}

/// Word by word; `*` stands for any, and what the pattern leaves out at its end doesn't matter.
bool matches(const std::string& pattern, const std::string& text) {
    const std::vector<std::string> wanted = words(pattern);
    const std::vector<std::string> got = words(text);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (i >= got.size() || (wanted[i] != "*" && wanted[i] != got[i])) {
            return false;
        }
    }
    return !wanted.empty();
}

bool matchesAny(const std::string& patterns, const std::string& text) {
    const std::vector<std::string> all = alternatives(patterns);
    return std::ranges::any_of(all, [&](const std::string& pattern) { return matches(pattern, text); });
}

std::vector<std::string> linesOf(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        lines.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return lines;
}

/// A line that isn't there is as good as an empty one, where that is among the alternatives.
bool outputMatches(const std::vector<std::string>& wanted, std::vector<std::string> got) {
    got.resize(std::max(got.size(), wanted.size()));
    return std::ranges::equal(wanted, got, [](const std::string& patterns, const std::string& line) {
        return std::ranges::count(alternatives(patterns), line) > 0;
    });
}

std::string shown(std::string text) {
    if (text.size() > LongestShown) {
        text = text.substr(0, LongestShown) + "…";
    }
    std::erase(text, '\0');
    return text;
}

/// Gathers what is wrong with one run.
class Comparison {
public:
    Comparison(const CaseFile& hostileCase, const Situation& situation, const Outcome& outcome)
        : m_case(hostileCase), m_situation(situation), m_outcome(outcome),
          m_output(contents(outcome.standardOutput.file, outcome.standardOutput.size)),
          m_error(contents(outcome.standardError.file, outcome.standardError.size)) {}

    void compareEnding();
    void compareOutput();
    void compareFigures();
    void compareCollected();
    void lookFor(const std::string& secret);
    std::vector<std::string> take() { return std::move(m_found); }

private:
    const CaseFile& m_case;
    const Situation& m_situation;
    const Outcome& m_outcome;
    std::string m_output;
    std::string m_error;
    std::vector<std::string> m_found;
};

void Comparison::compareEnding() {
    const std::string wanted = m_case.value("expect", m_situation).value_or("");
    if (const std::string got = ending(m_outcome); !matchesAny(wanted, got)) {
        m_found.push_back("it " + got + ", not: " + wanted);
        m_found.push_back("  stdout: " + shown(m_output));
        m_found.push_back("  stderr: " + shown(m_error));
    }
}

void Comparison::compareOutput() {
    if (m_case.has("output", m_situation)) {
        const std::vector<std::string> wanted = m_case.lines("output", m_situation);
        if (!outputMatches(wanted == std::vector<std::string>{""} ? std::vector<std::string>() : wanted,
                           linesOf(m_output))) {
            m_found.push_back("it wrote: " + shown(m_output) + "\n  stderr: " + shown(m_error));
        }
    }
}

void Comparison::compareFigures() {
    if (const auto survivors = m_case.value("survivors", m_situation)) {
        if (std::to_string(m_outcome.survivors) != *survivors) {
            m_found.push_back(std::to_string(m_outcome.survivors) + " survivors, not " + *survivors);
        }
    }
    if (const auto least = m_case.value("cpu-at-least-ms", m_situation)) {
        if (m_outcome.cpu() < std::chrono::milliseconds(std::stol(*least))) {
            m_found.push_back("only " + std::to_string(m_outcome.cpu().count() / 1000) +
                              " µs of CPU time were counted");
        }
    }
}

void Comparison::compareCollected() {
    const auto cameBack = [this](const std::string& path) {
        return std::ranges::any_of(m_outcome.collected, [&](const auto& file) { return file.path == path; });
    };
    for (const std::string& path : m_case.lines("brings-back", m_situation)) {
        if (!cameBack(path)) {
            m_found.push_back(path + " did not come back");
        }
    }
    for (const std::string& path : m_case.lines("keeps-back", m_situation)) {
        if (cameBack(path)) {
            m_found.push_back(path + " came back");
        }
    }
}

void Comparison::lookFor(const std::string& secret) {
    std::vector<std::string> forbidden = m_case.lines("never", m_situation);
    forbidden.push_back(secret);
    std::string everything = m_output + m_error;
    for (const auto& file : m_outcome.collected) {
        everything += contents(file.file, file.size);
    }
    for (const std::string& text : forbidden) {
        if (everything.find(text) != std::string::npos) {
            m_found.push_back("it found out: " + text);
        }
    }
}

} // namespace

std::string ending(const Outcome& outcome) {
    if (outcome.limit != LimitHit::None || outcome.ending == Ending::Stopped) {
        return "stopped " + limitName(outcome);
    }
    // The kernel's killer may have met another process than the first one.
    const std::string memory = outcome.outOfMemory ? " out-of-memory" : "";
    return (outcome.ending == Ending::Exited ? "exited " + std::to_string(outcome.exitCode)
                                             : "signalled " + signalName(outcome.signal)) +
           memory;
}

std::string contents(const UniqueFd& file, Bytes size) {
    std::string bytes(size.count(), '\0');
    const ssize_t got = file ? ::pread(file.get(), bytes.data(), bytes.size(), 0) : 0;
    bytes.resize(got > 0 ? static_cast<std::size_t>(got) : 0);
    return bytes;
}

std::vector<std::string> differences(const CaseFile& hostileCase, const Situation& situation, const Outcome& outcome,
                                     const std::string& secret) {
    Comparison comparison(hostileCase, situation, outcome);
    comparison.compareEnding();
    comparison.compareOutput();
    comparison.compareFigures();
    comparison.compareCollected();
    comparison.lookFor(secret);
    return comparison.take();
}

std::vector<std::string> unnamedBlockedCalls(const CaseFile& hostileCase, const Situation& situation,
                                             const Outcome& outcome) {
    std::vector<std::string> missing;
    for (const std::string& call : words(hostileCase.value("blocked", situation).value_or(""))) {
        if (std::ranges::count(outcome.blockedCalls, call) == 0) {
            missing.push_back(call);
        }
    }
    return missing;
}

} // namespace grindstone::hostile
