// SPDX-License-Identifier: GPL-3.0-or-later
// The real program judges a package by checkers of its own: any two numbers whose sum is N.
#include "tests/cli/grind_program.h"

#include <QJsonArray>
#include <QTest>

using namespace grindstone::cli::test;

namespace {

constexpr const char* Checker = R"(#include "numbers.h"
int main(int count, char** words) {
    std::ifstream input(words[1]);
    long n = 0, a = 0, b = 0;
    input >> n;
    if (count > 4 && words[4] == std::string("distinct") && std::cin >> a >> b && a == b) {
        std::ofstream(std::string(words[3]) + "teammessage.txt") << "They are to be distinct.\n";
        return 43;
    }
    if (a == 0) std::cin >> a >> b;
    if (a + b == n) return 42;
    std::ofstream(std::string(words[3]) + "judgemessage.txt") << a << " + " << b << " is not " << n << "\n";
    return 43;
}
)";
constexpr const char* Header = "#include <fstream>\n#include <iostream>\n#include <string>\n";

struct Specimen {
    const char* name;
    const char* file; ///< below the package
    const char* code;
    const char* error; ///< its code, of a judge error
    const char* words; ///< that the error's detail holds
};

constexpr Specimen Broken[] = {
    {"crashing", "output_validator/check.cpp", "#include <cstdlib>\nint main() { std::abort(); }\n", "checker.crashed",
     "output_validator/check.cpp on sample/1: ended by signal 6 (SIGABRT)"},
    {"looping", "output_validator/check.py", "while True:\n    pass\n", "checker.timeout",
     "output_validator/check.py on sample/1: stopped after "},
    {"giant feedback", "output_validator/check.py",
     "import sys\nwith open(sys.argv[3] + 'judgemessage.txt', 'w') as file:\n    file.write('x' * (30 << 20))\n"
     "sys.exit(43)\n",
     "checker.output", "output_validator/check.py on sample/1: it wrote more than 8192 KiB"},
    {"returning 0", "output_validator/check.py", "", "checker.no-verdict",
     "output_validator/check.py on sample/1: exit code 0 is neither 42 (accepted) nor 43 (rejected)"},
    {"not compiling", "output_validator/check.cpp", "int main() { return undeclared; }\n", "checker.not-compiled",
     "output_validator/check.cpp (C++): the compiler refuses it:\n"},
};

} // namespace

class TestCliCheckers : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

    QString package(const QString& name) const {
        const auto put = [&](const char* file, const QByteArray& content) {
            m_grind->write(name + u'/' + QString::fromUtf8(file), content);
        };
        put("problem.yaml", "problem_format_version: 2025-09\nname: Any two\nlimits:\n  time_limit: 2\n"
                            "  validation_time: 1\n  memory: 128\n  validation_memory: 256\n");
        put("data/sample/1.in", "10\n");
        put("data/sample/1.ans", "4 6\n");
        put("data/secret/1.in", "20\n");
        put("data/secret/1.ans", "9 11\n");
        put("data/secret/test_group.yaml", "output_validator_args: [distinct]\n");
        return m_grind->path(name);
    }

    QJsonObject judged(const QString& package, const QByteArray& code, int status) const {
        const QString source = m_grind->write(QStringLiteral("mine.py"), code);
        const Outcome outcome =
            m_grind->run({QStringLiteral("judge"), package, source, QStringLiteral("--json"), QStringLiteral("--all")});
        if (outcome.status != status) {
            qWarning("%s%s", outcome.output.constData(), outcome.errors.constData());
        }
        return outcome.status == status ? outcome.json() : QJsonObject();
    }

