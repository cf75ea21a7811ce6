// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/pack_archive.h"

#include "app/core/packs/pack_finding.h"
#include "judge/archive/archive_writer.h"
#include "judge/package/package.h"
#include "judge/package/package_folder.h"

#include <algorithm>
#include <array>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;
using judge::FolderItem;

constexpr std::array LeftByCompilers{".pyc", ".class", ".o", "~"};

/// What the author's tools left. Below data/ all is meant, unless it is hidden.
bool isWorth(const std::string& path) {
    const std::string name = fs::path(path).filename().string();
    if (name.starts_with('.')) {
        return name == ".timelimit";
    }
    const bool data = path.starts_with("data/") || path.find("/data/") != std::string::npos;
    const bool left = std::ranges::any_of(LeftByCompilers, [&](const char* ending) { return name.ends_with(ending); });
    return data || !(left || name == "__pycache__" || name == "__MACOSX");
}

bool isNotOurs(const std::string& path) {
    return fs::path(path).filename() != OwnFolder;
}

Result<judge::WrittenForm> formOf(const fs::path& file) {
    if (const auto form = judge::findWrittenForm(file)) {
        return *form;
    }
    return fail("export.form", judge::shownPath(file) + ": the name must end in .grindpack, .zip, .tar, .tar.gz, "
                                                        ".tar.bz2, .tar.xz or .tar.zst");
}

Result<FoundPack> theOnePack(const fs::path& folder) {
    std::error_code error;
    const fs::path whole = fs::canonical(folder, error);
    if (error || !fs::is_directory(whole, error)) {
        return fail("folder.unreadable", judge::shownPath(folder) + ": there is no such folder; check the path");
    }
    std::vector<FoundPack> packs = TRY(findPacks(whole, QString::fromStdString(whole.filename().string())));
    if (packs.size() > 1) {
        return fail("pack.several", judge::shownPath(folder) + ": there are " + std::to_string(packs.size()) +
                                        " packs in it; name the folder of one");
    }
    return std::move(packs.front());
}

/// Fails when one cannot be judged, with the reasons of all that cannot.
Result<void> checkPackages(const FoundPack& pack, WrittenPack& written) {
    std::string reasons;
    for (const fs::path& package : pack.packages) {
        const std::string name = package.filename().string();
        const Result<judge::Problem> problem = judge::loadPackage(package);
        written.problems << QString::fromStdString(name);
        if (!problem) {
            reasons += (reasons.empty() ? "" : "\n") + judge::shownPath(name) + ": " + problem.error().detail;
            continue;
        }
        for (const std::string& warning : problem->warnings) {
            written.warnings.push_back(judge::shownPath(name) + "/" + warning);
        }
    }
    return reasons.empty() ? Result<void>() : fail("pack.broken", reasons);
}

WrittenPack describe(const PackFile& file) {
    WrittenPack written;
    written.id = file.id;
    written.title = file.title;
    written.version = file.version;
    written.warnings = file.warnings;
    return written;
}

Result<void> write(judge::ArchiveOrder& order, WrittenPack& written, const judge::ExtractionSink& sink,
                   std::stop_token stop) {
    TRY(judge::checkItems(order.items, judge::NameLimits()));
    TRY(judge::writeArchive(order, sink, std::move(stop)));
    std::error_code ignored;
    written.size = Bytes(fs::file_size(order.file, ignored));
    return {};
}

} // namespace

Result<WrittenPack> buildPack(const fs::path& folder, const fs::path& file, bool replace,
                              const judge::ExtractionSink& sink, std::stop_token stop) {
    judge::ArchiveOrder order;
    order.form = TRY(formOf(file));
    const FoundPack pack = TRY(theOnePack(folder));
    WrittenPack written = describe(pack.file);
    TRY(checkPackages(pack, written));
    order.folder = pack.folder;
    order.items = TRY(judge::listFolder(pack.folder, isWorth, stop));
    order.prefix = pack.single ? pack.folder.filename().string() + "/" : std::string();
    order.file = file;
    order.replace = replace;
    TRY(write(order, written, sink, std::move(stop)));
    return written;
}

Result<WrittenPack> exportPack(const InstalledPack& pack, const fs::path& file, bool replace,
                               const judge::ExtractionSink& sink, std::stop_token stop) {
    judge::ArchiveOrder order;
    order.form = TRY(formOf(file));
    WrittenPack written = describe(pack.file);
    for (const fs::path& package : pack.packages) {
        written.problems << QString::fromStdString(package.filename().string());
    }
    order.folder = pack.folder;
    order.items = TRY(judge::listFolder(pack.folder, isNotOurs, stop));
    order.file = file;
    order.replace = replace;
    TRY(write(order, written, sink, std::move(stop)));
    return written;
}

} // namespace grindstone::core
