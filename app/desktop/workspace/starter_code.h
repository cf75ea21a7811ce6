// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/language/language.h"

#include <QString>

namespace grindstone::desktop {

/// What the editor holds before a person has typed anything: the frame of a program that reads its standard input.
/// Empty for languages that need none.
QString starterCode(const judge::Language& language);

} // namespace grindstone::desktop
