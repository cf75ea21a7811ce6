// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace grindstone::core {

/// Markdown's footnotes, `[^name]` and `[^name]: text`, as small raised numbers and paragraphs at the end. Those whose
/// other half is absent stay as they are, and so does code.
QString withFootnotes(const QString& markdown);

} // namespace grindstone::core
