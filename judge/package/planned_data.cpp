// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/planned_data.h"

#include <algorithm>

namespace grindstone::judge {

void PlannedData::addName(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    if (slash != std::string::npos && names[path.substr(0, slash)].insert(path.substr(slash + 1)).second) {
        addName(path.substr(0, slash));
    }
}

void PlannedData::addFolder(const std::string& path) {
    names.try_emplace(path);
    addName(path);
}

void PlannedData::addCase(const std::string& base, MadeCase made) {
    addName(base + ".in");
    addName(base + ".ans");
    cases.insert_or_assign(base, std::move(made));
}

void PlannedData::addSettings(const std::string& file, YamlValue value) {
    addName(file);
    settings.insert_or_assign(file, std::move(value));
}

bool PlannedData::has(const std::string& path) const {
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) {
        return hasFolder(path);
    }
    const auto folder = names.find(path.substr(0, slash));
    return folder != names.end() && folder->second.contains(path.substr(slash + 1));
}

const MadeCase* PlannedData::findCase(const std::string& base) const {
    const auto found = cases.find(base);
    return found == cases.end() ? nullptr : &found->second;
}

const YamlValue* PlannedData::findSettings(const std::string& file) const {
    const auto found = settings.find(file);
    return found == settings.end() ? nullptr : &found->second;
}

std::size_t PlannedData::indexOf(std::vector<PlannedProgram>& programs, PlannedProgram program) {
    const auto found = std::ranges::find(programs, program.name, &PlannedProgram::name);
    if (found != programs.end()) {
        return static_cast<std::size_t>(found - programs.begin());
    }
    programs.push_back(std::move(program));
    return programs.size() - 1;
}

} // namespace grindstone::judge
