// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/program_runner.h"

#include "judge/checker/readable_text.h"
#include "judge/report/capture.h"
#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <future>
#include <new>

namespace grindstone::judge {

using sandbox::LaunchSpec;
using sandbox::LimitHit;
using sandbox::Outcome;

namespace {

/// What `work` comes to on a worker. Waits for it.
template<typename Work> auto onWorker(WorkerPool& pool, const std::string& name, Work work) {
    using Came = std::invoke_result_t<Work, BoxSlot&>;
    std::promise<Came> promise;
    std::future<Came> came = promise.get_future();
    pool.post([&](BoxSlot& slot) {
        try {
            promise.set_value(work(slot));
        } catch (const std::bad_alloc&) {
            promise.set_value(fail("judge.memory", name + ": the judge ran out of memory"));
        }
    });
    return came.get();
}

/// The files of a run's working folder, open for as long as it lasts.
Result<std::vector<UniqueFd>> layInWork(const std::vector<PackageFile>& files, LaunchSpec& spec) {
    constexpr std::uint64_t Page = 4096;
    std::vector<UniqueFd> opened;
    for (const PackageFile& file : files) {
        UniqueFd descriptor(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
        struct stat status {};
        if (!descriptor || ::fstat(descriptor.get(), &status) != 0) {
            return fail(systemError("file.unreadable", file.path.string()));
        }
        spec.limits.fileSpace = spec.limits.fileSpace + Bytes(static_cast<std::uint64_t>(status.st_size) + Page);
        spec.files.push_back({sandbox::Area::Work, file.name, descriptor.get(), false});
        opened.push_back(std::move(descriptor));
    }
    return opened;
}

LaunchSpec specOf(const BuiltProgram& program, const ProgramRunner::Call& call) {
    LaunchSpec spec = packageProgramSpec(program, call.allowance, call.shown);
    spec.arguments.insert(spec.arguments.end(), call.arguments.begin(), call.arguments.end());
    spec.standardInput = call.standardInput;
    for (const std::string& name : call.collect) {
        spec.collect.push_back({name, call.allowance.output, sandbox::Area::Work});
    }
    return spec;
}

SharedCapture shared(sandbox::Capture capture) {
    return std::make_shared<const sandbox::Capture>(std::move(capture));
}

std::string causeOf(const ProgramRunner::End& end) {
    switch (end.limit) {
    case LimitHit::Cpu:
    case LimitHit::Wall:
        return "did not end in time";
    case LimitHit::Memory:
        return "needed more memory than it may have";
    case LimitHit::Output:
        return "wrote more than it may";
    case LimitHit::None:
        break;
    }
    return end.exitCode ? "ended with exit code " + std::to_string(*end.exitCode)
                        : "was ended by signal " + std::to_string(end.signal.value_or(0));
}

} // namespace

Result<std::shared_ptr<const BuiltProgram>> ProgramRunner::build(const PackageProgram& program, std::stop_token stop) {
    return onWorker(m_pool, program.name, [&](BoxSlot& slot) { return build(program, slot, stop); });
}

Result<std::shared_ptr<const BuiltProgram>> ProgramRunner::build(const PackageProgram& program, BoxSlot& slot,
                                                                 std::stop_token stop) {
    const RunGate::Pass pass = m_gate.enter(ProblemLimits().compilationMemory, stop);
    if (!pass) {
        return fail("judge.cancelled", "stopped before " + program.name + " was compiled");
    }
    return std::make_shared<const BuiltProgram>(
        TRY(buildProgram(program, m_languages, m_compiler, slot, std::move(stop))));
}

Result<ProgramRunner::End> ProgramRunner::run(const BuiltProgram& program, const Call& call, std::stop_token stop) {
    return onWorker(m_pool, program.name, [&](BoxSlot& slot) { return run(program, call, slot, stop); });
}

Result<ProgramRunner::End> ProgramRunner::run(const BuiltProgram& program, const Call& call, BoxSlot& slot,
                                              std::stop_token stop) {
    LaunchSpec spec = specOf(program, call);
    const std::vector<UniqueFd> opened = TRY(layInWork(call.files, spec));
    const RunGate::Pass pass = m_gate.enter(spec.limits.memory, stop);
    if (!pass) {
        return fail("judge.cancelled", "stopped before " + program.name + " ran");
    }
    Outcome outcome = TRY(slot.run(spec, sandbox::BoxOptions{program.visiblePaths, {}}, std::move(stop)));
    if (wasCancelled(outcome)) {
        return fail("judge.cancelled", "stopped while " + program.name + " ran");
    }
    return endOf(std::move(outcome));
}

ProgramRunner::End endOf(Outcome outcome) {
    ProgramRunner::End end;
    end.limit = outcome.outOfMemory && outcome.limit == LimitHit::None ? LimitHit::Memory : outcome.limit;
    if (outcome.ending == sandbox::Ending::Exited && end.limit == LimitHit::None) {
        end.exitCode = outcome.exitCode;
    } else if (outcome.ending == sandbox::Ending::Signalled) {
        end.signal = outcome.signal;
    }
    end.cpu = outcome.cpu();
    end.wall = outcome.wall;
    end.peakMemory = outcome.peakMemory;
    end.standardOutput = shared(std::move(outcome.standardOutput));
    end.standardError = shared(std::move(outcome.standardError));
    end.files = std::move(outcome.collected);
    return end;
}

std::string endingOf(const ProgramRunner::End& end) {
    constexpr std::uint64_t SaidAtTheEnd = 1000;
    const std::string words = readableEnd(readEnd(*end.standardError, SaidAtTheEnd + 1), SaidAtTheEnd);
    return causeOf(end) + (words.empty() ? words : "; it said: " + words);
}

} // namespace grindstone::judge
