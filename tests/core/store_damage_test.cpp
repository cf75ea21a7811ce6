// SPDX-License-Identifier: GPL-3.0-or-later
// Databases that were cut off, overwritten or had bits flipped: each opens whole, is repaired or is set aside, and what
// was lost is told.
#include "app/core/store/draft_repository.h"
#include "app/core/store/statement_runner.h"
#include "app/core/store/store_check.h"
#include "app/core/store/store_files.h"
#include "app/core/store/store_notice.h"
#include "app/core/store/store_repair.h"
#include "app/core/store/submission_repository.h"
#include "app/core/store/submission_rows.h"
#include "tests/core/folder.h"

#include <QTest>

#include <random>
#include <thread>

#include <sys/stat.h>

using namespace grindstone;
using core::DraftRepository;
using core::SalvagedTable;
using core::Store;
using core::StoredSubmission;
using core::StoreFiles;
using core::StoreNotice;
using core::SubmissionRepository;

namespace {

namespace fs = std::filesystem;

constexpr int Submissions = 120;
constexpr int CasesEach = 5;
constexpr int Drafts = 30;

StoredSubmission submissionOf(int number) {
    StoredSubmission one;
    one.problemId = u"starter/p%1"_qs.arg(number % 7);
    one.language = u"cpp"_qs;
    one.mode = u"submit"_qs;
    one.verdict = number % 3 == 0 ? u"AC"_qs : u"WA"_qs;
    one.submittedAt = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000 + number, Qt::UTC);
    one.casesPassed = 1;
    one.casesTotal = CasesEach;
    // Some of them take pages of their own.
    one.files = {{u"main.cpp"_qs, QString(number % 20 == 0 ? 9000 : 300, QChar(u'a' + number % 26))}};
    for (int place = 0; place < CasesEach; ++place) {
        one.cases.push_back({u"secret/%1"_qs.arg(place), u"AC"_qs, 1, 2, 3, QString(), 0, {}, QString(), {}, {}});
    }
    return one;
}

/// The bytes of a database as it lies there when nobody uses it.
std::string wholeDatabase() {
    const test::Folder folder;
    const fs::path file = folder.path() / "db";
    {
        const auto store = Store::open(file);
        auto transaction = core::Transaction::begin((*store)->database());
        for (int number = 1; number <= Submissions; ++number) {
            (void)core::insertSubmission((*store)->database(), submissionOf(number));
        }
        (void)transaction->commit();
        for (int number = 0; number < Drafts; ++number) {
            (void)DraftRepository(**store).save(u"p%1"_qs.arg(number), u"cpp"_qs, QString(200, u'd'));
        }
    }
    return test::read(file);
}

qint64 count(const Store& store, const char* table) {
    return core::readNumber(store.database(), u"SELECT COUNT(*) FROM %1"_qs.arg(QLatin1String(table))).value_or(-1);
}

const SalvagedTable* find(const StoreNotice& notice, const QString& table) {
    const auto found = std::ranges::find(notice.tables, table, &SalvagedTable::table);
    return found == notice.tables.end() ? nullptr : &*found;
}

} // namespace

class StoreDamageTest : public QObject {
    Q_OBJECT

    std::string m_whole;

    struct Tally {
        int whole = 0, repaired = 0, setAside = 0, tooNew = 0;
        qint64 keptSubmissions = 0;
    };

    /// Opens a damaged database where one was in use before, and holds it against the promises.
    void open(const std::string& damaged, Tally& tally) {
        const test::Folder folder;
        const fs::path file = folder.write("db", damaged);
        folder.write("db.lock", "used");
        const auto store = Store::open(file);
        const auto notice = core::takeNotice(file);
        if (!store) {
            // A wrong number of the version may be that of a later program.
            QCOMPARE(store.error().code, std::string("store.too-new"));
            QVERIFY(test::read(file) == damaged);
            ++tally.tooNew;
            return;
        }
        verifyPromises(**store, notice, damaged, tally);
        const auto added = SubmissionRepository(**store).add(submissionOf(1));
        QVERIFY2(added, added ? "" : added.error().detail.c_str());
        QVERIFY(!core::takeNotice(file));
    }

