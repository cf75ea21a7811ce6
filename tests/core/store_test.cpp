// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/draft_repository.h"
#include "app/core/store/migrations.h"
#include "app/core/store/statement_runner.h"
#include "app/core/store/submission_repository.h"
#include "judge/engine/submission.h"
#include "judge/report/report.h"
#include "tests/core/folder.h"

#include <QTest>

#include <latch>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

using namespace grindstone;
using core::DraftRepository;
using core::Migration;
using core::Store;
using core::StoredSubmission;
using core::SubmissionRepository;

namespace {

QString hostileText() {
    QString text = QString(QChar(0xFEFF)) + u"int main() {}\r\n\täöü 中文 🙂 \u202e"_qs;
    text += QChar(0);
    text += u"after NUL '); DROP TABLE drafts; --"_qs;
    return text;
}

StoredSubmission someSubmission(const QString& problem, const QString& verdict) {
    StoredSubmission submission;
    submission.problemId = problem;
    submission.language = u"cpp"_qs;
    submission.mode = u"submit"_qs;
    submission.files = {{u"a.cpp"_qs, hostileText()}, {u"ä b.h"_qs, QString()}};
    submission.verdict = verdict;
    submission.submittedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC);
    submission.casesPassed = 1;
    submission.casesTotal = 2;
    submission.cpuMsMax = 31;
    submission.memoryKibMax = 5'000'000'000;
    submission.tier = u"full"_qs;
    submission.message = u"line 1, token 2: expected 1, got 0"_qs;
    submission.wallMs = 1234;
    submission.score = 12.5;
    submission.maxScore = 100;
    submission.toolchainVersion = u"g++ (Debian) 12.2.0"_qs;
    submission.compileCommand = {u"/usr/bin/g++"_qs, u"-O2"_qs, u"a b.cpp"_qs, u"\"'ä"_qs};
    submission.limits = {1000, 3000, 262'144, 65'536, u"package"_qs};
    submission.programVersion = u"1.2.3"_qs;
    submission.compileOutput = hostileText();
    submission.diagnostics = {{u"a.cpp"_qs, 3, 0, u"warning"_qs, hostileText()}};
    submission.cases = {
        {u"sample/1"_qs, u"AC"_qs, 1, 2, 3400, QString(), 0, {}, QString(), 1.0, 2.0},
        {u"secret/1"_qs, u"TLE"_qs, 31, 40, 3500, u"line 1, token 2: expected 1, got 0"_qs, {}, 9, u"cpu"_qs, {}, {}}};
    return submission;
}

qint64 number(const Store& store, const QString& sql) {
    return core::readNumber(store.database(), sql).value_or(-1);
}

void run(const Store& store, const QString& sql) {
    const auto done = core::runStatement(store.database(), sql);
    QVERIFY2(done, done ? "" : done.error().detail.c_str());
}

/// A step after the released ones.
std::vector<Migration> withFurther(const Migration& step) {
    std::vector<Migration> steps = core::migrations();
    steps.push_back(step);
    return steps;
}

} // namespace

class StoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makesADatabaseForItsOwnerAlone();
    void keepsWhatWasWrittenWhenOpenedAgain();
    void usesTheWriteAheadLogAndForeignKeys();
    void migratesInSteps();
    void copiesBeforeItMigrates();
    void leavesTheOldVersionWhenAStepFails();
    void refusesANewerDatabase();
    void refusesAFolderThatCannotBeWritten();
    void refusesAReadOnlyFile();
    void saysWhenTheDiskIsFull();
    void savesAndReplacesDrafts();
    void findsTheLatestDraftInWhateverLanguage();
    void bringsAnyTextBack();
    void recordsSubmissionsWithTheirCases();
    void recordsAllOrNothing();
    void listsNewestFirst();
    void filtersTheHistory();
    void visitsWholeSubmissionsOldestFirst();
    void keepsWhatTheFirstVersionWrote();
    void knowsSolvedAndTriedProblems();
    void keepsOfAReportWhatTheHistoryShows();
    void keepsTheCompilersFirstLines();
    void letsManyOpenAndWriteAtOnce();
    void letsManyMigrateAtOnce();
};

