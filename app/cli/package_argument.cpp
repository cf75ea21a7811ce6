// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/package_argument.h"

#include "app/cli/pack_commands.h"
#include "app/cli/package_search.h"
#include "app/cli/translation.h"
#include "app/core/packs/pack_conversion.h"
#include "judge/package/package_folder.h"

namespace grindstone::cli {

namespace {

namespace fs = std::filesystem;

/// No id of a pack begins like that, so no archive is extracted to it.
constexpr const char* MadeFolder = ".made";

QString nameOf(const std::string& given) {
    std::error_code error;
    const fs::path whole = fs::weakly_canonical(given, error);
    return QString::fromStdString((error ? fs::path(given) : whole).filename().string());
}

Result<void> extract(const std::string& given, const fs::path& folder, Session& session) {
    if (core::isProblemJson(given)) {
        return core::takeProblemJson(given, folder);
    }
    ProgressBar bar = ProgressBar::onTerminal();
    return judge::extractArchive(given, folder, {}, percentOn(bar, Cli::tr("Reading %1")), session.stop);
}

} // namespace

Result<PackageArgument> PackageArgument::open(const std::string& given, Session& session) {
    PackageArgument argument(given);
    std::error_code error;
    if (fs::is_regular_file(given, error)) {
        argument.m_staging.emplace(TRY(core::Staging::create(session.services.paths().extracted())));
        argument.m_folder = argument.m_staging->path() / core::packIdFrom(nameOf(given)).toStdString();
        TRY(extract(given, argument.m_folder, session));
        TRY(argument.makePackages(session));
    } else if (fs::is_directory(given, error) && !findPackages(given)) {
        argument.m_staging.emplace(TRY(core::Staging::create(session.services.paths().extracted())));
        TRY(argument.makePackages(session));
    }
    return argument;
}

Result<void> PackageArgument::makePackages(Session& session) {
    const fs::path made = m_staging->path() / MadeFolder;
    const auto packs = core::findOrMakePacks(m_folder, nameOf(m_given), made);
    std::error_code error;
    if (!packs) {
        return packs.error().code == "pack.empty" ? Result<void>() : fail(withContext(packs.error(), m_given));
    }
    if (fs::exists(made, error)) {
        m_folder = made;
        for (const std::string& told : packs->front().file.warnings) {
            session.console.warn(QString::fromStdString(judge::shownPath(m_given) + ": " + told));
        }
    }
    return {};
}

Result<std::vector<fs::path>> PackageArgument::packages() const {
    std::vector<fs::path> packages;
    auto packs = core::findPacks(m_folder, nameOf(m_given));
    if (!packs) {
        return fail(withContext(std::move(packs).error(), judge::shownPath(m_given)));
    }
    for (const core::FoundPack& pack : *packs) {
        packages.insert(packages.end(), pack.packages.begin(), pack.packages.end());
    }
    return packages;
}

Result<fs::path> PackageArgument::package() const {
    if (!isTemporary()) {
        return m_folder;
    }
    const std::vector<fs::path> found = TRY(packages());
    if (found.size() == 1) {
        return found.front();
    }
    std::string names;
    for (const fs::path& package : found) {
        names += (names.empty() ? "" : ", ") + judge::shownPath(package.filename());
    }
    return fail("pack.several", judge::shownPath(m_given) + ": there are " + std::to_string(found.size()) +
                                    " packages in it (" + names + "); import it, or give the archive of one");
}

} // namespace grindstone::cli
