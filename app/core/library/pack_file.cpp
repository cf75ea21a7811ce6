// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/pack_file.h"

#include "judge/package/package_folder.h"
#include "judge/package/yaml_reader.h"

#include <QRegularExpression>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;
using judge::YamlReader;
using judge::YamlValue;

constexpr std::size_t LargestPackFile = 256 * 1024;
constexpr const char* FileName = "pack.yaml";

/// Empty when there is nothing.
Result<QString> text(const YamlReader& reader, const YamlValue& map, const char* key) {
    const YamlValue* value = map.find(key);
    if (value == nullptr || value->isNull()) {
        return QString();
    }
    return QString::fromStdString(TRY(reader.text(*value, key))).trimmed();
}

/// A list of texts.
Result<QStringList> texts(const YamlReader& reader, const YamlValue& map, const char* key, const std::string& what) {
    QStringList result;
    const YamlValue* value = map.find(key);
    if (value == nullptr || value->isNull()) {
        return result;
    }
    for (const YamlValue& item : value->items) {
        if (item.kind != YamlValue::Kind::Scalar) {
            return reader.invalid(item, std::string("an item of ") + key + " is no text; write " + what);
        }
        result << QString::fromStdString(item.text).trimmed();
    }
    if (value->kind != YamlValue::Kind::List) {
        return reader.invalid(*value, std::string(key) + " is no list; write " + what);
    }
    return result;
}

Result<QStringList> authors(const YamlReader& reader, const YamlValue& map) {
    const YamlValue* value = map.find("authors");
    if (value != nullptr && value->kind == YamlValue::Kind::Scalar) {
        return QStringList(QString::fromStdString(value->text).trimmed());
    }
    return texts(reader, map, "authors", "a list of names");
}

Result<std::vector<PackChapter>> chapters(const YamlReader& reader, const YamlValue& map,
                                          std::vector<std::string>& warnings) {
    std::vector<PackChapter> result;
    const YamlValue* value = map.find("chapters");
    if (value == nullptr || value->isNull()) {
        return result;
    }
    const std::string example = "write a list of chapters, each with title and problems";
    if (value->kind != YamlValue::Kind::List) {
        return reader.invalid(*value, "chapters is no list; " + example);
    }
    for (const YamlValue& item : value->items) {
        if (item.kind != YamlValue::Kind::Map) {
            return reader.invalid(item, "an item of chapters is no map; " + example);
        }
        PackChapter chapter;
        chapter.title = TRY(text(reader, item, "title"));
        chapter.problems = TRY(texts(reader, item, "problems", "a list of problem folders"));
        reader.warnOfUnknownKeys(item, "chapters.", {"title", "problems"}, warnings);
        result.push_back(chapter);
    }
    return result;
}

Result<QMap<QString, QString>> policy(const YamlReader& reader, const YamlValue& map) {
    QMap<QString, QString> result;
    const YamlValue* value = map.find("policy");
    if (value == nullptr) {
        return result;
    }
    TRY(reader.expectMap(*value, "policy"));
    for (const judge::YamlEntry& entry : value->entries) {
        const std::string key = "policy." + entry.key;
        result.insert(QString::fromStdString(entry.key), QString::fromStdString(TRY(reader.text(entry.value, key))));
    }
    return result;
}

Result<QString> id(const YamlReader& reader, const YamlValue& map, const QString& fallback) {
    const QString given = TRY(text(reader, map, "id"));
    if (!given.isEmpty() && !isPackId(given)) {
        return reader.invalid(*map.find("id"), "id may have letters, digits, '.', '_' and '-' only, up to 100 of them, "
                                               "and begins with a letter or a digit; choose another one");
    }
    return given.isEmpty() ? fallback : given;
}

/// Both spellings.
Result<QString> licence(const YamlReader& reader, const YamlValue& map) {
    const QString british = TRY(text(reader, map, "licence"));
    return british.isEmpty() ? text(reader, map, "license") : Result<QString>(british);
}

Result<PackFile> parse(const YamlReader& reader, const YamlValue& map, const QString& folderName) {
    TRY(reader.expectMap(map, FileName));
    PackFile pack;
    pack.id = TRY(id(reader, map, folderName));
    pack.namesItself = !TRY(text(reader, map, "id")).isEmpty();
    const QString title = TRY(text(reader, map, "title"));
    pack.title = title.isEmpty() ? pack.id : title;
    pack.authors = TRY(authors(reader, map));
    pack.licence = TRY(licence(reader, map));
    pack.version = TRY(text(reader, map, "version"));
    pack.language = TRY(text(reader, map, "language"));
    pack.order = TRY(texts(reader, map, "order", "a list of problem folders"));
    pack.chapters = TRY(chapters(reader, map, pack.warnings));
    pack.policy = TRY(policy(reader, map));
    reader.warnOfUnknownKeys(
        map, "", {"id", "title", "authors", "licence", "license", "version", "language", "order", "chapters", "policy"},
        pack.warnings);
    if (map.find("order") == nullptr) {
        for (const PackChapter& chapter : pack.chapters) {
            pack.order << chapter.problems;
        }
    }
    return pack;
}

Result<PackFile> load(const fs::path& path) {
    const judge::PackageFolder folder = TRY(judge::PackageFolder::openAnyName(path));
    const QString name = QString::fromStdString(folder.slug());
    const std::optional<std::string> content = TRY(folder.readText(FileName, LargestPackFile));
    if (!content) {
        PackFile pack;
        pack.id = pack.title = name;
        return pack;
    }
    return parse(YamlReader(FileName), TRY(judge::parseYaml(*content, FileName)), name);
}

} // namespace

bool isPackId(const QString& text) {
    static const QRegularExpression Id(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\z"));
    return Id.match(text).hasMatch();
}

Result<PackFile> loadPackFile(const fs::path& folder) {
    const std::string place = judge::shownPath(folder) + "/";
    Result<PackFile> pack = load(folder);
    if (!pack) {
        const bool named = pack.error().detail.starts_with(FileName);
        return fail("pack.invalid", named ? place + pack.error().detail : pack.error().detail);
    }
    for (std::string& warning : pack->warnings) {
        warning = place + warning;
    }
    return pack;
}

} // namespace grindstone::core
