// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/assessment.h"
#include "judge/verify/verifier.h"

namespace grindstone::judge {

/// The submissions of one package: judged, held against what they have to get, and the time limit held against them.
class PackageSubmissions {
public:
    /// A problem with all its cases, and the digest of its package.
    struct Subject {
        Problem problem;
        std::string digest;
    };

    /// All but the subject outlive it.
    PackageSubmissions(const VerifierSetup& setup, const RunMemory& memory, const VerifyOptions& options,
                       Subject subject, const RunsSink& progress, std::stop_token stop);

    /// Does all of it, and adds what came of it. Call one of these, once.
    void verify(VerifiedPackage& verified);
    /// Judges only those from which a limit follows. Nothing where there are none.
    std::optional<InferredLimit> inferLimit();

private:
    /// A submission on its way.
    struct Entry {
        PackageSubmission submission;
        const Language* language = nullptr; ///< null where it cannot be judged
        std::vector<SourceFile> sources;
        VerifiedSubmission result;
        std::optional<MeasuredTime> accepted; ///< of one that came out right, and has a say in the limit
        std::optional<MeasuredTime> tooSlow;  ///< of one that came out right, and is to be ended by the limit
        std::string slowestCase;              ///< by which `accepted` was measured
        std::vector<std::string> lateCases;   ///< that ran into the time limit, or were not run any more
        bool wanted = true;
    };
    using Indexes = std::vector<std::size_t>;
    using SharedProblem = std::shared_ptr<const Problem>;

    void readEntries();
    void prepare(Entry& entry) const;
    std::optional<InferredLimit> judgeForLimit();
    void useInferred(VerifiedPackage& verified);
    std::vector<MeasuredTime> acceptedTimes() const;
    /// Measures slow submissions once more, with nothing beside them, as long as the limit could be another then.
    void confirmSlowest();
    void confirmNarrow();
    void measureAlone(Entry& entry);
    void checkMargins(std::vector<Finding>& findings);
    void checkTooSlow(std::vector<Finding>& findings);

    SubmissionTask taskFor(const Entry& entry, const SharedProblem& problem) const;
    enum class Extent { AsNeeded, AllCases };
    void judgeAll(const Indexes& indexes, const SharedProblem& problem);
    void judgeAll(const Indexes& indexes, const SharedProblem& problem, Extent extent);
    void take(const SubmissionTask& task, const SubmissionRun& run, Entry& entry) const;
    void measure(const SubmissionTask& task, const Report& report, Entry& entry) const;

    template<typename Predicate> Indexes select(Predicate predicate) const {
        Indexes indexes;
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            if (m_entries[i].language != nullptr && predicate(m_entries[i])) {
                indexes.push_back(i);
            }
        }
        return indexes;
    }

    const VerifierSetup& m_setup;
    const VerifyOptions& m_options;
    const RunMemory& m_memory;
    const RunsSink& m_progress;
    const std::stop_token m_stop;
    SharedProblem m_problem; ///< with the time limit that submissions have to keep
    const std::string m_digest;
    std::vector<Entry> m_entries;
};

} // namespace grindstone::judge