private Q_SLOTS:
    void initTestCase() {
        m_grind = ordinaryUsersHaveNamespaces() ? GrindProgram::forOrdinaryUser() : GrindProgram::asBuilt();
    }

    void judgesByAChecker() {
        const QString folder = package(QStringLiteral("two"));
        m_grind->write(QStringLiteral("two/output_validator/check.cpp"), Checker);
        m_grind->write(QStringLiteral("two/output_validator/numbers.h"), Header);
        const QJsonObject right = judged(folder, "n = int(input())\nprint(n - 1, 1)\n", 0);
        QCOMPARE(right[QStringLiteral("verdict")].toString(), QStringLiteral("AC"));
        QCOMPARE(right[QStringLiteral("comparator")].toString(), QStringLiteral("custom"));

        const QJsonArray wrong = judged(folder, "print(10, 10)\n", 1)[QStringLiteral("cases")].toArray();
        QCOMPARE(wrong[0][QStringLiteral("judge_message")].toString(), QStringLiteral("10 + 10 is not 10"));
        QCOMPARE(wrong[0][QStringLiteral("message")].toString(),
                 QStringLiteral("the checker rejected the output: 10 + 10 is not 10"));
        QVERIFY(!wrong[0].toObject().contains(QStringLiteral("team_message")));
        QCOMPARE(wrong[1][QStringLiteral("team_message")].toString(), QStringLiteral("They are to be distinct."));
        QCOMPARE(wrong[1][QStringLiteral("message")].toString(),
                 QStringLiteral("the checker rejected the output: They are to be distinct."));

        const QJsonArray secret = judged(folder, "print(10, 3)\n", 1)[QStringLiteral("cases")].toArray();
        QVERIFY(!secret[1].toObject().contains(QStringLiteral("judge_message")));
        QCOMPARE(secret[1][QStringLiteral("message")].toString(), QStringLiteral("the checker rejected the output"));
    }

    void showsWhatTheCheckerSays() {
        const QString folder = package(QStringLiteral("two"));
        m_grind->write(QStringLiteral("two/output_validator/check.cpp"), Checker);
        m_grind->write(QStringLiteral("two/output_validator/numbers.h"), Header);
        const QString source = m_grind->write(QStringLiteral("mine.py"), "print(10, 10)\n");
        const Outcome outcome = m_grind->run({QStringLiteral("judge"), folder, source});
        QCOMPARE(outcome.status, 1);
        const QByteArray expected = "sample/1  Wrong answer\n"
                                    "  the checker rejected the output: 10 + 10 is not 10\n"
                                    "  input\n"
                                    "    10\n"
                                    "  output\n"
                                    "    10 10\n";
        QVERIFY2(outcome.output.contains(expected), outcome.output.constData());
    }

    void saysOnceWhatIsWrongWithAChecker() {
        const QString folder = package(QStringLiteral("broken"));
        m_grind->write(QStringLiteral("broken/output_validator/check.py"), "import sys\nsys.exit('no idea')\n");
        const QString source = m_grind->write(QStringLiteral("mine.py"), "print(10, 10)\n");
        const Outcome outcome = m_grind->run({QStringLiteral("judge"), folder, source});
        QCOMPARE(outcome.status, 3);
        const QByteArray sentence =
            "The checker ended without a judgement: output_validator/check.py on sample/1: exit "
            "code 1 is neither 42 (accepted) nor 43 (rejected); it said: no idea\n";
        QVERIFY2(outcome.output.count(sentence) == 1, outcome.output.constData());
    }

    /// A link that a checker leaves in place of its message brings nothing of the machine.
    void readsNoLinkAsAMessage() {
        const QString folder = package(QStringLiteral("links"));
        m_grind->write(QStringLiteral("links/output_validator/check.py"),
                       "import os, sys\nos.symlink('/etc/passwd', sys.argv[3] + 'judgemessage.txt')\nsys.exit(43)\n");
        const QJsonObject report = judged(folder, "print(1, 2)\n", 1);
        QCOMPARE(report[QStringLiteral("verdict")].toString(), QStringLiteral("WA"));
        QVERIFY(!report[QStringLiteral("cases")][0].toObject().contains(QStringLiteral("judge_message")));
    }

    void aBrokenCheckerIsAJudgeError_data() {
        QTest::addColumn<int>("index");
        for (int i = 0; i < int(std::size(Broken)); ++i) {
            QTest::addRow("%s", Broken[i].name) << i;
        }
    }
    void aBrokenCheckerIsAJudgeError() {
        QFETCH(int, index);
        const Specimen& broken = Broken[index];
        const QString name = QStringLiteral("broken%1").arg(index);
        const QString folder = package(name);
        m_grind->write(name + u'/' + QString::fromUtf8(broken.file), broken.code);
        const QJsonObject report = judged(folder, "n = int(input())\nprint(n - 1, 1)\n", 3);
        QCOMPARE(report[QStringLiteral("verdict")].toString(), QStringLiteral("JE"));
        for (const QJsonValue& one : report[QStringLiteral("cases")].toArray()) {
            QCOMPARE(one[QStringLiteral("exit_code")].toInt(-1), 0); // the program's, which ended well
        }
        const QJsonValue error = report[QStringLiteral("error")];
        QCOMPARE(error[QStringLiteral("code")].toString(), QString::fromUtf8(broken.error));
        const QString detail = error[QStringLiteral("detail")].toString();
        QVERIFY2(detail.startsWith(QString::fromUtf8(broken.words)), qPrintable(detail));
        QVERIFY2(error[QStringLiteral("hint")].toString().startsWith(QStringLiteral("The package is at fault")),
                 qPrintable(error[QStringLiteral("hint")].toString()));
    }
};

QTEST_GUILESS_MAIN(TestCliCheckers)
#include "test_cli_checkers.moc"
