// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/packs/pack_conversion.h"

#include "judge/package/conversion.h"
#include "judge/package/package_folder.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t MostShown = 5;

/// "12 test cases were recognized, by in/out; not used: notes.txt, gen.cpp and 3 more".
std::string preview(const judge::PlainPairs& pairs) {
    const std::size_t count = pairs.pairs.size();
    std::string text = (count == 1 ? "1 test case was recognized by its name"
                                   : std::to_string(count) + " test cases were recognized by their names") +
                       ", as " + pairs.rule;
    for (std::size_t i = 0; i < pairs.leftOver.size() && i < MostShown; ++i) {
        text += (i == 0 ? "; not used: " : ", ") + judge::shownPath(pairs.leftOver[i]);
    }
    if (pairs.leftOver.size() > MostShown) {
        text += " and " + std::to_string(pairs.leftOver.size() - MostShown) + " more";
    }
    return text;
}

Result<void> writeTitle(const fs::path& folder, const std::string& title) {
    if (title.empty()) {
        return {};
    }
    std::ofstream file(folder / "pack.yaml", std::ios::binary);
    file << "title: " << nlohmann::json(title).dump() << "\n";
    file.close();
    return file ? Result<void>() : fail("pack.unwritable", (folder / "pack.yaml").string());
}

Result<void> makeFolder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    return error ? fail("pack.unwritable", judge::shownPath(folder) + ": " + error.message()) : Result<void>();
}

} // namespace

Result<std::vector<FoundPack>> findOrMakePacks(const fs::path& source, const QString& name, const fs::path& target) {
    Result<std::vector<FoundPack>> found = findPacks(source, name);
    if (found || found.error().code != "pack.empty") {
        return found;
    }
    TRY(makeFolder(target));
    const auto made = TRY(judge::convertSource(source, packIdFrom(name).toStdString(), target));
    if (!made) {
        return found;
    }
    TRY(writeTitle(target, made->title));
    std::vector<FoundPack> packs = TRY(findPacks(target, name));
    if (made->pairs) {
        packs.front().file.warnings.push_back(preview(*made->pairs));
    }
    return packs;
}

bool isProblemJson(const fs::path& file) {
    return QString::fromStdString(file.extension().string()).compare(QLatin1String(".json"), Qt::CaseInsensitive) == 0;
}

Result<void> takeProblemJson(const fs::path& file, const fs::path& folder) {
    constexpr std::uintmax_t Largest = 16 << 20;
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) {
        return fail("package.unreadable", judge::shownPath(file) + ": " + error.message());
    }
    if (size > Largest) {
        return fail("package.invalid", judge::shownPath(file) + ": larger than 16 MiB; a text of this kind is far "
                                                                "smaller, so look what it holds");
    }
    TRY(makeFolder(folder));
    fs::copy_file(file, folder / (file.stem().string() + ".json"), error);
    return error ? fail("pack.unwritable", judge::shownPath(folder) + ": " + error.message()) : Result<void>();
}

} // namespace grindstone::core
