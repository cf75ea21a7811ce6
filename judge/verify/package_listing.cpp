// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/package_listing.h"
#include "judge/text/leftover.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t MostEntries = 200'000;
constexpr int DeepestFolder = 32;

class Lister {
public:
    Lister(const PackageFolder& folder, FindingCollector& findings) : m_folder(folder), m_findings(findings) {}

    std::vector<PackageEntry> list() {
        addFolder("", 0);
        std::ranges::sort(m_entries, {}, &PackageEntry::path);
        return std::move(m_entries);
    }

private:
    void addFolder(const std::string& prefix, int depth);
    void add(const fs::directory_entry& file, const std::string& prefix, int depth);
    PackageEntry entryOf(const fs::directory_entry& file, std::string path);
    void checkLink(PackageEntry& entry);

    const PackageFolder& m_folder;
    FindingCollector& m_findings;
    std::vector<PackageEntry> m_entries;
};

void Lister::addFolder(const std::string& prefix, int depth) {
    std::error_code error;
    for (fs::directory_iterator file(m_folder.root() / prefix, error), end; !error && file != end;
         file.increment(error)) {
        const std::string name = file->path().filename().string();
        if (isLeftover(name)) {
            continue;
        }
        if (m_entries.size() == MostEntries) {
            m_findings.error("files", "",
                             "there are more than 200,000 files and folders; the rest is not looked at, "
                             "so remove what isn't needed");
        }
        if (m_entries.size() >= MostEntries) {
            m_entries.push_back({}); // so that it is said once
            return;
        }
        add(*file, prefix, depth);
    }
    if (error) {
        m_findings.error("files", shownPath(prefix.substr(0, prefix.size() - 1)),
                         error.message() + "; make it readable for you (chmod -R u+rX)");
    }
}

void Lister::add(const fs::directory_entry& file, const std::string& prefix, int depth) {
    PackageEntry entry = entryOf(file, prefix + file.path().filename().string());
    const std::string path = entry.path;
    const bool deeper = entry.kind == PackageEntry::Kind::Folder;
    m_entries.push_back(std::move(entry));
    if (deeper && depth == DeepestFolder) {
        m_findings.error("files", shownPath(path), "nested deeper than 32 folders; make it flatter");
    } else if (deeper) {
        addFolder(path + "/", depth + 1);
    }
}

PackageEntry Lister::entryOf(const fs::directory_entry& file, std::string path) {
    PackageEntry entry;
    entry.path = std::move(path);
    std::error_code error;
    const fs::file_type type = file.symlink_status(error).type();
    if (type == fs::file_type::symlink) {
        entry.kind = PackageEntry::Kind::Link;
        checkLink(entry);
    } else if (type == fs::file_type::directory) {
        entry.kind = PackageEntry::Kind::Folder;
    } else if (type != fs::file_type::regular) {
        entry.kind = PackageEntry::Kind::Other;
        m_findings.error("files", shownPath(entry.path), "this is not a regular file; put a file here, or remove it");
    }
    return entry;
}

void Lister::checkLink(PackageEntry& entry) {
    const Result<fs::path> target = m_folder.resolve(entry.path);
    if (!target) {
        m_findings.addText("links", Severity::Error, target.error().detail);
        return;
    }
    std::error_code error;
    entry.leadsToFolder = fs::is_directory(*target, error);
}

} // namespace

std::vector<PackageEntry> listPackage(const PackageFolder& folder, FindingCollector& findings) {
    std::vector<PackageEntry> entries = Lister(folder, findings).list();
    std::erase_if(entries, [](const PackageEntry& entry) { return entry.path.empty(); });
    return entries;
}

std::vector<const PackageEntry*> entriesIn(const std::vector<PackageEntry>& entries, std::string_view folder) {
    std::vector<const PackageEntry*> found;
    auto entry = std::ranges::lower_bound(entries, folder, {}, &PackageEntry::path);
    for (; entry != entries.end() && std::string_view(entry->path).starts_with(folder); ++entry) {
        if (entry->parent() == folder) {
            found.push_back(&*entry);
        }
    }
    return found;
}

const PackageEntry* findEntry(const std::vector<PackageEntry>& entries, std::string_view path) {
    const auto found = std::ranges::lower_bound(entries, path, {}, &PackageEntry::path);
    return found != entries.end() && found->path == path ? &*found : nullptr;
}

} // namespace grindstone::judge
