// SPDX-License-Identifier: GPL-3.0-or-later
// What one call of the program leaves for the next, and several calls at once on one home.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <vector>

using namespace grindstone::cli::test;

namespace {

const QByteArray Sum =
    "#include <cstdio>\nint main() { long a, b; scanf(\"%ld %ld\", &a, &b); printf(\"%ld\\n\", a + b); }\n";

bool isCached(const Outcome& outcome) {
    return outcome.json()[QStringLiteral("compile")][QStringLiteral("cached")].toBool();
}

} // namespace

class TestCliSharedHome : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;
    QString m_package;

    Outcome judge(const QString& source) const {
        return m_grind->run({QStringLiteral("judge"), m_package, source, QStringLiteral("--json")});
    }
    QStringList kept() const {
        const QDir folder(m_grind->path(QStringLiteral("home/cache/programs")));
        return folder.entryList(QDir::Files | QDir::Hidden);
    }

private Q_SLOTS:
    void init() {
        m_grind = GrindProgram::asBuilt();
        m_package = writeSumPackage(*m_grind);
    }

    void compilesTheSameOnce() {
        const QString source = m_grind->write(QStringLiteral("a.cpp"), Sum);
        const Outcome first = judge(source);
        verifyVerdict(first, QStringLiteral("AC"));
        QVERIFY(!isCached(first));
        const Outcome second = judge(source);
        verifyVerdict(second, QStringLiteral("AC"));
        QVERIFY(isCached(second));
        QVERIFY(!isCached(judge(m_grind->write(QStringLiteral("a.cpp"), Sum + "// edited\n"))));
    }

    void remembersWhatIsWrongWithASource_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("c++") << QStringLiteral("a.cpp") << QByteArray("int main() { return undeclared; }\n");
        QTest::newRow("python") << QStringLiteral("a.py") << QByteArray("print(1\n");
    }
    void remembersWhatIsWrongWithASource() {
        QFETCH(QString, name);
        QFETCH(QByteArray, code);
        const QString source = m_grind->write(name, code);
        const Outcome first = judge(source);
        const Outcome second = judge(source);
        verifyVerdict(second, QStringLiteral("CE"));
        QVERIFY(!isCached(first) && isCached(second));
        const auto diagnostics = [](const Outcome& outcome) {
            return outcome.json()[QStringLiteral("compile")][QStringLiteral("diagnostics")].toArray();
        };
        QVERIFY(!diagnostics(first).isEmpty());
        QCOMPARE(diagnostics(second), diagnostics(first));
    }

    void compilesWhereNothingCanBeKept() {
        QVERIFY(!m_grind->write(QStringLiteral("home/cache/programs"), "a file, not a folder").isEmpty());
        QVERIFY(!m_grind->write(QStringLiteral("home/cache/prepared"), "a file, not a folder").isEmpty());
        const QString source = m_grind->write(QStringLiteral("a.cpp"), "#include <bits/stdc++.h>\n" + Sum);
        for (int i = 0; i < 2; ++i) {
            const Outcome outcome = judge(source);
            verifyVerdict(outcome, QStringLiteral("AC"));
            QVERIFY(!isCached(outcome));
        }
    }

    void bearsSeveralAtOnce() {
        writeSumPackage(*m_grind, QStringLiteral("home/data/packs/mine/sum"));
        std::vector<std::unique_ptr<QProcess>> processes;
        for (int i = 0; i < 6; ++i) {
            // Half of them compile the same, so that they write the same file.
            processes.push_back(begin(i % 2 == 0 ? edition(0) : edition(i)));
        }
        for (const auto& process : processes) {
            QVERIFY(process->waitForFinished(110000));
            Outcome outcome{process->exitCode(), process->readAllStandardOutput(), process->readAllStandardError()};
            verifyVerdict(outcome, QStringLiteral("AC"));
            QVERIFY(outcome.json()[QStringLiteral("history")][QStringLiteral("recorded")].toBool());
        }
        QCOMPARE(kept().size(), 4);
        for (const int i : {0, 1, 3, 5}) {
            QVERIFY(isCached(judge(edition(i))));
        }
    }

private:
    QString edition(int number) const {
        return m_grind->write(QStringLiteral("edition%1.cpp").arg(number), Sum + QByteArray(number, '\n'));
    }
    std::unique_ptr<QProcess> begin(const QString& source) const {
        auto process = std::make_unique<QProcess>();
        process->setProcessEnvironment(m_grind->environment());
        const QStringList command =
            m_grind->command() +
            QStringList{QStringLiteral("submit"), QStringLiteral("mine/sum"), source, QStringLiteral("--json")};
        process->start(command.first(), command.mid(1));
        return process;
    }
};

QTEST_GUILESS_MAIN(TestCliSharedHome)
#include "test_cli_shared_home.moc"
