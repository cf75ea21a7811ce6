// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/comparator_arguments.h"

#include <QTest>

using namespace grindstone;
using namespace grindstone::judge;

class TestComparatorArguments : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsNothingAsDefaults();
    void readsFlags();
    void readsTolerances();
    void readsSeparateTolerances();
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
};

void TestComparatorArguments::readsNothingAsDefaults() {
    const ComparatorSpec spec = parseComparatorArguments({}).value();
    QCOMPARE(spec.name, std::string("tokens"));
    QVERIFY(!spec.caseSensitive);
    QVERIFY(!spec.spaceChangeSensitive);
    QVERIFY(!spec.absoluteTolerance);
    QVERIFY(!spec.relativeTolerance);
}

void TestComparatorArguments::readsFlags() {
    QVERIFY(parseComparatorArguments({"case_sensitive"}).value().caseSensitive);
    QVERIFY(!parseComparatorArguments({"case_sensitive"}).value().spaceChangeSensitive);
    QVERIFY(parseComparatorArguments({"space_change_sensitive"}).value().spaceChangeSensitive);
}

void TestComparatorArguments::readsTolerances() {
    const ComparatorSpec spec = parseComparatorArguments({"float_tolerance", "1E-6", "case_sensitive"}).value();
    QCOMPARE(spec.absoluteTolerance.value(), 1e-6);
    QCOMPARE(spec.relativeTolerance.value(), 1e-6);
    QVERIFY(spec.caseSensitive);
}

void TestComparatorArguments::readsSeparateTolerances() {
    const ComparatorSpec spec =
        parseComparatorArguments({"float_relative_tolerance", "0.5", "float_absolute_tolerance", "0"}).value();
    QCOMPARE(spec.absoluteTolerance.value(), 0.0);
    QCOMPARE(spec.relativeTolerance.value(), 0.5);
    QVERIFY(!parseComparatorArguments({"float_absolute_tolerance", "1"}).value().relativeTolerance);
    QVERIFY(!parseComparatorArguments({"float_relative_tolerance", "1"}).value().absoluteTolerance);
}

void TestComparatorArguments::namesWhatIsWrong_data() {
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("detail");
    QTest::newRow("unknown") << QStringList{QStringLiteral("float_tolerence"), QStringLiteral("1e-6")}
                             << QStringLiteral(
                                    "unknown output validator argument \"float_tolerence\"; known are case_sensitive, "
                                    "space_change_sensitive, float_tolerance, float_absolute_tolerance and "
                                    "float_relative_tolerance");
    QTest::newRow("no number") << QStringList{QStringLiteral("float_tolerance")}
                               << QStringLiteral("float_tolerance needs a number after it, such as 1e-6");
    for (const char* bad : {"abc", "-1", "nan", "1e999", ""}) {
        QTest::newRow(qPrintable(QStringLiteral("number ") + QLatin1String(bad)))
            << QStringList{QStringLiteral("float_absolute_tolerance"), QLatin1String(bad)}
            << QStringLiteral("float_absolute_tolerance is followed by \"%1\"; write a number that is 0 or more, such "
                              "as 1e-6")
                   .arg(QLatin1String(bad));
    }
    QTest::newRow("twice") << QStringList{QStringLiteral("float_tolerance"), QStringLiteral("1"),
                                          QStringLiteral("float_relative_tolerance"), QStringLiteral("2")}
                           << QStringLiteral("float_relative_tolerance sets a tolerance that is set already; give each "
                                             "only once");
}

void TestComparatorArguments::namesWhatIsWrong() {
    QFETCH(QStringList, arguments);
    QFETCH(QString, detail);
    std::vector<std::string> words;
    for (const QString& word : arguments) {
        words.push_back(word.toStdString());
    }
    const Result<ComparatorSpec> result = parseComparatorArguments(words);
    QVERIFY(!result);
    QCOMPARE(result.error().code, std::string("comparator.bad-arguments"));
    QCOMPARE(QString::fromStdString(result.error().detail), detail);
}

QTEST_GUILESS_MAIN(TestComparatorArguments)
#include "test_comparator_arguments.moc"
