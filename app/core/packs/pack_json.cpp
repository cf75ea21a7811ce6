// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/pack_json.h"

#include "app/core/text/json_parts.h"
#include "judge/package/package.h"
#include "judge/report/names.h"

#include <algorithm>

namespace grindstone::core {

using Json = nlohmann::ordered_json;
using text::orNull;
using text::textsJson;

namespace {

const char* name(PackChange change) {
    switch (change) {
    case PackChange::New:
        return "new";
    case PackChange::Replaced:
        return "replaced";
    case PackChange::Unchanged:
        return "unchanged";
    }
    return "";
}

const char* name(ProblemChange change) {
    switch (change) {
    case ProblemChange::Added:
        return "added";
    case ProblemChange::Changed:
        return "changed";
    case ProblemChange::Same:
        return "same";
    }
    return "";
}

Json leftOutJson(const std::vector<LeftOutPackage>& packages) {
    Json list = Json::array();
    for (const LeftOutPackage& package : packages) {
        list.push_back({{"name", package.name.toStdString()}, {"error", text::errorJson(package.reason)}});
    }
    return list;
}

Json importedJson(const ImportedPack& pack) {
    Json problems = Json::array();
    for (const ImportedProblem& problem : pack.problems) {
        problems.push_back({{"id", (pack.id + u'/' + problem.slug).toStdString()},
                            {"slug", problem.slug.toStdString()},
                            {"title", problem.title.toStdString()},
                            {"change", name(problem.change)},
                            {"warnings", problem.warnings}});
    }
    return {{"id", pack.id.toStdString()},
            {"title", pack.title.toStdString()},
            {"version", orNull(pack.version)},
            {"change", name(pack.change)},
            {"version_before", orNull(pack.versionBefore)},
            {"problems", problems},
            {"removed", textsJson(pack.removed)},
            {"left_out", leftOutJson(pack.leftOut)},
            {"warnings", pack.warnings}};
}

/// What there is to say of any pack.
Json factsJson(const InstalledPack& pack) {
    const QDateTime imported = pack.record ? pack.record->imported : QDateTime();
    return {{"id", pack.file.id.toStdString()},
            {"title", pack.file.title.toStdString()},
            {"version", orNull(pack.file.version)},
            {"authors", textsJson(pack.file.authors)},
            {"licence", orNull(pack.file.licence)},
            {"language", orNull(pack.file.language)},
            {"own", pack.own},
            {"size", sizeOf(pack).count()},
            {"folder", pack.folder.string()},
            {"source", orNull(pack.record ? pack.record->source : QString())},
            {"imported", orNull(imported.toUTC().toString(Qt::ISODate))},
            {"error", pack.error ? text::errorJson(*pack.error) : Json()}};
}

Json problemJson(const InstalledPack& pack, const ShownPackage& package) {
    Json json{{"id", (pack.file.id + u'/' + package.name).toStdString()}, {"slug", package.name.toStdString()}};
    if (!package.problem) {
        json["error"] = package.error ? text::errorJson(*package.error) : Json();
        return json;
    }
    const judge::Problem& problem = *package.problem;
    json["title"] = problem.name;
    json["limits"] = {{"cpu_ms", problem.limits.cpuTime.count()},
                      {"memory_kib", problem.limits.memory.inKib()},
                      {"source", judge::name(problem.limits.source)}};
    json["cases"] = problem.cases.size();
    json["warnings"] = problem.warnings;
    return json;
}

} // namespace

Json importJson(const std::vector<ImportedPack>& packs, const std::vector<FailedImport>& failed) {
    Json list = Json::array();
    std::ranges::transform(packs, std::back_inserter(list), importedJson);
    Json errors = Json::array();
    for (const FailedImport& one : failed) {
        errors.push_back({{"source", one.source}, {"error", text::errorJson(one.error)}});
    }
    return {{"schema", "grindstone-import/1"}, {"packs", list}, {"failed", errors}};
}

Json packsJson(const std::vector<InstalledPack>& packs) {
    Json list = Json::array();
    for (const InstalledPack& pack : packs) {
        Json json = factsJson(pack);
        json["problems"] = pack.packages.size();
        list.push_back(json);
    }
    return {{"schema", "grindstone-packs/1"}, {"packs", list}};
}

std::vector<ShownPackage> loadPackages(const std::vector<std::filesystem::path>& packages) {
    std::vector<ShownPackage> shown;
    for (const std::filesystem::path& folder : packages) {
        ShownPackage package;
        package.name = QString::fromStdString(folder.filename().string());
        if (Result<judge::Problem> problem = judge::loadPackage(folder)) {
            package.problem = *std::move(problem);
        } else {
            package.error = problem.error();
        }
        shown.push_back(std::move(package));
    }
    return shown;
}

Json packJson(const InstalledPack& pack, const std::vector<ShownPackage>& packages) {
    Json json{{"schema", "grindstone-pack/1"}};
    json.update(factsJson(pack));
    Json problems = Json::array();
    for (const ShownPackage& package : packages) {
        problems.push_back(problemJson(pack, package));
    }
    json["problems"] = problems;
    json["left_out"] = leftOutJson(pack.record ? pack.record->leftOut : std::vector<LeftOutPackage>());
    json["warnings"] = pack.file.warnings;
    return json;
}

Json writtenJson(const WrittenPack& pack, const std::filesystem::path& file) {
    return {{"schema", "grindstone-written-pack/1"},
            {"path", file.string()},
            {"size", pack.size.count()},
            {"id", pack.id.toStdString()},
            {"title", pack.title.toStdString()},
            {"version", orNull(pack.version)},
            {"problems", textsJson(pack.problems)},
            {"warnings", pack.warnings}};
}

} // namespace grindstone::core
