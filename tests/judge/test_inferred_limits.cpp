// SPDX-License-Identifier: GPL-3.0-or-later
// The time limit that is kept with an imported package, and what becomes of files that only look like it.
#include "judge/package/inferred_limits.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

#include <sys/stat.h>

using namespace grindstone::judge;
using namespace std::chrono_literals;
namespace fs = std::filesystem;

namespace {

TemporaryPackage withoutLimit() {
    TemporaryPackage package = TemporaryPackage::valid();
    package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\n");
    return package;
}

const KeptLimit Kept{3000ms, "submissions/accepted/a.cpp", 560ms, 5};

} // namespace

class TestInferredLimits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isReadWhereThePackageNamesNone() {
        const TemporaryPackage package = withoutLimit();
        QVERIFY(writeKeptLimit(package.path(), Kept).has_value());
        const auto problem = package.load();
        QVERIFY(problem.has_value());
        QCOMPARE(problem->limits.cpuTime, 3000ms);
        QCOMPARE(problem->limits.source, LimitSource::Inferred);
        QVERIFY(problem->warnings.empty());
        std::vector<std::string> warnings;
        const auto kept = readKeptLimit(*PackageFolder::open(package.path()), warnings);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->slowest, Kept.slowest);
        QCOMPARE(kept->slowestTime, Kept.slowestTime);
        QCOMPARE(kept->multiplier, Kept.multiplier);
    }

    void givesWayToThePackage() {
        const TemporaryPackage package = TemporaryPackage::valid();
        QVERIFY(writeKeptLimit(package.path(), Kept).has_value());
        QCOMPARE(package.load()->limits.cpuTime, 1000ms);
        package.write("problem.yaml", "name: Sums\n");
        package.write(".timelimit", "2\n");
        QCOMPARE(package.load()->limits.cpuTime, 2000ms);
        QCOMPARE(package.load()->limits.source, LimitSource::Package);
    }

    void replacesAnEarlierOne() {
        const TemporaryPackage package = withoutLimit();
        QVERIFY(writeKeptLimit(package.path(), {1000ms, "a", 1ms, 5}).has_value());
        QVERIFY(writeKeptLimit(package.path(), Kept).has_value());
        QCOMPARE(package.load()->limits.cpuTime, 3000ms);
        QCOMPARE(std::distance(fs::directory_iterator(package.path() / ".grindstone"), {}), 1);
    }

    void passesOverWhatIsNoLimit_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("reason");
        const QByteArray schema = "{\"schema\":\"grindstone-limits/1\",";
        QTest::newRow("empty") << QByteArray() << QByteArray("not a document of the schema grindstone-limits/1");
        QTest::newRow("a list") << QByteArray("[]") << QByteArray("not a document of the schema grindstone-limits/1");
        QTest::newRow("deep") << QByteArray(60'000, '[')
                              << QByteArray("not a document of the schema grindstone-limits/1");
        QTest::newRow("no time") << schema + "\"slowest_ms\":1,\"slowest\":\"a\",\"multiplier\":5}"
                                 << QByteArray("cpu_ms is no whole number from 1 to 86400000");
        QTest::newRow("zero") << schema + "\"cpu_ms\":0,\"slowest_ms\":1,\"slowest\":\"a\",\"multiplier\":5}"
                              << QByteArray("cpu_ms is no whole number from 1 to 86400000");
        QTest::newRow("years") << schema + "\"cpu_ms\":99999999999999999999,\"slowest_ms\":1}"
                               << QByteArray("cpu_ms is no whole number from 1 to 86400000");
        QTest::newRow("no path") << schema + "\"cpu_ms\":1,\"slowest_ms\":1,\"slowest\":[],\"multiplier\":5}"
                                 << QByteArray("slowest is no path of a submission");
        QTest::newRow("no factor") << schema + "\"cpu_ms\":1,\"slowest_ms\":1,\"slowest\":\"a\",\"multiplier\":-5}"
                                   << QByteArray("multiplier is no number up to 1000");
        QTest::newRow("large") << schema + QByteArray(100'000, ' ') + "}" << QByteArray("it cannot be read");
    }
    void passesOverWhatIsNoLimit() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, reason);
        const TemporaryPackage package = withoutLimit();
        package.write(KeptLimitFile, text.toStdString());
        const auto problem = package.load();
        QVERIFY(problem.has_value());
        QCOMPARE(problem->limits.source, LimitSource::Default);
        QCOMPARE(QByteArray::fromStdString(problem->warnings.front()),
                 ".grindstone/limits.json: " + reason + "; ignored: remove it, or import the package again");
    }

    void followsNoLink() {
        const TemporaryPackage package = withoutLimit();
        const fs::path outside = package.outside() / "elsewhere";
        fs::create_directory(outside);
        package.link(outside.string(), ".grindstone");
        const auto written = writeKeptLimit(package.path(), Kept);
        QVERIFY(!written);
        QCOMPARE(written.error().code, "package.unwritable");
        QVERIFY(fs::is_empty(outside));
        package.remove(".grindstone");
        package.write(".grindstone/x", "");
        package.link("../../secret", KeptLimitFile);
        std::ofstream(package.outside() / "secret") << "mine\n";
        QCOMPARE(package.load()->limits.source, LimitSource::Default);
        QVERIFY(writeKeptLimit(package.path(), Kept).has_value());
        QVERIFY(!fs::is_symlink(package.path() / KeptLimitFile));
        QCOMPARE(fs::file_size(package.outside() / "secret"), 5U);
    }
};

QTEST_GUILESS_MAIN(TestInferredLimits)
#include "test_inferred_limits.moc"
