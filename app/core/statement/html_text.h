// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// An HTML statement as Markdown: its text, headings, lists, tables, code and pictures; no scripts and styles. Samples
/// and the header that Polygon puts in are left out, the former for `{{remainingsamples}}`.
QString htmlToMarkdown(const QString& html);

} // namespace grindstone::core