void StoreTest::makesADatabaseForItsOwnerAlone() {
    const test::Folder folder;
    const auto file = folder.path() / "new.sqlite";
    QVERIFY(Store::open(file));
    struct stat status {};
    QCOMPARE(::stat(file.c_str(), &status), 0);
    QCOMPARE(status.st_mode & 07777U, 0600U);
}

void StoreTest::keepsWhatWasWrittenWhenOpenedAgain() {
    const test::Folder folder;
    {
        const auto store = Store::open(folder.path() / "db");
        QVERIFY(DraftRepository(**store).save(u"p"_qs, u"cpp"_qs, u"code"_qs));
    }
    const auto store = Store::open(folder.path() / "db");
    QCOMPARE((*DraftRepository(**store).find(u"p"_qs, u"cpp"_qs))->code, u"code"_qs);
}

void StoreTest::usesTheWriteAheadLogAndForeignKeys() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    auto mode = core::runStatement((*store)->database(), u"PRAGMA journal_mode"_qs);
    QVERIFY(mode->next());
    QCOMPARE(mode->value(0).toString(), u"wal"_qs);
    QCOMPARE(number(**store, u"PRAGMA foreign_keys"_qs), 1);
    QCOMPARE(number(**store, u"PRAGMA busy_timeout"_qs), 10'000);
    QCOMPARE(number(**store, u"PRAGMA user_version"_qs), qint64(core::migrations().size()));
}

void StoreTest::migratesInSteps() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    const auto steps = withFurther({u"ALTER TABLE drafts ADD COLUMN note TEXT"_qs});
    QVERIFY(core::migrate((*store)->database(), steps));
    QCOMPARE(number(**store, u"PRAGMA user_version"_qs), qint64(steps.size()));
    QVERIFY(core::migrate((*store)->database(), steps));
    run(**store, u"SELECT note FROM drafts"_qs);
}

void StoreTest::copiesBeforeItMigrates() {
    const test::Folder folder;
    const auto copy = folder.path() / ("db.version-" + std::to_string(core::migrations().size()) + ".bak");
    {
        const auto store = Store::open(folder.path() / "db");
        QVERIFY(!std::filesystem::exists(copy));
        QVERIFY(DraftRepository(**store).save(u"p"_qs, u"cpp"_qs, u"precious"_qs));
        QVERIFY(core::migrate((*store)->database(), withFurther({u"DELETE FROM drafts"_qs})));
        QVERIFY(!*DraftRepository(**store).find(u"p"_qs, u"cpp"_qs));
    }
    const auto old = Store::open(copy);
    QCOMPARE((*DraftRepository(**old).find(u"p"_qs, u"cpp"_qs))->code, u"precious"_qs);
}

void StoreTest::leavesTheOldVersionWhenAStepFails() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    QVERIFY(DraftRepository(**store).save(u"p"_qs, u"cpp"_qs, u"kept"_qs));
    const auto done = core::migrate((*store)->database(), withFurther({u"DELETE FROM drafts"_qs, u"NONSENSE"_qs}));
    QCOMPARE(done.error().code, std::string("store.failed"));
    QCOMPARE(number(**store, u"PRAGMA user_version"_qs), qint64(core::migrations().size()));
    QCOMPARE((*DraftRepository(**store).find(u"p"_qs, u"cpp"_qs))->code, u"kept"_qs);
}

void StoreTest::refusesANewerDatabase() {
    const test::Folder folder;
    const auto file = folder.path() / "db";
    run(**Store::open(file), u"PRAGMA user_version = 999"_qs);
    const auto store = Store::open(file);
    QVERIFY(!store);
    QCOMPARE(store.error(), (Error{"store.too-new", file.string() + " has schema version 999, this program knows " +
                                                        std::to_string(core::migrations().size())}));
}

void StoreTest::refusesAFolderThatCannotBeWritten() {
    const test::Folder folder;
    const auto file = folder.write("file", "") / "db";
    QCOMPARE(Store::open(file).error(), (Error{"store.unwritable", file.string() + ": Not a directory"}));
    QCOMPARE(Store::open(folder.path()).error().code, std::string("store.unwritable"));
}

