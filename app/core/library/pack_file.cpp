// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/pack_file.h"

#include <QRegularExpression>

#include <yaml-cpp/yaml.h>

#include <fstream>
#include <iterator>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t LargestPackFile = 256 * 1024;

tl::unexpected<Error> invalid(const fs::path& file, int line, const std::string& reason) {
    const std::string place = line > 0 ? file.string() + ":" + std::to_string(line) : file.string();
    return fail("pack.invalid", place + ": " + reason);
}

int lineOf(const YAML::Node& node) {
    return node.Mark().line + 1;
}

bool isId(const QString& text) {
    static const QRegularExpression Id(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,99}\\z"));
    return Id.match(text).hasMatch();
}

Result<std::string> readBounded(const fs::path& file) {
    std::error_code error;
    const std::uintmax_t size = fs::file_size(file, error);
    if (error) {
        return invalid(file, 0, error.message());
    }
    if (size > LargestPackFile) {
        return invalid(file, 0, "larger than 256 KiB");
    }
    std::ifstream stream(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(stream)), {});
    if (!stream) {
        return invalid(file, 0, "cannot be read");
    }
    return text;
}

Result<QString> scalar(const YAML::Node& root, const char* key, const fs::path& file) {
    const YAML::Node node = root[key];
    if (!node || node.IsNull()) {
        return QString();
    }
    if (!node.IsScalar()) {
        return invalid(file, lineOf(node), std::string(key) + " must be a text");
    }
    return QString::fromStdString(node.Scalar()).trimmed();
}

Result<QStringList> slugs(const YAML::Node& root, const fs::path& file) {
    const YAML::Node node = root["order"];
    QStringList result;
    if (!node || node.IsNull()) {
        return result;
    }
    if (!node.IsSequence()) {
        return invalid(file, lineOf(node), "order must be a list of problem folders");
    }
    for (const YAML::Node& item : node) {
        if (!item.IsScalar()) {
            return invalid(file, lineOf(item), "order must be a list of problem folders");
        }
        result << QString::fromStdString(item.Scalar());
    }
    return result;
}

Result<PackFile> parse(const YAML::Node& root, PackFile pack, const fs::path& file) {
    if (!root.IsMap()) {
        return invalid(file, 1, "must hold keys such as id and title");
    }
    if (const QString id = TRY(scalar(root, "id", file)); !id.isEmpty()) {
        if (!isId(id)) {
            return invalid(file, lineOf(root["id"]), "id may have letters, digits, '.', '_' and '-' only");
        }
        pack.id = id;
        pack.title = id;
    }
    if (const QString title = TRY(scalar(root, "title", file)); !title.isEmpty()) {
        pack.title = title;
    }
    pack.order = TRY(slugs(root, file));
    return pack;
}

} // namespace

Result<PackFile> loadPackFile(const fs::path& folder) {
    PackFile pack;
    pack.id = QString::fromStdString(folder.filename().string());
    pack.title = pack.id;
    const fs::path file = folder / "pack.yaml";
    std::error_code error;
    if (!fs::exists(file, error)) {
        return pack;
    }
    const std::string text = TRY(readBounded(file));
    try {
        return parse(YAML::Load(text), pack, file);
    } catch (const YAML::Exception& exception) {
        return invalid(file, exception.mark.line + 1, exception.msg);
    }
}

} // namespace grindstone::core
