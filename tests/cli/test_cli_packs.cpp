// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/grind_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QProcess>
#include <QTest>

#include <signal.h>

using namespace grindstone::cli::test;

namespace {

const char* const Yaml = "problem_format_version: 2025-09\nname: Sums\nuuid: 00000000-0000-4000-8000-000000000000\n"
                         "limits: {time_limit: 1}\n";
const char* const Sum =
    "#include <iostream>\nint main() { int a, b; std::cin >> a >> b; std::cout << a + b << '\\n'; }\n";

} // namespace

class TestCliPacks : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void importsListsShowsAndRemoves();
    void keepsTheHistoryWhenAPackIsReplaced();
    void tellsWhatWasLeftOut();
    void goesOnWithOtherSources();
    void infersTimeLimitsUnlessNothingMayRun();
    void asksBeforeRemoving();
    void buildsTheSameFileEachTime();
    void refusesToBuildWhatCannotBeJudged();
    void givesBackWhatWasImported_data();
    void givesBackWhatWasImported();
    void judgesOnAnArchive();
    void verifiesAnArchive();
    void namesThePackagesOfAnArchive();
    void takesTestDataWithoutAPackage_data();
    void takesTestDataWithoutAPackage();
    void refusesArchivesToTheLetter();
    void leavesNothingOfAnExtraction();
    void importsWholeOrNotAtAllWhenKilled();

private:
    void writePackage(const QString& name) const;
    QStringList hidden(const QString& below) const;

    std::unique_ptr<GrindProgram> m_grind;
};

void TestCliPacks::init() {
    m_grind = GrindProgram::asBuilt();
    QVERIFY(m_grind != nullptr);
}

void TestCliPacks::writePackage(const QString& name) const {
    m_grind->write(name + u"/problem.yaml"_qs, Yaml);
    m_grind->write(name + u"/statement/problem.en.md"_qs, "Add.\n");
    m_grind->write(name + u"/data/sample/1.in"_qs, "1 2\n");
    m_grind->write(name + u"/data/sample/1.ans"_qs, "3\n");
    m_grind->write(name + u"/data/secret/1.in"_qs, "4 5\n");
    m_grind->write(name + u"/data/secret/1.ans"_qs, "9\n");
}

QStringList TestCliPacks::hidden(const QString& below) const {
    return QDir(m_grind->home() + u'/' + below).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

void TestCliPacks::importsListsShowsAndRemoves() {
    writePackage(u"course/sums"_qs);
    m_grind->write(u"course/pack.yaml"_qs, "id: course\ntitle: A course\nversion: 1.0\nlicence: CC0\nauthors: Ada\n");
    const Outcome imported = m_grind->run({u"pack"_qs, u"import"_qs, m_grind->path(u"course"_qs)});
    QCOMPARE(imported.status, 0);
    QCOMPARE(imported.output, QByteArray("Imported course 1.0, with 1 problem.\n  course/sums  Sums\n"));
    const QJsonArray packs = m_grind->run({u"pack"_qs, u"list"_qs, u"--json"_qs}).json()[u"packs"_qs].toArray();
    QCOMPARE(packs.size(), 2);
    QCOMPARE(packs[0][u"id"_qs].toString(), u"course"_qs);
    QCOMPARE(packs[0][u"own"_qs].toBool(), true);
    QCOMPARE(packs[0][u"source"_qs].toString(), m_grind->path(u"course"_qs));
    QCOMPARE(packs[1][u"id"_qs].toString(), u"starter"_qs);
    const Outcome list = m_grind->run({u"pack"_qs, u"list"_qs});
    QVERIFY2(list.output.startsWith("course   A course · version 1.0 · 1 problem · "), list.output.constData());
    const Outcome shown = m_grind->run({u"pack"_qs, u"show"_qs, u"course"_qs});
    QVERIFY2(shown.output.contains("    time 1 s (by the package) · memory 2 GiB · 2 cases\n"),
             shown.output.constData());
    QCOMPARE(m_grind->run({u"show"_qs, u"course/sums"_qs, u"--json"_qs}).json()[u"title"_qs].toString(), u"Sums"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"remove"_qs, u"course"_qs, u"--yes"_qs}).status, 0);
    QCOMPARE(hidden(u"data/packs"_qs), QStringList());
    const Outcome refused = m_grind->run({u"pack"_qs, u"remove"_qs, u"starter"_qs, u"--yes"_qs, u"--json"_qs});
    QCOMPARE(refused.status, 3);
    QCOMPARE(refused.errorCode(), u"pack.built-in"_qs);
}

