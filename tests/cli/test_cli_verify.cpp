// SPDX-License-Identifier: GPL-3.0-or-later
// `grind verify` on packages that the test writes: what it says of submissions, limits and files, and with what status.
#include "tests/cli/grind_program.h"
#include "tests/cli/sum_package.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace grindstone::cli::test;

namespace {

const QByteArray Good = "a, b = map(int, input().split())\nprint(a + b)\n";
const QByteArray GoodC =
    "#include <stdio.h>\nint main(void) { long a, b; scanf(\"%ld %ld\", &a, &b); printf(\"%ld\\n\", a + b); }\n";
const QByteArray Wrong = "a, b = map(int, input().split())\nprint(abs(a) + abs(b))\n"; // differs on secret/2 alone
const QByteArray Looping = "while True:\n    pass\n";

QJsonObject onlyPackage(const Outcome& outcome) {
    const QJsonArray packages = outcome.json()[QStringLiteral("packages")].toArray();
    return packages.size() == 1 ? packages[0].toObject() : QJsonObject();
}

QJsonObject submission(const QJsonObject& package, const char* path) {
    for (const QJsonValue& one : package[QStringLiteral("submissions")].toArray()) {
        if (one[QStringLiteral("path")].toString() == QLatin1String("submissions/") + QLatin1String(path)) {
            return one.toObject();
        }
    }
    return {};
}

/// The line of a file's first error, 0 where it is one of the whole file, -1 where there is none.
int errorLine(const QJsonObject& package, const char* file) {
    for (const QJsonValue& one : package[QStringLiteral("problems")].toArray()) {
        if (one[QStringLiteral("severity")].toString() == QLatin1String("error") &&
            one[QStringLiteral("file")].toString() == QLatin1String(file)) {
            return one[QStringLiteral("line")].toInt();
        }
    }
    return -1;
}

QString text(const QJsonObject& object, const char* key) {
    return object[QLatin1String(key)].toString();
}

QByteArray shown(const Outcome& outcome) {
    return outcome.output + outcome.errors;
}

} // namespace

class TestCliVerify : public QObject {
    Q_OBJECT

    std::unique_ptr<GrindProgram> m_grind;

    Outcome verify(const QString& package, const QStringList& more = {}) const {
        return m_grind->run(QStringList{QStringLiteral("verify"), m_grind->path(package), QStringLiteral("--json")} +
                            more);
    }
    void add(const char* file, const QByteArray& content) const { m_grind->write(QString::fromUtf8(file), content); }

private Q_SLOTS:
    void initTestCase() { m_grind = GrindProgram::asBuilt(); }

    void tellsAllOfASubmission() {
        writeSumPackage(*m_grind, QStringLiteral("told"));
        add("told/submissions/accepted/good.py", Good);
        add("told/submissions/wrong_answer/wrong.py", Wrong);
        add("told/submissions/time_limit_exceeded/looping.py", Looping);
        const Outcome outcome = verify(QStringLiteral("told"));
        QCOMPARE(outcome.json()[QStringLiteral("schema")].toString(), QStringLiteral("grindstone-verify/1"));
        const QJsonObject package = onlyPackage(outcome);
        QCOMPARE(text(package, "path"), m_grind->path(QStringLiteral("told")));
        QCOMPARE(text(package, "name"), QStringLiteral("Sum of two"));
        QCOMPARE(text(package, "format"), QStringLiteral("2025-09"));
        QCOMPARE(package[QStringLiteral("limits")][QStringLiteral("cpu_ms")].toInt(), 500);
        QCOMPARE(package[QStringLiteral("limits")][QStringLiteral("source")].toString(), QStringLiteral("package"));
        QCOMPARE(package[QStringLiteral("submissions")].toArray().size(), 3);
        const QJsonObject good = submission(package, "accepted/good.py");
        QCOMPARE(text(good, "verdict"), QStringLiteral("AC"));
        QCOMPARE(text(good, "language"), QStringLiteral("python3"));
        QCOMPARE(good[QStringLiteral("expected")].toArray(), QJsonArray{QStringLiteral("AC")});
        QVERIFY(good[QStringLiteral("ok")].toBool());
        QVERIFY(good[QStringLiteral("cpu_ms_max")].toInt() > 0);
        QVERIFY(good[QStringLiteral("memory_kib_max")].toInt() > 0);
        for (const char* absent : {"score", "first_failure", "skipped", "error"}) {
            QVERIFY2(good[QLatin1String(absent)].isNull(), absent);
        }
        const QJsonObject wrong = submission(package, "wrong_answer/wrong.py");
        QCOMPARE(text(wrong, "verdict"), QStringLiteral("WA"));
        QCOMPARE(wrong[QStringLiteral("first_failure")][QStringLiteral("case")].toString(), QStringLiteral("secret/2"));
        QCOMPARE(text(submission(package, "time_limit_exceeded/looping.py"), "verdict"), QStringLiteral("TLE"));
        QVERIFY2(package[QStringLiteral("ok")].toBool(), shown(outcome));
        QCOMPARE(outcome.status, 0);
    }

