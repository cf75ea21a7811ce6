// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace grindstone::judge {

/// What a path's words say of the file: "input/sum01.txt" is the input of "*/sum01.txt", and "output/sum01.txt" its
/// answer.
struct PairName {
    enum class Side { Input, Answer, Unknown };

    Side side = Side::Unknown; ///< as the last telling word has it
    std::string key;           ///< the path with each telling word replaced by "*"
    std::string word;          ///< the last one, in small letters; empty: none
    bool sample = false;
};

PairName pairNameOf(std::string_view path);

/// By the values of the numbers in them: "2.in" before "10.in".
bool comesBefore(std::string_view left, std::string_view right);

} // namespace grindstone::judge
