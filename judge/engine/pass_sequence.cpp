// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/pass_sequence.h"

#include "judge/checker/checker_judgement.h"
#include "judge/report/capture.h"

#include <sys/stat.h>

#include <algorithm>

namespace grindstone::judge {

using sandbox::CollectedFile;
using sandbox::Outcome;

namespace {

/// Of each pass's input and output this much is kept for people to look at, and of so many passes: each is an open
/// file.
constexpr Bytes KeptOfPass = Bytes::kib(64);
constexpr unsigned MostKeptPasses = 100;

/// Null when no pass is to follow.
const CollectedFile* findNextInput(const PassResult& pass) {
    if (!pass.comparison || !pass.comparison->files) {
        return nullptr;
    }
    const std::vector<CollectedFile>& files = *pass.comparison->files;
    const auto next = std::ranges::find(files, NextPassFile, &CollectedFile::path);
    return next == files.end() ? nullptr : &*next;
}

Error refused(const char* code, const PlannedCase& planned, unsigned number, const std::string& reason) {
    return {code, planned.result.name + ", pass " + std::to_string(number) + ": " + reason};
}

/// What makes another pass impossible that the checker wants.
std::optional<Error> findObjection(const PlannedCase& planned, const PassResult& pass, unsigned number, unsigned most) {
    if (!pass.comparison->accepted) {
        return refused("checker.next-pass", planned, number,
                       "the output validator rejected (exit code 43), and left nextpass.in all the same");
    }
    if (number >= most) {
        return refused("checker.too-many-passes", planned, number,
                       "the output validator wants another pass, and there may be " + std::to_string(most) +
                           " (limits.validation_passes)");
    }
    return std::nullopt;
}

std::optional<Verdict> verdictOf(const PassResult& pass) {
    if (pass.error) {
        return Verdict::JudgeError;
    }
    if (pass.comparison) {
        return pass.comparison->accepted ? Verdict::Accepted : Verdict::WrongAnswer;
    }
    return pass.ruling.verdict;
}

Result<SharedCapture> beginningOf(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        return SharedCapture();
    }
    const Bytes size(static_cast<std::uint64_t>(status.st_size));
    sandbox::Capture all{TRY(sandbox::reopenForReading(descriptor)), size, false};
    return std::make_shared<const sandbox::Capture>(TRY(shorten(std::move(all), KeptOfPass)));
}

PassReport figuresOf(const PassResult& pass) {
    const Outcome& outcome = pass.outcome;
    PassReport report;
    report.verdict = verdictOf(pass);
    report.limit = pass.ruling.limit;
    report.cpu = outcome.cpu();
    report.wall = outcome.wall;
    report.memory = outcome.peakMemory;
    if (outcome.ending == sandbox::Ending::Exited) {
        report.exitCode = outcome.exitCode;
    } else if (outcome.ending == sandbox::Ending::Signalled) {
        report.signal = outcome.signal;
    }
    report.interaction = pass.interaction;
    return report;
}

Result<PassReport> reportOn(const PlannedCase& planned, const PassResult& pass, unsigned number, int input) {
    PassReport report = figuresOf(pass);
    if (number > MostKeptPasses && report.interaction) {
        report.interaction->transcript = nullptr;
    } else if (number <= MostKeptPasses && planned.result.visibility == Visibility::Shown && !pass.interaction) {
        report.input = TRY(beginningOf(input));
        report.output = TRY(beginningOf(pass.outcome.standardOutput.file.get()));
    }
    return report;
}

} // namespace

Result<std::optional<PassesResult>> PassSequence::run(PassInput input, BoxSlot& slot, std::stop_token stop) const {
    PassesResult result;
    const PlannedCase& planned = input.planned;
    input.feedback = {m_most > 1, nullptr};
    for (unsigned number = 1;; ++number) {
        std::optional<PassResult> pass = TRY(m_passes.run(input, slot, stop));
        if (!pass) {
            return std::nullopt;
        }
        result.rerun = result.rerun || pass->rerun;
        const CollectedFile* next = findNextInput(*pass);
        if (next != nullptr && (pass->error = findObjection(planned, *pass, number, m_most))) {
            next = nullptr;
        }
        if (m_most > 1) {
            result.reports.push_back(TRY(reportOn(planned, *pass, number, input.input)));
        }
        if (next == nullptr) {
            result.last = *std::move(pass);
            return result;
        }
        input.feedback.files = pass->comparison->files;
        input.input = next->file.get();
    }
}

} // namespace grindstone::judge
