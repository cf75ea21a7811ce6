// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/bytes.h"
#include "sandbox/base/unique_fd.h"
#include "sandbox/helper/setup.h"

namespace grindstone::sandbox::helper {

/// The writable world of one run: a /proc of its own, and one tmpfs, limited in bytes and inodes, behind /work, /tmp,
/// /dev/shm and, where a run wants them, /case and /feedback. Made by the run's init in the mount namespace of the box,
/// before the run is known; taken away by the keeper when everything in it is dead.
class RunFilesystem {
public:
    /// Called by init.
    static Prepared<RunFilesystem> mount();
    /// Called by the keeper when mount() succeeded and the init is gone. False when something stays.
    static bool unmount(bool ownCase);

    /// To be called before the run fills it.
    Prepared<> limit(Bytes space) const;
    Prepared<> showCase() const;
    Prepared<> showFeedback() const;

    const UniqueFd& work() const { return m_work; }
    const UniqueFd& temporary() const { return m_temporary; }
    const UniqueFd& sharedMemory() const { return m_sharedMemory; }
    const UniqueFd& feedback() const { return m_feedback; }

private:
    RunFilesystem() = default;
    UniqueFd m_work; ///< these are open as paths only
    UniqueFd m_temporary;
    UniqueFd m_sharedMemory;
    UniqueFd m_case;
    UniqueFd m_feedback;
};

/// Mounts a read-write tmpfs of its own on /program; `space` bounds it.
Prepared<> mountProgram(Bytes space);
bool unmountProgram();
/// From here on nobody writes to the folder.
Prepared<> makeReadOnly(const char* folder);

} // namespace grindstone::sandbox::helper
