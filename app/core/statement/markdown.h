// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <filesystem>

namespace grindstone::core {

/// Where a statement's relative image paths may lead.
struct ImageFolders {
    std::filesystem::path base;    ///< the statement's own folder: paths are relative to it
    std::filesystem::path package; ///< nothing outside of it is shown
};

/// Markdown (with tables, strikethrough and TeX formulas) as an HTML body that is safe to show: raw HTML is escaped,
/// images are files of the package or else their alternative text, links lead to http, https or mailto or are plain
/// text.
QString markdownToHtml(const QString& markdown, const ImageFolders& images);

} // namespace grindstone::core