    void saysWhichSubmissionDiffersAndWhere() {
        writeSumPackage(*m_grind, QStringLiteral("differs"));
        add("differs/submissions/accepted/good.py", Good);
        add("differs/submissions/accepted/wrong.py", Wrong);
        add("differs/submissions/wrong_answer/good.py", Good);
        const Outcome outcome = verify(QStringLiteral("differs"));
        QCOMPARE(outcome.status, 1);
        const QJsonObject package = onlyPackage(outcome);
        QVERIFY(!package[QStringLiteral("ok")].toBool());
        const QJsonObject wrong = submission(package, "accepted/wrong.py");
        QVERIFY(!wrong[QStringLiteral("ok")].toBool());
        QCOMPARE(wrong[QStringLiteral("first_failure")].toObject(),
                 (QJsonObject{{QStringLiteral("case"), QStringLiteral("secret/2")},
                              {QStringLiteral("verdict"), QStringLiteral("WA")},
                              {QStringLiteral("message"), QStringLiteral("line 1, token 1: expected 0, got 10")}}));
        const QJsonObject tooGood = submission(package, "wrong_answer/good.py");
        QCOMPARE(text(tooGood, "verdict"), QStringLiteral("AC"));
        QVERIFY(!tooGood[QStringLiteral("ok")].toBool());
        QVERIFY(submission(package, "accepted/good.py")[QStringLiteral("ok")].toBool());
    }

    void followsLinksWithinThePackage() {
        writeSumPackage(*m_grind, QStringLiteral("linked"));
        add("linked/submissions/accepted/good.py", Good);
        QVERIFY(QDir().mkpath(m_grind->path(QStringLiteral("linked/submissions/wrong_answer"))));
        QVERIFY(QFile::link(QStringLiteral("../accepted/good.py"),
                            m_grind->path(QStringLiteral("linked/submissions/wrong_answer/link.py"))));
        const QJsonObject package = onlyPackage(verify(QStringLiteral("linked")));
        QCOMPARE(text(submission(package, "wrong_answer/link.py"), "verdict"), QStringLiteral("AC"));
    }

    // Half a second is the limit, a whole one what Python has of it elsewhere.
    void holdsWhatIsTooSlowAgainstTheLimitAsItIsWritten() {
        const QByteArray slow = "import time\nwhile time.process_time() < 0.65:\n    pass\n" + Good;
        writeSumPackage(*m_grind, QStringLiteral("plain"));
        add("plain/submissions/accepted/slow.py", slow);
        add("plain/submissions/time_limit_exceeded/slow.py", slow + "# here\n");
        const QJsonObject package = onlyPackage(verify(QStringLiteral("plain")));
        QCOMPARE(text(submission(package, "accepted/slow.py"), "verdict"), QStringLiteral("AC"));
        QCOMPARE(text(submission(package, "time_limit_exceeded/slow.py"), "verdict"), QStringLiteral("TLE"));
    }

