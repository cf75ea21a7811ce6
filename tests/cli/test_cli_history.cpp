// SPDX-License-Identifier: GPL-3.0-or-later
// What was submitted, listed, shown and exported by the real program.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace grindstone::cli::test;

namespace {

QByteArray read(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

} // namespace

class TestCliHistory : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;
    const QByteArray m_good = "# ä\r\nprint(sum(map(int, input().split())))";

    Outcome history(const QStringList& arguments) {
        return m_grind->run(QStringList{QStringLiteral("history")} + arguments);
    }
    QString numbers(const QStringList& arguments) {
        QStringList ids;
        for (const QJsonValue& one : history(arguments + QStringList{QStringLiteral("--json")})
                                         .json()[QStringLiteral("submissions")]
                                         .toArray()) {
            ids << QString::number(one[QStringLiteral("id")].toInt());
        }
        return ids.join(u' ');
    }

private Q_SLOTS:
    void initTestCase() {
        m_grind = GrindProgram::asBuilt();
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/other"));
        const QString good = m_grind->write(QStringLiteral("good.py"), m_good);
        const QString wrong = m_grind->write(QStringLiteral("wrong.py"), "print(-1)\n");
        const QString broken = m_grind->write(QStringLiteral("broken.cpp"), "int main() { return x; }\n");
        for (const auto& [problem, source] :
             {std::pair{QStringLiteral("mine/sum"), good}, std::pair{QStringLiteral("mine/sum"), wrong},
              std::pair{QStringLiteral("mine/other"), broken}}) {
            const Outcome outcome = m_grind->run({QStringLiteral("submit"), problem, source});
            QVERIFY2(outcome.status <= 1, outcome.errors.constData());
        }
    }

    void listsTheNewestFirst() {
        const Outcome text = history({});
        QCOMPARE(text.status, 0);
        const QList<QByteArray> lines = text.output.split('\n');
        QCOMPARE(lines.size(), 4);
        QVERIFY2(lines[0].startsWith("3  20") && lines[0].contains("  CE  ") &&
                     lines[0].endsWith("  cpp      mine/other"),
                 text.output.constData());
        QVERIFY2(lines[1].contains("  WA  ") && lines[1].contains("  0/3  "), text.output.constData());
        QVERIFY2(lines[2].contains("  AC  ") && lines[2].contains("  3/3  ") &&
                     lines[2].endsWith("  python3  mine/sum"),
                 text.output.constData());
    }

    void listsWhatIsAskedFor() {
        QCOMPARE(numbers({}), QStringLiteral("3 2 1"));
        QCOMPARE(numbers({QStringLiteral("sum")}), QStringLiteral("2 1"));
        QCOMPARE(numbers({QStringLiteral("mine/other")}), QStringLiteral("3"));
        QCOMPARE(numbers({QStringLiteral("--verdict"), QStringLiteral("wa")}), QStringLiteral("2"));
        QCOMPARE(numbers({QStringLiteral("--language"), QStringLiteral("cpp")}), QStringLiteral("3"));
        QCOMPARE(numbers({QStringLiteral("--since"), QStringLiteral("2020-01-31")}), QStringLiteral("3 2 1"));
        QCOMPARE(numbers({QStringLiteral("--since"), QStringLiteral("2999-01-31T10:00")}), QString());
        const Outcome one = history({QStringLiteral("--limit"), QStringLiteral("1")});
        QCOMPARE(one.output.count('\n'), 1);
        QCOMPARE(one.errors, QByteArray("grind: The newest 1; --limit 0 lists all of them.\n"));
        QCOMPARE(history({QStringLiteral("none")}).output, QByteArray("No submission matches.\n"));
    }

