// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 of the program with the window, on a display of its own, while it judges: within a second no process of ours
// is left, nor a cgroup, nor a file.
#include "tests/support/outright_kill.h"
#include "tests/support/process_census.h"

#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

constexpr auto MostTime = 1000ms;
constexpr int Patience = 30000;
constexpr int Kills = 5;

QString call(const QProcessEnvironment& environment, const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program, arguments);
    return process.waitForFinished(Patience) ? QString::fromUtf8(process.readAllStandardOutput()).trimmed() : QString();
}

std::vector<pid_t> programsIn(pid_t window) {
    std::vector<pid_t> found = descendantsOf(window);
    std::erase_if(found, [](pid_t process) { return !programOf(process).starts_with("/program/"); });
    return found;
}

/// True when a program is there that lives longer than those which try the compilers out.
bool judgesForAWhile(pid_t window) {
    const std::vector<pid_t> before = programsIn(window);
    QTest::qSleep(200);
    const std::vector<pid_t> now = programsIn(window);
    return std::ranges::find_first_of(now, before) != now.end();
}

} // namespace

class TestWindowKilled : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    QProcess m_server;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();

    QString temporaryFolder() const { return m_folder.filePath(QStringLiteral("temporary")); }
    QString xdotool(const QStringList& arguments) const {
        return call(m_environment, QStringLiteral("xdotool"), arguments);
    }
    QString findWindow() const {
        const QStringList search{QStringLiteral("search"), QStringLiteral("--onlyvisible"), QStringLiteral("--name"),
                                 QStringLiteral(" – Grindstone$")};
        return xdotool(search).section(QLatin1Char('\n'), 0, 0);
    }
    void typeEndlessProgram() const;
    bool submitsAndJudges(pid_t window) const;
    void killWhileItJudges();

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void leavesNothing();
};

void TestWindowKilled::initTestCase() {
    for (const char* program : {"Xvfb", "xdotool"}) {
        if (QStandardPaths::findExecutable(QLatin1String(program)).isEmpty()) {
            QSKIP("Xvfb or xdotool is not installed");
        }
    }
    adoptOrphans();
    // Without a reset whenever the last window is gone, in which it takes nobody in.
    const auto words = QStringLiteral("-displayfd 1 -screen 0 1280x900x24 -nolisten tcp -noreset");
    m_server.start(QStringLiteral("Xvfb"), words.split(QLatin1Char(' ')));
    QByteArray display;
    QTRY_VERIFY_WITH_TIMEOUT((display += m_server.readAllStandardOutput()).endsWith('\n'), Patience);
    m_environment.insert(QStringLiteral("DISPLAY"), QLatin1Char(':') + QString::fromLatin1(display.trimmed()));
    m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    m_environment.insert(QStringLiteral("GRINDSTONE_HOME"), m_folder.filePath(QStringLiteral("home")));
    m_environment.insert(QStringLiteral("TMPDIR"), temporaryFolder());
    m_environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path()); // Or Qt would make one there.
    QVERIFY(QDir().mkpath(temporaryFolder()));
}

void TestWindowKilled::cleanupTestCase() {
    m_server.terminate();
    m_server.waitForFinished();
}

void TestWindowKilled::typeEndlessProgram() const {
    QString window;
    QTRY_VERIFY_WITH_TIMEOUT(!(window = findWindow()).isEmpty(), Patience);
    xdotool({QStringLiteral("windowfocus"), window, QStringLiteral("key"), QStringLiteral("--clearmodifiers"),
             QStringLiteral("alt+2"), QStringLiteral("ctrl+a"), QStringLiteral("Delete")});
    // Valid in C and in C++.
    xdotool({QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("5"),
             QStringLiteral("int main(){while(1);}")});
}

/// As often as it takes; while there is judging the key does nothing.
bool TestWindowKilled::submitsAndJudges(pid_t window) const {
    xdotool({QStringLiteral("key"), QStringLiteral("--clearmodifiers"), QStringLiteral("ctrl+Return")});
    return judgesForAWhile(window);
}

void TestWindowKilled::killWhileItJudges() {
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/../bin/grindstone"), QStringList());
    QVERIFY(process.waitForStarted());
    const auto window = pid_t(process.processId());
    typeEndlessProgram();
    QTRY_VERIFY_WITH_TIMEOUT(submitsAndJudges(window), Patience);
    const Aftermath after = killOutright(window, {pid_t(m_server.processId())});
    QVERIFY(process.waitForFinished());
    qInfo("%zu processes: %lld ms, with cgroups %lld ms", after.below, static_cast<long long>(after.processes.count()),
          static_cast<long long>(after.everything.count()));
    QVERIFY2(after.left.empty(), after.left.c_str());
    QVERIFY(after.everything < MostTime);
}

void TestWindowKilled::leavesNothing() {
    for (int i = 0; i < Kills && !QTest::currentTestFailed(); ++i) {
        killWhileItJudges();
    }
    const QStringList files =
        QDir(temporaryFolder()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot | QDir::Hidden | QDir::System);
    QVERIFY2(files.empty(), qPrintable(files.join(QLatin1Char('\n'))));
}

QTEST_GUILESS_MAIN(TestWindowKilled)
#include "test_window_killed.moc"
