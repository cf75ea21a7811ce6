// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/written_package.h"

#include "judge/package/package_folder.h"
#include "judge/text/number.h"
#include "judge/text/utf8.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

tl::unexpected<Error> unwritable(const fs::path& path, const std::string& reason) {
    return fail("pack.unwritable", shownPath(path) + ": " + reason);
}

/// In YAML's double quotes, which take all that JSON's do.
std::string quoted(const std::string& text) {
    std::string plain;
    for (const char c : toValidUtf8(text)) {
        const auto byte = static_cast<unsigned char>(c);
        plain += byte < 0x20 || byte == 0x7f ? ' ' : c;
    }
    return nlohmann::json(plain).dump();
}

} // namespace

Result<void> WrittenPackage::writeDescription(const Description& description) const {
    std::string yaml = "problem_format_version: 2025-09\nname: " + quoted(description.name) + "\n";
    if (description.timeLimit || description.memoryMib) {
        yaml += "limits:\n";
        yaml += description.timeLimit ? "  time_limit: " + readableNumber(*description.timeLimit) + "\n" : "";
        yaml += description.memoryMib ? "  memory: " + std::to_string(*description.memoryMib) + "\n" : "";
    }
    return write("problem.yaml", yaml);
}

Result<void> WrittenPackage::write(const std::string& name, const std::string& content) const {
    const fs::path place = TRY(placeFor(name));
    std::ofstream file(place, std::ios::binary);
    file << content;
    file.close();
    return file ? Result<void>() : unwritable(place, "it cannot be written");
}

Result<void> WrittenPackage::copy(const fs::path& file, const std::string& name) const {
    const fs::path place = TRY(placeFor(name));
    std::error_code error;
    fs::copy_file(file, place, error);
    return error ? unwritable(place, error.message()) : Result<void>();
}

Result<fs::path> WrittenPackage::placeFor(const std::string& name) const {
    const fs::path place = m_folder / name;
    std::error_code error;
    fs::create_directories(place.parent_path(), error);
    if (error) {
        return unwritable(place.parent_path(), error.message());
    }
    return place;
}

} // namespace grindstone::judge
