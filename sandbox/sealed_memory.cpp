// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/base/sys.h"
#include "sandbox/box.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <array>
#include <cerrno>
#include <cstring>

namespace grindstone::sandbox {

namespace {

constexpr int AllSeals = F_SEAL_SEAL | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE;

Result<UniqueFd> createMemory(const std::string& name) {
    UniqueFd memory(::memfd_create(name.c_str(), MFD_CLOEXEC | MFD_ALLOW_SEALING));
    if (!memory) {
        return fail("sandbox.memory", std::string("memfd_create: ") + std::strerror(errno));
    }
    return memory;
}

Result<void> fill(int memory, std::string_view bytes) {
    if (!writeAll(memory, bytes)) {
        return fail(systemError("sandbox.memory", "writing to memory"));
    }
    return {};
}

Result<UniqueFd> seal(UniqueFd memory) {
    if (::fcntl(memory.get(), F_ADD_SEALS, AllSeals) != 0) {
        return fail("sandbox.memory", std::string("sealing memory: ") + std::strerror(errno));
    }
    return memory;
}

} // namespace

Result<UniqueFd> sealedMemory(std::string_view name, std::string_view bytes) {
    UniqueFd memory = TRY(createMemory(std::string(name)));
    TRY(fill(memory.get(), bytes));
    return seal(std::move(memory));
}

Result<UniqueFd> sealedCopyOf(const std::string& hostPath) {
    const UniqueFd file(::open(hostPath.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0) {
        return fail("file.unreadable", hostPath + ": " + std::strerror(errno));
    }
    if (!S_ISREG(status.st_mode)) {
        return fail("file.unreadable", hostPath + ": not a regular file");
    }
    UniqueFd memory = TRY(createMemory("grindstone-input"));
    std::array<char, 1 << 16> buffer;
    while (true) {
        const ssize_t got = ::read(file.get(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return fail("file.unreadable", hostPath + ": " + std::strerror(errno));
        }
        if (got == 0) {
            return seal(std::move(memory));
        }
        TRY(fill(memory.get(), std::string_view(buffer.data(), static_cast<std::size_t>(got))));
    }
}

Result<UniqueFd> reopenForReading(int descriptor) {
    const std::string path = "/proc/self/fd/" + std::to_string(descriptor);
    // A program run by an ordinary user owns its input and may have taken every permission away.
    ::fchmod(descriptor, S_IRUSR | S_IRGRP | S_IROTH);
    UniqueFd reopened(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!reopened) {
        return fail("sandbox.memory", path + ": " + std::strerror(errno));
    }
    return reopened;
}

} // namespace grindstone::sandbox
