// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/workspace/starter_code.h"

namespace grindstone::desktop {

QString starterCode(const judge::Language& language) {
    if (language.id == "cpp") {
        return QStringLiteral("#include <bits/stdc++.h>\n"
                              "using namespace std;\n"
                              "\n"
                              "int main() {\n"
                              "    ios::sync_with_stdio(false);\n"
                              "    cin.tie(nullptr);\n"
                              "\n"
                              "    return 0;\n"
                              "}\n");
    }
    if (language.id == "c") {
        return QStringLiteral("#include <stdio.h>\n"
                              "\n"
                              "int main(void) {\n"
                              "\n"
                              "    return 0;\n"
                              "}\n");
    }
    if (language.lexer == "python") {
        return QStringLiteral("import sys\n"
                              "\n"
                              "\n"
                              "def main():\n"
                              "    data = sys.stdin.read().split()\n"
                              "\n"
                              "\n"
                              "main()\n");
    }
    return {};
}

} // namespace grindstone::desktop
