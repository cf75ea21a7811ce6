// SPDX-License-Identifier: GPL-3.0-or-later
// `grind bench`: what scripts read of it, what holds of its figures on any machine, and how it fails. How large the
// figures are is not looked at.
#include "tests/cli/grind_program.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace grindstone::cli::test;

namespace {

QStringList benchSandbox(const QStringList& more = {}) {
    return QStringList{QStringLiteral("bench"), QStringLiteral("sandbox"), QStringLiteral("--runs"),
                       QStringLiteral("4")} +
           more;
}

QStringList withJson(const QStringList& arguments) {
    return arguments + QStringList{QStringLiteral("--json")};
}

double number(const QJsonObject& json, const char* key, const char* part) {
    const QJsonValue value = json[QLatin1String(key)][QLatin1String(part)];
    return value.isDouble() ? value.toDouble() : qQNaN();
}

/// Copies of the programs that a bench has to lay elsewhere.
QStringList copiedPrograms() {
    return QDir(QStringLiteral("/var/tmp")).entryList({QStringLiteral("grindstone-bench.*")}, QDir::Dirs);
}

bool succeeds(const QString& program, const QStringList& arguments) {
    return QProcess::execute(program, arguments) == 0;
}

} // namespace

class TestCliBench : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

    /// A folder, first on PATH, in which `bwrap` is this shell script.
    void pretendBubblewrap(const QByteArray& script) {
        const QString program = m_grind->write(QStringLiteral("tools/bwrap"), "#!/bin/sh\n" + script);
        QFile::setPermissions(program, QFile::Permissions(0x7755));
        m_grind->set(QStringLiteral("PATH"), m_grind->path(QStringLiteral("tools")));
    }

    void verifyFigures(const QJsonObject& json) {
        for (const char* key : {"baseline_vfork_exec_us", "box_run_us", "overhead_us", "back_to_back_us",
                                "back_to_back_run_us", "cpu_overshoot_ms", "cpu_limit_to_end_ms"}) {
            QVERIFY2(number(json, key, "median") <= number(json, key, "p95"), key);
        }
        QVERIFY(number(json, "baseline_vfork_exec_us", "median") > 0);
        QVERIFY(number(json, "box_run_us", "median") > 0);
        // A program is ended when it has used up its limit, not before.
        QVERIFY(number(json, "cpu_overshoot_ms", "median") >= 0);
        QVERIFY(number(json, "cpu_limit_to_end_ms", "median") >= 0);
        for (const char* key : {"cpu_spread_percent", "wall_spread_percent"}) {
            QVERIFY2(number(json, key, "idle") >= 0 && number(json, key, "loaded") >= 0, key);
        }
    }

    void verifyIncludes(const QJsonObject& json) {
        const QJsonArray includes = json[QStringLiteral("includes")].toArray();
        const QString tier = json[QStringLiteral("tier")].toString();
        QCOMPARE(includes.contains(QStringLiteral("cgroup")),
                 json[QStringLiteral("cgroup")].toString() != QStringLiteral("none"));
        QCOMPARE(includes.contains(QStringLiteral("pidns")), tier != QStringLiteral("no-namespaces"));
        QVERIFY(includes.contains(QStringLiteral("seccomp")));
    }

