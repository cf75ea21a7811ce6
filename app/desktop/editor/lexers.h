// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string_view>

class QsciLexer;

namespace grindstone::desktop {

/// The lexer that a language's description names (`[editor] lexer`): c, cpp, csharp, go, haskell, java, javascript,
/// kotlin, lua, ocaml, pascal, php, python, ruby, rust or typescript. Null for any other name: plain text.
std::unique_ptr<QsciLexer> createLexer(std::string_view name);

} // namespace grindstone::desktop
