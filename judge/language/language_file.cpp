// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/language_file.h"

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
constexpr std::array<std::string_view, 4> Placeholders{"{source}", "{sources}", "{program}", "{tool}"};

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

/// True for "{word}", which can only be meant as a placeholder.
bool looksLikePlaceholder(const std::string& word) {
    return word.size() > 2 && word.front() == '{' && word.back() == '}' &&
           std::all_of(word.begin() + 1, word.end() - 1, [](char letter) { return letter >= 'a' && letter <= 'z'; });
}

Result<std::vector<std::string>> readCommand(TableReader& reader, std::string_view key, Presence presence) {
    std::vector<std::string> words = TRY(reader.texts(key, presence));
    for (const std::string& word : words) {
        if (looksLikePlaceholder(word) && std::ranges::find(Placeholders, word) == Placeholders.end()) {
            return reader.invalid(key, word + " is not one of {source}, {sources}, {program}, {tool}");
        }
        if (word.find('\0') != std::string::npos) {
            return reader.invalid(key, "holds a NUL character");
        }
    }
    return words;
}

Result<void> readToolchain(TableReader reader, Language& language) {
    language.tools = TRY(reader.texts("tools", Presence::Required));
    if (!std::ranges::all_of(language.tools, isPlainFileName)) {
        return reader.invalid("tools", "must be names of programs, not paths");
    }
    language.package = TRY(reader.text("package", Presence::Required));
    language.version = TRY(readCommand(reader, "version", Presence::Required));
    return reader.rejectUnknown();
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
    language.environment = TRY(readEnvironment(reader));
    TRY(readToolchain(TRY(reader.table("toolchain", Presence::Required)), language));
    TRY(readCompile(TRY(reader.table("compile", Presence::Optional)), language));
    TRY(readRun(TRY(reader.table("run", Presence::Required)), language));
    TRY(readSelfTest(TRY(reader.table("self_test", Presence::Required)), language));
    TRY(readEditor(TRY(reader.table("editor", Presence::Optional)), language));
    TRY(reader.rejectUnknown());
    return language;
}

} // namespace grindstone::judge
