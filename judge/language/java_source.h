// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace grindstone::judge {

/// What a Java file declares outside of any class. Empty where there is none.
struct JavaSource {
    std::string package;    ///< "org.example"
    std::string publicType; ///< the first public class, interface, enum or record
    std::string mainType;   ///< the first type that has a method main
    std::string firstType;
};

/// Reads what javac would read; comments, strings and escapes of Unicode don't mislead it. For text that isn't Java the
/// answer is some guess, in time that goes with its length. Names of more than 200 bytes are taken as not there.
JavaSource readJavaSource(std::string_view text);

} // namespace grindstone::judge
