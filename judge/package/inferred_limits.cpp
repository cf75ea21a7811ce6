// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/inferred_limits.h"

#include "judge/report/capture.h"
#include "sandbox/base/sys.h"
#include "sandbox/base/unique_fd.h"

#include <nlohmann/json.hpp>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstring>

namespace grindstone::judge {

namespace {

using Json = nlohmann::json;

constexpr const char* Schema = "grindstone-limits/1";
constexpr const char* Folder = ".grindstone";
constexpr const char* FileName = "limits.json";
constexpr const char* UnfinishedName = ".limits.json.new";
constexpr std::size_t LargestFile = 1 << 16;
constexpr std::size_t LongestPath = 4096;
constexpr std::int64_t LongestMs = 86'400'000;

/// Fails with a sentence on what is wrong.
Result<std::int64_t> milliseconds(const Json& json, const char* key, std::int64_t least) {
    const auto value = json.find(key);
    if (value == json.end() || !value->is_number_integer() || *value < least || *value > LongestMs) {
        return fail("package.invalid", std::string(key) + " is no whole number from " + std::to_string(least) + " to " +
                                           std::to_string(LongestMs));
    }
    return value->get<std::int64_t>();
}

Result<KeptLimit> limitFrom(const std::string& text) {
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || json.value("schema", Json()) != Schema) {
        return fail("package.invalid", std::string("not a document of the schema ") + Schema);
    }
    KeptLimit limit;
    limit.cpuTime = std::chrono::milliseconds(TRY(milliseconds(json, "cpu_ms", 1)));
    limit.slowestTime = std::chrono::milliseconds(TRY(milliseconds(json, "slowest_ms", 0)));
    const Json slowest = json.value("slowest", Json());
    const Json multiplier = json.value("multiplier", Json());
    if (!slowest.is_string() || slowest.get_ref<const std::string&>().size() > LongestPath) {
        return fail("package.invalid", "slowest is no path of a submission");
    }
    if (!multiplier.is_number() || !(multiplier.get<double>() > 0 && multiplier.get<double>() <= 1000)) {
        return fail("package.invalid", "multiplier is no number up to 1000");
    }
    limit.slowest = slowest.get<std::string>();
    limit.multiplier = multiplier.get<double>();
    return limit;
}

std::string textOf(const KeptLimit& limit) {
    const nlohmann::ordered_json json{{"schema", Schema},
                                      {"cpu_ms", limit.cpuTime.count()},
                                      {"slowest", limit.slowest},
                                      {"slowest_ms", limit.slowestTime.count()},
                                      {"multiplier", limit.multiplier}};
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

tl::unexpected<Error> unwritable(const std::filesystem::path& package, int reason) {
    return fail("package.unwritable", shownPath(package / KeptLimitFile) + ": " + std::strerror(reason));
}

/// A link in its place would lead our file elsewhere.
UniqueFd openFolder(const std::filesystem::path& package) {
    const std::filesystem::path folder = package / Folder;
    if (::mkdir(folder.c_str(), 0755) != 0 && errno != EEXIST) {
        return UniqueFd();
    }
    return UniqueFd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

} // namespace

std::optional<KeptLimit> readKeptLimit(const PackageFolder& folder, std::vector<std::string>& warnings) {
    if (!folder.exists(KeptLimitFile)) {
        return std::nullopt;
    }
    const auto passOver = [&](const std::string& reason) {
        warnings.push_back(std::string(KeptLimitFile) + ": " + reason +
                           "; ignored: remove it, or import the package again");
        return std::nullopt;
    };
    const Result<std::optional<std::string>> text = folder.readText(KeptLimitFile, LargestFile);
    if (!text || !*text) {
        return passOver("it cannot be read");
    }
    Result<KeptLimit> limit = limitFrom(**text);
    if (!limit) {
        return passOver(limit.error().detail);
    }
    return *std::move(limit);
}

Result<void> writeKeptLimit(const std::filesystem::path& package, const KeptLimit& limit) {
    const UniqueFd folder = openFolder(package);
    if (!folder) {
        return unwritable(package, errno);
    }
    ::unlinkat(folder.get(), UnfinishedName, 0);
    const UniqueFd file(
        ::openat(folder.get(), UnfinishedName, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0644));
    if (!file || !writeAll(file.get(), textOf(limit)) ||
        ::renameat(folder.get(), UnfinishedName, folder.get(), FileName) != 0) {
        const int reason = errno;
        ::unlinkat(folder.get(), UnfinishedName, 0);
        return unwritable(package, reason);
    }
    return {};
}

} // namespace grindstone::judge