void StoreTest::refusesAReadOnlyFile() {
    const test::Folder folder;
    const auto file = folder.path() / "db";
    QVERIFY(Store::open(file));
    ::chmod(file.c_str(), 0444);
    ::chmod(folder.path().c_str(), 0755);
    // Root may write everything, so the test is somebody else for a moment.
    const bool root = ::geteuid() == 0;
    QVERIFY(!root || ::seteuid(65534) == 0);
    const auto store = Store::open(file);
    QVERIFY(!root || ::seteuid(0) == 0);
    QVERIFY(!store);
    QCOMPARE(store.error(), (Error{"store.unwritable", file.string() + ": Permission denied"}));
}

void StoreTest::saysWhenTheDiskIsFull() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    DraftRepository drafts(**store);
    QVERIFY(drafts.save(u"p"_qs, u"cpp"_qs, u"before"_qs));
    run(**store, u"PRAGMA max_page_count = %1"_qs.arg(number(**store, u"PRAGMA page_count"_qs) + 2));
    const auto saved = drafts.save(u"p"_qs, u"cpp"_qs, QString(200'000, u'x'));
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, std::string("store.full"));
    StoredSubmission large = someSubmission(u"p"_qs, u"AC"_qs);
    large.files = {{u"a"_qs, QString(200'000, u'x')}};
    QCOMPARE(SubmissionRepository(**store).add(large).error().code, std::string("store.full"));
    QCOMPARE((*drafts.find(u"p"_qs, u"cpp"_qs))->code, u"before"_qs);
    run(**store, u"PRAGMA max_page_count = 100000"_qs);
    QVERIFY(drafts.save(u"p"_qs, u"cpp"_qs, QString(200'000, u'x')));
    QVERIFY(SubmissionRepository(**store).add(large));
}

void StoreTest::savesAndReplacesDrafts() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    DraftRepository drafts(**store);
    QVERIFY(!*drafts.find(u"p"_qs, u"cpp"_qs));
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(drafts.save(u"p"_qs, u"cpp"_qs, u"one"_qs));
    QVERIFY(drafts.save(u"p"_qs, u"cpp"_qs, u"two"_qs));
    QVERIFY(drafts.save(u"p"_qs, u"python"_qs, QString()));
    const auto draft = *drafts.find(u"p"_qs, u"cpp"_qs);
    QCOMPARE(draft->code, u"two"_qs);
    QCOMPARE(draft->savedAt.timeSpec(), Qt::UTC);
    QVERIFY(draft->savedAt >= before && draft->savedAt <= QDateTime::currentDateTimeUtc());
    QCOMPARE((*drafts.find(u"p"_qs, u"python"_qs))->code, QString(u""_qs));
    QCOMPARE(number(**store, u"SELECT COUNT(*) FROM drafts"_qs), 2);
}

void StoreTest::findsTheLatestDraftInWhateverLanguage() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    DraftRepository drafts(**store);
    QVERIFY(!*drafts.findLatest(u"p"_qs));
    for (const QString& language : {u"cpp"_qs, u"python"_qs, u"cpp"_qs}) {
        QVERIFY(drafts.save(u"p"_qs, language, u"x"_qs));
        QTest::qSleep(3);
    }
    QVERIFY(drafts.save(u"q"_qs, u"c"_qs, u"y"_qs));
    QCOMPARE((*drafts.findLatest(u"p"_qs))->language, u"cpp"_qs);
}

void StoreTest::bringsAnyTextBack() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    DraftRepository drafts(**store);
    QString every;
    for (char32_t point = 0; point < 0x11'0000; point += point < 0x3000 ? 1 : 97) {
        if (!QChar::isSurrogate(point)) {
            every += QString::fromUcs4(&point, 1);
        }
    }
    for (const QString& text : {hostileText(), every, QString(QChar(0)), QString(QChar(0xFFFE)) + u"swapped"_qs}) {
        QVERIFY(drafts.save(u"p"_qs, u"cpp"_qs, text));
        QVERIFY((*drafts.find(u"p"_qs, u"cpp"_qs))->code == text);
    }
    QVERIFY(drafts.save(u"p"_qs, u"cpp"_qs, QString(QChar(0xD800)) + u"rest"_qs));
    QVERIFY((*drafts.find(u"p"_qs, u"cpp"_qs))->code.endsWith(u"rest"_qs));
}

void StoreTest::recordsSubmissionsWithTheirCases() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    SubmissionRepository submissions(**store);
    const StoredSubmission wanted = someSubmission(u"p"_qs, u"WA"_qs);
    const auto id = submissions.add(wanted);
    QVERIFY2(id, id ? "" : id.error().detail.c_str());
    const auto found = *submissions.find(*id);
    QCOMPARE(found->id, *id);
    QVERIFY(found->files[0].content == wanted.files[0].content);
    QCOMPARE(found->files.size(), std::size_t(2));
    QCOMPARE(found->files[1].name, u"ä b.h"_qs);
    QVERIFY(found->files[1].content.isEmpty());
    QCOMPARE(found->mode, u"submit"_qs);
    QCOMPARE(found->wallMs, 1234);
    QCOMPARE(found->score, std::optional(12.5));
    QCOMPARE(found->maxScore, std::optional(100.0));
    QCOMPARE(found->toolchainVersion, wanted.toolchainVersion);
    QCOMPARE(found->compileCommand, wanted.compileCommand);
    QCOMPARE(found->limits.outputKib, 65'536);
    QCOMPARE(found->limits.source, u"package"_qs);
    QCOMPARE(found->programVersion, u"1.2.3"_qs);
    QVERIFY(found->compileOutput == hostileText());
    QCOMPARE(found->diagnostics.size(), std::size_t(1));
    QCOMPARE(found->diagnostics[0].line, 3);
    QVERIFY(found->diagnostics[0].message == hostileText());
    QCOMPARE(found->verdict, wanted.verdict);
    QCOMPARE(found->submittedAt, wanted.submittedAt);
    QCOMPARE(found->memoryKibMax, wanted.memoryKibMax);
    QCOMPARE(found->message, wanted.message);
    QCOMPARE(found->tier, wanted.tier);
    QCOMPARE(found->cases.size(), std::size_t(2));
    QCOMPARE(found->cases[1].name, u"secret/1"_qs);
    QCOMPARE(found->cases[1].cpuMs, 31);
    QCOMPARE(found->cases[1].message, wanted.cases[1].message);
    QCOMPARE(found->cases[0].exitCode, std::optional(0));
    QVERIFY(!found->cases[0].signal);
    QCOMPARE(found->cases[0].score, std::optional(1.0));
    QCOMPARE(found->cases[0].maxScore, std::optional(2.0));
    QVERIFY(!found->cases[1].exitCode && !found->cases[1].score);
    QCOMPARE(found->cases[1].signal, std::optional(9));
    QCOMPARE(found->cases[1].limitHit, u"cpu"_qs);
    QVERIFY(!*submissions.find(*id + 1));
}

void StoreTest::recordsAllOrNothing() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    run(**store, u"CREATE TRIGGER refuse BEFORE INSERT ON submission_cases WHEN NEW.place = 1 "
                 "BEGIN SELECT RAISE(ABORT, 'refused'); END"_qs);
    SubmissionRepository submissions(**store);
    const auto added = submissions.add(someSubmission(u"p"_qs, u"AC"_qs));
    QVERIFY(!added);
    QCOMPARE(added.error().code, std::string("store.failed"));
    QCOMPARE(number(**store, u"SELECT COUNT(*) FROM submissions"_qs), 0);
    QCOMPARE(number(**store, u"SELECT COUNT(*) FROM submission_cases"_qs), 0);
}

void StoreTest::listsNewestFirst() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    SubmissionRepository submissions(**store);
    for (const QString& problem : {u"p"_qs, u"q"_qs, u"p"_qs}) {
        QVERIFY(submissions.add(someSubmission(problem, u"AC"_qs)));
    }
    const auto all = *submissions.list(QString());
    QCOMPARE(all.size(), std::size_t(3));
    QVERIFY(all[0].id > all[1].id && all[1].id > all[2].id);
    QVERIFY(all[0].cases.empty() && all[0].files.empty());
    QCOMPARE(submissions.list(u"p"_qs)->size(), std::size_t(2));
    QCOMPARE(submissions.list(u"p"_qs, 1)->size(), std::size_t(1));
    QVERIFY(submissions.list(u"none"_qs)->empty());
}

void StoreTest::filtersTheHistory() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    SubmissionRepository submissions(**store);
    int day = 1;
    for (const auto& [problem, verdict, language] :
         {std::tuple{u"one/sum"_qs, u"AC"_qs, u"cpp"_qs}, std::tuple{u"two/sum"_qs, u"WA"_qs, u"cpp"_qs},
          std::tuple{u"two/sum-up"_qs, u"WA"_qs, u"python3"_qs}}) {
        StoredSubmission submission = someSubmission(problem, verdict);
        submission.language = language;
        submission.submittedAt = QDateTime(QDate(2026, 1, day++), QTime(0, 0), Qt::UTC);
        QVERIFY(submissions.add(submission));
    }
    const auto ids = [&](const core::HistoryFilter& filter) {
        QString found;
        for (const StoredSubmission& one : submissions.list(filter).value_or(std::vector<StoredSubmission>())) {
            found += QString::number(one.id);
        }
        return found;
    };
    QCOMPARE(ids({}), u"321"_qs);
    QCOMPARE(ids({{u"sum"_qs}, {}, {}, {}, {}}), u"21"_qs);
    QCOMPARE(ids({{u"two/sum"_qs}, {}, {}, {}, {}}), u"2"_qs);
    QCOMPARE(ids({{u"one/sum"_qs, u"sum-up"_qs}, {}, {}, {}, {}}), u"31"_qs);
    QCOMPARE(ids({{}, u"WA"_qs, {}, {}, {}}), u"32"_qs);
    QCOMPARE(ids({{}, u"WA"_qs, u"cpp"_qs, {}, {}}), u"2"_qs);
    QCOMPARE(ids({{}, {}, {}, QDateTime(QDate(2026, 1, 2), QTime(0, 0), Qt::UTC), {}}), u"32"_qs);
    QCOMPARE(ids({{}, {}, {}, {}, 2}), u"32"_qs);
}

