// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/doctor.h"

#include "app/cli/json_parts.h"
#include "app/core/store/store_check.h"
#include "app/core/store/store_files.h"
#include "app/core/text/text.h"

#include <unistd.h>

#include <algorithm>

namespace grindstone::cli {

namespace {

namespace fs = std::filesystem;
using core::text::Wording;

std::vector<ExaminedFolder> examineFolders(const core::Paths& paths) {
    std::vector<ExaminedFolder> folders{
        {"data", paths.data}, {"config", paths.config}, {"state", paths.state}, {"cache", paths.cache}};
    for (ExaminedFolder& folder : folders) {
        folder.writable = ::access(folder.path.c_str(), W_OK | X_OK) == 0;
    }
    return folders;
}

std::vector<core::SurveyedLanguage> examineLanguages(Services& services, Examination& found, std::stop_token stop) {
    const Result<sandbox::Sandbox*> sandbox = services.sandbox();
    if (!sandbox) {
        found.sandboxError = sandbox.error();
        return core::surveyWithoutSandbox(services.languages(), sandbox.error());
    }
    found.sandbox = (*sandbox)->capabilities();
    return core::surveyToolchains(services.languages(), **sandbox, services.paths().toolchainMemory(),
                                  core::Trust::Nothing, stop);
}

void examineHistory(Services& services, Examination& found) {
    found.database = services.paths().database();
    if (const Result<core::Store*> store = services.store(); !store) {
        found.store = store.error();
    } else if (const Result<void> intact = core::checkIntact((*store)->database(), core::CheckDepth::Full); !intact) {
        found.store = intact.error();
    }
    const core::StoreFiles files(found.database);
    found.copies = files.copies();
    found.damaged = files.damagedOnes();
}

nlohmann::ordered_json pathsJson(const std::vector<fs::path>& paths) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const fs::path& path : paths) {
        list.push_back(path.string());
    }
    return list;
}

/// In English, as all of JSON.
nlohmann::ordered_json reasonsJson(const sandbox::Capabilities& sandbox) {
    QStringList reasons;
    for (const sandbox::Obstacle& obstacle : sandbox.obstacles) {
        reasons << core::text::obstacleMessage(obstacle, Wording::English);
    }
    return textsJson(reasons);
}

QString firstCure(const sandbox::Capabilities& sandbox) {
    const auto cured =
        std::ranges::find_if(sandbox.obstacles, [](const sandbox::Obstacle& one) { return !one.cure.empty(); });
    return cured != sandbox.obstacles.end() ? QString::fromStdString(cured->cure) : QString();
}

nlohmann::ordered_json obstaclesJson(const sandbox::Capabilities& sandbox) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const sandbox::Obstacle& obstacle : sandbox.obstacles) {
        list.push_back({{"code", code(obstacle.cause)},
                        {"missed", code(obstacle.missed)},
                        {"detail", obstacle.detail},
                        {"message", core::text::obstacleMessage(obstacle, Wording::English).toStdString()},
                        {"cure", orNull(QString::fromStdString(obstacle.cure))},
                        {"hint", orNull(core::text::obstacleHint(obstacle, Wording::English))}});
    }
    return list;
}

nlohmann::ordered_json sandboxJson(const Examination& found) {
    const sandbox::Capabilities& sandbox = found.sandbox;
    nlohmann::ordered_json json{{"tier", code(sandbox.tier)},
                                {"reasons", reasonsJson(sandbox)},
                                {"cure", orNull(firstCure(sandbox))},
                                {"losses", textsJson(core::text::sandboxLosses(sandbox, Wording::English))},
                                {"obstacles", obstaclesJson(sandbox)},
                                {"cgroup", cgroupCode(sandbox.memory)},
                                {"landlock", sandbox.landlockAbi},
                                {"userns", sandbox.userNamespaces}};
    if (found.sandboxError) {
        json["losses"] = nlohmann::ordered_json::array(); // It was not even tried.
        json["error"] = errorJson(*found.sandboxError);
    }
    return json;
}

nlohmann::ordered_json dataJson(const Examination& found) {
    nlohmann::ordered_json json = nlohmann::ordered_json::object();
    for (const ExaminedFolder& folder : found.folders) {
        json[folder.role] = {{"path", folder.path.string()}, {"writable", folder.writable}};
    }
    json["languages"] = {{"path", found.ownLanguages.string()}, {"problems", errorsJson(found.languageProblems)}};
    json["history"] = {{"ok", !found.store.has_value()},
                       {"error", found.store ? errorJson(*found.store) : nlohmann::ordered_json()},
                       {"path", found.database.string()},
                       {"copies", pathsJson(found.copies)},
                       {"damaged", pathsJson(found.damaged)}};
    json["problems"] = {{"count", found.problems}, {"unreadable", errorsJson(found.unreadable)}};
    return json;
}

} // namespace

Examination examine(Services& services, std::stop_token stop) {
    Examination found;
    found.languages = examineLanguages(services, found, stop);
    found.languageProblems = services.languages().problems();
    found.ownLanguages = services.paths().ownLanguages();
    examineHistory(services, found);
    found.folders = examineFolders(services.paths());
    found.problems = services.library().entries().size();
    found.unreadable = services.library().problems();
    return found;
}

bool canJudge(const Examination& found) {
    return found.sandbox.tier != sandbox::Tier::None &&
           std::ranges::any_of(found.languages, [](const core::SurveyedLanguage& one) { return one.check.works; });
}

nlohmann::ordered_json toJson(const Examination& found) {
    return {{"schema", "grindstone-doctor/1"},
            {"can_judge", canJudge(found)},
            {"sandbox", sandboxJson(found)},
            {"languages", core::surveyJson(found.languages)},
            {"data", dataJson(found)}};
}

} // namespace grindstone::cli
