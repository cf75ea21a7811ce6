// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <CLI/App.hpp>

#include <string>

namespace grindstone::cli {

/// grind(1) in the macros of man(7), made of what the commands declare of themselves.
std::string manualPage(const CLI::App& root);

/// The hidden first argument that asks for it; the build does.
constexpr const char* ManualRequest = "__manual";

} // namespace grindstone::cli
