// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/input_arguments.h"

#include "judge/package/case_settings.h"
#include "judge/package/problem_metadata.h"

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

/// The legacy form of a map has one validator's name and flags, the later one each name as a key.
bool isLegacyMap(const YamlValue& value) {
    return value.find("name") != nullptr && value.find("flags") != nullptr && value.entries.size() == 2;
}

} // namespace

Result<std::vector<std::string>> InputArguments::of(const std::string& base, const std::string& validator) {
    Settings settings = TRY(readFile(base + ".yaml"));
    if (!settings) {
        settings = TRY(ofFolder(fs::path(base).parent_path().string()));
    }
    if (!settings) {
        return std::vector<std::string>();
    }
    if (settings->all) {
        return *settings->all;
    }
    const auto named = settings->named.find(validator);
    return named == settings->named.end() ? std::vector<std::string>() : named->second;
}

Result<InputArguments::Settings> InputArguments::ofFolder(const std::string& path) {
    if (path.empty()) {
        return Settings();
    }
    if (const auto known = m_folders.find(path); known != m_folders.end()) {
        return known->second;
    }
    Settings settings = TRY(readFile(path + "/test_group.yaml"));
    if (!settings) {
        settings = TRY(readFile(path + "/testdata.yaml"));
    }
    if (!settings) {
        settings = TRY(ofFolder(fs::path(path).parent_path().string()));
    }
    m_folders.emplace(path, settings);
    return settings;
}

Result<InputArguments::Settings> InputArguments::readFile(const std::string& file) {
    if (!m_folder.exists(file)) {
        return Settings();
    }
    const YamlValue yaml = TRY(loadPackageYaml(m_folder, file));
    for (const char* key : {"input_validator_args", "input_validator_flags"}) {
        if (const YamlValue* value = yaml.find(key)) {
            return Settings(TRY(readSetting(file, key, *value)));
        }
    }
    return Settings();
}

Result<InputArguments::Setting> InputArguments::readSetting(const std::string& file, const std::string& key,
                                                            const YamlValue& value) {
    const YamlReader reader(sourceOf(m_folder, file));
    Setting setting;
    if (value.kind != YamlValue::Kind::Map) {
        setting.all = TRY(readCommandLine(reader, value, key, m_constants));
    } else if (isLegacyMap(value)) {
        const std::string name = TRY(reader.text(*value.find("name"), key + ".name"));
        setting.named[name] = TRY(readCommandLine(reader, *value.find("flags"), key + ".flags", m_constants));
    } else {
        for (const YamlEntry& entry : value.entries) {
            setting.named[entry.key] = TRY(readCommandLine(reader, entry.value, key + "." + entry.key, m_constants));
        }
    }
    return setting;
}

} // namespace grindstone::judge
