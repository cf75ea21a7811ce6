// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/checker/checker_judgement.h"

#include "judge/checker/readable_text.h"
#include "judge/compare/decimal.h"
#include "judge/report/capture.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace grindstone::judge {

using sandbox::Ending;
using sandbox::LimitHit;
using sandbox::Outcome;

namespace {

constexpr std::uint64_t LongestMessage = 64 << 10;
constexpr std::uint64_t SaidAtTheEnd = 1000;
constexpr int GavePoints = 7; ///< a checker of testlib's

std::string feedbackFile(const Outcome& outcome, std::string_view name) {
    const auto file = std::ranges::find(outcome.collected, name, &sandbox::CollectedFile::path);
    if (file == outcome.collected.end()) {
        return {};
    }
    return std::string(withoutBlanksAround(readAt(file->file.get(), 0, LongestMessage)));
}

std::string beginningOf(const sandbox::Capture& capture) {
    return std::string(withoutBlanksAround(readAt(capture.file.get(), 0, LongestMessage)));
}

/// A checker of testlib's says all on one stream, stderr unless it was told otherwise.
std::string spoken(const Outcome& outcome) {
    std::string said = beginningOf(outcome.standardError);
    return said.empty() ? beginningOf(outcome.standardOutput) : said;
}

std::optional<double> numberAtStart(std::string_view text) {
    double number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool isThere(const Outcome& outcome, std::string_view name) {
    return std::ranges::find(outcome.collected, name, &sandbox::CollectedFile::path) != outcome.collected.end();
}

/// The one number that a file holds.
std::optional<double> numberIn(const Outcome& outcome, const char* name, std::string& wrong) {
    constexpr std::size_t Shown = 80;
    if (!isThere(outcome, name)) {
        return std::nullopt;
    }
    const std::string text = feedbackFile(outcome, name);
    const std::optional<double> number = parseDecimal(text);
    if (!number) {
        wrong = "the checker wrote \"" + readableEnd(text, Shown) + "\" into " + name + ", which is no number";
    }
    return number;
}

constexpr std::string_view PartlyCorrect = "partially correct (";

/// A checker of testlib's gives points, or a percentage of the case's maximum as "partially correct (30)". With the
/// latter it ends with the percentage as its exit code, so that only its words tell what it means.
void readPoints(const Outcome& outcome, CheckerFeedback& feedback) {
    constexpr std::string_view Points = "points ";
    constexpr double Whole = 100;
    const std::string_view said = feedback.judgeMessage;
    if (said.starts_with(PartlyCorrect)) {
        const std::optional<double> percentage = numberAtStart(said.substr(PartlyCorrect.size()));
        feedback.points = true;
        feedback.scoreFactor = percentage ? std::optional(*percentage / Whole) : std::nullopt;
        feedback.badScore =
            percentage ? std::string() : "the checker called the output partially correct, but not how far";
        return;
    }
    feedback.score = said.starts_with(Points) ? numberAtStart(said.substr(Points.size())) : std::nullopt;
    feedback.points = outcome.exitCode == GavePoints;
    feedback.badScore =
        feedback.points && !feedback.score ? "the checker gave points (exit code 7), but named none" : "";
}

CheckerFeedback feedbackOf(CheckerKind kind, const Outcome& outcome) {
    CheckerFeedback feedback;
    if (kind == CheckerKind::Icpc) {
        feedback.judgeMessage = feedbackFile(outcome, JudgeMessageFile);
        feedback.teamMessage = feedbackFile(outcome, TeamMessageFile);
        feedback.score = numberIn(outcome, ScoreFile, feedback.badScore);
        feedback.scoreFactor = numberIn(outcome, ScoreFactorFile, feedback.badScore);
    } else {
        feedback.judgeMessage = spoken(outcome);
        readPoints(outcome, feedback);
    }
    return feedback;
}

/// ": it said: …", from wherever it said something.
std::string lastWords(const Outcome& outcome) {
    std::string words = readableEnd(readEnd(outcome.standardError, SaidAtTheEnd + 1), SaidAtTheEnd);
    for (const char* file : {JudgeErrorFile, JudgeMessageFile}) {
        words = words.empty() ? readableEnd(feedbackFile(outcome, file), SaidAtTheEnd) : words;
    }
    words = words.empty() ? readableEnd(readEnd(outcome.standardOutput, SaidAtTheEnd + 1), SaidAtTheEnd) : words;
    return words.empty() ? words : "; it said: " + words;
}

tl::unexpected<Error> noJudgement(const char* code, const std::string& where, const Outcome& outcome,
                                  const std::string& how) {
    return fail(code, where + ": " + how + lastWords(outcome));
}

std::string seconds(std::chrono::nanoseconds time) {
    const auto tenths = std::chrono::duration_cast<std::chrono::milliseconds>(time).count() / 100;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

Bytes written(const Outcome& outcome) {
    Bytes sum = outcome.standardOutput.size + outcome.standardError.size;
    for (const sandbox::CollectedFile& file : outcome.collected) {
        sum = sum + file.size;
    }
    return sum;
}

Result<void> checkLimits(const std::string& where, const Outcome& outcome, Bytes mostOutput) {
    if (outcome.limit == LimitHit::Cpu || outcome.limit == LimitHit::Wall) {
        return noJudgement("checker.timeout", where, outcome,
                           "stopped after " + seconds(outcome.cpu()) + " of CPU time and " + seconds(outcome.wall) +
                               " in all");
    }
    if (outcome.limit == LimitHit::Memory || outcome.outOfMemory) {
        return noJudgement("checker.memory", where, outcome,
                           "it needed more memory than a checker may have here (validation_memory)");
    }
    if (outcome.limit == LimitHit::Output || written(outcome) > mostOutput) {
        return noJudgement("checker.output", where, outcome,
                           "it wrote more than " + std::to_string(mostOutput.inKib()) +
                               " KiB on its streams and into its feedback folder (validation_output)");
    }
    return {};
}

std::string nameOf(int signal) {
    const char* name = ::sigabbrev_np(signal);
    return "signal " + std::to_string(signal) + (name != nullptr ? " (SIG" + std::string(name) + ")" : "");
}

Comparison accepted(CheckerFeedback feedback) {
    Comparison comparison;
    comparison.accepted = true;
    comparison.feedback = std::move(feedback);
    return comparison;
}

Comparison rejected(CheckerFeedback feedback) {
    Comparison comparison;
    comparison.explanation.kind = Explanation::Kind::CheckerRejected;
    const bool both = !feedback.teamMessage.empty() && !feedback.judgeMessage.empty();
    comparison.explanation.message = feedback.teamMessage + (both ? "\n" : "") + feedback.judgeMessage;
    comparison.feedback = std::move(feedback);
    return comparison;
}

Result<Comparison> icpcJudgement(const std::string& where, const Outcome& outcome) {
    if (outcome.exitCode == 42) {
        return accepted(feedbackOf(CheckerKind::Icpc, outcome));
    }
    if (outcome.exitCode == 43) {
        return rejected(feedbackOf(CheckerKind::Icpc, outcome));
    }
    return noJudgement("checker.no-verdict", where, outcome,
                       "exit code " + std::to_string(outcome.exitCode) + " is neither 42 (accepted) nor 43 (rejected)");
}

Result<Comparison> testlibJudgement(const std::string& where, const Outcome& outcome) {
    if (spoken(outcome).starts_with(PartlyCorrect)) {
        return accepted(feedbackOf(CheckerKind::Testlib, outcome));
    }
    switch (outcome.exitCode) {
    case 0: // ok
        return accepted(feedbackOf(CheckerKind::Testlib, outcome));
    case 1: // wrong answer
    case 2: // presentation error
    case 4: // dirt: output goes on after its end
    case 8: // the output ended too early
        return rejected(feedbackOf(CheckerKind::Testlib, outcome));
    case 3:
        return noJudgement("checker.failed", where, outcome, "it gave up (exit code 3, fail)");
    case GavePoints:
        return accepted(feedbackOf(CheckerKind::Testlib, outcome));
    default:
        return noJudgement("checker.no-verdict", where, outcome,
                           "exit code " + std::to_string(outcome.exitCode) +
                               " is no judgement of a testlib checker (0 ok, 1 wrong answer, 2 presentation error)");
    }
}

} // namespace

Result<Comparison> judgementOf(CheckerKind kind, const std::string& where, const Outcome& outcome, Bytes mostOutput) {
    TRY(checkLimits(where, outcome, mostOutput));
    if (outcome.ending != Ending::Exited) {
        return noJudgement("checker.crashed", where, outcome, "ended by " + nameOf(outcome.signal));
    }
    return kind == CheckerKind::Icpc ? icpcJudgement(where, outcome) : testlibJudgement(where, outcome);
}

Error refusedPoints(const std::string& where, const CheckerFeedback& feedback) {
    const char* what = feedback.scoreFactor ? "it accepted a part (partially correct)" : "it gave points (exit code 7)";
    return {"checker.points", where + ": " + what + ", which only a scoring problem has; it said: " +
                                  readableEnd(feedback.judgeMessage, SaidAtTheEnd)};
}

} // namespace grindstone::judge