void TestCliPacks::keepsTheHistoryWhenAPackIsReplaced() {
    writePackage(u"course/sums"_qs);
    const QString source = m_grind->write(u"sum.cpp"_qs, Sum);
    const QStringList import{u"pack"_qs, u"import"_qs, m_grind->path(u"course"_qs)};
    QCOMPARE(m_grind->run(import).status, 0);
    QCOMPARE(m_grind->run({u"submit"_qs, u"course/sums"_qs, source}).status, 0);
    const auto solved = [this] {
        const QJsonObject json = m_grind->run({u"problems"_qs, u"pack:course"_qs, u"--json"_qs}).json();
        return json[u"problems"_qs].toArray()[0][u"state"_qs].toString();
    };
    QCOMPARE(solved(), u"solved"_qs);
    m_grind->write(u"course/sums/data/secret/2.in"_qs, "7 5\n");
    m_grind->write(u"course/sums/data/secret/2.ans"_qs, "12\n");
    writePackage(u"course/more"_qs);
    const Outcome replaced = m_grind->run(import);
    QCOMPARE(replaced.output, QByteArray("Replaced course, with 2 problems now.\n  added: more\n  changed: sums\n"));
    QCOMPARE(m_grind->run(import).output, QByteArray("course is installed already, the same in all.\n"));
    QCOMPARE(m_grind->run({u"history"_qs, u"course/sums"_qs, u"--json"_qs}).json()[u"submissions"_qs].toArray().size(),
             1);
    QCOMPARE(m_grind->run({u"pack"_qs, u"remove"_qs, u"course"_qs, u"--yes"_qs}).status, 0);
    QCOMPARE(m_grind->run(import).status, 0);
    const QJsonArray problems =
        m_grind->run({u"problems"_qs, u"pack:course"_qs, u"--json"_qs}).json()[u"problems"_qs].toArray();
    QCOMPARE(problems[1][u"state"_qs].toString(), u"solved"_qs);
}

void TestCliPacks::tellsWhatWasLeftOut() {
    writePackage(u"course/sums"_qs);
    m_grind->write(u"course/broken/problem.yaml"_qs, "name: [\n");
    const QString course = m_grind->path(u"course"_qs);
    const Outcome imported = m_grind->run({u"pack"_qs, u"import"_qs, course});
    QCOMPARE(imported.status, 0);
    QCOMPARE(imported.errors,
             QByteArray("grind: warning: broken was left out. The problem package has an error: problem.yaml:1: not "
                        "valid YAML (end of sequence flow not found); correct this line\n"));
    const QJsonObject shown = m_grind->run({u"pack"_qs, u"show"_qs, u"course"_qs, u"--json"_qs}).json();
    QCOMPARE(shown[u"left_out"_qs].toArray()[0][u"name"_qs].toString(), u"broken"_qs);
    const Outcome strict =
        m_grind->run({u"pack"_qs, u"import"_qs, course, u"--id"_qs, u"other"_qs, u"--strict"_qs, u"--json"_qs});
    QCOMPARE(strict.status, 3);
    QCOMPARE(strict.errorCode(), u"pack.broken"_qs);
    QCOMPARE(hidden(u"data/packs"_qs), QStringList{u"course"_qs});
}