    void skipsLanguagesThatAreNotHere() {
        writeSumPackage(*m_grind, QStringLiteral("skips"));
        add("skips/submissions/accepted/good.py", Good);
        add("skips/submissions/accepted/good.zzz", "whatever\n");
        const Outcome outcome = verify(QStringLiteral("skips"));
        const QJsonObject unknown = submission(onlyPackage(outcome), "accepted/good.zzz");
        QVERIFY(unknown[QStringLiteral("skipped")].toString().contains(QLatin1String(".zzz")));
        QVERIFY(unknown[QStringLiteral("verdict")].isNull());
        QVERIFY(!unknown[QStringLiteral("ok")].toBool());
        QVERIFY2(onlyPackage(outcome)[QStringLiteral("ok")].toBool(), shown(outcome));
        QCOMPARE(outcome.status, 0);
    }

    void tellsWhyAPackageCannotBeLoaded() {
        writeSumPackage(*m_grind, QStringLiteral("pack/whole"));
        add("pack/whole/submissions/accepted/good.py", Good);
        add("pack/broken/problem.yaml", "name: x\nlimits: 7\n");
        add("pack/nothing/data/secret/1.in", "1\n");
        const Outcome outcome = verify(QStringLiteral("pack"));
        QCOMPARE(outcome.status, 1);
        const QJsonArray packages = outcome.json()[QStringLiteral("packages")].toArray();
        QCOMPARE(packages.size(), 3);
        const QJsonObject broken = packages[0].toObject();
        QCOMPARE(text(broken, "path"), m_grind->path(QStringLiteral("pack/broken")));
        QVERIFY(!broken[QStringLiteral("ok")].toBool());
        QCOMPARE(errorLine(broken, "problem.yaml"), 2);
        QVERIFY(!packages[1].toObject()[QStringLiteral("ok")].toBool());
        QVERIFY2(packages[2].toObject()[QStringLiteral("ok")].toBool(), shown(outcome));
    }

    void judgesOnlyWhatIsWanted() {
        writeSumPackage(*m_grind, QStringLiteral("some"));
        add("some/submissions/accepted/good.py", Good);
        add("some/submissions/accepted/good.c", GoodC);
        add("some/submissions/wrong_answer/wrong.py", Wrong);
        for (const char* pattern : {"accepted/*.py", "submissions/accepted/good.py", "*/good.py"}) {
            const Outcome outcome =
                verify(QStringLiteral("some"), {QStringLiteral("--only"), QString::fromLatin1(pattern)});
            QCOMPARE(outcome.status, 0);
            QCOMPARE(onlyPackage(outcome)[QStringLiteral("submissions")].toArray().size(), 1);
            QVERIFY(!submission(onlyPackage(outcome), "accepted/good.py").isEmpty());
        }
        const Outcome none = verify(QStringLiteral("some"), {QStringLiteral("--only"), QStringLiteral("*.rs")});
        QCOMPARE(none.status, 2);
        QCOMPARE(none.errorDetail(), QStringLiteral("--only *.rs matches no submission; there are accepted/good.c, "
                                                    "accepted/good.py, wrong_answer/wrong.py"));
    }

