// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/language_file.h"

#include "judge/language/command.h"
#include "judge/language/table_reader.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>

namespace grindstone::judge {

namespace {

constexpr std::size_t LargestFile = 256 << 10;
constexpr std::array<std::string_view, 8> Placeholders{"{source}",  "{sources}",    "{program}",    "{tool}",
                                                       "{runtime}", "{memory_mib}", "{main_class}", "{prepared}"};

Result<std::string> readWhole(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) {
        return fail("language.invalid", path.string() + ": not a regular file");
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return fail("language.invalid", path.string() + ": " + std::strerror(errno));
    }
    std::string text(LargestFile + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    if (text.size() > LargestFile) {
        return fail("language.invalid", path.string() + ": larger than 256 KiB");
    }
    return text;
}

Result<toml::table> parse(const std::filesystem::path& path, const std::string& text) {
    try {
        return toml::parse(text, path.string());
    } catch (const toml::parse_error& error) {
        return fail("language.invalid", path.string() + ":" + std::to_string(error.source().begin.line) + ": " +
                                            std::string(error.description()));
    } catch (const std::bad_alloc&) {
        return fail("language.invalid", path.string() + ": not enough memory to read it");
    }
}

bool isPlainFileName(const std::string& name) {
    return name != "." && name != ".." && name.find_first_of("/\\") == std::string::npos &&
           name.find('\0') == std::string::npos && name.front() != '-';
}

Result<std::string> readId(TableReader& reader) {
    std::string id = TRY(reader.text("id", Presence::Required));
    const std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789_+-";
    if (id.find_first_not_of(allowed) != std::string::npos) {
        return reader.invalid("id", "may hold only a-z, 0-9, '_', '+' and '-'");
    }
    return id;
}

Result<std::vector<std::string>> readExtensions(TableReader& reader) {
    std::vector<std::string> extensions = TRY(reader.texts("extensions", Presence::Required));
    const auto isBad = [](const std::string& extension) {
        return extension.size() < 2 || extension.front() != '.' || !isPlainFileName(extension);
    };
    if (std::ranges::any_of(extensions, isBad)) {
        return reader.invalid("extensions", "each must begin with a dot, such as \".cpp\"");
    }
    return extensions;
}

Result<std::vector<std::string>> readEnvironment(TableReader& reader) {
    std::vector<std::string> environment = TRY(reader.texts("environment", Presence::Optional));
    for (const std::string& entry : environment) {
        if (entry.find('=') == std::string::npos || entry.front() == '=') {
            return reader.invalid("environment", "\"" + entry + "\" is not NAME=value");
        }
    }
    return environment;
}

std::string listOfPlaceholders() {
    std::string list;
    for (const std::string_view placeholder : Placeholders) {
        list += (list.empty() ? "" : ", ") + std::string(placeholder);
    }
    return list;
}

Result<std::vector<std::string>> readCommand(TableReader& reader, std::string_view key, Presence presence) {
    std::vector<std::string> words = TRY(reader.texts(key, presence));
    for (const std::string& word : words) {
        for (const std::string& placeholder : findPlaceholders(word)) {
            if (std::ranges::find(Placeholders, placeholder) == Placeholders.end()) {
                return reader.invalid(key, placeholder + " is not one of " + listOfPlaceholders());
            }
        }
        if (word.find('\0') != std::string::npos) {
            return reader.invalid(key, "holds a NUL character");
        }
    }
    return words;
}

Result<std::vector<std::string>> readTools(TableReader& reader) {
    std::vector<std::string> tools = TRY(reader.texts("tools", Presence::Required));
    if (!std::ranges::all_of(tools, isPlainFileName)) {
        return reader.invalid("tools", "must be names of programs, not paths");
    }
    return tools;
}

/// Packages are put into a command line that people copy.
Result<std::string> readPackages(TableReader& reader) {
    std::string packages = TRY(reader.text("package", Presence::Required));
    const std::string_view allowed = "abcdefghijklmnopqrstuvwxyz0123456789+-. ";
    if (packages.find_first_not_of(allowed) != std::string::npos || packages.front() == '-' ||
        packages.find(" -") != std::string::npos) {
        return reader.invalid("package", "must be names of packages, with blanks between them");
    }
    return packages;
}

Result<void> readRuntime(TableReader reader, Language& language) {
    language.runtimes = TRY(readTools(reader));
    language.runtimePackage = TRY(readPackages(reader));
    return reader.rejectUnknown();
}

Result<void> readToolchain(TableReader reader, Language& language) {
    language.tools = TRY(readTools(reader));
    language.package = TRY(readPackages(reader));
    language.version = TRY(readCommand(reader, "version", Presence::Required));
    if (reader.has("runtime")) {
        TRY(readRuntime(TRY(reader.table("runtime", Presence::Required)), language));
    }
    return reader.rejectUnknown();
}

/// Placeholders that stand for nothing unless another key is there, too.
Result<void> checkPlaceholders(const TableReader& reader, const Language& language) {
    for (const std::vector<std::string>* command :
         {&language.version, &language.prepare, &language.compile, &language.run}) {
        for (const std::string& word : *command) {
            if (language.runtimes.empty() && word.find("{runtime}") != std::string::npos) {
                return reader.invalid("toolchain", "{runtime} is used, but there is no [toolchain.runtime]");
            }
            if (language.entryRule == EntryRule::File && word.find("{main_class}") != std::string::npos) {
                return reader.invalid("entry_rule", "{main_class} is used, which takes entry_rule = \"java-class\"");
            }
        }
    }
    return {};
}

Result<EntryRule> readEntryRule(TableReader& reader) {
    const std::string rule = TRY(reader.text("entry_rule", Presence::Optional));
    if (rule.empty() || rule == "file") {
        return EntryRule::File;
    }
    if (rule == "java-class") {
        return EntryRule::JavaClass;
    }
    return reader.invalid("entry_rule", "must be \"file\" or \"java-class\"");
}

Result<void> readCompile(TableReader reader, Language& language) {
    language.compile = TRY(readCommand(reader, "command", Presence::Optional));
    language.compileOnlyChecks = TRY(reader.flag("only_checks", false));
    const bool makesProgram = !language.compile.empty() && !language.compileOnlyChecks;
    language.program = TRY(reader.text("program", makesProgram ? Presence::Required : Presence::Optional));
    if (makesProgram && !isPlainFileName(language.program)) {
        return reader.invalid("program", "must be a plain file name");
    }
    if (!makesProgram && !language.program.empty()) {
        return reader.invalid("program", "is of no use where compiling makes no program");
    }
    return reader.rejectUnknown();
}

/// A relative path that leads to no other folder.
bool isPlainPath(const std::string& path) {
    const std::filesystem::path plain(path);
    return !path.empty() && plain.is_relative() && std::ranges::all_of(plain, [](const std::filesystem::path& part) {
        return !part.empty() && isPlainFileName(part.string());
    });
}

Result<void> readPrepare(TableReader reader, Language& language) {
    language.prepare = TRY(readCommand(reader, "command", Presence::Optional));
    const Presence needed = language.prepare.empty() ? Presence::Optional : Presence::Required;
    language.prepareProgram = TRY(reader.text("program", needed));
    if (needed == Presence::Required && !isPlainPath(language.prepareProgram)) {
        return reader.invalid("program", "must be a plain relative path");
    }
    language.prepareFor = TRY(reader.texts("for_sources_with", Presence::Optional));
    return reader.rejectUnknown();
}

Result<void> readRun(TableReader reader, Language& language) {
    language.run = TRY(readCommand(reader, "command", Presence::Required));
    language.timeMultiplier = TRY(reader.number("time_multiplier", 0.1, 100, 1));
    const std::int64_t extra = TRY(reader.integer("extra_memory_mib", 0, 65536, 0));
    language.extraMemory = Bytes::mib(static_cast<std::uint64_t>(extra));
    language.processes = static_cast<unsigned>(TRY(reader.integer("processes", 1, 4096, 64)));
    language.addressSpaceLimit = TRY(reader.flag("address_space_limit", false));
    language.visiblePaths = TRY(reader.texts("visible_paths", Presence::Optional));
    for (const std::string& path : language.visiblePaths) {
        const std::filesystem::path normal = std::filesystem::path(path).lexically_normal();
        if (!normal.is_absolute() || normal != std::filesystem::path(path) || normal == "/") {
            return reader.invalid("visible_paths", "\"" + path + "\" must be absolute, plain, and not \"/\"");
        }
    }
    return reader.rejectUnknown();
}

Result<void> readSelfTest(TableReader reader, Language& language) {
    language.selfTestSource = TRY(reader.text("source", Presence::Required));
    language.selfTestOutput = TRY(reader.text("output", Presence::Required));
    return reader.rejectUnknown();
}

Result<void> readEditor(TableReader reader, Language& language) {
    language.lexer = TRY(reader.text("lexer", Presence::Optional));
    language.lineComment = TRY(reader.text("line_comment", Presence::Optional));
    language.starter = TRY(reader.text("starter", Presence::Optional));
    return reader.rejectUnknown();
}

} // namespace

Result<Language> loadLanguageFile(const std::filesystem::path& path) {
    const toml::table root = TRY(parse(path, TRY(readWhole(path))));
    TableReader reader(root, path.string(), "");
    Language language;
    language.id = TRY(readId(reader));
    language.name = TRY(reader.text("name", Presence::Required));
    language.extensions = TRY(readExtensions(reader));
    language.icpcCodes = TRY(reader.texts("icpc_codes", Presence::Optional));
    language.sourceName = TRY(reader.text("source_name", Presence::Required));
    if (!isPlainFileName(language.sourceName)) {
        return reader.invalid("source_name", "must be a plain file name");
    }
    language.byNameOnly = TRY(reader.flag("by_name_only", false));
    language.entryRule = TRY(readEntryRule(reader));
    language.environment = TRY(readEnvironment(reader));
    TRY(readToolchain(TRY(reader.table("toolchain", Presence::Required)), language));
    TRY(readCompile(TRY(reader.table("compile", Presence::Optional)), language));
    TRY(readPrepare(TRY(reader.table("prepare", Presence::Optional)), language));
    TRY(readRun(TRY(reader.table("run", Presence::Required)), language));
    TRY(readSelfTest(TRY(reader.table("self_test", Presence::Required)), language));
    TRY(readEditor(TRY(reader.table("editor", Presence::Optional)), language));
    TRY(reader.rejectUnknown());
    TRY(checkPlaceholders(reader, language));
    return language;
}

} // namespace grindstone::judge