    void showsAllOfOne() {
        const QJsonObject json =
            history({QStringLiteral("show"), QStringLiteral("2"), QStringLiteral("--json")}).json();
        QCOMPARE(json[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-submission/1"));
        QVERIFY(json[QStringLiteral("toolchain")][QStringLiteral("version")].toString().startsWith(u"Python 3"));
        QVERIFY(json[QStringLiteral("toolchain")][QStringLiteral("compile")].toArray().size() > 1);
        QCOMPARE(json[QStringLiteral("limits")][QStringLiteral("output_kib")].toInt(), 1024);
        QCOMPARE(json[QStringLiteral("files")][0][QStringLiteral("name")].toString(), QStringLiteral("wrong.py"));
        QCOMPARE(json[QStringLiteral("cases")][0][QStringLiteral("exit_code")].toInt(-1), 0);
        QVERIFY(json[QStringLiteral("totals")][QStringLiteral("wall_ms")].toInt() > 0);
        QCOMPARE(json[QStringLiteral("program_version")].toString(), QStringLiteral("0.1.0"));
        const QByteArray text = history({QStringLiteral("show"), QStringLiteral("2")}).output;
        QVERIFY2(text.startsWith("Wrong answer  0 of 3 passed  mine/sum · python3\n"), text.constData());
        QVERIFY2(text.contains("\nwrong.py:\n  print(-1)\n"), text.constData());
    }

    void keepsWhatTheCompilerSaid() {
        const QJsonObject json =
            history({QStringLiteral("show"), QStringLiteral("3"), QStringLiteral("--json")}).json();
        QCOMPARE(json[QStringLiteral("verdict")].toString(), QStringLiteral("CE"));
        const QJsonValue diagnostic = json[QStringLiteral("compile")][QStringLiteral("diagnostics")][0];
        QCOMPARE(diagnostic[QStringLiteral("file")].toString(), QStringLiteral("broken.cpp"));
        QCOMPARE(diagnostic[QStringLiteral("line")].toInt(), 1);
        QVERIFY(json[QStringLiteral("compile")][QStringLiteral("output")].toString().contains(u"not declared"));
    }

    void givesTheCodeBackByteByByte() {
        QCOMPARE(history({QStringLiteral("show"), QStringLiteral("1"), QStringLiteral("--code")}).output, m_good);
    }

    void saysWhatIsWrong() {
        const Outcome unknown = history({QStringLiteral("show"), QStringLiteral("99")});
        QCOMPARE(unknown.status, 3);
        QCOMPARE(unknown.errors, QByteArray("grind: error: There is no submission with this number: 99\n"
                                            "  “grind history” lists those that are kept.\n"));
        const Outcome date = history({QStringLiteral("--since"), QStringLiteral("tomorrow"), QStringLiteral("--json")});
        QCOMPARE(date.status, 2);
        QCOMPARE(date.errorDetail(), QStringLiteral("--since: tomorrow is no date; write it as 2026-11-25 or "
                                                    "2026-11-25T10:30; see grind history --help"));
        const Outcome verdict = history({QStringLiteral("--verdict"), QStringLiteral("OK"), QStringLiteral("--json")});
        QCOMPARE(verdict.errorDetail(),
                 QStringLiteral("--verdict: OK is no verdict; AC, PA, WA, TLE, MLE, OLE, RE and CE "
                                "are; see grind history --help"));
    }

    void exportsInThreeFormats() {
        const auto write = [&](const char* format, const QString& path) {
            return m_grind->run({QStringLiteral("export"), QStringLiteral("sum"), QStringLiteral("--format"),
                                 QString::fromUtf8(format), QStringLiteral("-o"), path});
        };
        const Outcome json = write("json", m_grind->path(QStringLiteral("h.json")));
        QCOMPARE(json.status, 0);
        QCOMPARE(QString::fromUtf8(json.errors),
                 QStringLiteral("grind: 2 submissions written to %1.\n").arg(m_grind->path(QStringLiteral("h.json"))));
        QVERIFY(read(m_grind->path(QStringLiteral("h.json"))).startsWith("{\"schema\": \"grindstone-history/1\""));
        QCOMPARE(write("csv", m_grind->path(QStringLiteral("h.csv"))).status, 0);
        QCOMPARE(read(m_grind->path(QStringLiteral("h.csv"))).count("\r\n"), 3);
        QCOMPARE(write("folder", m_grind->path(QStringLiteral("h"))).status, 0);
        const QStringList names = QDir(m_grind->path(QStringLiteral("h/mine/sum"))).entryList(QDir::Files);
        QCOMPARE(names.size(), 2);
        QVERIFY2(names[0].startsWith(u"0001-AC-20") && names[0].endsWith(u".py"), qPrintable(names[0]));
        QCOMPARE(read(m_grind->path(QStringLiteral("h/mine/sum/")) + names[0]), m_good);
        const Outcome again = write("folder", m_grind->path(QStringLiteral("h")));
        QCOMPARE(again.status, 3);
        QVERIFY(again.errors.startsWith("grind: error: Nothing is replaced by an export: "));
    }

    void tellsOnceOfARepairedDatabase() {
        const QString database = m_grind->home() + QStringLiteral("/data/grindstone.sqlite");
        QFile file(database);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = file.readAll();
        QVERIFY(file.seek(18)); // SQLite's format
        file.write("\x07");
        file.close();
        const Outcome first = history({});
        QCOMPARE(first.status, 0);
        QCOMPARE(first.output.count('\n'), 3);
        const QByteArray told = "grind: warning: The database was damaged and has been repaired.\n"
                                "grind:   submissions: 3 kept, none lost\n";
        QVERIFY2(first.errors.startsWith(told), first.errors.constData());
        QVERIFY2(first.errors.contains("grind:   drafts: 0 kept, none lost\n"), first.errors.constData());
        QVERIFY2(first.errors.contains("its header has an unknown format\n"), first.errors.constData());
        QCOMPARE(history({}).errors, QByteArray());
        const QJsonValue state = m_grind->run({QStringLiteral("doctor"), QStringLiteral("--json")})
                                     .json()[QStringLiteral("data")][QStringLiteral("history")];
        QVERIFY(state[QStringLiteral("ok")].toBool());
        QCOMPARE(state[QStringLiteral("path")].toString(), database);
        const QString damaged = state[QStringLiteral("damaged")][0].toString();
        QVERIFY2(first.errors.contains("The damaged file is kept as " + damaged.toUtf8()), first.errors.constData());
        QCOMPARE(read(damaged).size(), whole.size());
        QVERIFY(!state[QStringLiteral("copies")].toArray().isEmpty());
    }

    void looksAtNothingWithoutMakingIt() {
        const auto fresh = GrindProgram::asBuilt();
        QCOMPARE(fresh->run({QStringLiteral("history")}).output, QByteArray("No submission matches.\n"));
        QCOMPARE(fresh->run({QStringLiteral("history"), QStringLiteral("show"), QStringLiteral("1")}).status, 3);
        const Outcome exported = fresh->run({QStringLiteral("export"), QStringLiteral("-o"),
                                             fresh->path(QStringLiteral("x")), QStringLiteral("--json")});
        QCOMPARE(exported.errorCode(), QStringLiteral("history.none"));
        QVERIFY(!QFile::exists(fresh->home()));
    }
};

QTEST_GUILESS_MAIN(TestCliHistory)
#include "test_cli_history.moc"
