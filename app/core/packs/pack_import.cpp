// SPDX-License-Identifier: GPL-3.0-or-later
//
// All is made ready in a folder beside the packs: the source is read into it, its packs are found, checked and compared
// with those that are there. Only then does each get its place, in one step that takes the old version away with it.
#include "app/core/packs/pack_import.h"

#include "app/core/library/visible_folders.h"
#include "app/core/packs/pack_comparison.h"
#include "app/core/packs/pack_conversion.h"
#include "app/core/packs/pack_finding.h"
#include "app/core/packs/pack_id.h"
#include "app/core/packs/pack_version.h"
#include "app/core/packs/staging.h"
#include "judge/archive/archive_format.h"
#include "judge/archive/folder_copy.h"
#include "judge/package/package.h"
#include "judge/package/package_folder.h"

#include <algorithm>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

/// What version control keeps beside the files, and what is ours and of another machine.
bool isWanted(const std::string& path) {
    const std::string name = fs::path(path).filename().string();
    return name != ".git" && name != ".hg" && name != ".svn" && name != OwnFolder;
}

class PackImport {
public:
    PackImport(const ImportOrder& order, const ImportSink& sink, std::stop_token stop, const Staging& staging)
        : m_order(order), m_sink(sink), m_stop(std::move(stop)), m_staging(staging) {}

    Result<std::vector<ImportedPack>> run() {
        TRY(read());
        std::vector<FoundPack> found =
            TRY(findOrMakePacks(m_staging.path() / "source", sourceName(), m_staging.path() / "made"));
        TRY(nameThem(found));
        for (const FoundPack& pack : found) {
            TRY(prepare(pack));
        }
        for (const Prepared& pack : m_prepared) {
            if (pack.told.change != PackChange::Unchanged) {
                TRY(m_staging.install(pack.folder, pack.told.id.toStdString()));
            }
        }
        std::vector<ImportedPack> told;
        std::ranges::transform(m_prepared, std::back_inserter(told), &Prepared::told);
        return told;
    }

private:
    struct Prepared {
        fs::path folder;
        ImportedPack told;
    };

    QString sourceName() const {
        std::error_code error;
        const fs::path whole = fs::canonical(m_order.source, error);
        return QString::fromStdString((error ? m_order.source : whole).filename().string());
    }

    Result<void> read() {
        const judge::ExtractionSink sink = [this](const judge::ExtractionProgress& progress) {
            tell({ImportProgress::Step::Reading, progress.share, 0, 0});
        };
        const fs::path source = m_staging.path() / "source";
        std::error_code error;
        if (fs::is_directory(m_order.source, error)) {
            return judge::copyFolder(m_order.source, source, m_order.limits, isWanted, sink, m_stop);
        }
        if (isProblemJson(m_order.source)) {
            return takeProblemJson(m_order.source, source);
        }
        return judge::extractArchive(m_order.source, source, m_order.limits, sink, m_stop);
    }

    void tell(const ImportProgress& progress) const {
        if (m_sink) {
            m_sink(progress);
        }
    }

    Result<void> nameThem(std::vector<FoundPack>& packs) const {
        if (m_order.id.isEmpty()) {
            return checkIds(packs);
        }
        const std::string id = m_order.id.toStdString();
        if (!isPackId(m_order.id)) {
            return fail("pack.id",
                        id + ": an id may have letters, digits, '.', '_' and '-' only, up to 100 of them, and "
                             "begins with a letter or a digit");
        }
        if (packs.size() > 1) {
            return fail("pack.id", id + ": there are " + std::to_string(packs.size()) +
                                       " packs in it, and an id is that of one; import them one by one");
        }
        packs.front().file.id = m_order.id;
        return checkIds(packs);
    }

    Result<void> checkIds(const std::vector<FoundPack>& packs) const {
        QStringList seen;
        for (const FoundPack& pack : packs) {
            const std::string id = pack.file.id.toStdString();
            if (seen.contains(pack.file.id)) {
                return fail("pack.id",
                            id + ": two packs in it have this id; give one of them another in its pack.yaml");
            }
            seen << pack.file.id;
            TRY(checkNotTaken(pack.file.id));
        }
        return {};
    }

