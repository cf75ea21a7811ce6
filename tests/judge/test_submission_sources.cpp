// SPDX-License-Identifier: GPL-3.0-or-later
// The submissions that a package brings along.
#include "judge/package/submission_sources.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

namespace {

/// "name=content" of each, or the error.
QString sourcesOf(const TemporaryPackage& package, const std::string& path) {
    const Result<Problem> problem = package.load();
    const auto sources =
        problem ? loadPackageSources(*problem, path) : Result<std::vector<SourceFile>>(fail(Error(problem.error())));
    if (!sources) {
        return QString::fromStdString(sources.error().code + ": " + sources.error().detail);
    }
    QStringList texts;
    for (const SourceFile& source : *sources) {
        texts << QString::fromStdString(source.name + "=" + source.content);
    }
    return texts.join(QLatin1Char(' '));
}

} // namespace

class TestSubmissionSources : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void fillsConstantsIn() {
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nconstants:\n"
                                      "  n: {value: 7, word: seven}\n  code: \"{{n}}\"\n");
        package.write("submissions/accepted/a.py", "print({{n}}+{{m}})");
        QCOMPARE(sourcesOf(package, "submissions/accepted/a.py"), QStringLiteral("a.py=print(7+{{m}})"));
        package.write("submissions/accepted/two/b.py", "'{{n.word}}'");
        package.write("submissions/accepted/two/c/d.py", "{{code}}");
        QCOMPARE(sourcesOf(package, "submissions/accepted/two"), QStringLiteral("b.py='seven' c/d.py={{n}}"));
    }

    void followsLinksWithinThePackage() {
        const auto package = TemporaryPackage::valid();
        package.write("submissions/accepted/a.py", "a");
        package.link("../accepted/a.py", "submissions/rejected/b.py");
        package.link("../../accepted/a.py", "submissions/rejected/many/c.py");
        package.link("../accepted", "submissions/rejected/folder");
        QCOMPARE(sourcesOf(package, "submissions/rejected/b.py"), QStringLiteral("b.py=a"));
        QCOMPARE(sourcesOf(package, "submissions/rejected/many"), QStringLiteral("c.py=a"));
        QCOMPARE(sourcesOf(package, "submissions/rejected/folder"), QStringLiteral("a.py=a"));
    }

    void refusesWhatLiesOutside() {
        const auto package = TemporaryPackage::valid();
        package.link("/etc/passwd", "submissions/accepted/a.py");
        package.link("/etc/passwd", "submissions/accepted/many/a.py");
        const QString why = QStringLiteral(": this link leads out of the package, to /etc/passwd; put the file itself "
                                           "into the package");
        QCOMPARE(sourcesOf(package, "submissions/accepted/a.py"),
                 QStringLiteral("package.invalid: submissions/accepted/a.py") + why);
        QCOMPARE(sourcesOf(package, "submissions/accepted/many"),
                 QStringLiteral("package.invalid: submissions/accepted/many/a.py") + why);
        QCOMPARE(sourcesOf(package, "../../x.py"),
                 QStringLiteral(
                     "package.invalid: ../../x.py: this path leads out of the package; name a file that is in it"));
    }

    void checksThemAsAPersonsSources() {
        const auto package = TemporaryPackage::valid();
        package.write("problem.yaml", "problem_format_version: 2025-09\nname: Sums\nlimits: {code: 1}\n"
                                      "constants: {n: " +
                                          std::string(2000, 'x') + "}\n");
        package.write("submissions/accepted/long.py", std::string(1025, 'x'));
        QCOMPARE(sourcesOf(package, "submissions/accepted/long.py"),
                 QStringLiteral("source.too-large: long.py: larger than the 1 KiB that the problem allows for source "
                                "code"));
        package.write("submissions/accepted/bad.py", "x\n\xFF");
        QCOMPARE(sourcesOf(package, "submissions/accepted/bad.py"),
                 QStringLiteral("source.not-utf8: bad.py:2: a byte that isn't UTF-8 text"));
        package.write("submissions/accepted/empty/.keep", "");
        QCOMPARE(sourcesOf(package, "submissions/accepted/empty"), QStringLiteral("source.empty: no source code"));
        std::string many;
        for (int i = 0; i < 100; ++i) {
            many += "{{n}}";
        }
        package.write("submissions/accepted/grown.py", many);
        QCOMPARE(sourcesOf(package, "submissions/accepted/grown.py").size(), 200'000 + 9);
    }
};

QTEST_GUILESS_MAIN(TestSubmissionSources)
#include "test_submission_sources.moc"
