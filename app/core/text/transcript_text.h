// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/text/text.h"

namespace grindstone::core::text {

/// A conversation line by line: "< " before what the judge's program said, "> " before what the person's did; a line
/// tells where something is left out. The bytes of the programs are as they were.
std::string transcriptText(const sandbox::Transcript& transcript, Wording wording = Wording::Translated);

/// What a person may see of how a case went in turns, line by line: the conversation of an interactive problem, and of
/// a multi-pass one each pass under a heading, with its input after "< " and its output after "> ". Empty for other
/// cases.
std::string turnsText(const judge::CaseResult& result, Wording wording = Wording::Translated);

} // namespace grindstone::core::text
