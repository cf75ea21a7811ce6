// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/source_names.h"

#include "judge/language/java_source.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

namespace fs = std::filesystem;

bool isSource(const Language& language, const SourceFile& source) {
    return isSourceOf(language, source.name);
}

std::string singleName(const Language& language, const SourceFile& source) {
    fs::path name = language.sourceName;
    if (language.entryRule == EntryRule::JavaClass) {
        const std::string type = readJavaSource(source.content).publicType;
        return type.empty() ? name.string() : type + name.extension().string();
    }
    if (isSource(language, source)) {
        name.replace_extension(fs::path(source.name).extension());
    }
    return name.string();
}

template<typename Condition> void putFirst(std::vector<std::string>& names, Condition isMeant) {
    const auto found = std::ranges::find_if(names, isMeant);
    if (found != names.end()) {
        std::rotate(names.begin(), found, found + 1);
    }
}

/// The last one found stands first.
void putEntryFirst(const Language& language, std::vector<std::string>& names) {
    putFirst(names, [&](const fs::path& name) { return name.extension() == language.extensions.front(); });
    putFirst(names, [&](const fs::path& name) { return name.stem() == fs::path(language.sourceName).stem(); });
    putFirst(names, [&](const std::string& name) { return name == language.sourceName; });
    putFirst(names, [](const std::string& name) { return name == "__main__.py"; });
}

std::string qualified(const JavaSource& source, const std::string& type) {
    return source.package.empty() ? type : source.package + "." + type;
}

/// The class with main in the file called as the entry, else in the first file that has one, else any class.
std::string javaMainClass(const Language& language, const std::vector<SourceFile>& named) {
    std::string withMain;
    std::string any;
    for (const SourceFile& file : named) {
        if (!isSource(language, file)) {
            continue;
        }
        const JavaSource source = readJavaSource(file.content);
        const bool isEntry = fs::path(file.name).filename() == language.sourceName;
        if (!source.mainType.empty() && (withMain.empty() || isEntry)) {
            withMain = qualified(source, source.mainType);
        }
        if (any.empty() && !source.firstType.empty()) {
            any = qualified(source, source.publicType.empty() ? source.firstType : source.publicType);
        }
    }
    const std::string& found = withMain.empty() ? any : withMain;
    return found.empty() ? fs::path(language.sourceName).stem().string() : found;
}

} // namespace

std::vector<SourceFile> nameForBox(const Language& language, const std::vector<SourceFile>& sources) {
    std::vector<SourceFile> named = sources;
    if (named.size() == 1) {
        named.front().name = singleName(language, sources.front());
    }
    return named;
}

std::vector<std::string> sourceNames(const Language& language, const std::vector<SourceFile>& named) {
    std::vector<std::string> names;
    for (const SourceFile& source : named) {
        if (named.size() == 1 || isSource(language, source)) {
            const bool odd = source.name.starts_with('-') || source.name.starts_with('@');
            names.push_back(odd ? "./" + source.name : source.name);
        }
    }
    putEntryFirst(language, names);
    return names;
}

Language startingAt(const std::string& entrypoint, Language language) {
    if (entrypoint.empty()) {
        return language;
    }
    const bool isClass = language.entryRule == EntryRule::JavaClass && !isSourceOf(language, entrypoint);
    const std::string name = isClass ? entrypoint.substr(entrypoint.rfind('.') + 1) : entrypoint;
    language.sourceName = isClass ? name + language.extensions.front() : name;
    return language;
}

bool isSourceOf(const Language& language, const std::string& name) {
    const std::string extension = fs::path(name).extension().string();
    return std::ranges::find(language.extensions, extension) != language.extensions.end();
}

std::string mainClass(const Language& language, const std::vector<SourceFile>& named) {
    return language.entryRule == EntryRule::JavaClass ? javaMainClass(language, named) : std::string();
}

} // namespace grindstone::judge