private Q_SLOTS:
    void init() { m_grind = GrindProgram::asBuilt(); }

    void keepsItsContractWithScripts() {
        const Outcome outcome = m_grind->run(withJson(benchSandbox()));
        QCOMPARE(outcome.status, 0);
        const QJsonObject json = outcome.json();
        for (const char* key :
             {"runs", "baseline_vfork_exec_us", "box_run_us", "overhead_us", "back_to_back_us", "tier", "includes",
              "schema", "cgroup", "cpus", "load_average", "back_to_back_run_us", "cpu_overshoot_ms",
              "cpu_limit_to_end_ms", "memory_error_kib", "memory_error_with_1gb_parent_kib", "cpu_spread_percent",
              "wall_spread_percent", "peer"}) {
            QVERIFY2(json.contains(QLatin1String(key)), key);
        }
        QCOMPARE(json[QStringLiteral("runs")].toInt(), 4);
        QVERIFY(json[QStringLiteral("peer")].isNull());
        verifyFigures(json);
        verifyIncludes(json);
    }

    void measuresTheTierThatTheDoctorFinds() {
        const QJsonObject json = m_grind->run(withJson(benchSandbox())).json();
        const QJsonObject doctor = m_grind->run({QStringLiteral("doctor"), QStringLiteral("--json")}).json();
        QCOMPARE(json[QStringLiteral("tier")], doctor[QStringLiteral("sandbox")][QStringLiteral("tier")]);
        QCOMPARE(json[QStringLiteral("cgroup")], doctor[QStringLiteral("sandbox")][QStringLiteral("cgroup")]);
    }

    void reportsMemoryAsItIsWhateverTheParentHolds() {
        const QJsonObject json = m_grind->run(withJson(benchSandbox())).json();
        constexpr double Tolerance = 3 * 1024;
        QVERIFY(number(json, "memory_error_kib", "median") >= 0);
        QVERIFY(number(json, "memory_error_kib", "median") < Tolerance);
        if (json[QStringLiteral("memory_error_with_1gb_parent_kib")].isNull()) {
            QSKIP("there is no room for a gibibyte");
        }
        QVERIFY(number(json, "memory_error_with_1gb_parent_kib", "median") >= 0);
        QVERIFY(number(json, "memory_error_with_1gb_parent_kib", "median") < Tolerance);
    }

    void measuresALowerTierWhenAsked() {
        const Outcome outcome =
            m_grind->run(withJson(benchSandbox({QStringLiteral("--tier"), QStringLiteral("no-cgroup")})));
        QCOMPARE(outcome.status, 0);
        QCOMPARE(outcome.json()[QStringLiteral("tier")].toString(), QStringLiteral("no-cgroup"));
        QCOMPARE(outcome.json()[QStringLiteral("cgroup")].toString(), QStringLiteral("none"));
        verifyFigures(outcome.json());
        verifyIncludes(outcome.json());
    }

    void refusesATierThatIsNotHere() {
        const QJsonObject doctor = m_grind->run({QStringLiteral("doctor"), QStringLiteral("--json")}).json();
        const bool full = doctor[QStringLiteral("sandbox")][QStringLiteral("tier")].toString() == u"full";
        const QString other = full ? QStringLiteral("full-v1") : QStringLiteral("full");
        const Outcome outcome = m_grind->run(withJson(benchSandbox({QStringLiteral("--tier"), other})));
        if (outcome.status == 0) {
            QSKIP("this machine has both versions of cgroups");
        }
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.errorCode(), QStringLiteral("bench.no-such-tier"));
        QVERIFY2(outcome.errorDetail().startsWith(other + QStringLiteral(" (got ")), outcome.output.constData());
    }

    void measuresAsAnOrdinaryUser() {
        if (!ordinaryUsersHaveNamespaces()) {
            QSKIP("this kernel gives an ordinary user no user namespaces");
        }
        const QStringList before = copiedPrograms();
        m_grind = GrindProgram::forOrdinaryUser();
        const Outcome outcome = m_grind->run(withJson(benchSandbox()));
        QCOMPARE(outcome.status, 0);
        verifyFigures(outcome.json());
        verifyIncludes(outcome.json());
        QCOMPARE(copiedPrograms(), before);
    }

    void failsWhereThereIsNoSandbox() {
        if (!ordinaryUsersHaveNamespaces()) {
            QSKIP("this kernel gives an ordinary user no user namespaces to take away");
        }
        m_grind = GrindProgram::forOrdinaryUser();
        const QString script = QStringLiteral("echo 0 >/proc/sys/user/max_user_namespaces; exec $GRIND %1")
                                   .arg(withJson(benchSandbox()).join(u' '));
        // Inside of the new namespace, where there can be no other, grind needs no setpriv.
        const Outcome outcome =
            m_grind->shell(QStringLiteral("export GRIND=${GRIND##* }; unshare -Ur sh -c '%1'").arg(script));
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.errorCode(), QStringLiteral("sandbox.none"));
    }

    void tellsPeopleFiguresWithUnits() {
        const Outcome outcome = m_grind->run(benchSandbox());
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.startsWith("Sandbox: "), outcome.output.constData());
        for (const char* text : {", 4 runs of each kind in turns\n", "  overhead ", " µs\n", " ms\n", " KiB\n", " %\n",
                                 "\nA run in a box includes "}) {
            QVERIFY2(outcome.output.contains(text), text);
        }
        QVERIFY(!outcome.output.contains('\x1b'));
        QVERIFY(!outcome.output.contains("Bubblewrap"));
    }

    void showsItsProgressOnATerminal() {
        const Outcome terminal =
            m_grind->shell(QStringLiteral("TERM=xterm script -qec \"$GRIND bench sandbox --runs 4\" /dev/null"));
        QVERIFY2(terminal.output.contains("\r\x1b[KStarting programs ["), terminal.output.constData());
        QVERIFY(terminal.output.contains("/14"));
        const Outcome piped = m_grind->run(benchSandbox());
        QVERIFY(!piped.errors.contains("Starting programs"));
    }

    void measuresAPeerInTheSameRun() {
        pretendBubblewrap("for program; do :; done; exec \"$program\"\n");
        const Outcome outcome =
            m_grind->run(withJson(benchSandbox({QStringLiteral("--peer"), QStringLiteral("bwrap")})));
        QCOMPARE(outcome.status, 0);
        const QJsonObject peer = outcome.json()[QStringLiteral("peer")].toObject();
        QCOMPARE(peer[QStringLiteral("name")].toString(), QStringLiteral("bwrap"));
        const QJsonArray command = peer[QStringLiteral("command")].toArray();
        QCOMPARE(command.first().toString(), m_grind->path(QStringLiteral("tools/bwrap")));
        QVERIFY(command.last().toString().endsWith(QStringLiteral("/grindstone-noop")));
        for (const char* option : {"--unshare-all", "--dev", "--proc", "--tmpfs"}) {
            QVERIFY2(command.contains(QLatin1String(option)), option);
        }
        QVERIFY(number(peer, "run_us", "median") > 0);
        QVERIFY(number(peer, "overhead_us", "median") <= number(peer, "overhead_us", "p95"));
        QVERIFY(peer[QStringLiteral("overhead_ratio")].isDouble());
    }

    void measuresBubblewrapItself() {
        const QString bubblewrap = QStandardPaths::findExecutable(QStringLiteral("bwrap"));
        if (bubblewrap.isEmpty() ||
            !succeeds(bubblewrap, {QStringLiteral("--unshare-all"), QStringLiteral("--ro-bind"), QStringLiteral("/"),
                                   QStringLiteral("/"), QStringLiteral("/bin/true")})) {
            QSKIP("bubblewrap is not here, or does not work here");
        }
        const Outcome outcome = m_grind->run(benchSandbox({QStringLiteral("--peer"), QStringLiteral("bwrap")}));
        QCOMPARE(outcome.status, 0);
        QVERIFY2(outcome.output.contains("  in bubblewrap "), outcome.output.constData());
        QVERIFY2(outcome.output.contains(bubblewrap.toUtf8() + " --unshare-all "), outcome.output.constData());
    }

    void namesThePackageOfAPeerThatIsMissing() {
        m_grind->set(QStringLiteral("PATH"), m_grind->path(QStringLiteral("empty")));
        const QStringList arguments = benchSandbox({QStringLiteral("--peer"), QStringLiteral("bwrap")});
        const Outcome json = m_grind->run(withJson(arguments));
        QCOMPARE(json.status, 3);
        QCOMPARE(json.errorCode(), QStringLiteral("bench.peer-missing"));
        QCOMPARE(json.errorDetail(), QStringLiteral("bubblewrap"));
        const Outcome text = m_grind->run(arguments);
        QCOMPARE(text.status, 3);
        QCOMPARE(text.output, QByteArray());
        QCOMPARE(text.errors, QByteArray("grind: error: The sandbox to compare with isn't installed: bubblewrap\n"
                                         "  Install its package: “sudo apt install bubblewrap”.\n"));
    }

    void tellsWhatAPeerThatFailsSays() {
        pretendBubblewrap("echo 'bwrap: No permissions to create new namespace' >&2; exit 1\n");
        const Outcome outcome =
            m_grind->run(withJson(benchSandbox({QStringLiteral("--peer"), QStringLiteral("bwrap")})));
        QCOMPARE(outcome.status, 3);
        QCOMPARE(outcome.errorCode(), QStringLiteral("bench.peer-failed"));
        QCOMPARE(outcome.errorDetail(), QStringLiteral("bwrap: No permissions to create new namespace"));
    }

    void tellsWrongUsage_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("message");
        const auto row = [](const char* name, const QStringList& arguments, const char* message) {
            QTest::newRow(name) << arguments << QString::fromUtf8(message);
        };
        row("no measurement", {QStringLiteral("bench")}, "no command is given; see grind bench --help");
        row("unknown measurement", {QStringLiteral("bench"), QStringLiteral("sandbix")},
            "there is no command sandbix; did you mean grind bench sandbox?");
        row("no run", benchSandbox({QStringLiteral("--runs=0")}),
            "--runs: 0 is not a number from 1 to 1000000; see grind bench sandbox --help");
        row("too many runs", benchSandbox({QStringLiteral("--runs=1000001")}),
            "--runs: 1000001 is not a number from 1 to 1000000; see grind bench sandbox --help");
        row("no number of runs", benchSandbox({QStringLiteral("--runs=many")}),
            "--runs: many is not a number from 1 to 1000000; see grind bench sandbox --help");
        row("unknown peer", {QStringLiteral("bench"), QStringLiteral("sandbox"), QStringLiteral("--peer=firejail")},
            "--peer: firejail is not a sandbox to compare with; there is: bwrap; see grind bench sandbox --help");
        row("unknown tier", {QStringLiteral("bench"), QStringLiteral("sandbox"), QStringLiteral("--tier=none")},
            "--tier: none is not a tier; there are: full, full-v1, no-cgroup, no-namespaces; see grind bench sandbox "
            "--help");
        row("unknown option", {QStringLiteral("bench"), QStringLiteral("sandbox"), QStringLiteral("--frobnicate")},
            "The following argument was not expected: --frobnicate; see grind bench sandbox --help");
    }
    void tellsWrongUsage() {
        QFETCH(QStringList, arguments);
        QFETCH(QString, message);
        arguments.removeAll(QStringLiteral("4"));
        arguments.removeAll(QStringLiteral("--runs"));
        const Outcome json = m_grind->run(withJson(arguments));
        QCOMPARE(json.status, 2);
        QCOMPARE(json.errorCode(), QStringLiteral("usage.wrong"));
        QCOMPARE(json.errorDetail(), message);
        QCOMPARE(m_grind->run(arguments).status, 2);
    }

    void teachesByExample() {
        const Outcome alone = m_grind->run({QStringLiteral("bench")});
        QVERIFY2(alone.output.contains("Examples:\n  grind bench sandbox"), alone.output.constData());
        const Outcome help =
            m_grind->run({QStringLiteral("bench"), QStringLiteral("sandbox"), QStringLiteral("--help")});
        QCOMPARE(help.status, 0);
        QVERIFY2(help.output.contains("Examples:\n  grind bench sandbox "), help.output.constData());
        for (const char* option : {"--runs N", "--peer bwrap", "--tier TIER", "--json"}) {
            QVERIFY2(help.output.contains(option), option);
        }
    }

    void stopsCleanlyOnControlC() {
        const QStringList before = copiedPrograms();
        m_grind = GrindProgram::forOrdinaryUser();
        QProcess process;
        process.setProcessEnvironment(m_grind->environment());
        const QStringList command =
            m_grind->command() + QStringList{QStringLiteral("bench"), QStringLiteral("sandbox"),
                                             QStringLiteral("--runs"), QStringLiteral("1000000"),
                                             QStringLiteral("--json")};
        process.start(command.first(), command.mid(1));
        QVERIFY(process.waitForStarted());
        if (ordinaryUsersHaveNamespaces()) {
            QTRY_VERIFY_WITH_TIMEOUT(copiedPrograms().size() > before.size(), 30000);
            QThread::msleep(500);
        }
        QCOMPARE(::kill(pid_t(process.processId()), SIGINT), 0);
        QVERIFY(process.waitForFinished(20000));
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        QCOMPARE(process.exitCode(), 130);
        const QJsonObject json = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
        QCOMPARE(json[QStringLiteral("error")][QStringLiteral("code")].toString(), QStringLiteral("interrupted"));
        QCOMPARE(copiedPrograms(), before);
    }
};

QTEST_GUILESS_MAIN(TestCliBench)
#include "test_cli_bench.moc"
