// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/package_checkers.h"

#include "judge/checker/checker_sources.h"
#include "judge/package/yaml_reader.h"
#include "judge/text/leftover.h"

#include <algorithm>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

const YamlReader ProblemReader("problem.yaml");
const YamlReader ExtrasReader("grindstone.yaml");

constexpr const char* OneProgram = "output_validator";    ///< the folder is the program
constexpr const char* ManyPrograms = "output_validators"; ///< each entry is one
constexpr std::size_t MostPrograms = 20;

/// What lies beside programs without being one.
bool isNoProgram(const fs::path& name) {
    constexpr std::string_view Documents[] = {".md", ".txt", ".pdf"};
    return isHeader(name) || name.stem() == "README" ||
           std::ranges::find(Documents, name.extension().string()) != std::end(Documents);
}

std::vector<std::string> visibleEntries(const fs::path& folder) {
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
        const std::string name = entry->path().filename().string();
        if (!isLeftover(name)) {
            names.push_back(name);
        }
    }
    std::ranges::sort(names);
    return names;
}

Result<std::vector<CheckerSpec>> checkersIn(const PackageFolder& folder, const char* name) {
    std::vector<CheckerSpec> checkers;
    for (const std::string& path : listPrograms(folder, name)) {
        checkers.push_back(TRY(findProgram(folder, path)));
        if (checkers.size() > MostPrograms) {
            return fail("package.invalid", std::string(name) + ": more than 20 programs; remove what isn't needed");
        }
    }
    return checkers;
}

/// Null unless problem.yaml says "validation: custom", so that a validator must be there.
Result<const YamlValue*> findCustomValidation(const YamlValue& yaml) {
    const YamlValue* validation = yaml.find("validation");
    if (validation == nullptr || validation->isNull()) {
        return nullptr;
    }
    const std::vector<std::string> words = TRY(ProblemReader.words(*validation, "validation"));
    return !words.empty() && words.front() == "custom" ? validation : nullptr;
}

void warnOfUnused(const PackageFolder& folder, std::vector<std::string>& warnings) {
    for (const char* name : {OneProgram, ManyPrograms}) {
        if (folder.hasEntries(name)) {
            warnings.push_back(std::string(name) +
                               "/: not used, since problem.yaml doesn't say \"validation: custom\"");
        }
    }
}

/// The folder that the format wants, else the other format's.
const char* findFolder(const PackageFolder& folder, PackageFormat format, std::vector<std::string>& warnings) {
    const bool current = format == PackageFormat::Current;
    const char* const own = current ? OneProgram : ManyPrograms;
    const char* const other = current ? ManyPrograms : OneProgram;
    if (!folder.hasEntries(other)) {
        return folder.hasEntries(own) ? own : nullptr;
    }
    const bool used = !folder.hasEntries(own);
    warnings.push_back(std::string(other) + "/: the folder is called " + own +
                       "/ in this version of the format; it is " + (used ? "used all the same" : "not used"));
    return used ? other : own;
}

Result<std::vector<CheckerSpec>> packageCheckers(const PackageFolder& folder, const YamlValue& yaml,
                                                 PackageFormat format, std::vector<std::string>& warnings) {
    const YamlValue* custom = TRY(findCustomValidation(yaml));
    if (format == PackageFormat::Legacy && custom == nullptr) {
        warnOfUnused(folder, warnings);
        return std::vector<CheckerSpec>();
    }
    std::vector<CheckerSpec> checkers;
    const char* const name = findFolder(folder, format, warnings);
    if (name == OneProgram) {
        checkers.push_back(TRY(findProgram(folder, name)));
    } else if (name != nullptr) {
        checkers = TRY(checkersIn(folder, name));
    }
    if (checkers.empty() && custom != nullptr) {
        return ProblemReader.invalid(*custom, std::string("validation is custom, but there is no program in ") +
                                                  (format == PackageFormat::Current ? OneProgram : ManyPrograms) +
                                                  "/; add it, or write \"validation: default\"");
    }
    return checkers;
}

Result<CheckerSpec> namedChecker(const PackageFolder& folder, const PackageChecker& named) {
    CheckerSpec checker(named.kind.value_or(CheckerKind::Icpc), shownPath(named.path), {}, folder.root());
    Result<fs::path> path = folder.resolve(named.path);
    if (!path) {
        return fail(path.error().code, ExtrasReader.place(named.line) + path.error().detail);
    }
    checker.path = *std::move(path);
    if (!named.kind) {
        const Result<std::vector<SourceFile>> sources = loadCheckerSources(checker);
        if (!sources) {
            return fail("package.invalid", ExtrasReader.place(named.line) + sources.error().detail);
        }
        checker.kind = tellKind(*sources);
    }
    return checker;
}

} // namespace

std::vector<std::string> listPrograms(const PackageFolder& folder, const std::string& name) {
    std::vector<std::string> paths;
    for (const std::string& entry : visibleEntries(folder.root() / name)) {
        if (!isNoProgram(entry)) {
            paths.push_back(name + "/" + entry);
        }
    }
    return paths;
}

Result<CheckerSpec> findProgram(const PackageFolder& folder, std::string name) {
    constexpr int DeepestNesting = 8;
    fs::path path = TRY(folder.resolve(name));
    for (int depth = 0; depth < DeepestNesting; ++depth) {
        const std::vector<std::string> entries = visibleEntries(path);
        if (entries.size() != 1) {
            break;
        }
        name += "/" + entries.front();
        path = TRY(folder.resolve(name));
    }
    return CheckerSpec{CheckerKind::Icpc, shownPath(name), path, folder.root()};
}

Result<std::vector<CheckerSpec>> findCheckers(const PackageFolder& folder, const YamlValue& yaml, PackageFormat format,
                                              const PackageExtras& extras, std::vector<std::string>& warnings) {
    if (extras.checker) {
        return std::vector<CheckerSpec>{TRY(namedChecker(folder, *extras.checker))};
    }
    return packageCheckers(folder, yaml, format, warnings);
}

Result<std::optional<CheckerSpec>> findGrader(const PackageFolder& folder) {
    std::vector<CheckerSpec> graders = TRY(checkersIn(folder, "graders"));
    if (graders.size() > 1) {
        return fail("package.invalid", "graders: there are several programs, " + graders[0].name + " and " +
                                           graders[1].name + " among them; leave one");
    }
    return graders.empty() ? std::nullopt : std::optional(std::move(graders.front()));
}

} // namespace grindstone::judge