void TestCliPacks::goesOnWithOtherSources() {
    writePackage(u"one/sums"_qs);
    writePackage(u"two/sums"_qs);
    const QString absent = m_grind->path(u"absent.zip"_qs);
    const Outcome imported = m_grind->run(
        {u"pack"_qs, u"import"_qs, m_grind->path(u"one"_qs), absent, m_grind->path(u"two"_qs), u"--json"_qs});
    QCOMPARE(imported.status, 3);
    QCOMPARE(imported.json()[u"packs"_qs].toArray().size(), 2);
    const QJsonValue failed = imported.json()[u"failed"_qs].toArray()[0];
    QCOMPARE(failed[u"source"_qs].toString(), absent);
    QCOMPARE(failed[u"error"_qs][u"detail"_qs].toString(), absent + u": there is no such file; check the path"_qs);
    const Outcome ambiguous = m_grind->run({u"show"_qs, u"sums"_qs, u"--json"_qs});
    QCOMPARE(ambiguous.errorDetail(), u"sums: one/sums, two/sums"_qs);
}

void TestCliPacks::infersTimeLimitsUnlessNothingMayRun() {
    writePackage(u"course/sums"_qs);
    m_grind->write(u"course/sums/problem.yaml"_qs, "problem_format_version: 2025-09\nname: Sums\n");
    m_grind->write(u"course/sums/submissions/accepted/sum.cpp"_qs, Sum);
    const QStringList import{u"pack"_qs, u"import"_qs, m_grind->path(u"course"_qs)};
    const auto source = [this](const QString& id) {
        const QJsonObject shown = m_grind->run({u"pack"_qs, u"show"_qs, id, u"--json"_qs}).json();
        return shown[u"problems"_qs].toArray()[0][u"limits"_qs][u"source"_qs].toString();
    };
    QCOMPARE(m_grind->run(import + QStringList{u"--id"_qs, u"quick"_qs, u"--no-run"_qs}).status, 0);
    QCOMPARE(source(u"quick"_qs), u"default"_qs);
    QCOMPARE(m_grind->run(import).status, 0);
    QCOMPARE(source(u"course"_qs), u"inferred"_qs);
    const Outcome shown = m_grind->run({u"show"_qs, u"course/sums"_qs});
    QVERIFY2(shown.output.contains("Time 1 s (inferred from its submissions)"), shown.output.constData());
    const Outcome again = m_grind->run(import + QStringList{u"--id"_qs, u"quick"_qs});
    QCOMPARE(again.output, QByteArray("quick is installed already, the same in all.\n"));
    QCOMPARE(again.errors, QByteArray());
    QCOMPARE(source(u"quick"_qs), u"inferred"_qs);
    const QString file = m_grind->path(u"course.zip"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"export"_qs, u"course"_qs, u"-o"_qs, file}).status, 0);
    QCOMPARE(source(file), u"default"_qs); // What is inferred is of this machine.
}

void TestCliPacks::asksBeforeRemoving() {
    writePackage(u"course/sums"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"import"_qs, m_grind->path(u"course"_qs)}).status, 0);
    const Outcome refused = m_grind->run({u"pack"_qs, u"remove"_qs, u"course"_qs}, "y\n");
    QCOMPARE(refused.status, 2);
    QCOMPARE(refused.errors,
             QByteArray("grind: error: Wrong usage: nobody can be asked here; give --yes to remove course\n"));
    QCOMPARE(hidden(u"data/packs"_qs), QStringList{u"course"_qs});
}

void TestCliPacks::buildsTheSameFileEachTime() {
    writePackage(u"course/sums"_qs);
    m_grind->write(u"course/.git/config"_qs, "x");
    m_grind->write(u"course/sums/__pycache__/a.pyc"_qs, "x");
    m_grind->write(u"course/sums/.timelimit"_qs, "1\n");
    m_grind->write(u"course/sums/data/secret/1.hint"_qs, "add\n");
    const QString course = m_grind->path(u"course"_qs);
    const QString first = m_grind->path(u"a.grindpack"_qs);
    const QString second = m_grind->path(u"b.grindpack"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"build"_qs, course, u"-o"_qs, first}).status, 0);
    m_grind->set(u"TZ"_qs, u"Asia/Tokyo"_qs);
    QFile::remove(course + u"/sums/data/secret/1.hint"_qs);
    m_grind->write(u"course/sums/data/secret/1.hint"_qs, "add\n");
    QCOMPARE(m_grind->run({u"pack"_qs, u"build"_qs, course, u"-o"_qs, second}).status, 0);
    QFile a(first);
    QFile b(second);
    QVERIFY(a.open(QIODevice::ReadOnly) && b.open(QIODevice::ReadOnly));
    const QByteArray bytes = a.readAll();
    QCOMPARE(bytes, b.readAll());
    QVERIFY(bytes.contains("sums/.timelimit"));
    QVERIFY(!bytes.contains(".git"));
    QVERIFY(!bytes.contains(".pyc"));
    const Outcome again = m_grind->run({u"pack"_qs, u"build"_qs, course, u"-o"_qs, second, u"--json"_qs});
    QCOMPARE(again.errorCode(), u"export.exists"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"build"_qs, course, u"-o"_qs, second, u"--force"_qs}).status, 0);
    const Outcome formless = m_grind->run({u"pack"_qs, u"build"_qs, course, u"-o"_qs, u"x.rar"_qs, u"--json"_qs});
    QCOMPARE(formless.errorDetail(),
             u"x.rar: the name must end in .grindpack, .zip, .tar, .tar.gz, .tar.bz2, .tar.xz or "
             ".tar.zst"_qs);
}

