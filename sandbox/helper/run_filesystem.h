// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/call_key.h"
#include "sandbox/helper/setup.h"

namespace grindstone::sandbox::helper {

/// The writable world of one run: one tmpfs on /run, limited in bytes and inodes, with a /proc of the run's own mounted
/// inside. /work, /tmp, /dev/shm, /proc, /feedback and mostly /case are links into it, so that one umount takes all of
/// it away: each costs the kernel a wait for every CPU. Made by the run's init in the mount namespace of the box,
/// before the run is known; taken away by the keeper when everything in it is dead.
class RunFilesystem {
public:
    /// Called by init.
    static Prepared<RunFilesystem> mount(const CallKey& key);
    /// Called by the keeper when mount() succeeded and the init is gone. False when it stays.
    static bool unmount(const CallKey& key);

    /// To be called before the run fills it.
    Prepared<> limit(Bytes space, const CallKey& key) const;
    /// To be called when /case is filled.
    Prepared<> makeCaseReadOnly(const CallKey& key) const;

    /// Open as paths only.
    const UniqueFd& work() const { return m_work; }
    const UniqueFd& temporary() const { return m_temporary; }
    const UniqueFd& sharedMemory() const { return m_sharedMemory; }
    const UniqueFd& feedback() const { return m_feedback; }

private:
    RunFilesystem() = default;
    UniqueFd m_work;
    UniqueFd m_temporary;
    UniqueFd m_sharedMemory;
    UniqueFd m_feedback;
};

enum class Pages {
    Usual,
    Large, ///< where the kernel has them
};

/// Mounts a read-write tmpfs of its own on /program; `space` bounds it.
Prepared<> mountProgram(Bytes space, Pages pages, const CallKey& key);
bool unmountProgram(const CallKey& key);
/// From here on nobody writes to the folder.
Prepared<> makeReadOnly(const char* folder, const CallKey& key);

} // namespace grindstone::sandbox::helper
