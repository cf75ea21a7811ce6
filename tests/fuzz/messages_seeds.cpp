// SPDX-License-Identifier: GPL-3.0-or-later
// Messages of each kind, with and without what may be absent.
#include "tests/fuzz/example_runs.h"
#include "tests/fuzz/seed_folder.h"

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::sandbox::protocol;
using namespace std::chrono_literals;

namespace {

Finished manyThings() {
    Finished finished;
    finished.outcome.ending = Ending::Stopped;
    finished.outcome.limit = LimitHit::Memory;
    finished.outcome.signal = 9;
    finished.outcome.cpuUser = 3ms;
    finished.outcome.peakMemory = Bytes::mib(9);
    finished.outcome.outOfMemory = true;
    finished.outcome.blockedCalls = {"socket", "ptrace"};
    finished.outcome.collected.push_back({"main", UniqueFd(), Bytes(5), Area::Work});
    return finished;
}

} // namespace

int main(int count, char** arguments) {
    tests::SeedFolder folder(count > 1 ? arguments[1] : ".");
    for (const Run& run : tests::exampleRuns()) {
        folder.add(encode(run));
    }
    for (const auto& bytes :
         {encode(Begin{}), encode(Begin{false, true, true, "no service manager"}),
          encode(Hello{7, CgroupVersion::One, {"cgroups of version 1 are used"}}), encode(OpenBox{}),
          encode(OpenBox{{"/usr/lib/jvm", "/etc/java"}, "/cases/1"}), encode(BoxOpened{}),
          encode(SetupFailed{"mount /proc", 1}), encode(Stop{LimitHit::Output}), encode(Finished{}),
          encode(manyThings()), encode(LeaseCgroup{}), encode(CgroupLeased{3, CgroupVersion::Two, 0x3ff}),
          encode(ReturnCgroup{3}), encode(Sweep{{"/sys/fs/cgroup/pids/a", "/sys/fs/cgroup/memory/a"}})}) {
        folder.add(bytes);
    }
    return folder.status();
}