    Result<void> checkNotTaken(const QString& id) const {
        for (const fs::path& root : m_order.otherRoots) {
            for (const fs::path& folder : visibleFolders(root)) {
                const Result<PackFile> pack = loadPackFile(folder);
                if (pack && pack->id == id) {
                    return fail("pack.taken", id.toStdString());
                }
            }
        }
        return {};
    }

    Result<void> prepare(const FoundPack& found) {
        Prepared pack;
        pack.told.id = found.file.id;
        pack.told.title = found.file.title;
        pack.told.version = found.file.version;
        pack.told.warnings = found.file.warnings;
        pack.folder = TRY(moveIntoPlace(found));
        TRY(checkLinks(pack.folder));
        removeForeignNotes(pack.folder);
        TRY(writePackId(pack.folder, found.file.id));
        TRY(checkPackages(found, pack));
        TRY(compareWithInstalled(pack));
        if (pack.told.change == PackChange::Unchanged) {
            TRY(complete(pack.told, m_order.root / pack.told.id.toStdString()));
        } else {
            TRY(complete(pack.told, pack.folder));
            TRY(note(pack));
        }
        m_prepared.push_back(std::move(pack));
        return {};
    }

    /// To the folder that will become the pack's, in the form that the library reads.
    Result<fs::path> moveIntoPlace(const FoundPack& found) const {
        const std::string id = found.file.id.toStdString();
        const fs::path folder = m_staging.path() / ("pack-" + std::to_string(m_prepared.size()));
        std::error_code error;
        if (found.single) {
            fs::create_directory(folder, error);
            fs::rename(found.folder, folder / id, error);
        } else {
            fs::rename(found.folder, folder, error);
        }
        if (error) {
            return fail("pack.unwritable", folder.string() + ": " + error.message());
        }
        return folder;
    }

    /// What another Grindstone has noted there. No link leads anywhere else any more.
    static void removeForeignNotes(const fs::path& folder) {
        std::error_code ignored;
        fs::remove_all(folder / OwnFolder, ignored);
        for (const fs::path& package : visibleFolders(folder)) {
            fs::remove_all(package / OwnFolder, ignored);
        }
    }

    /// A link that stayed inside the archive may leave the pack.
    Result<void> checkLinks(const fs::path& folder) const {
        const std::vector<judge::FolderItem> items = TRY(judge::listFolder(folder, {}, m_stop));
        return judge::checkItems(items, m_order.limits.names);
    }

    Result<void> checkPackages(const FoundPack& found, Prepared& pack) const {
        for (std::size_t i = 0; i < found.packages.size(); ++i) {
            if (m_stop.stop_requested()) {
                return fail("interrupted", "nothing was imported");
            }
            tell({ImportProgress::Step::Checking, 0, i, found.packages.size()});
            const std::string name = found.single ? found.file.id.toStdString() : found.packages[i].filename().string();
            checkPackage(name, pack);
        }
        const std::vector<LeftOutPackage>& leftOut = pack.told.leftOut;
        if (!leftOut.empty() && (m_order.strict || pack.told.problems.empty())) {
            return fail("pack.broken", reasons(leftOut));
        }
        return {};
    }

    static void checkPackage(const std::string& name, Prepared& pack) {
        const fs::path folder = pack.folder / name;
        const Result<judge::Problem> problem = judge::loadPackage(folder);
        if (problem) {
            pack.told.problems.push_back({QString::fromStdString(name), QString::fromStdString(problem->name),
                                          ProblemChange::Added, problem->warnings});
            return;
        }
        pack.told.leftOut.push_back({QString::fromStdString(name), withoutFolder(problem.error(), folder)});
        std::error_code ignored;
        fs::remove_all(folder, ignored);
    }

    /// Where it lies for now tells nobody anything.
    static Error withoutFolder(Error error, const fs::path& folder) {
        const std::string prefix = judge::shownPath(folder);
        for (std::size_t at = 0; (at = error.detail.find(prefix)) != std::string::npos;) {
            error.detail.replace(at, prefix.size(), judge::shownPath(folder.filename()));
        }
        return error;
    }

