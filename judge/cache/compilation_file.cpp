// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/cache/compilation_file.h"

#include "judge/cache/digest.h"
#include "judge/report/capture.h"
#include "sandbox/base/sys.h"

#include <nlohmann/json.hpp>

#include <sys/stat.h>
#include <unistd.h>

namespace grindstone::judge {

namespace {

using Json = nlohmann::json;

constexpr std::string_view Magic = "grindstone-program/2\n";
constexpr std::size_t LengthSize = 8;

Result<std::string> contentOf(const ProgramFile& file) {
    struct stat status {};
    if (::fstat(file.content.get(), &status) != 0) {
        return fail(systemError("file.unreadable", file.path));
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    std::string content = readAt(file.content.get(), 0, size);
    if (content.size() != size) {
        return fail(systemError("file.unreadable", file.path));
    }
    return content;
}

Json toJson(const Diagnostic& diagnostic) {
    return {{"file", diagnostic.file},
            {"line", diagnostic.line},
            {"column", diagnostic.column},
            {"severity", diagnostic.severity},
            {"message", diagnostic.message}};
}

Diagnostic diagnosticFrom(const Json& json) {
    return {json.at("file"), json.at("line"), json.at("column"), json.at("severity"), json.at("message")};
}

Json headOf(const Compilation& compilation) {
    Json head{{"ok", compilation.result.ok}, {"output", compilation.result.output}, {"diagnostics", Json::array()}};
    for (const Diagnostic& diagnostic : compilation.result.diagnostics) {
        head["diagnostics"].push_back(toJson(diagnostic));
    }
    if (compilation.program) {
        head["entry"] = compilation.program->entry;
        head["files"] = Json::array();
    }
    return head;
}

std::string lengthBytes(std::uint64_t length) {
    std::string bytes;
    for (std::size_t i = 0; i < LengthSize; ++i) {
        bytes += static_cast<char>(length >> (8 * i));
    }
    return bytes;
}

std::uint64_t lengthFrom(std::string_view bytes) {
    std::uint64_t length = 0;
    for (std::size_t i = 0; i < LengthSize; ++i) {
        length |= static_cast<std::uint64_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
    }
    return length;
}

std::string digestOf(std::string_view key, std::string_view bytes) {
    const auto digest = Digest().add(key).add(bytes).bytes();
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// Takes the program's files from the front of what follows the head.
std::optional<std::shared_ptr<const Program>> programFrom(const Json& head, std::string_view contents) {
    auto program = std::make_shared<Program>();
    program->entry = head.at("entry");
    for (const Json& entry : head.at("files")) {
        const std::size_t size = entry.at("size");
        if (size > contents.size()) {
            return std::nullopt;
        }
        Result<UniqueFd> memory = sandbox::sealedMemory("grindstone-program", contents.substr(0, size));
        if (!memory) {
            return std::nullopt;
        }
        program->files.push_back({entry.at("path"), *std::move(memory), entry.at("executable")});
        contents.remove_prefix(size);
    }
    return std::shared_ptr<const Program>(std::move(program));
}

std::optional<Compilation> read(const Json& head, std::string_view contents) {
    Compilation compilation;
    compilation.result.ok = head.at("ok");
    compilation.result.output = head.at("output");
    for (const Json& diagnostic : head.at("diagnostics")) {
        compilation.result.diagnostics.push_back(diagnosticFrom(diagnostic));
    }
    if (head.contains("entry")) {
        auto program = programFrom(head, contents);
        if (!program) {
            return std::nullopt;
        }
        compilation.program = *std::move(program);
    }
    return compilation.result.ok == (compilation.program != nullptr) ? std::optional(std::move(compilation))
                                                                     : std::nullopt;
}

} // namespace

Result<std::string> toBytes(std::string_view key, const Compilation& compilation) {
    Json head = headOf(compilation);
    std::string contents;
    if (compilation.program) {
        for (const ProgramFile& file : compilation.program->files) {
            const std::string content = TRY(contentOf(file));
            head["files"].push_back({{"path", file.path}, {"size", content.size()}, {"executable", file.executable}});
            contents += content;
        }
    }
    const std::string text = head.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string bytes = std::string(Magic) + lengthBytes(text.size()) + text + contents;
    bytes += digestOf(key, bytes);
    return bytes;
}

std::optional<Compilation> compilationFrom(std::string_view key, std::string_view bytes) {
    if (bytes.size() < Magic.size() + LengthSize + Digest::Size || !bytes.starts_with(Magic)) {
        return std::nullopt;
    }
    const std::string_view digest = bytes.substr(bytes.size() - Digest::Size);
    bytes.remove_suffix(Digest::Size);
    if (digestOf(key, bytes) != digest) {
        return std::nullopt;
    }
    bytes.remove_prefix(Magic.size());
    const std::uint64_t length = lengthFrom(bytes);
    bytes.remove_prefix(LengthSize);
    if (length > bytes.size()) {
        return std::nullopt;
    }
    try {
        return read(Json::parse(bytes.substr(0, length)), bytes.substr(length));
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

} // namespace grindstone::judge
