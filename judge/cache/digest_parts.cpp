// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/cache/digest_parts.h"

#include <sys/stat.h>

namespace grindstone::judge {

void addFile(Digest& digest, const std::string& path) {
    digest.add(path);
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) {
        return;
    }
    digest.add(static_cast<std::uint64_t>(status.st_size)).add(status.st_ino).add(status.st_dev);
    digest.add(static_cast<std::uint64_t>(status.st_mtim.tv_sec));
    digest.add(static_cast<std::uint64_t>(status.st_mtim.tv_nsec));
}

void addTexts(Digest& digest, const std::vector<std::string>& texts) {
    digest.add(texts.size());
    for (const std::string& text : texts) {
        digest.add(text);
    }
}

} // namespace grindstone::judge