    void verifyPromises(const Store& store, const std::optional<StoreNotice>& notice, const std::string& damaged,
                        Tally& tally) {
        const qint64 submissions = count(store, "submissions");
        if (!notice) {
            QCOMPARE(submissions, Submissions);
            QCOMPARE(count(store, "submission_files"), Submissions);
            QCOMPARE(count(store, "submission_cases"), Submissions * CasesEach);
            QCOMPARE(count(store, "drafts"), Drafts);
            ++tally.whole;
            return;
        }
        QVERIFY(test::read(notice->damaged) == damaged);
        QVERIFY(!notice->reason.empty() && notice->reason.find('\n') == std::string::npos);
        tally.keptSubmissions += submissions;
        ++(notice->kind == StoreNotice::Kind::Repaired ? tally.repaired : tally.setAside);
        for (const SalvagedTable& table : notice->tables) {
            QCOMPARE(count(store, qPrintable(table.table)), table.kept + table.codeOnly);
        }
        const SalvagedTable* told = find(*notice, u"submissions"_qs);
        QVERIFY(told != nullptr);
        QVERIFY2(told->kept == Submissions || !told->lost || *told->lost > 0, "rows are gone and nothing is told");
        const auto intact = core::checkIntact(store.database(), core::CheckDepth::Full);
        QVERIFY2(intact, intact ? "" : intact.error().detail.c_str());
    }

private Q_SLOTS:
    void initTestCase() {
        // A thousand databases needn't reach a disk.
        qputenv("TMPDIR", "/dev/shm");
        m_whole = wholeDatabase();
        QVERIFY(m_whole.size() > 100'000);
    }

    void opensAWholeOneWithoutAWord() {
        Tally tally;
        open(m_whole, tally);
        QCOMPARE(tally.whole, 1);
    }

    void survivesBeingCutAtEveryKilobyte() {
        Tally tally;
        for (std::size_t size = 0; size < m_whole.size(); size += 1024) {
            open(m_whole.substr(0, size), tally);
            if (QTest::currentTestFailed()) {
                QFAIL(qPrintable(u"cut at %1"_qs.arg(size)));
            }
        }
        qInfo("cut: %d repaired, %d set aside, %d whole", tally.repaired, tally.setAside, tally.whole);
        QCOMPARE(tally.whole, 0);
        QVERIFY(tally.repaired > 0);
    }

    void survivesFlippedBits() {
        Tally tally;
        std::mt19937 random(1);
        for (int variant = 0; variant < 300; ++variant) {
            std::string damaged = m_whole;
            for (int flips = 1 + variant % 8; flips > 0; --flips) {
                damaged[random() % damaged.size()] ^= char(1U << random() % 8);
            }
            open(damaged, tally);
            if (QTest::currentTestFailed()) {
                QFAIL(qPrintable(u"variant %1"_qs.arg(variant)));
            }
        }
        qInfo("flipped: %d whole, %d repaired, %d set aside, %d too new; %lld submissions kept of each repaired",
              tally.whole, tally.repaired, tally.setAside, tally.tooNew,
              static_cast<long long>(tally.keptSubmissions / std::max(1, tally.repaired + tally.setAside)));
        QVERIFY(tally.repaired > 20);
    }

    void survivesBitsFlippedInTheHeader() {
        Tally tally;
        for (std::size_t byte = 0; byte < 100; ++byte) {
            std::string damaged = m_whole;
            damaged[byte] ^= char(1U << byte % 8);
            open(damaged, tally);
            if (QTest::currentTestFailed()) {
                QFAIL(qPrintable(u"byte %1"_qs.arg(byte)));
            }
        }
        qInfo("header: %d whole, %d repaired, %d set aside, %d too new", tally.whole, tally.repaired, tally.setAside,
              tally.tooNew);
        QCOMPARE(tally.setAside, 0);
    }

    void survivesOverwrittenPages() {
        Tally tally;
        for (std::size_t page = 0; page < m_whole.size() / 4096; ++page) {
            for (const char filler : {'\0', '\xee'}) {
                std::string damaged = m_whole;
                damaged.replace(page * 4096, 4096, std::string(4096, filler));
                open(damaged, tally);
                if (QTest::currentTestFailed()) {
                    QFAIL(qPrintable(u"page %1"_qs.arg(page)));
                }
            }
        }
        qInfo("pages: %d whole, %d repaired, %d set aside", tally.whole, tally.repaired, tally.setAside);
    }

    void keepsWhatLiesAroundADamagedPage() {
        std::string damaged = m_whole;
        const std::size_t at = damaged.find(std::string(300, QChar(u'a' + 61 % 26).toLatin1()));
        QVERIFY(at != std::string::npos);
        damaged.replace(at / 4096 * 4096, 4096, std::string(4096, '\xee'));
        const test::Folder folder;
        const fs::path file = folder.write("db", damaged);
        const auto store = Store::open(file);
        QVERIFY(store);
        const auto notice = core::takeNotice(file);
        QVERIFY(notice && notice->kind == StoreNotice::Kind::Repaired);
        QCOMPARE(count(**store, "submissions"), Submissions);
        const qint64 files = count(**store, "submission_files");
        QVERIFY2(files > Submissions - 15 && files < Submissions, qPrintable(QString::number(files)));
        QCOMPARE(find(*notice, u"submission_files"_qs)->lost, std::optional(Submissions - files));
        QCOMPARE((*SubmissionRepository(**store).find(99))->code(), submissionOf(99).code());
    }

    void keepsTheCodeOfLostSubmissions() {
        // The first page of the table of submissions, by which all others of it are found.
        std::string damaged = m_whole;
        damaged.replace(4096, 4096, std::string(4096, '\xee'));
        const test::Folder folder;
        const fs::path file = folder.write("db", damaged);
        const auto store = Store::open(file);
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        const auto notice = core::takeNotice(file);
        QVERIFY(notice && notice->kind == StoreNotice::Kind::Repaired);
        const SalvagedTable* told = find(*notice, u"submissions"_qs);
        QCOMPARE(told->kept, 0);
        QCOMPARE(told->lost, std::optional<qint64>(Submissions));
        QCOMPARE(told->codeOnly, Submissions);
        const auto found = *SubmissionRepository(**store).find(99);
        QVERIFY(found);
        QCOMPARE(found->problemId, QString::fromUtf8(core::LostProblem));
        QCOMPARE(found->code(), submissionOf(99).code());
        QVERIFY(found->cases.empty());
        QCOMPARE(*SubmissionRepository(**store).add(submissionOf(1)), Submissions + 1);
    }

    void setsAsideWhatIsNoDatabase() {
        const test::Folder folder;
        const std::string text(5000, 'x');
        const fs::path file = folder.write("db", text);
        folder.write("db.day-2026-01-01.bak", "a copy");
        const auto store = Store::open(file);
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        QCOMPARE(count(**store, "submissions"), 0);
        const auto notice = core::takeNotice(file);
        QVERIFY(notice);
        QVERIFY(notice->kind == StoreNotice::Kind::SetAside);
        QVERIFY(test::read(notice->damaged) == text);
        QVERIFY(notice->damaged.string().starts_with(file.string() + ".damaged-20"));
        QVERIFY(notice->copy.string().starts_with(file.string() + ".before-damage-20"));
        QCOMPARE(test::read(notice->copy), std::string("a copy"));
        struct stat status {};
        QCOMPARE(::stat(file.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0600U);
    }

    void takesAnEmptiedOneForDamagedAndAnAbsentOneForNew() {
        const test::Folder folder;
        const fs::path file = folder.path() / "db";
        QVERIFY(Store::open(file));
        QVERIFY(!core::takeNotice(file));
        folder.write("db", "");
        QVERIFY(Store::open(file));
        const auto notice = core::takeNotice(file);
        QVERIFY(notice && notice->kind == StoreNotice::Kind::SetAside);
        QCOMPARE(notice->reason, file.string() + ": is empty");
        fs::remove(file);
        QVERIFY(Store::open(file));
        QVERIFY(!core::takeNotice(file));
    }

    void leavesItWhileAnotherHasItOpen() {
        const test::Folder folder;
        const fs::path file = folder.write("db", m_whole);
        const auto other = Store::open(file);
        QVERIFY(other);
        std::string damaged = test::read(file);
        damaged.replace(8192, 40'000, std::string(40'000, '\xee'));
        folder.write("db", damaged);
        const auto store = Store::open(file);
        QVERIFY(!store);
        QCOMPARE(store.error().code, std::string("store.damaged"));
        QVERIFY(StoreFiles(file).damagedOnes().empty());
    }

    void repairsOnceWhenManyOpenAtOnce() {
        const test::Folder folder;
        const fs::path file = folder.write("db", m_whole.substr(0, m_whole.size() / 2));
        std::atomic<int> failures = 0;
        {
            std::vector<std::jthread> programs;
            for (int i = 0; i < 4; ++i) {
                programs.emplace_back([&] {
                    const auto store = Store::open(file);
                    failures += store && SubmissionRepository(**store).add(submissionOf(1)) ? 0 : 1;
                });
            }
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(StoreFiles(file).damagedOnes().size(), std::size_t(1));
        QVERIFY(core::takeNotice(file));
    }

    void endsARepairThatWasInterrupted() {
        const test::Folder folder;
        const fs::path file = folder.write("db.damaged-before", "damaged");
        const fs::path database = folder.path() / "db";
        folder.write("db-wal", "the damaged one's log");
        folder.write("db.repaired", m_whole);
        const auto store = Store::open(database);
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        QCOMPARE(count(**store, "submissions"), Submissions);
        QVERIFY(!fs::exists(StoreFiles(database).repaired()));
    }

    void looksThoroughlyAfterAnUncleanEnd() {
        // An index that lacks an entry is seen by the full check alone.
        const test::Folder folder;
        const fs::path file = folder.write("db", m_whole);
        {
            const auto store = Store::open(file);
            QVERIFY(core::runStatement((*store)->database(), u"PRAGMA writable_schema = ON"_qs));
            QVERIFY(core::runStatement((*store)->database(),
                                       u"UPDATE sqlite_schema SET sql = sql || ' WHERE verdict = ''AC''' "
                                       "WHERE name = 'submissions_by_problem'"_qs));
        }
        {
            const auto store = Store::open(file);
            QVERIFY2(store && !core::takeNotice(file), "a clean end asks for no full check");
            QVERIFY(SubmissionRepository(**store).add(submissionOf(1)));
            // As if the process had been killed: its log stays.
            fs::copy_file(file, folder.path() / "killed");
            fs::copy_file(StoreFiles(file).log(), folder.path() / "killed-wal");
        }
        const auto store = Store::open(folder.path() / "killed");
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        const auto notice = core::takeNotice(folder.path() / "killed");
        QVERIFY(notice && notice->kind == StoreNotice::Kind::Repaired);
        QCOMPARE(count(**store, "submissions"), Submissions + 1);
    }

    /// A database as a killed process leaves it: ten submissions more are in its log alone.
    static fs::path killedDatabase(const test::Folder& folder, const std::string& whole) {
        const fs::path file = folder.write("db", whole);
        const StoreFiles files(file), killed(folder.path() / "killed");
        const auto store = Store::open(file);
        for (int number = 1; number <= 10; ++number) {
            (void)SubmissionRepository(**store).add(submissionOf(number));
        }
        fs::copy_file(file, killed.database);
        fs::copy_file(files.log(), killed.log());
        fs::copy_file(files.logIndex(), killed.logIndex());
        return killed.database;
    }

    void readsTheLogOfAKilledProcess() {
        const test::Folder folder;
        const fs::path file = killedDatabase(folder, m_whole);
        // The beginning of a transaction that was never ended.
        std::ofstream(StoreFiles(file).log(), std::ios::binary | std::ios::app) << std::string(1000, 'x');
        const auto store = Store::open(file);
        QVERIFY(store);
        QVERIFY(!core::takeNotice(file));
        QCOMPARE(count(**store, "submissions"), Submissions + 10);
    }

    void tellsOfADamagedLog_data() {
        QTest::addColumn<int>("place"); // in hundredths of the log
        QTest::addColumn<bool>("index");
        for (int place = 0; place <= 100; place += 10) {
            for (const bool index : {true, false}) {
                QTest::addRow("%d of 100, %s index", place, index ? "with" : "without") << place << index;
            }
        }
    }
    void tellsOfADamagedLog() {
        QFETCH(int, place);
        QFETCH(bool, index);
        const test::Folder folder;
        const fs::path file = killedDatabase(folder, m_whole);
        const StoreFiles files(file);
        std::string log = test::read(files.log());
        const std::size_t at = std::min(log.size() * std::size_t(place) / 100, log.size() - 1);
        log[at] = char(log[at] ^ 4);
        folder.write("killed-wal", log);
        if (!index) {
            fs::remove(files.logIndex());
        }
        const auto store = Store::open(file);
        QVERIFY2(store, store ? "" : store.error().detail.c_str());
        const qint64 submissions = count(**store, "submissions");
        QVERIFY(submissions >= Submissions && submissions <= Submissions + 10);
        const auto notice = core::takeNotice(file);
        if (place == 100 && !index) {
            QVERIFY2(!notice, "nobody can tell this from a transaction that was never ended");
            return;
        }
        QVERIFY(notice && notice->kind == StoreNotice::Kind::Repaired);
        QVERIFY2(notice->reason.find("of the log cannot be read") != std::string::npos || place == 0,
                 notice->reason.c_str());
        QVERIFY(!find(*notice, u"submissions"_qs)->lost);
        QCOMPARE(find(*notice, u"submissions"_qs)->kept, submissions);
        QVERIFY(test::read(notice->damaged.string() + "-wal") == log);
    }

    void leavesAllAsItWasWhenThereIsNoRoom() {
        const test::Folder folder;
        const std::string damaged = m_whole.substr(0, m_whole.size() / 2);
        const fs::path file = folder.write("db", damaged);
        // What stands in the way of the copy is a folder that isn't empty.
        folder.write("db.damaged-copy/in-the-way", "x");
        const auto store = Store::open(file);
        QVERIFY(!store);
        QCOMPARE(store.error().code, std::string("store.unwritable"));
        QVERIFY(test::read(file) == damaged);
        QVERIFY(!core::takeNotice(file));
    }

    void copiesOnceADayAndKeepsThree() {
        const test::Folder folder;
        const fs::path file = folder.write("db", m_whole);
        for (const char* day : {"01", "02", "03", "04"}) {
            folder.write(std::string("db.day-2026-01-") + day + ".bak", "old");
        }
        QVERIFY(Store::open(file));
        const StoreFiles files(file);
        const std::vector<fs::path> copies = files.dayCopies();
        QCOMPARE(copies.size(), std::size_t(3));
        QCOMPARE(copies[0], files.dayCopy(QDate::currentDate()));
        QCOMPARE(copies[2], folder.path() / "db.day-2026-01-03.bak");
        {
            const auto copy = Store::open(copies[0]);
            QCOMPARE(count(**copy, "submissions"), Submissions);
        }
        const auto written = fs::last_write_time(copies[0]);
        QVERIFY(Store::open(file));
        QVERIFY(fs::last_write_time(copies[0]) == written);
    }

    void copiesNoEmptyDatabase() {
        const test::Folder folder;
        QVERIFY(Store::open(folder.path() / "db"));
        QVERIFY(StoreFiles(folder.path() / "db").copies().empty());
    }

    void bringsANoticeBackOnce() {
        const test::Folder folder;
        const fs::path file = folder.path() / "db";
        const StoreNotice notice{
            StoreNotice::Kind::Repaired, "rea\"son", "d", "c", {{u"drafts"_qs, 3, 4, 5}, {u"x"_qs, 1, {}, 0}}};
        QVERIFY(core::leaveNotice(file, notice));
        const auto taken = core::takeNotice(file);
        QVERIFY(taken);
        QCOMPARE(taken->reason, notice.reason);
        QCOMPARE(taken->tables.at(0).lost, std::optional<qint64>(4));
        QCOMPARE(taken->tables.at(0).codeOnly, 5);
        QVERIFY(!taken->tables.at(1).lost);
        QVERIFY(!core::takeNotice(file));
        folder.write("db.notice", "{\"kind\": 7}");
        QVERIFY(!core::takeNotice(file));
    }
};

QTEST_GUILESS_MAIN(StoreDamageTest)
#include "store_damage_test.moc"
