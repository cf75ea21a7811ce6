// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace grindstone::cli {

/// Puts /dev/null where standard input, output or error were handed over closed. Otherwise the next file that is
/// opened, the database say, would take the place and get what is printed. A closed output refuses to be written to.
/// Also turns a broken pipe, or a file beyond the shell's size limit, from a killing signal into an error. Call it
/// first of all.
void prepareStandardStreams();

/// Writes all bytes. Returns 0, or the errno that stopped it.
int writeFully(int descriptor, std::string_view bytes);

bool isTerminal(int descriptor);

/// Columns of the terminal behind `descriptor`; 80 when there is none.
int terminalWidth(int descriptor);

} // namespace grindstone::cli
