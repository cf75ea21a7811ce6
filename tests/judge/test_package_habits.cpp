// SPDX-License-Identifier: GPL-3.0-or-later
// What packages of strangers hold and how they write it, beyond the letter of the format or at its edges.
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;

namespace {

QString told(const Result<Problem>& problem) {
    return problem ? QString() : QString::fromStdString(problem.error().code + ": " + problem.error().detail);
}

QString namesOf(const Problem& problem) {
    QStringList names;
    for (const TestCase& testCase : problem.cases) {
        names << QString::fromStdString(testCase.name);
    }
    return names.join(QLatin1Char(' '));
}

QString warningsOf(const Problem& problem) {
    QStringList all;
    for (const std::string& warning : problem.warnings) {
        all << QString::fromStdString(warning);
    }
    return all.join(QLatin1Char('\n'));
}

TemporaryPackage legacy() {
    TemporaryPackage package;
    package.write("problem.yaml", "name: Sums\n");
    package.write(".timelimit", "2\n");
    package.write("problem_statement/problem.en.tex", "Add.\n");
    package.addCase("data/sample/1");
    package.addCase("data/secret/1");
    return package;
}

} // namespace

class TestPackageHabits : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void passesOverWhatLiesBesideACase_data() {
        QTest::addColumn<QString>("suffix");
        for (const char* suffix : {".hint", ".desc", ".png", ".jpg", ".jpeg", ".svg", ".interaction", ".in.statement",
                                   ".ans.statement", ".in.download", ".ans.download", ".out"}) {
            QTest::newRow(suffix) << QString::fromLatin1(suffix);
        }
    }
    void passesOverWhatLiesBesideACase() {
        QFETCH(QString, suffix);
        for (const TemporaryPackage& package : {TemporaryPackage::valid(), legacy()}) {
            package.write("data/sample/1" + suffix.toStdString(), "x\n");
            package.write("data/secret/1" + suffix.toStdString(), "x\n");
            const Result<Problem> problem = package.load();
            QVERIFY2(problem, qPrintable(told(problem)));
            QCOMPARE(namesOf(*problem), QStringLiteral("sample/1 secret/1"));
            QCOMPARE(warningsOf(*problem), QString());
        }
    }

    void judgesNothingThatOnlyTestsThePackage_data() {
        QTest::addColumn<QString>("path");
        for (const char* path :
             {"data/invalid_input/1", "data/invalid_inputs/1", "data/invalid_output/1", "data/invalid_outputs/1",
              "data/invalid_answers/1", "data/valid_output/1", "data/bad/1"}) {
            QTest::newRow(path) << QString::fromLatin1(path);
        }
    }
    void judgesNothingThatOnlyTestsThePackage() {
        QFETCH(QString, path);
        const auto package = TemporaryPackage::valid();
        package.addCase(path.toStdString());
        package.write(path.toStdString() + "0.in", "without an answer\n");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, qPrintable(told(problem)));
        QCOMPARE(namesOf(*problem), QStringLiteral("sample/1 secret/1"));
        QCOMPARE(warningsOf(*problem), QString());
    }

    void readsFilesWithCarriageReturns() {
        const auto package = legacy();
        package.write("problem.yaml",
                      "name: Sums\r\nlimits:\r\n  memory: 64\r\nvalidator_flags: float_tolerance 0.5\r\n");
        package.write(".timelimit", "3\r\n");
        package.write("data/secret/testdata.yaml", "on_reject: break\r\noutput_validator_flags: case_sensitive\r\n");
        package.write("data/secret/1.in", "1 2\r\n");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, qPrintable(told(problem)));
        QCOMPARE(problem->name, std::string("Sums"));
        QCOMPARE(problem->limits.cpuTime, 3000ms);
        QCOMPARE(problem->limits.memory.count(), 64u << 20);
        QCOMPARE(problem->cases[0].comparator.absoluteTolerance.value_or(0), 0.5);
        QVERIFY(problem->cases[1].comparator.caseSensitive);
        QCOMPARE(warningsOf(*problem), QString());
    }

    void knowsTheNamesOfVersions_data() {
        QTest::addColumn<QString>("version");
        QTest::addColumn<bool>("isCurrent");
        for (const char* name : {"2025-09", "2025-09-draft", "2023-07", "2023-07-draft", "draft"}) {
            QTest::newRow(name) << QString::fromLatin1(name) << true;
        }
        QTest::newRow("legacy") << QStringLiteral("legacy") << false;
        QTest::newRow("legacy-icpc") << QStringLiteral("legacy-icpc") << false;
    }
    void knowsTheNamesOfVersions() {
        QFETCH(QString, version);
        QFETCH(bool, isCurrent);
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml",
                      "problem_format_version: " + version.toStdString() + "\nname: Sums\nlimits: {time_limit: 1}\n");
        package.write("output_validator/check.py", "");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, qPrintable(told(problem)));
        QCOMPARE(problem->checkers.size(), isCurrent ? std::size_t(1) : std::size_t(0));
    }

    void readsTypesInEveryForm_data() {
        QTest::addColumn<QString>("yaml");
        QTest::addColumn<QString>("kind");
        const QString current = QStringLiteral("problem_format_version: 2025-09\nname: Sums\n");
        QTest::newRow("list") << current + QStringLiteral("type: [interactive, multi-pass]\n")
                              << QStringLiteral("interactive 2");
        QTest::newRow("words") << current + QStringLiteral("type: interactive multi-pass\n")
                               << QStringLiteral("interactive 2");
        QTest::newRow("passes") << current + QStringLiteral("type: multi-pass\nlimits: {validation_passes: 7}\n")
                                << QStringLiteral("plain 7");
        QTest::newRow("none") << current << QStringLiteral("plain 1");
        QTest::newRow("legacy") << QStringLiteral("validation: custom interactive\n")
                                << QStringLiteral("interactive 1");
        QTest::newRow("DOMjudge's") << QStringLiteral("validation: custom multi-pass\n") << QStringLiteral("plain 2");
    }
    void readsTypesInEveryForm() {
        QFETCH(QString, yaml);
        QFETCH(QString, kind);
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml", yaml.toStdString());
        package.write("output_validator/check.py", "");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, qPrintable(told(problem)));
        QCOMPARE(QStringLiteral("%1 %2")
                     .arg(problem->interactive ? QStringLiteral("interactive") : QStringLiteral("plain"))
                     .arg(problem->passes),
                 kind);
    }

    void readsPastVisualizersAndTheLike() {
        const auto package = TemporaryPackage::valid();
        for (const char* file :
             {"input_visualizer/draw.py", "output_visualizer/build", "output_visualizer/run",
              "problem_slide/problem.tex", "answer_validators/check.py", "solution/solution.en.tex"}) {
            package.write(file, "x\n");
        }
        package.write("data/secret/test_group.yaml", "input_visualizer_args: [a]\noutput_visualizer_args: [b]\n");
        const Result<Problem> problem = package.load();
        QVERIFY2(problem, qPrintable(told(problem)));
        QCOMPARE(warningsOf(*problem), QString());
    }
};

QTEST_GUILESS_MAIN(TestPackageHabits)
#include "test_package_habits.moc"
