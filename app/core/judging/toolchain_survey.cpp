// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/toolchain_survey.h"

#include "app/core/text/json_parts.h"

#include <algorithm>
#include <atomic>
#include <sstream>
#include <thread>

namespace grindstone::core {

namespace {

bool worked(const judge::Language& language, judge::ToolchainMemory& outcomes) {
    const Result<std::vector<judge::Toolchain>> toolchains = judge::findToolchains(language);
    return toolchains && std::ranges::any_of(*toolchains, [&](const judge::Toolchain& toolchain) {
               return outcomes.works(language, toolchain).value_or(false);
           });
}

} // namespace

std::vector<SurveyedLanguage> surveyToolchains(const judge::LanguageCatalogue& languages, sandbox::Sandbox& sandbox,
                                               const std::filesystem::path& memory, Trust trust, std::stop_token stop) {
    const sandbox::Capabilities& capabilities = sandbox.capabilities();
    if (capabilities.tier == sandbox::Tier::None) {
        return surveyWithoutSandbox(languages, {"sandbox.none", details(capabilities)});
    }
    std::vector<SurveyedLanguage> survey;
    for (const judge::Language& language : languages.languages()) {
        survey.push_back({language, {}});
    }
    judge::ToolchainMemory outcomes(memory);
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < survey.size(); i = next++) {
            if (trust == Trust::WhatIsRemembered && worked(survey[i].language, outcomes)) {
                survey[i].check.works = true;
            } else {
                survey[i].check = judge::checkToolchain(survey[i].language, sandbox, outcomes, stop);
            }
        }
    };
    const std::size_t count = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, survey.size() + 1);
    std::vector<std::jthread> workers(count);
    for (std::jthread& worker : workers) {
        worker = std::jthread(work);
    }
    workers.clear();
    return survey;
}

std::vector<SurveyedLanguage> surveyWithoutSandbox(const judge::LanguageCatalogue& languages, const Error& reason) {
    std::vector<SurveyedLanguage> survey;
    for (const judge::Language& language : languages.languages()) {
        survey.push_back({language, {false, {}, reason.detail, judge::missingPackages(language), {}}, false});
    }
    return survey;
}

std::vector<std::string> packagesToInstall(const std::vector<SurveyedLanguage>& survey) {
    std::vector<std::string> packages;
    for (const SurveyedLanguage& one : survey) {
        std::istringstream words(one.check.works ? std::string() : one.check.package);
        for (std::string package; words >> package;) {
            if (std::ranges::find(packages, package) == packages.end()) {
                packages.push_back(package);
            }
        }
    }
    return packages;
}

nlohmann::ordered_json surveyJson(const std::vector<SurveyedLanguage>& survey) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const auto& [language, check, tried] : survey) {
        list.push_back({{"id", language.id},
                        {"name", language.name},
                        {"works", check.works},
                        {"tried", tried},
                        {"version", text::orNull(QString::fromStdString(check.version))},
                        {"install", judge::allPackages(language)},
                        {"tool", text::orNull(QString::fromStdString(check.toolchain.tool))},
                        {"detail", text::orNull(QString::fromStdString(check.detail))},
                        {"extensions", language.extensions}});
    }
    return list;
}

nlohmann::ordered_json languagesJson(const std::vector<SurveyedLanguage>& survey, const std::vector<Error>& problems) {
    return {{"schema", "grindstone-languages/1"},
            {"languages", surveyJson(survey)},
            {"problems", text::errorsJson(problems)}};
}

} // namespace grindstone::core