void TestCliPacks::refusesToBuildWhatCannotBeJudged() {
    writePackage(u"course/sums"_qs);
    m_grind->write(u"course/broken/problem.yaml"_qs, "name: [\n");
    const QString file = m_grind->path(u"a.grindpack"_qs);
    const Outcome built =
        m_grind->run({u"pack"_qs, u"build"_qs, m_grind->path(u"course"_qs), u"-o"_qs, file, u"--json"_qs});
    QCOMPARE(built.status, 3);
    QCOMPARE(built.errorDetail(),
             u"broken: problem.yaml:1: not valid YAML (end of sequence flow not found); correct this line"_qs);
    QVERIFY(!QFile::exists(file));
}

void TestCliPacks::givesBackWhatWasImported_data() {
    QTest::addColumn<QString>("name");
    for (const char* name : {"x.grindpack", "x.tar", "x.tar.gz", "x.tar.bz2", "x.tar.xz", "x.tar.zst"}) {
        QTest::newRow(name) << QString::fromLatin1(name);
    }
}

void TestCliPacks::givesBackWhatWasImported() {
    QFETCH(QString, name);
    writePackage(u"course/sums"_qs);
    m_grind->write(u"course/Größe.md"_qs, "x\n");
    QVERIFY(QFile::link(u"1.in"_qs, m_grind->path(u"course/sums/data/secret/2.in"_qs)));
    QVERIFY(QFile::link(u"1.ans"_qs, m_grind->path(u"course/sums/data/secret/2.ans"_qs)));
    const QString program = m_grind->write(u"course/sums/output_validator/run"_qs, "#!/bin/sh\nexit 42\n");
    QFile::setPermissions(program, QFile::permissions(program) | QFile::ExeOwner);
    QCOMPARE(m_grind->run({u"pack"_qs, u"import"_qs, m_grind->path(u"course"_qs), u"--id"_qs, u"mine"_qs}).status, 0);
    const QString file = m_grind->path(name);
    QCOMPARE(m_grind->run({u"pack"_qs, u"export"_qs, u"mine"_qs, u"-o"_qs, file}).status, 0);
    const Outcome again = m_grind->run({u"pack"_qs, u"import"_qs, file});
    QCOMPARE(again.output, QByteArray("mine is installed already, the same in all.\n"));
    QVERIFY(QFileInfo(m_grind->home() + u"/data/packs/mine/sums/data/secret/2.in"_qs).isSymLink());
}

void TestCliPacks::judgesOnAnArchive() {
    writePackage(u"sums"_qs);
    const QString source = m_grind->write(u"sum.cpp"_qs, Sum);
    const QString file = m_grind->path(u"sums.zip"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"build"_qs, m_grind->path(u"sums"_qs), u"-o"_qs, file}).status, 0);
    const Outcome judged = m_grind->run({u"judge"_qs, file, source, u"--json"_qs});
    QCOMPARE(judged.status, 0);
    QCOMPARE(judged.json()[u"problem"_qs].toString(), u"sums"_qs);
    QCOMPARE(hidden(u"cache/extracted"_qs), QStringList());
}

