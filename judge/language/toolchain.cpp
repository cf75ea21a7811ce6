// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/toolchain.h"

#include "judge/language/tool_search.h"

namespace grindstone::judge {

namespace {

Result<std::vector<ToolCandidate>> require(const Language& language, const std::vector<std::string>& tools,
                                           const std::string& package) {
    std::vector<ToolCandidate> found = findTools(tools, language.visiblePaths);
    if (!found.empty()) {
        return found;
    }
    std::string names;
    for (const std::string& tool : tools) {
        names += (names.empty() ? "" : ", ") + tool;
    }
    return fail("language.not-installed",
                language.name + ": no " + names + " that a box could run; the package is " + package);
}

Toolchain join(const ToolCandidate& tool, const ToolCandidate& runtime) {
    Toolchain toolchain{tool.path, runtime.path, tool.visiblePaths};
    toolchain.visiblePaths.insert(toolchain.visiblePaths.end(), runtime.visiblePaths.begin(),
                                  runtime.visiblePaths.end());
    return toolchain;
}

void replaceAll(std::string& word, std::string_view placeholder, const std::string& value) {
    for (std::size_t at = word.find(placeholder); at != std::string::npos;
         at = word.find(placeholder, at + value.size())) {
        word.replace(at, placeholder.size(), value);
    }
}

} // namespace

Result<std::vector<Toolchain>> findToolchains(const Language& language) {
    const std::vector<ToolCandidate> tools = TRY(require(language, language.tools, language.package));
    std::vector<ToolCandidate> runtimes{{}};
    if (!language.runtimes.empty()) {
        runtimes = TRY(require(language, language.runtimes, language.runtimePackage));
    }
    std::vector<Toolchain> found;
    for (const ToolCandidate& tool : tools) {
        for (const ToolCandidate& runtime : runtimes) {
            found.push_back(join(tool, runtime));
        }
    }
    return found;
}

Result<Toolchain> findToolchain(const Language& language) {
    return TRY(findToolchains(language)).front();
}

std::string allPackages(const Language& language) {
    return language.package + (language.runtimePackage.empty() ? "" : " " + language.runtimePackage);
}

std::string missingPackages(const Language& language) {
    const bool tool = findTools(language.tools, language.visiblePaths).empty();
    const bool runtime = !language.runtimes.empty() && findTools(language.runtimes, language.visiblePaths).empty();
    if (tool && runtime) {
        return allPackages(language);
    }
    return tool ? language.package : runtime ? language.runtimePackage : std::string();
}

Language equip(Language language, const Toolchain& toolchain) {
    for (std::vector<std::string>* command : {&language.version, &language.compile, &language.run}) {
        for (std::string& word : *command) {
            replaceAll(word, "{runtime}", toolchain.runtime);
        }
    }
    language.visiblePaths.insert(language.visiblePaths.end(), toolchain.visiblePaths.begin(),
                                 toolchain.visiblePaths.end());
    return language;
}

} // namespace grindstone::judge
