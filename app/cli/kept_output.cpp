// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/kept_output.h"

#include "app/cli/standard_streams.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <functional>

namespace grindstone::cli {

namespace {

namespace fs = std::filesystem;

Error keepFailed(const fs::path& path, const std::string& reason) {
    return {"keep.failed", path.string() + ": " + reason};
}

/// Pieces of what is to be written; an empty one ends it.
using Pieces = std::function<std::string(std::uint64_t offset)>;

Result<void> writeFile(const fs::path& path, const Pieces& pieces) {
    std::error_code failure;
    fs::create_directories(path.parent_path(), failure);
    const UniqueFd file(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!file) {
        return fail(keepFailed(path, std::strerror(errno)));
    }
    std::uint64_t offset = 0;
    for (std::string piece = pieces(0); !piece.empty(); piece = pieces(offset)) {
        if (const int reason = writeFully(file.get(), piece)) {
            return fail(keepFailed(path, std::strerror(reason)));
        }
        offset += piece.size();
    }
    return {};
}

Pieces piecesOf(const judge::SharedCapture& capture) {
    constexpr std::uint64_t Piece = 1 << 20;
    return [capture](std::uint64_t offset) { return judge::readCapture(capture, offset, Piece); };
}

Pieces piecesOf(const std::string& text) {
    return [&text](std::uint64_t offset) { return text.substr(std::min<std::size_t>(offset, text.size())); };
}

/// A path below the folder whatever a case is named.
fs::path below(const fs::path& folder, const std::string& name) {
    fs::path result = folder;
    for (const fs::path& part : fs::path(name).relative_path()) {
        result /= part == ".." || part == "." || part.empty() ? fs::path("_") : part;
    }
    return result;
}

Result<nlohmann::ordered_json> keepCase(const judge::CaseResult& one, const fs::path& folder) {
    nlohmann::ordered_json files = nlohmann::ordered_json::object();
    const std::string stem = below(folder, one.name).string();
    if (one.standardOutput) {
        TRY(writeFile(stem + ".out", piecesOf(one.standardOutput)));
        files["actual"] = stem + ".out";
    }
    if (one.standardError && one.standardError->size.count() > 0) {
        TRY(writeFile(stem + ".err", piecesOf(one.standardError)));
        files["stderr"] = stem + ".err";
    }
    return files;
}

} // namespace

Result<void> prepareKeepFolder(const std::string& folder) {
    std::error_code failure;
    fs::create_directories(folder, failure);
    if (failure) {
        return fail(keepFailed(folder, failure.message()));
    }
    if (::access(folder.c_str(), W_OK | X_OK) != 0) {
        return fail(keepFailed(folder, std::strerror(errno)));
    }
    return {};
}

Result<nlohmann::ordered_json> keepOutputs(const judge::Report& report, const std::string& folder) {
    const fs::path root = fs::absolute(folder).lexically_normal();
    nlohmann::ordered_json files = nlohmann::ordered_json::object();
    if (!report.compile.output.empty()) {
        TRY(writeFile(root / "compile.txt", piecesOf(report.compile.output)));
    }
    for (const judge::CaseResult& one : report.cases) {
        if (one.visibility == judge::Visibility::VerdictOnly) {
            continue;
        }
        nlohmann::ordered_json kept = TRY(keepCase(one, root));
        if (!kept.empty()) {
            files[one.name] = std::move(kept);
        }
    }
    return nlohmann::ordered_json{{"folder", root.string()}, {"files", std::move(files)}};
}

} // namespace grindstone::cli