void TestCliPacks::verifiesAnArchive() {
    writePackage(u"course/sums"_qs);
    m_grind->write(u"course/sums/submissions/accepted/sum.cpp"_qs, Sum);
    const QString file = m_grind->path(u"course.zip"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"build"_qs, m_grind->path(u"course"_qs), u"-o"_qs, file}).status, 0);
    const QJsonValue package = m_grind->run({u"verify"_qs, file, u"--json"_qs}).json()[u"packages"_qs].toArray()[0];
    QCOMPARE(package[u"path"_qs].toString(), file + u"/sums"_qs);
    QCOMPARE(package[u"submissions"_qs].toArray()[0][u"verdict"_qs].toString(), u"AC"_qs);
    QCOMPARE(hidden(u"cache/extracted"_qs), QStringList());
}

void TestCliPacks::namesThePackagesOfAnArchive() {
    writePackage(u"course/sums"_qs);
    writePackage(u"course/more"_qs);
    const QString file = m_grind->path(u"course.zip"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"build"_qs, m_grind->path(u"course"_qs), u"-o"_qs, file}).status, 0);
    const Outcome judged = m_grind->run({u"judge"_qs, file, u"x.cpp"_qs, u"--json"_qs});
    QCOMPARE(judged.errorCode(), u"pack.several"_qs);
    QCOMPARE(judged.errorDetail(),
             file + u": there are 2 packages in it (more, sums); import it, or give the archive of one"_qs);
    const QJsonObject shown = m_grind->run({u"pack"_qs, u"show"_qs, file, u"--json"_qs}).json();
    QCOMPARE(shown[u"id"_qs].toString(), u"course"_qs);
    QCOMPARE(shown[u"problems"_qs].toArray().size(), 2);
}

void TestCliPacks::takesTestDataWithoutAPackage_data() {
    QTest::addColumn<QString>("given");
    QTest::addColumn<QByteArray>("told");
    const QByteArray told = ": 2 test cases were recognized by their names, as in/out; not used: notes.txt\n";
    QTest::newRow("a folder") << u"pairs"_qs << told;
    QTest::newRow("an archive") << u"pairs.tar"_qs << told;
    QTest::newRow("Competitive Companion's JSON") << u"sums.json"_qs << QByteArray();
}

/// To judge, to verify and to look at, without an import.
void TestCliPacks::takesTestDataWithoutAPackage() {
    QFETCH(QString, given);
    QFETCH(QByteArray, told);
    m_grind->write(u"pairs/1.in"_qs, "1 2\n");
    m_grind->write(u"pairs/1.out"_qs, "3\n");
    m_grind->write(u"pairs/2.in"_qs, "4 5\n");
    m_grind->write(u"pairs/2.out"_qs, "9\n");
    m_grind->write(u"pairs/notes.txt"_qs, "by hand\n");
    m_grind->write(u"sums.json"_qs, R"({"name": "Sums", "tests": [{"input": "1 2\n", "output": "3\n"},)"
                                    R"({"input": "4 5\n", "output": "9\n"}]})");
    QCOMPARE(QProcess::execute(
                 u"tar"_qs, {u"-cf"_qs, m_grind->path(u"pairs.tar"_qs), u"-C"_qs, m_grind->path(u"pairs"_qs), u"."_qs}),
             0);
    const QString path = m_grind->path(given);
    const QByteArray warning = told.isEmpty() ? QByteArray() : "grind: warning: " + path.toUtf8() + told;
    const QString source = m_grind->write(u"sum.cpp"_qs, Sum);
    const Outcome judged = m_grind->run({u"judge"_qs, path, source, u"--json"_qs});
    QCOMPARE(judged.status, 0);
    QCOMPARE(judged.errors, warning);
    QCOMPARE(judged.json()[u"cases"_qs].toArray().size(), 2);
    const Outcome verified = m_grind->run({u"verify"_qs, path, u"--json"_qs});
    QCOMPARE(verified.errors, warning);
    QCOMPARE(verified.json()[u"packages"_qs].toArray().size(), 1);
    const Outcome shown = m_grind->run({u"pack"_qs, u"show"_qs, path, u"--json"_qs});
    QCOMPARE(shown.status, 0);
    QCOMPARE(shown.json()[u"problems"_qs].toArray().size(), 1);
    QCOMPARE(hidden(u"cache/extracted"_qs), QStringList());
}