    static std::string reasons(const std::vector<LeftOutPackage>& packages) {
        std::string text;
        for (const LeftOutPackage& package : packages) {
            text += (text.empty() ? "" : "\n") + package.name.toStdString() + ": " + package.reason.detail;
        }
        return text;
    }

    Result<void> compareWithInstalled(Prepared& pack) const {
        const fs::path installed = m_order.root / pack.told.id.toStdString();
        std::error_code error;
        if (!fs::exists(installed, error)) {
            return {};
        }
        const Result<PackFile> before = loadPackFile(installed);
        pack.told.versionBefore = before ? before->version : QString();
        TRY(checkVersion(pack.told));
        return compareWithBefore(installed, pack.folder, pack.told, m_stop);
    }

    Result<void> checkVersion(const ImportedPack& pack) const {
        const bool known = !pack.version.isEmpty() && !pack.versionBefore.isEmpty();
        if (!m_order.force && known && compareVersions(pack.version, pack.versionBefore) < 0) {
            return fail("pack.newer", (pack.id + QStringLiteral(": version ") + pack.versionBefore +
                                       QStringLiteral(" is there, and this is version ") + pack.version)
                                          .toStdString());
        }
        return {};
    }

    /// In the pack's folder, be it to come or there already: nothing may have been run when it came.
    Result<void> complete(ImportedPack& pack, const fs::path& folder) const {
        if (!m_order.complete) {
            return {};
        }
        for (std::size_t i = 0; i < pack.problems.size(); ++i) {
            tell({ImportProgress::Step::Completing, 0, i, pack.problems.size()});
            TRY(complete(pack.problems[i], folder / pack.problems[i].slug.toStdString()));
            if (m_stop.stop_requested()) {
                return fail("interrupted", "nothing was imported");
            }
        }
        return {};
    }

    /// What was odd before may not be so any more, such as the lack of a time limit.
    Result<void> complete(ImportedProblem& imported, const fs::path& package) const {
        const std::vector<std::string> odd = m_order.complete(TRY(judge::loadPackage(package)), m_stop);
        imported.warnings = TRY(judge::loadPackage(package)).warnings;
        imported.warnings.insert(imported.warnings.end(), odd.begin(), odd.end());
        return {};
    }

    Result<void> note(const Prepared& pack) const {
        PackRecord record;
        std::error_code error;
        record.source = QString::fromStdString(fs::absolute(m_order.source, error).string());
        record.imported = QDateTime::currentDateTimeUtc();
        record.size = judge::contentOf(TRY(judge::listFolder(pack.folder, {}, m_stop)));
        record.leftOut = pack.told.leftOut;
        return saveRecord(pack.folder, record);
    }

    const ImportOrder& m_order;
    const ImportSink& m_sink;
    std::stop_token m_stop;
    const Staging& m_staging;
    std::vector<Prepared> m_prepared;
};

/// With the source's name in place of each folder that is made for the time of the import, which tells nobody anything.
std::string withoutStaging(std::string text, const fs::path& staging, const fs::path& source) {
    const std::string prefix = judge::shownPath(staging) + "/";
    const std::string name = judge::shownPath(source);
    for (std::size_t at = 0; (at = text.find(prefix, at)) != std::string::npos; at += name.size()) {
        const std::size_t end = std::min(text.size(), text.find_first_of("/: ", at + prefix.size()));
        text.replace(at, end - at, name);
    }
    return text;
}

tl::unexpected<Error> failed(Error error, const fs::path& staging, const fs::path& source) {
    error.detail = withoutStaging(std::move(error.detail), staging, source);
    return fail(error.code == "pack.empty" ? withContext(std::move(error), judge::shownPath(source)) : error);
}

} // namespace

Result<std::vector<ImportedPack>> importPacks(const ImportOrder& order, const ImportSink& sink, std::stop_token stop) {
    const Staging staging = TRY(Staging::create(order.root));
    Result<std::vector<ImportedPack>> imported = PackImport(order, sink, std::move(stop), staging).run();
    if (!imported) {
        return failed(std::move(imported).error(), staging.path(), order.source);
    }
    for (ImportedPack& pack : *imported) {
        for (std::string& warning : pack.warnings) {
            warning = withoutStaging(std::move(warning), staging.path(), order.source);
        }
    }
    return imported;
}

} // namespace grindstone::core
