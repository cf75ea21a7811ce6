// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/generate/completion.h"

#include <condition_variable>
#include <new>
#include <unordered_map>

namespace grindstone::judge {

namespace {

struct Job {
    const CaseRecipe* recipe = nullptr;
    TestCase* testCase = nullptr;
    std::string key;
};

void put(const CaseStore::Kept& files, TestCase& testCase) {
    if (!files.input.empty()) {
        testCase.inputPath = files.input;
    }
    if (!files.answer.empty()) {
        testCase.answerPath = files.answer;
    }
}

/// Makes cases on the pool's workers, and stops at the first that fails.
class CaseMaking : public std::enable_shared_from_this<CaseMaking> {
public:
    CaseMaking(CaseMaker& maker, std::vector<Job> jobs, std::size_t kept, const GenerationSink& progress)
        : m_maker(maker), m_jobs(std::move(jobs)), m_made(m_jobs.size()), m_progress(progress) {
        m_state.total = m_jobs.size();
        m_state.kept = kept;
    }

    Result<void> run(WorkerPool& pool, const std::stop_token& stop);

private:
    void makeNext(BoxSlot& slot);
    std::optional<std::size_t> claim();
    void finish(std::size_t index, Result<CaseStore::Kept> made);
    Result<CaseStore::Kept> make(const Job& job, BoxSlot& slot);
    bool isDone() const { return m_active == 0 && m_next == m_jobs.size(); }
    void tell() const;
    Result<void> outcome() const;

    CaseMaker& m_maker;
    std::vector<Job> m_jobs;
    std::vector<std::optional<Result<CaseStore::Kept>>> m_made;
    const GenerationSink& m_progress;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::stop_source m_stop;
    std::size_t m_next = 0;
    std::size_t m_active = 0;
    GenerationProgress m_state;
};

Result<void> CaseMaking::run(WorkerPool& pool, const std::stop_token& stop) {
    const std::stop_callback passOn(stop, [this] { m_stop.request_stop(); });
    tell();
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        pool.post([self = shared_from_this()](BoxSlot& slot) { self->makeNext(slot); });
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, m_stop.get_token(), [this] { return isDone(); });
    m_next = m_jobs.size();
    m_changed.wait(lock, [this] { return isDone(); });
    if (stop.stop_requested()) {
        return fail("judge.cancelled", "stopped while test cases were made");
    }
    return outcome();
}

void CaseMaking::makeNext(BoxSlot& slot) {
    if (const std::optional<std::size_t> index = claim()) {
        finish(*index, make(m_jobs[*index], slot));
    }
}

std::optional<std::size_t> CaseMaking::claim() {
    const std::lock_guard lock(m_mutex);
    if (m_next == m_jobs.size() || m_stop.stop_requested()) {
        return std::nullopt;
    }
    ++m_active;
    return m_next++;
}

Result<CaseStore::Kept> CaseMaking::make(const Job& job, BoxSlot& slot) {
    try {
        return m_maker.make(*job.recipe, *job.testCase, job.key, slot, m_stop.get_token());
    } catch (const std::bad_alloc&) {
        return fail("judge.memory", job.recipe->name + ": the judge ran out of memory");
    }
}

void CaseMaking::finish(std::size_t index, Result<CaseStore::Kept> made) {
    const std::lock_guard lock(m_mutex);
    --m_active;
    if (made) {
        ++m_state.done;
        tell();
    } else {
        m_stop.request_stop();
    }
    m_made[index].emplace(std::move(made));
    m_changed.notify_all();
}

void CaseMaking::tell() const {
    if (m_progress) {
        m_progress(m_state);
    }
}

/// A case that only ended because another failed says nothing.
Result<void> CaseMaking::outcome() const {
    for (const bool stopped : {false, true}) {
        for (const auto& made : m_made) {
            if (made && !*made && ((*made).error().code == "judge.cancelled") == stopped) {
                return fail((*made).error());
            }
        }
    }
    for (std::size_t i = 0; i < m_jobs.size(); ++i) {
        put(**m_made[i], *m_jobs[i].testCase);
    }
    return {};
}

/// The cases that are needed and not kept; those that are kept get their files.
Result<std::vector<Job>> findJobs(Problem& problem, NeededCases needed, CaseMaker& maker, const CaseStore& store,
                                  std::size_t& kept) {
    std::unordered_map<std::string_view, TestCase*> cases;
    for (TestCase& testCase : problem.cases) {
        cases.emplace(testCase.name, &testCase);
    }
    std::vector<Job> jobs;
    for (const CaseRecipe& recipe : problem.generation.recipes) {
        const auto found = cases.find(recipe.name);
        if (found == cases.end() || (needed == NeededCases::Samples && !found->second->sample)) {
            continue;
        }
        std::string key = TRY(maker.keyOf(recipe, *found->second));
        if (const auto files = store.find(key, CaseMaker::partsOf(recipe))) {
            put(*files, *found->second);
            ++kept;
        } else {
            jobs.push_back({&recipe, found->second, std::move(key)});
        }
    }
    return jobs;
}

} // namespace

Result<Problem> complete(Problem problem, NeededCases needed, const MakingTools& tools, WorkerPool& pool,
                         const GenerationSink& progress, std::stop_token stop) {
    const Problem original = problem; // makers look at it while its cases get their files
    CaseMaker maker(original, tools);
    std::size_t kept = 0;
    std::vector<Job> jobs = TRY(findJobs(problem, needed, maker, tools.store, kept));
    if (!jobs.empty()) {
        const auto making = std::make_shared<CaseMaking>(maker, std::move(jobs), kept, progress);
        TRY(making->run(pool, stop));
        tools.store.makeRoom();
    }
    if (needed == NeededCases::All) {
        problem.generation.recipes.clear();
    }
    return problem;
}

} // namespace grindstone::judge
