// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/store_lock.h"

#include <QDeadlineTimer>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <string_view>

namespace grindstone::core {

std::optional<StoreLock> StoreLock::open(const std::filesystem::path& database) {
    const std::filesystem::path path = database.string() + ".lock";
    UniqueFd file(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, S_IRUSR | S_IWUSR));
    return file ? std::optional(StoreLock(std::move(file))) : std::nullopt;
}

bool StoreLock::tryAlone() {
    return ::flock(m_file.get(), LOCK_EX | LOCK_NB) == 0;
}

bool StoreLock::share(std::chrono::seconds patience) {
    const QDeadlineTimer deadline{patience};
    while (::flock(m_file.get(), LOCK_SH | LOCK_NB) != 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return true; // a file system without locks: nobody has it alone
        }
        if (deadline.hasExpired()) {
            return false;
        }
        QThread::msleep(5);
    }
    return true;
}

bool StoreLock::remembersDatabase() const {
    struct stat status {};
    return ::fstat(m_file.get(), &status) == 0 && status.st_size > 0;
}

void StoreLock::rememberDatabase() {
    constexpr std::string_view Text = "Grindstone has used the database beside this file.\n";
    if (!remembersDatabase() && ::pwrite(m_file.get(), Text.data(), Text.size(), 0) < 0) {
        return; // A full disk: remembered another time.
    }
}

} // namespace grindstone::core
