// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/sum_package.h"

#include <QTest>

namespace grindstone::cli::test {

QString writeSumPackage(const GrindProgram& grind, const QString& name) {
    const auto put = [&](const char* file, const QByteArray& content) {
        return grind.write(name + QLatin1Char('/') + QString::fromUtf8(file), content);
    };
    put("problem.yaml", "problem_format_version: 2025-09\n"
                        "name: Sum of two\n"
                        "uuid: 5f0c9f0e-6a0f-4a56-9f6e-0f6f8d6c0001\n"
                        "limits:\n"
                        "  time_limit: 0.5\n"
                        "  time_resolution: 0.5\n"
                        "  memory: 64\n"
                        "  output: 1\n");
    put("statement/problem.en.md", "Print the sum of the two numbers.\n");
    put("data/sample/1.in", "1 2\n");
    put("data/sample/1.ans", "3\n");
    put("data/secret/1.in", "20 22\n");
    put("data/secret/1.ans", "42\n");
    put("data/secret/2.in", "-5 5\n");
    put("data/secret/2.ans", "0\n");
    return grind.path(name);
}

const std::vector<Specimen>& specimens() {
    static const std::vector<Specimen> all{
        {"good", "c", "c", "AC",
         "#include <stdio.h>\nint main(void) { long a, b; scanf(\"%ld %ld\", &a, &b); printf(\"%ld\\n\", a + b); }\n"},
        {"wrong", "c", "c", "WA",
         "#include <stdio.h>\nint main(void) { long a, b; scanf(\"%ld %ld\", &a, &b); printf(\"%ld\\n\", a - b); }\n"},
        {"looping", "c", "c", "TLE", "int main(void) { for (volatile long i = 0;; ++i) {} }\n"},
        {"sleeping", "c", "c", "TLE", "#include <unistd.h>\nint main(void) { for (;;) sleep(60); }\n"},
        {"eating", "c", "c", "MLE",
         "#include <stdlib.h>\n#include <string.h>\nint main(void) { for (;;) { char* p = malloc(1 << 20); "
         "if (!p) abort(); memset(p, 1, 1 << 20); } }\n"},
        {"flooding", "c", "c", "OLE", "#include <stdio.h>\nint main(void) { for (;;) puts(\"0123456789abcdef\"); }\n"},
        {"crashing", "c", "c", "RE", "int main(void) { volatile int* nowhere = 0; return *nowhere; }\n"},
        {"uncompilable", "c", "c", "CE", "int main(void) { return undeclared; }\n"},
        {"good", "cpp", "cpp", "AC",
         "#include <iostream>\nint main() { long a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }\n"},
        {"wrong", "cpp", "cpp", "WA",
         "#include <iostream>\nint main() { long a, b; std::cin >> a >> b; std::cout << a - b << '\\n'; }\n"},
        {"looping", "cpp", "cpp", "TLE", "int main() { volatile long i = 0; for (;;) i = i + 1; }\n"},
        {"sleeping", "cpp", "cpp", "TLE", "#include <unistd.h>\nint main() { for (;;) sleep(60); }\n"},
        {"eating", "cpp", "cpp", "MLE",
         "#include <vector>\nint main() { std::vector<std::vector<char>> all; "
         "for (;;) all.emplace_back(1 << 20, 'x'); }\n"},
        {"flooding", "cpp", "cpp", "OLE",
         "#include <cstdio>\nint main() { for (;;) std::puts(\"0123456789abcdef\"); }\n"},
        {"crashing", "cpp", "cpp", "RE", "#include <stdexcept>\nint main() { throw std::runtime_error(\"oh\"); }\n"},
        {"uncompilable", "cpp", "cpp", "CE", "int main() { return undeclared; }\n"},
        {"good", "python3", "py", "AC", "a, b = map(int, input().split())\nprint(a + b)\n"},
        {"wrong", "python3", "py", "WA", "a, b = map(int, input().split())\nprint(a - b)\n"},
        {"looping", "python3", "py", "TLE", "while True:\n    pass\n"},
        {"sleeping", "python3", "py", "TLE", "import time\nwhile True:\n    time.sleep(60)\n"},
        {"eating", "python3", "py", "MLE", "all = []\nwhile True:\n    all.append(bytearray(b'x') * (1 << 20))\n"},
        {"flooding", "python3", "py", "OLE", "while True:\n    print('0123456789abcdef' * 64)\n"},
        {"crashing", "python3", "py", "RE", "print([][1])\n"},
        {"uncompilable", "python3", "py", "CE", "def broken(:\n    pass\n"},
    };
    return all;
}

void writeSpecimens(const GrindProgram& grind) {
    for (const Specimen& specimen : specimens()) {
        grind.write(specimenFile(specimen), specimen.code);
    }
}

QString specimenFile(const Specimen& specimen) {
    return QStringLiteral("sources/%1/%2.%3")
        .arg(QLatin1String(specimen.language), QLatin1String(specimen.name), QLatin1String(specimen.extension));
}

void addSpecimenRows() {
    QTest::addColumn<int>("index");
    for (std::size_t i = 0; i < specimens().size(); ++i) {
        QTest::addRow("%s in %s", specimens()[i].name, specimens()[i].language) << int(i);
    }
}

void verifyVerdict(const Outcome& outcome, const QString& verdict) {
    QVERIFY2(outcome.verdict() == verdict, (outcome.output + outcome.errors).constData());
    QCOMPARE(outcome.json()[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-report/1"));
    QCOMPARE(outcome.status, verdict == QLatin1String("AC") ? 0 : 1);
}

} // namespace grindstone::cli::test