    void infersATimeLimit() {
        writeSumPackage(*m_grind, QStringLiteral("inferred"));
        add("inferred/problem.yaml", "problem_format_version: 2025-09\nname: Sum of two\n"
                                     "uuid: 5f0c9f0e-6a0f-4a56-9f6e-0f6f8d6c0009\n"
                                     "limits:\n  time_resolution: 0.2\n"
                                     "  time_multipliers: {time_limit_to_tle: 2}\n");
        add("inferred/submissions/accepted/quick.c", GoodC);
        add("inferred/submissions/accepted/slow.py", "import time\nwhile time.process_time() < 0.33: pass\n" + Good);
        add("inferred/submissions/time_limit_exceeded/looping.py", Looping);
        const Outcome outcome = verify(QStringLiteral("inferred"));
        const QJsonObject package = onlyPackage(outcome);
        QVERIFY2(package[QStringLiteral("ok")].toBool(), shown(outcome));
        const QJsonObject limits = package[QStringLiteral("limits")].toObject();
        QCOMPARE(text(limits, "source"), QStringLiteral("inferred"));
        // A third of a second of Python, which gets twice the time: twice 0.165 s, in steps of 0.2 s.
        QCOMPARE(limits[QStringLiteral("cpu_ms")].toInt(), 400);
        const QJsonObject inferred = limits[QStringLiteral("inferred")].toObject();
        QCOMPARE(text(inferred, "slowest"), QStringLiteral("submissions/accepted/slow.py"));
        QCOMPARE(inferred[QStringLiteral("multiplier")].toDouble(), 2.0);
        QVERIFY(!outcome.output.contains("1 second is assumed"));
    }

    void wantsADistanceFromWhatIsTooSlow() {
        writeSumPackage(*m_grind, QStringLiteral("distance"));
        add("distance/problem.yaml", "problem_format_version: 2025-09\nname: Sum of two\nlicense: cc0\n"
                                     "rights_owner: us\nuuid: 5f0c9f0e-6a0f-4a56-9f6e-0f6f8d6c0001\n"
                                     "limits: {time_limit: 0.25, time_resolution: 0.25}\n");
        add("distance/submissions/accepted/close.py", "import time\nwhile time.process_time() < 0.32: pass\n" + Good);
        add("distance/submissions/time_limit_exceeded/close.py",
            "import time\nwhile time.process_time() < 0.3: pass\n" + Good);
        // One at a time, none has to be measured again.
        const Outcome outcome = verify(QStringLiteral("distance"), {QStringLiteral("--jobs"), QStringLiteral("1")});
        QStringList warned;
        for (const QJsonValue& problem : onlyPackage(outcome)[QStringLiteral("problems")].toArray()) {
            QCOMPARE(problem[QStringLiteral("severity")].toString(), QStringLiteral("warning"));
            if (problem[QStringLiteral("file")].toString().startsWith(QLatin1String("submissions/"))) {
                warned.append(problem[QStringLiteral("file")].toString());
            }
        }
        QCOMPARE(warned, (QStringList{QStringLiteral("submissions/accepted/close.py"),
                                      QStringLiteral("submissions/time_limit_exceeded/close.py")}));
        QVERIFY2(onlyPackage(outcome)[QStringLiteral("ok")].toBool(), shown(outcome));
    }

    void remembersWhatHasNotChanged() {
        writeSumPackage(*m_grind, QStringLiteral("known"));
        add("known/data/secret/3.in", "400 4\n"); // what other tests judged is known
        add("known/data/secret/3.ans", "404\n");
        add("known/submissions/accepted/good.py", Good);
        add("known/submissions/accepted/wrong.py", Wrong);
        const auto cached = [&](const QStringList& more = {}) {
            const QJsonObject package = onlyPackage(verify(QStringLiteral("known"), more));
            return std::pair(submission(package, "accepted/good.py")[QStringLiteral("cached")].toBool(),
                             submission(package, "accepted/wrong.py")[QStringLiteral("cached")].toBool());
        };
        QCOMPARE(cached(), std::pair(false, false));
        QCOMPARE(cached(), std::pair(true, false)); // what is wrong is judged anew each time
        QCOMPARE(cached({QStringLiteral("--no-cache")}), std::pair(false, false));
        add("known/statement/problem.en.md", "Another text.\n");
        QCOMPARE(cached().first, true);
        add("known/data/secret/3.in", "4 400\n");
        QCOMPARE(cached().first, false);
        QCOMPARE(cached().first, true);
        add("known/submissions/accepted/good.py", Good + "\n");
        QCOMPARE(cached().first, false);
    }

