// SPDX-License-Identifier: GPL-3.0-or-later
// An archive of anybody's, extracted into a folder that has a neighbour.
#include "judge/archive/extraction.h"
#include "tests/fuzz/promise.h"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <set>
#include <string>

using namespace grindstone;
using namespace grindstone::judge;
using grindstone::tests::promise;

namespace fs = std::filesystem;

namespace {

/// A folder of this process's own, gone when it ends.
class Workplace {
public:
    Workplace() {
        std::string name = (fs::temp_directory_path() / "fuzz-archive-XXXXXX").string();
        promise(::mkdtemp(name.data()) != nullptr, "there is a folder to work in");
        m_path = name;
        std::ofstream(m_path / "neighbour") << "untouched";
    }
    ~Workplace() {
        std::error_code ignored;
        fs::remove_all(m_path, ignored);
    }
    const fs::path& path() const { return m_path; }

    void promiseUntouched(const std::set<std::string>& expected) const {
        std::set<std::string> found;
        for (const fs::directory_entry& entry : fs::directory_iterator(m_path)) {
            found.insert(entry.path().filename().string());
        }
        promise(found == expected, "nothing but the folder comes to be");
        std::string content;
        std::ifstream(m_path / "neighbour") >> content;
        promise(content == "untouched", "what lies outside stays as it is");
    }

private:
    fs::path m_path;
};

ExtractionLimits smallLimits() {
    ExtractionLimits limits;
    limits.content = Bytes::mib(1);
    limits.entries = 200;
    limits.ratioFrom = Bytes::kib(256);
    return limits;
}

void promiseHarmless(const fs::path& folder, const ExtractionLimits& limits) {
    std::uint64_t entries = 0;
    std::uint64_t content = 0;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder)) {
        ++entries;
        promise(entry.is_symlink() || entry.is_regular_file() || entry.is_directory(), "files, folders and links only");
        if (entry.is_symlink()) {
            std::error_code circle; // Links that lead to one another lead nowhere else.
            const fs::path real = fs::weakly_canonical(entry.path(), circle);
            promise(circle || std::ranges::mismatch(folder, real).in1 == folder.end(), "links stay inside");
        } else if (entry.is_regular_file()) {
            content += entry.file_size();
            promise((entry.symlink_status().permissions() & fs::perms(07022)) == fs::perms::none, "modes are plain");
        }
    }
    // Folders that only the names of files tell of come on top.
    promise(entries <= limits.entries * (limits.names.depth + 1), "no more entries than the limit has");
    promise(content <= limits.content.count(), "no more content than the limit has");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Workplace workplace;
    static const ExtractionLimits limits = smallLimits();
    const fs::path archive = workplace.path() / "pack";
    const fs::path folder = workplace.path() / "new";
    std::ofstream(archive, std::ios::binary)
        .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
    const Result<void> extracted = extractArchive(archive, folder, limits, {}, {});
    if (extracted) {
        promiseHarmless(folder, limits);
        fs::remove_all(folder);
    } else {
        promise(extracted.error().code.starts_with("archive."), "an error is of archives");
        promise(extracted.error().detail.find("pack") != std::string::npos, "an error names the archive");
    }
    workplace.promiseUntouched({"neighbour", "pack"});
    return 0;
}
