// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of `grind` while a compiler or twenty processes of a program are at work: within a second no process of ours
// is left, nor a cgroup, nor a file, and the next submission is judged as ever.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"
#include "tests/support/outright_kill.h"
#include "tests/support/process_census.h"

#include <QDir>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>
#include <QThread>

#include <unistd.h>

#include <algorithm>

using namespace grindstone::cli::test;
using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

constexpr auto MostTime = 1000ms;

/// Runs for as long as it is let, as twenty processes that hold memory and a CPU each.
const QByteArray Load = "#include <stdlib.h>\n"
                        "#include <string.h>\n"
                        "#include <unistd.h>\n"
                        "int main(void) {\n"
                        "    for (int i = 1; i < 20 && fork() != 0; ++i) {}\n"
                        "    char* memory = malloc(10 << 20);\n"
                        "    for (volatile long i = 0;; ++i) memset(memory, (int)i, 10 << 20);\n"
                        "}\n";

/// Keeps the compiler busy for a while.
const QByteArray LongToCompile = "#include <bits/stdc++.h>\n#include <regex>\n"
                                 "int main() { return std::regex_match(\"a\", std::regex(\"b\")); }\n";

bool compilerWorks(pid_t grind) {
    return std::ranges::any_of(descendantsOf(grind), [](pid_t process) { return nameOf(process) == "cc1plus"; });
}

bool programWorks(pid_t grind) {
    return std::ranges::any_of(descendantsOf(grind), [](pid_t process) {
        return isInitOfNamespace(process) && descendantsOf(process).size() >= 20;
    });
}

bool isMoment(const QString& moment, pid_t grind) {
    if (moment == QLatin1String("compiling")) {
        return compilerWorks(grind);
    }
    if (moment == QLatin1String("running")) {
        return programWorks(grind);
    }
    return true; // Any.
}

} // namespace

class TestCliKilled : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;
    QString m_temporary; ///< the program's folder for temporary files
    std::chrono::milliseconds m_longest{0};
    std::chrono::milliseconds m_longestSweeping{0};

    void prepare(bool ordinaryUser);
    QStringList arguments(const QString& command, const QString& source) const;
    void killOne(const QStringList& arguments, const QString& moment);

private Q_SLOTS:
    void initTestCase() { adoptOrphans(); }
    void leavesNothing_data();
    void leavesNothing();
};

void TestCliKilled::prepare(bool ordinaryUser) {
    m_grind = ordinaryUser ? GrindProgram::forOrdinaryUser() : GrindProgram::asBuilt();
    writeSumPackage(*m_grind, QStringLiteral("slow"));
    m_grind->write(QStringLiteral("slow/problem.yaml"), "problem_format_version: 2025-09\nname: Slow\n"
                                                        "uuid: 5f0c9f0e-6a0f-4a56-9f6e-0f6f8d6c0003\n"
                                                        "limits: {time_limit: 30, memory: 512}\n");
    m_grind->write(QStringLiteral("load.c"), Load);
    m_grind->write(QStringLiteral("long.cpp"), LongToCompile);
    m_grind->write(QStringLiteral("good.py"), "import sys\nprint(sum(map(int, sys.stdin.read().split()[1:])))\n");
    m_temporary = m_grind->path(QStringLiteral("temporary"));
    QVERIFY(QDir().mkpath(m_temporary));
    QVERIFY(QFile::setPermissions(m_temporary, QFile::Permissions(0x7777)));
    m_grind->set(QStringLiteral("TMPDIR"), m_temporary);
}

QStringList TestCliKilled::arguments(const QString& command, const QString& source) const {
    const bool submits = command == QLatin1String("submit");
    return {command, submits ? QStringLiteral("starter/echo-sum") : m_grind->path(QStringLiteral("slow")),
            m_grind->path(source)};
}

void TestCliKilled::killOne(const QStringList& arguments, const QString& moment) {
    QProcess process;
    process.setProcessEnvironment(m_grind->environment());
    const QStringList command = m_grind->command() + arguments;
    process.start(command.first(), command.mid(1));
    QVERIFY(process.waitForStarted());
    const auto grind = pid_t(process.processId());
    QThread::msleep(moment == QLatin1String("any time") ? QRandomGenerator::global()->bounded(600U) : 0);
    QTRY_VERIFY_WITH_TIMEOUT(isMoment(moment, grind), 30000);
    const Aftermath after = killOutright(grind);
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit); // It had not ended by itself before.
    qInfo("%zu processes: %lld ms, with cgroups %lld ms", after.below, static_cast<long long>(after.processes.count()),
          static_cast<long long>(after.everything.count()));
    m_longest = std::max(m_longest, after.processes);
    m_longestSweeping = std::max(m_longestSweeping, after.everything);
    QVERIFY2(after.left.empty(), after.left.c_str());
}

void TestCliKilled::leavesNothing_data() {
    QTest::addColumn<bool>("ordinaryUser");
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("moment");
    QTest::addColumn<int>("kills");
    for (const bool ordinaryUser : {false, true}) {
        const auto row = [&](const char* command, const char* moment, int kills) {
            QTest::addRow("%s, %s%s", command, moment, ordinaryUser ? ", as an ordinary user" : "")
                << ordinaryUser << QString::fromLatin1(command) << QString::fromLatin1(moment) << kills;
        };
        row("judge", "compiling", 4);
        row("judge", "running", 6);
        row("submit", "running", 4);
        row("judge", "any time", 6);
    }
}

void TestCliKilled::leavesNothing() {
    QFETCH(const bool, ordinaryUser);
    QFETCH(const QString, command);
    QFETCH(const QString, moment);
    QFETCH(const int, kills);
    if (ordinaryUser && ::geteuid() != 0) {
        QSKIP("all of this is an ordinary user's already");
    }
    prepare(ordinaryUser);
    const QString source = moment == QLatin1String("compiling") ? QStringLiteral("long.cpp") : QStringLiteral("load.c");
    m_longest = m_longestSweeping = 0ms;
    for (int i = 0; i < kills && !QTest::currentTestFailed(); ++i) {
        killOne(arguments(command, source), moment);
    }
    qInfo("at most %lld ms until no process was left, %lld ms until no cgroup was",
          static_cast<long long>(m_longest.count()), static_cast<long long>(m_longestSweeping.count()));
    QVERIFY(m_longest < MostTime);
    QVERIFY(m_longestSweeping < MostTime);
    QCOMPARE(QDir(m_temporary).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System),
             QStringList());
    verifyVerdict(m_grind->run(QStringList{QStringLiteral("submit"), QStringLiteral("starter/echo-sum"),
                                           m_grind->path(QStringLiteral("good.py")), QStringLiteral("--json")}),
                  QStringLiteral("AC"));
}

QTEST_GUILESS_MAIN(TestCliKilled)
#include "test_cli_killed.moc"