void StoreTest::visitsWholeSubmissionsOldestFirst() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    SubmissionRepository submissions(**store);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(submissions.add(someSubmission(u"p"_qs, u"AC"_qs)));
    }
    QString seen;
    const auto visited = submissions.forEach({}, [&](const StoredSubmission& one) -> Result<void> {
        seen += QString::number(one.id);
        if (one.cases.size() != 2 || one.files.size() != 2 || one.diagnostics.empty()) {
            return fail("test", "something is missing");
        }
        // Of one moment: another process's submission is not seen.
        const auto other = Store::open(folder.path() / "db");
        return other && SubmissionRepository(**other).add(one) ? Result<void>() : fail("test", "cannot add");
    });
    QVERIFY2(visited, visited ? "" : visited.error().detail.c_str());
    QCOMPARE(seen, u"123"_qs);
    const auto stopped =
        submissions.forEach({}, [](const StoredSubmission&) -> Result<void> { return fail("enough", "after one"); });
    QCOMPARE(stopped.error(), (Error{"enough", "after one"}));
    QVERIFY2(submissions.add(someSubmission(u"p"_qs, u"AC"_qs)), "the snapshot's transaction is over");
}

void StoreTest::keepsWhatTheFirstVersionWrote() {
    const test::Folder folder;
    const auto file = folder.path() / "db";
    {
        const auto store = Store::open(folder.path() / "another");
        run(**store, u"ATTACH DATABASE '%1' AS old"_qs.arg(QString::fromStdString(file)));
        for (QString statement : core::migrations().front()) {
            run(**store, statement.replace(u"CREATE TABLE "_qs, u"CREATE TABLE old."_qs)
                             .replace(u"CREATE INDEX "_qs, u"CREATE INDEX old."_qs));
        }
        run(**store,
            u"INSERT INTO old.submissions VALUES (7, 'p', 'cpp', x'c3a4', 'WA', 1, 1, 2, 3, 4, 'full', 'm')"_qs);
        run(**store, u"INSERT INTO old.submission_cases VALUES (7, 0, 'sample/1', 'WA', 1, 2, 3, 'm')"_qs);
        run(**store, u"INSERT INTO old.drafts VALUES ('p', 'cpp', x'41', 5)"_qs);
        run(**store, u"PRAGMA old.user_version = 1"_qs);
    }
    const auto store = Store::open(file);
    QVERIFY2(store, store ? "" : store.error().detail.c_str());
    QVERIFY(std::filesystem::exists(folder.path() / "db.version-1.bak"));
    const auto found = SubmissionRepository(**store).find(7);
    QVERIFY2(found, found ? "" : found.error().detail.c_str());
    QCOMPARE((*found)->code(), u"ä"_qs);
    QCOMPARE((*found)->mode, u"submit"_qs);
    QCOMPARE((*found)->message, u"m"_qs);
    QCOMPARE((*found)->cases.at(0).name, u"sample/1"_qs);
    QVERIFY(!(*found)->score && !(*found)->cases[0].exitCode && (*found)->compileCommand.isEmpty());
    QCOMPARE((*DraftRepository(**store).find(u"p"_qs, u"cpp"_qs))->code, u"A"_qs);
    QCOMPARE(*SubmissionRepository(**store).add(someSubmission(u"p"_qs, u"AC"_qs)), 8);
}

