// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/types.h>

#include <optional>
#include <set>
#include <string>
#include <vector>

/// What a test can see of processes and of what they hold, from /proc; for tests that kill processes of the sandbox and
/// then look for what is left.
namespace grindstone::tests {

/// From now on every orphan below this process becomes its child, so that descendants() misses none, however they were
/// left. On a real system they would fall to init, which reaps them.
void adoptOrphans();

/// Reaps the dead children of this process but `others`, which are somebody else's to reap.
void reapAdopted(const std::set<pid_t>& others);

/// Direct children, dead ones that nobody reaped among them.
std::vector<pid_t> childrenOf(pid_t parent);

/// All below `parent`, dead ones among them.
std::vector<pid_t> descendantsOf(pid_t parent);

/// "123 (name) S, …" for a failure's message.
std::string describe(const std::vector<pid_t>& processes);

/// What the process calls itself, 15 characters at most; empty for one that is gone.
std::string nameOf(pid_t process);

/// The first words of the command line; empty for a dead process.
std::string programOf(pid_t process);

bool isDead(pid_t process);

/// True for PID 1 of a PID namespace below ours.
bool isInitOfNamespace(pid_t process);

/// Kills `process` if it still is below `ancestor`, never another that has got its number since. False when it wasn't.
bool killBelow(pid_t ancestor, pid_t process);

/// Nothing where we may not look.
std::optional<int> openDescriptorsOf(pid_t process);
/// How many descriptors the kernel keeps room for: more than are open, and to be seen of any process. 0 for a dead one.
long descriptorTableOf(pid_t process);
std::optional<int> mountsOf(pid_t process);

/// Kibibytes that a process holds in memory (VmRSS); 0 for a dead one.
long residentKib(pid_t process);
/// Kibibytes that its data may take, held or not (VmData).
long dataKib(pid_t process);

/// Cgroup folders in any hierarchy whose names say that they belong to one of these processes.
std::vector<std::string> cgroupsOf(const std::set<pid_t>& owners);

/// The kernel's count of a version 1 controller's cgroups, also of those that are removed and not yet gone. Nothing
/// where version 1 doesn't have it.
std::optional<int> countedCgroups(const std::string& controller);

/// Paths in the folders for temporary files that bear our name, without those that scripts made ("name.XXXXXX").
std::set<std::string> temporaryFiles();

} // namespace grindstone::tests
