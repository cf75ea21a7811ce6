// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <QByteArray>
#include <QString>

#include <filesystem>

namespace grindstone::core {

/// The first `most` bytes of a regular file; a pipe or a device in a package is never opened. Fails with
/// "file.unreadable", naming it.
Result<QByteArray> readPackageFile(const std::filesystem::path& path, qint64 most);

/// Text of a package without what could drive a terminal or hide itself: line ends become "\n", other control
/// characters and bytes that aren't UTF-8 become U+FFFD.
QString harmlessText(const QByteArray& bytes);

/// A Markdown code block whose fence no line of the text can end.
QString asCodeBlock(const QString& text);

} // namespace grindstone::core