void StoreTest::knowsSolvedAndTriedProblems() {
    const test::Folder folder;
    const auto store = Store::open(folder.path() / "db");
    SubmissionRepository submissions(**store);
    QVERIFY(submissions.add(someSubmission(u"b"_qs, u"AC"_qs)));
    QVERIFY(submissions.add(someSubmission(u"b"_qs, u"WA"_qs)));
    QVERIFY(submissions.add(someSubmission(u"a"_qs, u"TLE"_qs)));
    const auto progress = *submissions.progress();
    QCOMPARE(progress.solved, std::vector<QString>{u"b"_qs});
    QCOMPARE(progress.tried, std::vector<QString>{u"a"_qs});
}

void StoreTest::keepsOfAReportWhatTheHistoryShows() {
    judge::JudgeRequest request;
    request.problemId = "starter/echo-sum";
    request.language = "cpp";
    request.sources = {{"a.cpp", "int a;"}, {"b.h", "int b;\n"}};
    judge::Report report;
    report.verdict = judge::Verdict::WrongAnswer;
    report.tier = sandbox::Tier::FullCgroup1;
    judge::CaseResult good;
    good.name = "sample/1";
    good.verdict = judge::Verdict::Accepted;
    good.cpu = std::chrono::milliseconds(12);
    good.memory = Bytes::kib(3500);
    judge::CaseResult bad;
    bad.name = "secret/1";
    bad.verdict = judge::Verdict::WrongAnswer;
    bad.explanation = {judge::Explanation::Kind::DifferentToken, 1, 1, 2, 1};
    bad.explanation.expected = "1";
    bad.explanation.got = "0";
    bad.exitCode = 1;
    bad.limit = sandbox::LimitHit::Output;
    bad.feedback.score = 0.5;
    good.score = 3;
    good.maxScore = 4;
    report.score = 3.5;
    report.maxScore = 10;
    report.cases = {good, bad};
    report.wall = std::chrono::milliseconds(99);
    report.toolchain = {"toy 1.2", {"toy", "a b"}};
    report.limits = {std::chrono::milliseconds(1000), std::chrono::milliseconds(3000), Bytes::mib(256), Bytes::mib(64),
                     judge::LimitSource::Inferred};
    report.compile.output = std::string(70'000, 'x');
    report.compile.diagnostics = std::vector<judge::Diagnostic>(300, {"a.cpp", 1, 2, "warning", "unused"});
    const StoredSubmission stored = core::toStored(request, report);
    QCOMPARE(stored.code(), u"==> a.cpp <==\nint a;\n==> b.h <==\nint b;\n"_qs);
    QCOMPARE(stored.verdict, u"WA"_qs);
    QCOMPARE(stored.tier, u"full (cgroup v1)"_qs);
    QCOMPARE(stored.casesPassed, 1);
    QCOMPARE(stored.casesTotal, 2);
    QCOMPARE(stored.cpuMsMax, 12);
    QCOMPARE(stored.memoryKibMax, 3500);
    QCOMPARE(stored.message, u"line 1, token 2: expected 1, got 0"_qs);
    QCOMPARE(stored.cases.at(0).message, QString());
    QCOMPARE(stored.cases.at(1).exitCode, std::optional(1));
    QCOMPARE(stored.cases.at(1).limitHit, u"output"_qs);
    QCOMPARE(stored.cases.at(1).score, std::optional(0.5));
    QCOMPARE(stored.cases.at(0).score, std::optional(3.0));
    QCOMPARE(stored.cases.at(0).maxScore, std::optional(4.0));
    QCOMPARE(stored.score, std::optional(3.5));
    QCOMPARE(stored.maxScore, std::optional(10.0));
    QCOMPARE(stored.mode, u"submit"_qs);
    QCOMPARE(stored.wallMs, 99);
    QCOMPARE(stored.toolchainVersion, u"toy 1.2"_qs);
    QCOMPARE(stored.compileCommand, (QStringList{u"toy"_qs, u"a b"_qs}));
    QCOMPARE(stored.limits.memoryKib, 262'144);
    QCOMPARE(stored.limits.source, u"inferred"_qs);
    QVERIFY(!stored.programVersion.isEmpty());
    QCOMPARE(stored.compileOutput.size(), 65'536);
    QCOMPARE(stored.diagnostics.size(), std::size_t(200));
    QCOMPARE(stored.diagnostics[0].severity, u"warning"_qs);
}

void StoreTest::keepsTheCompilersFirstLines() {
    judge::JudgeRequest request;
    request.sources = {{"a.cpp", "broken"}};
    judge::Report report;
    report.verdict = judge::Verdict::CompileError;
    report.compile.output = "1\n2\n3\n4\n5\n6\n7";
    QCOMPARE(core::toStored(request, report).message, u"1\n2\n3\n4\n5"_qs);
    QCOMPARE(core::toStored(request, report).code(), u"broken"_qs);
    report.compile.output.clear();
    QCOMPARE(core::toStored(request, report).message, u"did not compile"_qs);
}

void StoreTest::letsManyOpenAndWriteAtOnce() {
    const test::Folder folder;
    constexpr int Writers = 6;
    constexpr int Each = 25;
    std::atomic<int> failures = 0;
    {
        std::latch ready(Writers);
        std::vector<std::jthread> writers;
        for (int writer = 0; writer < Writers; ++writer) {
            writers.emplace_back([&, writer] {
                ready.arrive_and_wait();
                const auto store = Store::open(folder.path() / "db");
                if (!store) {
                    qWarning("%s: %s", store.error().code.c_str(), store.error().detail.c_str());
                    failures += 1;
                    return;
                }
                for (int i = 0; i < Each; ++i) {
                    failures += SubmissionRepository(**store).add(someSubmission(u"p"_qs, u"AC"_qs)) ? 0 : 1;
                    failures += DraftRepository(**store).save(u"p%1"_qs.arg(writer), u"c"_qs, u"x"_qs) ? 0 : 1;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    const auto store = Store::open(folder.path() / "db");
    QCOMPARE(number(**store, u"SELECT COUNT(*) FROM submission_cases"_qs), Writers * Each * 2);
    QCOMPARE(number(**store, u"SELECT COUNT(*) FROM drafts"_qs), Writers);
}

void StoreTest::letsManyMigrateAtOnce() {
    const test::Folder folder;
    QVERIFY(Store::open(folder.path() / "db"));
    std::atomic<int> failures = 0;
    {
        std::latch ready(4);
        std::vector<std::jthread> programs;
        for (int i = 0; i < 4; ++i) {
            programs.emplace_back([&] {
                const auto store = Store::open(folder.path() / "db");
                ready.arrive_and_wait();
                const auto done = core::migrate(
                    (*store)->database(),
                    withFurther({u"CREATE TABLE later (id INTEGER)"_qs, u"INSERT INTO later VALUES (1)"_qs}));
                if (!done) {
                    qWarning("%s: %s", done.error().code.c_str(), done.error().detail.c_str());
                    failures += 1;
                }
            });
        }
    }
    QCOMPARE(failures.load(), 0);
    for (const auto& item : std::filesystem::directory_iterator(folder.path())) {
        QVERIFY2(item.path().extension() != ".part", item.path().c_str());
    }
}

QTEST_GUILESS_MAIN(StoreTest)
#include "store_test.moc"