void TestCliPacks::refusesArchivesToTheLetter() {
    const QString file = m_grind->write(u"letter.zip"_qs, "Dear Sir,\n");
    const Outcome imported = m_grind->run({u"pack"_qs, u"import"_qs, file});
    QCOMPARE(imported.status, 3);
    QCOMPARE(imported.errors,
             "grind: error: This archive cannot be read: " + file.toUtf8() +
                 ": this is no archive that can be read here; give a zip, or a tar that may be compressed with gzip, "
                 "bzip2, xz or zstd\n  What a file is called doesn't matter, only what it holds.\n");
    const QString folder = m_grind->path(u"empty"_qs);
    QVERIFY(QDir().mkpath(folder));
    const Outcome empty = m_grind->run({u"pack"_qs, u"import"_qs, folder, u"--json"_qs});
    QCOMPARE(empty.errorCode(), u"pack.empty"_qs);
    QCOMPARE(hidden(u"data/packs"_qs), QStringList());
}

void TestCliPacks::leavesNothingOfAnExtraction() {
    writePackage(u"sums"_qs);
    const QString file = m_grind->path(u"sums.zip"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"build"_qs, m_grind->path(u"sums"_qs), u"-o"_qs, file}).status, 0);
    const QString slow = m_grind->write(u"slow.py"_qs, "import time\ntime.sleep(20)\n");
    const Outcome stopped = m_grind->shell(
        u"\"$GRIND\" judge '%1' '%2' & pid=$!; i=0; while [ $i -lt 200 ] && ! ls -A "
        u"\"$GRINDSTONE_HOME/cache/extracted\" "
        "2>/dev/null | grep -q .; do sleep 0.05; i=$((i+1)); done; kill -TERM $pid; wait $pid"_qs.arg(file, slow));
    QCOMPARE(stopped.status, 143);
    QCOMPARE(hidden(u"cache/extracted"_qs), QStringList());
}

/// Killed at many moments, each time what is there is the whole pack of before or the whole one of after.
void TestCliPacks::importsWholeOrNotAtAllWhenKilled() {
    for (int i = 0; i < 40; ++i) {
        writePackage(u"course/p%1"_qs.arg(i));
    }
    m_grind->write(u"course/pack.yaml"_qs, "id: course\nversion: 1\n");
    const QString course = m_grind->path(u"course"_qs);
    QCOMPARE(m_grind->run({u"pack"_qs, u"import"_qs, course}).status, 0);
    m_grind->write(u"course/pack.yaml"_qs, "id: course\nversion: 2\n");
    for (int i = 0; i < 40; ++i) {
        m_grind->write(u"course/p%1/data/sample/1.in"_qs.arg(i), "3 0\n");
    }
    bool killed = false;
    for (int delay = 5; delay < 150; delay += 12) {
        const Outcome outcome = m_grind->shell(
            u"timeout -s KILL %1 \"$GRIND\" pack import --force '%2'"_qs.arg(QString::number(delay / 1000.0), course));
        killed = killed || outcome.status == 137;
        const QJsonObject shown = m_grind->run({u"pack"_qs, u"show"_qs, u"course"_qs, u"--json"_qs}).json();
        QCOMPARE(shown[u"problems"_qs].toArray().size(), 40);
        QByteArray expected = shown[u"version"_qs].toString() == u"1"_qs ? "1 2\n" : "3 0\n";
        for (int i = 0; i < 40; ++i) {
            QFile file(m_grind->home() + u"/data/packs/course/p%1/data/sample/1.in"_qs.arg(i));
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), expected);
        }
    }
    QVERIFY(killed);
    QCOMPARE(m_grind->run({u"pack"_qs, u"import"_qs, course}).status, 0);
    QCOMPARE(hidden(u"data/packs"_qs), QStringList{u"course"_qs});
}

QTEST_GUILESS_MAIN(TestCliPacks)
#include "test_cli_packs.moc"
