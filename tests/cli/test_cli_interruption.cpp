// SPDX-License-Identifier: GPL-3.0-or-later
// Ctrl-C and its kin: the run is killed, nothing is left behind, and the status is what a shell expects.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QTest>
#include <QThread>

#include <csignal>
#include <unistd.h>

using namespace grindstone::cli::test;

namespace {

/// Processes whose command line or environment names the folder.
QStringList processesOf(const QString& folder) {
    QStringList found;
    for (const QString& entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        if (entry.toInt() == 0 || entry.toInt() == ::getpid()) {
            continue;
        }
        for (const char* name : {"cmdline", "environ"}) {
            QFile file(QStringLiteral("/proc/%1/%2").arg(entry, QLatin1String(name)));
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(folder.toUtf8())) {
                found.append(entry);
                break;
            }
        }
    }
    return found;
}

QSet<QString> pythonProcesses() {
    QSet<QString> found;
    for (const QString& entry : QDir(QStringLiteral("/proc")).entryList(QDir::Dirs)) {
        QFile file(QStringLiteral("/proc/%1/cmdline").arg(entry));
        if (entry.toInt() > 0 && file.open(QIODevice::ReadOnly) && file.readAll().contains("grindstone_sleeper")) {
            found.insert(entry);
        }
    }
    return found;
}

} // namespace

class TestCliInterruption : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;
    QString m_package;
    QString m_sleeper;

    void start(QProcess& process, const QStringList& arguments) const {
        process.setProcessEnvironment(m_grind->environment());
        // A group of its own, as a shell gives it, so that a signal can be sent as a terminal does.
        process.setChildProcessModifier([] { ::setpgid(0, 0); });
        const QStringList command = m_grind->command() + arguments;
        process.start(command.first(), command.mid(1));
        QVERIFY(process.waitForStarted());
    }

    QStringList judgeSleeper() const {
        return {QStringLiteral("judge"), m_package, m_sleeper, QStringLiteral("--json")};
    }

private Q_SLOTS:
    void initTestCase() {
        m_grind = GrindProgram::asBuilt();
        m_package = writeSumPackage(*m_grind);
        m_grind->write(QStringLiteral("sum/problem.yaml"), "problem_format_version: 2025-09\nname: Slow\n"
                                                           "uuid: 5f0c9f0e-6a0f-4a56-9f6e-0f6f8d6c0002\n"
                                                           "limits: {time_limit: 30}\n");
        // Two processes, each recognisable from outside.
        m_sleeper = m_grind->write(QStringLiteral("sum/submissions/accepted/sleeper.py"),
                                   "import subprocess, sys, time\n"
                                   "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', "
                                   "'grindstone_sleeper'])\n"
                                   "time.sleep(600)\n");
    }

    void leavesNothingBehind_data() {
        QTest::addColumn<int>("signal");
        QTest::addColumn<bool>("wholeGroup");
        QTest::addColumn<QStringList>("command");
        QTest::newRow("Ctrl-C in a terminal") << SIGINT << true << judgeSleeper();
        QTest::newRow("SIGINT") << SIGINT << false << judgeSleeper();
        QTest::newRow("SIGTERM") << SIGTERM << false << judgeSleeper();
        QTest::newRow("the terminal closes") << SIGHUP << true << judgeSleeper();
        QTest::newRow("while a package is verified")
            << SIGINT << true << QStringList{QStringLiteral("verify"), m_package, QStringLiteral("--json")};
    }
    void leavesNothingBehind() {
        QFETCH(int, signal);
        QFETCH(bool, wholeGroup);
        QFETCH(QStringList, command);
        const QSet<QString> before = pythonProcesses();
        QProcess process;
        start(process, command);
        QTRY_VERIFY_WITH_TIMEOUT(pythonProcesses() != before, 30000);
        const pid_t target = pid_t(process.processId());
        QCOMPARE(::kill(wholeGroup ? -target : target, signal), 0);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(process.waitForFinished(10000));
        QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 128 + signal);
        const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(json[QStringLiteral("cancelled")].toBool(), true);
        QTRY_VERIFY(pythonProcesses() == before);
        QTRY_COMPARE(processesOf(m_grind->path(QString())), QStringList());
    }

    void killedOutrightLeavesNoProcess() {
        const QSet<QString> before = pythonProcesses();
        QProcess process;
        start(process, judgeSleeper());
        QTRY_VERIFY_WITH_TIMEOUT(pythonProcesses() != before, 30000);
        process.kill();
        QVERIFY(process.waitForFinished(10000));
        QTRY_VERIFY(pythonProcesses() == before);
        QTRY_COMPARE(processesOf(m_grind->path(QString())), QStringList());
    }

    void takesTwoSignalsAtOnceForOne() {
        const QSet<QString> before = pythonProcesses();
        QProcess process;
        start(process, judgeSleeper());
        QTRY_VERIFY_WITH_TIMEOUT(pythonProcesses() != before, 30000);
        const pid_t target = pid_t(process.processId());
        ::kill(target, SIGTERM);
        QThread::msleep(2); // or the kernel would merge them
        ::kill(target, SIGTERM);
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 143);
        const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(json[QStringLiteral("cancelled")].toBool(), true);
    }

    void stopsWhileAwaitingStandardInput() {
        QProcess process;
        start(process, {QStringLiteral("judge"), m_package, QStringLiteral("-"), QStringLiteral("--language"),
                        QStringLiteral("c"), QStringLiteral("--json")});
        QThread::msleep(500);
        ::kill(pid_t(process.processId()), SIGINT);
        QVERIFY(process.waitForFinished(10000));
        QCOMPARE(process.exitCode(), 130);
        const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(json[QStringLiteral("error")][QStringLiteral("code")].toString(), QStringLiteral("interrupted"));
    }
};

QTEST_GUILESS_MAIN(TestCliInterruption)
#include "test_cli_interruption.moc"
