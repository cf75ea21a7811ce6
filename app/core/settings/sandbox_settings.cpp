// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/settings/sandbox_settings.h"

#include "judge/language/table_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <new>
#include <optional>
#include <vector>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t LargestFile = 256 << 10;
constexpr const char* Room = "sandbox";
constexpr const char* Permission = "allow_no_namespaces";

tl::unexpected<Error> invalid(const fs::path& file, const std::string& why) {
    return fail("settings.invalid", file.string() + ": " + why);
}

tl::unexpected<Error> invalid(const fs::path& file, std::size_t line, const std::string& why) {
    return fail("settings.invalid", file.string() + ":" + std::to_string(line) + ": " + why);
}

Result<std::string> readWhole(const fs::path& path) {
    std::error_code error;
    if (!fs::is_regular_file(path, error)) {
        return invalid(path, error ? error.message() : "not a regular file");
    }
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        return invalid(path, std::strerror(errno));
    }
    std::string text(LargestFile + 1, '\0');
    file.read(text.data(), static_cast<std::streamsize>(text.size()));
    text.resize(static_cast<std::size_t>(file.gcount()));
    return text.size() > LargestFile ? Result<std::string>(invalid(path, "larger than 256 KiB"))
                                     : Result<std::string>(std::move(text));
}

/// A file that is not there, or behind a folder that isn't, says nothing.
bool isAbsent(const fs::path& path) {
    std::error_code error;
    return fs::symlink_status(path, error).type() == fs::file_type::not_found;
}

Result<toml::table> parseToml(const fs::path& path, const std::string& text) {
    try {
        return toml::parse(text, path.string());
    } catch (const toml::parse_error& error) {
        return invalid(path, error.source().begin.line, std::string(error.description()));
    } catch (const std::bad_alloc&) {
        return invalid(path, "not enough memory to read it");
    }
}

/// The value at the key, or nothing where there is none.
Result<std::optional<bool>> readPermission(const toml::table& table, const fs::path& file) {
    judge::TableReader whole(table, file.string(), "");
    judge::TableReader room = TRY(whole.table(Room, judge::Presence::Optional));
    const bool value = TRY(room.flag(Permission, false));
    TRY(room.rejectUnknown());
    TRY(whole.rejectUnknown());
    const bool given = table.at_path(std::string(Room) + "." + Permission).is_boolean();
    return given ? std::optional(value) : std::nullopt;
}

/// What the person's own file says.
Result<std::optional<bool>> readOwn(const fs::path& file) {
    if (isAbsent(file)) {
        return std::optional<bool>();
    }
    const std::string text = TRY(readWhole(file));
    const toml::table table = TRY(parseToml(file, text));
    Result<std::optional<bool>> permission = readPermission(table, file);
    return permission ? permission : fail("settings.invalid", permission.error().detail);
}

std::size_t lineOf(const std::string& text, std::size_t byte) {
    const auto end = text.begin() + static_cast<std::ptrdiff_t>(std::min(byte, text.size()));
    return 1 + static_cast<std::size_t>(std::count(text.begin(), end, '\n'));
}

Result<json> parseJson(const fs::path& path, const std::string& text) {
    try {
        return json::parse(text);
    } catch (const json::parse_error& error) {
        return invalid(path, lineOf(text, error.byte > 0 ? error.byte - 1 : 0), "this is not JSON");
    } catch (const std::bad_alloc&) {
        return invalid(path, "not enough memory to read it");
    }
}

/// The object at `key`; an empty one where there is none. Nothing but `known` may be in it.
Result<json> readObject(const json& object, const std::string& key, const std::vector<std::string>& known,
                        const fs::path& file) {
    const json found = key.empty() ? object : object.value(key, json::object());
    const std::string name = key.empty() ? "the file" : "\"" + key + "\"";
    if (!found.is_object()) {
        return invalid(file, name + " must be an object");
    }
    for (const auto& item : found.items()) {
        if (std::ranges::find(known, item.key()) == known.end()) {
            return invalid(file, name + " has an unknown key \"" + item.key() + "\"");
        }
    }
    return found;
}

/// What one part of a policy, "defaults" or "locked", says.
Result<std::optional<bool>> readPart(const json& policy, const std::string& part, const fs::path& file) {
    const json rooms = TRY(readObject(policy, part, {Room}, file));
    const json room = TRY(readObject(rooms, Room, {Permission}, file));
    if (!room.contains(Permission)) {
        return std::optional<bool>();
    }
    if (!room.at(Permission).is_boolean()) {
        return invalid(file, "\"" + part + "." + Room + "." + Permission + "\" must be true or false");
    }
    return std::optional(room.at(Permission).get<bool>());
}

struct Decision {
    std::optional<bool> allowed;
    fs::path file;
};

struct Policy {
    Decision standard;
    Decision locked;
};

Result<void> readPolicy(const fs::path& file, Policy& policy) {
    const std::string text = TRY(readWhole(file));
    const json whole = TRY(readObject(TRY(parseJson(file, text)), "", {"defaults", "locked"}, file));
    if (const auto value = TRY(readPart(whole, "defaults", file))) {
        policy.standard = {value, file};
    }
    if (const auto value = TRY(readPart(whole, "locked", file))) {
        policy.locked = {value, file};
    }
    return {};
}

Result<Policy> readPolicies(const fs::path& folder) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator item(folder, error), end; !error && item != end; item.increment(error)) {
        if (item->path().extension() == ".json") {
            files.push_back(item->path());
        }
    }
    if (error && !isAbsent(folder)) {
        return invalid(folder, error.message());
    }
    std::ranges::sort(files);
    Policy policy;
    for (const fs::path& file : files) {
        TRY(readPolicy(file, policy));
    }
    return policy;
}

} // namespace

Result<SandboxSettings> loadSandboxSettings(const fs::path& file, const fs::path& policies) {
    const Policy policy = TRY(readPolicies(policies));
    const std::optional<bool> own = TRY(readOwn(file));
    if (policy.locked.allowed) {
        return SandboxSettings{*policy.locked.allowed, true, policy.locked.file};
    }
    if (!own && policy.standard.allowed.value_or(false)) {
        return SandboxSettings{true, false, policy.standard.file};
    }
    return SandboxSettings{own.value_or(false), false, file};
}

} // namespace grindstone::core
