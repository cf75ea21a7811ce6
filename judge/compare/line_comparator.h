// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/compare/comparator.h"

namespace grindstone::judge {

/// Line by line, byte for byte, but for blanks at the end of a line (also the carriage return of a CRLF) and lines of
/// nothing but blanks at the end of a file: both are ignored in both files. A last line without line feed is a line.
/// Fails with "file.unreadable".
Result<Comparison> compareLines(const ComparatorSpec& spec, int answerDescriptor, const std::string& answerName,
                                int outputDescriptor);

} // namespace grindstone::judge
