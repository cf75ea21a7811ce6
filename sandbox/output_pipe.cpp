// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/output_pipe.h"

#include "sandbox/base/sys.h"
#include "sandbox/box.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <utility>

namespace grindstone::sandbox {

namespace {

constexpr int PipeSize = 1 << 20; ///< rare wake-ups; what an unprivileged user may ask for

Result<void> append(int file, const char* bytes, std::size_t size) {
    while (size > 0) {
        const ssize_t written = retryInterrupted([&] { return ::write(file, bytes, size); });
        if (written < 0) {
            return fail(systemError("sandbox.memory", "keeping a program's output"));
        }
        bytes += written;
        size -= static_cast<std::size_t>(written);
    }
    return {};
}

} // namespace

Result<OutputPipe> OutputPipe::create(const char* name) {
    OutputPipe pipe(name);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) {
        return fail(systemError("sandbox.memory", "pipe"));
    }
    pipe.m_readEnd.reset(ends[0]);
    pipe.m_writeEnd.reset(ends[1]);
    // The box's user, who isn't this pipe's owner when we are root, may open it by name (/dev/stdout).
    ::fchmod(ends[1], 0222);
    // Only our end: the program's stays an ordinary, blocking one.
    ::fcntl(ends[0], F_SETFL, O_NONBLOCK);
    return pipe;
}

Result<void> OutputPipe::ensureMemory() {
    if (!m_capture.file) {
        m_capture.file.reset(::memfd_create(m_name, MFD_CLOEXEC | MFD_ALLOW_SEALING));
    }
    return m_capture.file ? Result<void>() : fail(systemError("sandbox.memory", "memfd_create"));
}

/// A stream of which much comes gets a larger pipe, so that wake-ups stay rare. A user's allowance of pipe memory may
/// be used up; the default will do then.
void OutputPipe::grow() {
    if (!std::exchange(m_grown, true)) {
        ::fcntl(m_readEnd.get(), F_SETPIPE_SZ, PipeSize);
    }
}

/// Sealed, so that it can be the input of another run as it is: a checker's, mostly.
Result<Capture> OutputPipe::take() {
    static const Result<UniqueFd> empty = sealedMemory("grindstone-empty", {});
    if (!m_capture.file && empty) {
        m_capture.file.reset(::fcntl(empty->get(), F_DUPFD_CLOEXEC, 0));
    }
    TRY(ensureMemory());
    ::fcntl(m_capture.file.get(), F_ADD_SEALS, F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE);
    return std::move(m_capture);
}

Result<void> OutputPipe::drain(Bytes allowed) {
    std::array<char, 1 << 16> buffer;
    std::uint64_t left = allowed.count();
    while (m_readEnd) {
        const ssize_t got = retryInterrupted([&] { return ::read(m_readEnd.get(), buffer.data(), buffer.size()); });
        if (got <= 0) {
            if (got == 0) {
                m_readEnd.reset();
            }
            return {};
        }
        TRY(ensureMemory());
        if (static_cast<std::size_t>(got) == buffer.size()) {
            grow();
        }
        const std::size_t kept = std::min<std::uint64_t>(static_cast<std::uint64_t>(got), left);
        TRY(append(m_capture.file.get(), buffer.data(), kept));
        m_capture.size = m_capture.size + Bytes(kept);
        left -= kept;
        if (kept < static_cast<std::size_t>(got)) {
            m_capture.cut = true;
            return {};
        }
    }
    return {};
}

} // namespace grindstone::sandbox