    void refusesWhatIsNoPackage() {
        QDir().mkpath(m_grind->path(QStringLiteral("empty")));
        const Outcome empty = verify(QStringLiteral("empty"));
        QCOMPARE(empty.status, 3);
        QCOMPARE(empty.errorCode(), QStringLiteral("package.invalid"));
        QCOMPARE(verify(QStringLiteral("absent")).errorCode(), QStringLiteral("package.unreadable"));
        QCOMPARE(m_grind->run({QStringLiteral("verify")}).status, 2);
        QCOMPARE(verify(QStringLiteral("empty"), {QStringLiteral("--jobs"), QStringLiteral("0")}).status, 2);
    }

    void runsTheValidatorsOfAPackage() {
        writeSumPackage(*m_grind, QStringLiteral("validated"));
        add("validated/submissions/accepted/good.py", Good);
        add("validated/input_validators/two.py",
            "import re, sys\nsys.exit(42 if re.fullmatch(r'-?\\d+ -?\\d+\\n', sys.stdin.read()) else 43)\n");
        QCOMPARE(verify(QStringLiteral("validated")).status, 0);
        add("validated/data/secret/2.in", "-5  5\n");
        const Outcome outcome = verify(QStringLiteral("validated"));
        QCOMPARE(outcome.status, 1);
        const QJsonObject package = onlyPackage(outcome);
        QVERIFY2(errorLine(package, "data/secret/2.in") >= 0, shown(outcome));
        const Outcome some = verify(QStringLiteral("validated"), {QStringLiteral("--only"), QStringLiteral("*good*")});
        QVERIFY2(some.status == 0, shown(some));
    }

    void tellsPackagesOfOneNameApart() {
        for (const char* pack : {"a", "b"}) {
            writeSumPackage(*m_grind, QStringLiteral("packs/%1/same").arg(QLatin1String(pack)));
        }
        add("packs/b/same/submissions/accepted/wrong.py", Wrong);
        add("packs/a/same/submissions/accepted/good.py", Good);
        const QJsonArray packages = verify(QStringLiteral("packs")).json()[QStringLiteral("packages")].toArray();
        QCOMPARE(packages.size(), 2);
        QCOMPARE(text(packages[0].toObject(), "path"), m_grind->path(QStringLiteral("packs/a/same")));
        QVERIFY(packages[0].toObject()[QStringLiteral("ok")].toBool());
        QVERIFY(!packages[1].toObject()[QStringLiteral("ok")].toBool());
    }

    void drawsATableThatFitsTheTerminal() {
        writeSumPackage(*m_grind, QStringLiteral("drawn"));
        add("drawn/submissions/accepted/good.py", Good);
        add("drawn/submissions/accepted/wrong.py", Wrong);
        m_grind->set(QStringLiteral("COLUMNS"), QStringLiteral("70"));
        const Outcome outcome = m_grind->run({QStringLiteral("verify"), m_grind->path(QStringLiteral("drawn"))});
        QCOMPARE(outcome.status, 1);
        const QString output = QString::fromUtf8(outcome.output);
        QVERIFY2(output.contains(QLatin1String("2025-09, time limit 500 ms, as the package has it")), outcome.output);
        QVERIFY(output.contains(QLatin1String("accepted/good.py")));
        QVERIFY(output.contains(QLatin1String("WRONG")));
        QVERIFY(output.contains(QLatin1String("secret/2: line 1, token 1: expected 0, got 10")));
        QVERIFY(output.contains(QLatin1String("0 of 1 package as it should be; 1 submission as expected, 1 not")));
    }
};

QTEST_GUILESS_MAIN(TestCliVerify)
#include "test_cli_verify.moc"
