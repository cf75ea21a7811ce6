// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/text/text.h"

namespace grindstone::core::text {

/// A conversation line by line: "< " before what the judge's program said, "> " before what the person's did; a line
/// tells where something is left out. The bytes of the programs are as they were.
std::string transcriptText(const sandbox::Transcript& transcript, Wording wording = Wording::Translated);

} // namespace grindstone::core::text
