// SPDX-License-Identifier: GPL-3.0-or-later
// `grind compare` by a program that says whether an output is right.
#include "tests/cli/grind_program.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace grindstone::cli::test;

namespace {

/// Any two numbers whose sum is that of the input, at most as large as an argument says.
constexpr const char* IcpcChecker = R"(#include <cstdlib>
#include <fstream>
#include <iostream>
#include <string>
int main(int count, char** words) {
    long sum = 0, a = 0, b = 0;
    std::ifstream(words[1]) >> sum;
    std::cin >> a >> b;
    if (count > 4 && (a > std::atol(words[4]) || b > std::atol(words[4]))) {
        std::ofstream(std::string(words[3]) + "teammessage.txt") << "too large\n";
        return 43;
    }
    std::ofstream(std::string(words[3]) + "judgemessage.txt") << a << " and " << b << "\n";
    return a + b == sum ? 42 : 43;
}
)";

/// Ends as the output's first number says, with exit codes as testlib has them.
constexpr const char* ObedientChecker = R"(#include <fstream>
#include <iostream>
int main(int, char** words) {
    int code = 0;
    std::ifstream(words[2]) >> code;
    std::cerr << "told to end with " << code << "\n";
    return code;
}
)";

/// True once the sandbox of a grind is there: signals are looked after before.
bool hasChildren(qint64 process) {
    const QString tasks = QStringLiteral("/proc/%1/task/").arg(process);
    return std::ranges::any_of(QDir(tasks).entryList(QDir::Dirs | QDir::NoDotAndDotDot), [&](const QString& task) {
        QFile children(tasks + task + QStringLiteral("/children"));
        return children.open(QIODevice::ReadOnly) && !children.readAll().isEmpty();
    });
}

} // namespace

class TestCliCompareChecker : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

    Outcome byIcpc(const QByteArray& output, const QStringList& more = {}) const {
        m_grind->write(QStringLiteral("answer"), "1 9\n");
        return m_grind->run(
            QStringList{QStringLiteral("compare"), m_grind->write(QStringLiteral("sum/check.cpp"), IcpcChecker),
                        m_grind->path(QStringLiteral("answer")), m_grind->write(QStringLiteral("output"), output),
                        QStringLiteral("--input"), m_grind->write(QStringLiteral("input"), "10\n")} +
            more);
    }

    Outcome byObedient(const QByteArray& output) const {
        return m_grind->run(
            {QStringLiteral("compare"), m_grind->write(QStringLiteral("obedient/check.cpp"), ObedientChecker),
             m_grind->write(QStringLiteral("answer"), "0\n"), m_grind->write(QStringLiteral("output"), output),
             QStringLiteral("--kind"), QStringLiteral("testlib"), QStringLiteral("--json")});
    }

private Q_SLOTS:
    void initTestCase() {
        m_grind = ordinaryUsersHaveNamespaces() ? GrindProgram::forOrdinaryUser() : GrindProgram::asBuilt();
    }

    void showsPeopleWhatItSays() {
        const Outcome good = byIcpc("4 6\n");
        QVERIFY2(good.status == 0, good.errors.constData());
        QCOMPARE(good.output, QByteArray("Accepted\n  4 and 6\n"));
        const Outcome bad = byIcpc("4 7\n");
        QCOMPARE(bad.status, 1);
        QCOMPARE(bad.output, QByteArray("Rejected  the checker rejected the output: 4 and 7\n"));
    }

    void passesArgumentsAndPrintsOneDocument() {
        const QStringList most{QStringLiteral("--arg"), QStringLiteral("5"), QStringLiteral("--json")};
        const Outcome large = byIcpc("4 6\n", most);
        QCOMPARE(large.status, 1);
        const QJsonObject json = large.json();
        QCOMPARE(json[u"schema"].toString(), QStringLiteral("grindstone-compare/1"));
        QCOMPARE(json[u"accepted"], QJsonValue(false));
        QCOMPARE(json[u"team_message"].toString(), QStringLiteral("too large"));
        QVERIFY(!json.contains(u"judge_message"));
        QCOMPARE(json[u"message"].toString(), QStringLiteral("the checker rejected the output: too large"));
        const QJsonObject fine = byIcpc("5 5\n", most).json();
        QCOMPARE(fine[u"judge_message"].toString(), QStringLiteral("5 and 5"));
        QCOMPARE(fine[u"accepted"], QJsonValue(true));
    }

    void knowsExitCodesAsTestlibHasThem() {
        QCOMPARE(byObedient("0").status, 0);
        for (const char* rejecting : {"1", "2", "4", "8"}) {
            QCOMPARE(byObedient(rejecting).status, 1);
        }
        const Outcome points = byObedient("7");
        QCOMPARE(points.status, 3);
        QCOMPARE(points.errorCode(), QStringLiteral("checker.points"));
        QVERIFY2(points.errorDetail().contains(QStringLiteral(
                     "output: it gave points (exit code 7), which only a scoring problem has; it said: told to")),
                 qPrintable(points.errorDetail()));
        QCOMPARE(byObedient("3").errorCode(), QStringLiteral("checker.failed"));
        QCOMPARE(byObedient("3").status, 3);
    }

    void readsPipes() {
        byIcpc("4 6\n");
        const QString call = QStringLiteral("$GRIND compare sum - output --input input <answer && "
                                            "echo 3 7 | $GRIND compare sum/check.cpp answer - --input input");
        const Outcome outcome = m_grind->shell(call);
        QCOMPARE(outcome.output, QByteArray("Accepted\n  4 and 6\nAccepted\n  3 and 7\n"));
    }

    void tellsFailuresApart() {
        byIcpc("4 6\n");
        const auto run = [this](const char* words) {
            return m_grind->shell(QStringLiteral("$GRIND compare --json ") + QString::fromLatin1(words));
        };
        QCOMPARE(run("./none.cpp answer output").status, 3);
        QCOMPARE(run("./none.cpp answer output").errorCode(), QStringLiteral("checker.unreadable"));
        QCOMPARE(run("sum answer output --kind dmoj").status, 2);
        QCOMPARE(run("exact answer output --kind icpc").status, 2);
        QCOMPARE(run("sum answer - --input - <output").status, 2);
        m_grind->write(QStringLiteral("broken.cpp"), "int main() { return undeclared; }\n");
        QCOMPARE(run("broken.cpp answer output").status, 3);
        QCOMPARE(run("broken.cpp answer output").errorCode(), QStringLiteral("checker.not-compiled"));
    }

    void stopsCleanlyOnControlC() {
        const std::unique_ptr<GrindProgram> grind = GrindProgram::asBuilt();
        const QString file = grind->write(QStringLiteral("sleeping.py"), "import time\ntime.sleep(100)\n");
        QProcess process;
        process.setProcessEnvironment(grind->environment());
        const QStringList command = grind->command() + QStringList{QStringLiteral("compare"), file, file, file};
        process.start(command.first(), command.mid(1));
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(hasChildren(process.processId()), 30000);
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(30000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
    }

    void aNameGoesBeforeAFile() {
        byIcpc("1\t9\n");
        m_grind->write(QStringLiteral("tokens"), "no checker at all");
        QCOMPARE(m_grind->shell(QStringLiteral("$GRIND compare tokens answer output")).status, 0);
    }
};

QTEST_GUILESS_MAIN(TestCliCompareChecker)
#include "test_cli_compare_checker.moc"
