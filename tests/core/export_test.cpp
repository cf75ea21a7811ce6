// SPDX-License-Identifier: GPL-3.0-or-later
// Exports to the letter, and what keeps them from harming anything.
#include "app/core/export/csv.h"
#include "app/core/export/history_export.h"
#include "app/core/export/new_file.h"
#include "app/core/export/safe_name.h"
#include "app/core/store/statement_runner.h"
#include "app/core/store/submission_rows.h"
#include "tests/core/folder.h"

#include <nlohmann/json.hpp>

#include <QFile>
#include <QTest>

#include <sys/stat.h>

using namespace grindstone;
using core::ExportFormat;
using core::ExportOrder;
using core::Store;
using core::StoredSubmission;
using core::SubmissionRepository;

namespace {

StoredSubmission accepted() {
    StoredSubmission one;
    one.problemId = u"starter/sum"_qs;
    one.language = u"cpp"_qs;
    one.mode = u"submit"_qs;
    one.verdict = u"AC"_qs;
    one.submittedAt = QDateTime(QDate(2026, 11, 25), QTime(10, 11, 12, 345), Qt::UTC);
    one.casesPassed = 1;
    one.casesTotal = 1;
    one.cpuMsMax = 31;
    one.memoryKibMax = 3400;
    one.wallMs = 240;
    one.tier = u"full"_qs;
    one.toolchainVersion = u"g++ 12"_qs;
    one.compileCommand = {u"g++"_qs, u"-O2"_qs};
    one.limits = {1000, 3000, 262'144, 65'536, u"package"_qs};
    one.programVersion = u"0.1.0"_qs;
    one.files = {{u"sum.cpp"_qs, u"int main() {}\r\n"_qs}};
    one.cases = {{u"sample/1"_qs, u"AC"_qs, 31, 40, 3400, QString(), 0, {}, QString(), {}, {}}};
    return one;
}

StoredSubmission wrong() {
    StoredSubmission one = accepted();
    one.problemId = u"starter/=evil"_qs;
    one.verdict = u"WA"_qs;
    one.score = 12.5;
    one.maxScore = 100;
    one.limits = {};
    one.message = u"=1+1, \"quoted\"\nnext"_qs;
    one.files = {{u"a.cpp"_qs, u"a"_qs}, {u"../A.cpp"_qs, u"b"_qs}, {u"A.CPP"_qs, u"c"_qs}};
    return one;
}

/// Of all files below a folder: path → content.
std::map<std::string, std::string> contentOf(const std::filesystem::path& folder) {
    std::map<std::string, std::string> found;
    for (const auto& item : std::filesystem::recursive_directory_iterator(folder)) {
        if (item.is_regular_file()) {
            found[std::filesystem::relative(item.path(), folder).string()] = test::read(item.path());
        }
    }
    return found;
}

qint64 residentKib() {
    QFile file(u"/proc/self/statm"_qs);
    return file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').at(1).toLongLong() * 4 : 0;
}

} // namespace

class ExportTest : public QObject {
    Q_OBJECT

    std::unique_ptr<test::Folder> m_folder;
    std::unique_ptr<Store> m_store;

    Result<std::size_t> write(ExportFormat format, const char* name, std::stop_token stop = {}) {
        ExportOrder order;
        order.format = format;
        order.path = m_folder->path() / name;
        order.extension = [](const QString& language) { return language == u"cpp" ? u".cc"_qs : QString(); };
        return core::exportHistory(SubmissionRepository(*m_store), order, std::move(stop));
    }
    void add(const StoredSubmission& submission) { QVERIFY(SubmissionRepository(*m_store).add(submission)); }
    /// Of the export's folder, without the database.
    QStringList left() const {
        QStringList names;
        for (const auto& item : std::filesystem::directory_iterator(m_folder->path())) {
            const QString name = QString::fromStdString(item.path().filename());
            if (!name.startsWith(u"db")) {
                names << name;
            }
        }
        names.sort();
        return names;
    }

private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<test::Folder>();
        m_store = *Store::open(m_folder->path() / "db");
    }
    void cleanup() { m_store.reset(); }

    void writesJson() {
        add(accepted());
        add(wrong());
        QCOMPARE(*write(ExportFormat::Json, "out.json"), std::size_t(2));
        const auto document = nlohmann::ordered_json::parse(test::read(m_folder->path() / "out.json"));
        QCOMPARE(document["schema"].get<std::string>(), std::string("grindstone-history/1"));
        QCOMPARE(document["submissions"].size(), std::size_t(2));
        const auto wanted = nlohmann::ordered_json::parse(R"json({
            "id": 1, "problem": "starter/sum", "language": "cpp", "mode": "submit", "verdict": "AC", "score": null, "max_score": null,
            "submitted_at": "2026-11-25T10:11:12.345Z", "message": "",
            "totals": {"cases": 1, "passed": 1, "cpu_ms_max": 31, "memory_kib_max": 3400, "wall_ms": 240},
            "limits": {"cpu_ms": 1000, "wall_ms": 3000, "memory_kib": 262144, "output_kib": 65536, "source": "package"},
            "toolchain": {"version": "g++ 12", "compile": ["g++", "-O2"]},
            "sandbox": {"tier": "full"}, "program_version": "0.1.0",
            "compile": {"output": "", "diagnostics": []},
            "files": [{"name": "sum.cpp", "content": "int main() {}\r\n"}],
            "cases": [{"name": "sample/1", "verdict": "AC", "cpu_ms": 31, "wall_ms": 40, "memory_kib": 3400,
                       "exit_code": 0, "signal": null, "limit_hit": null, "score": null, "max_score": null, "message": ""}]})json");
        QVERIFY2(document["submissions"][0] == wanted, document["submissions"][0].dump(1).c_str());
        QVERIFY(document["submissions"][1]["limits"]["cpu_ms"].is_null());
    }

    void writesAnEmptyDocument() {
        QCOMPARE(*write(ExportFormat::Json, "out.json"), std::size_t(0));
        const auto document = nlohmann::ordered_json::parse(test::read(m_folder->path() / "out.json"));
        QVERIFY(document["submissions"].is_array() && document["submissions"].empty());
    }

    void writesCsv() {
        add(accepted());
        add(wrong());
        QCOMPARE(*write(ExportFormat::Csv, "out.csv"), std::size_t(2));
        QCOMPARE(
            test::read(m_folder->path() / "out.csv"),
            std::string(
                "id,submitted_at,problem,language,mode,verdict,score,max_score,cases_passed,cases_total,cpu_ms_max,"
                "memory_kib_max,wall_ms,limit_cpu_ms,limit_wall_ms,limit_memory_kib,limit_output_kib,"
                "limit_source,toolchain,compile_command,sandbox,program_version,message\r\n"
                "1,2026-11-25T10:11:12.345Z,starter/sum,cpp,submit,AC,,,1,1,31,3400,240,1000,3000,262144,"
                "65536,package,g++ 12,g++ -O2,full,0.1.0,\r\n"
                "2,2026-11-25T10:11:12.345Z,starter/=evil,cpp,submit,WA,12.5,100,1,1,31,3400,240,,,,,,g++ 12,"
                "g++ -O2,full,0.1.0,\"'=1+1, \"\"quoted\"\"\nnext\"\r\n"));
    }

    void makesFormulasHarmless_data() {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << u"a b"_qs << u"a b"_qs;
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("equals") << u"=A1"_qs << u"'=A1"_qs;
        QTest::newRow("plus") << u"+1"_qs << u"'+1"_qs;
        QTest::newRow("minus") << u"-1"_qs << u"'-1"_qs;
        QTest::newRow("at") << u"@SUM(A1)"_qs << u"'@SUM(A1)"_qs;
        QTest::newRow("tab") << u"\t=1"_qs << u"'\t=1"_qs;
        QTest::newRow("carriage return") << u"\r=1"_qs << u"\"'\r=1\""_qs;
        QTest::newRow("full width") << u"＝1"_qs << u"'＝1"_qs;
        QTest::newRow("within") << u"1=1"_qs << u"1=1"_qs;
        QTest::newRow("comma") << u"a,b"_qs << u"\"a,b\""_qs;
        QTest::newRow("quote") << u"\"=1"_qs << u"\"\"\"=1\""_qs;
        QTest::newRow("NUL") << QString(u"a"_qs + QChar(0)) << u"a\ufffd"_qs;
    }
    void makesFormulasHarmless() {
        QFETCH(QString, text);
        QTEST(core::csvField(text), "field");
    }

    void writesSourcesInFolders() {
        add(accepted());
        add(wrong());
        StoredSubmission old = accepted();
        old.files.front().name.clear();
        add(old);
        QCOMPARE(*write(ExportFormat::Folder, "out"), std::size_t(3));
        const std::map<std::string, std::string> wanted{
            {"starter/sum/0001-AC-2026-11-25T10-11-12.cpp", "int main() {}\r\n"},
            {"starter/sum/0003-AC-2026-11-25T10-11-12.cc", "int main() {}\r\n"},
            {"starter/=evil/0002-WA-2026-11-25T10-11-12/a.cpp", "a"},
            {"starter/=evil/0002-WA-2026-11-25T10-11-12/_._A.cpp", "b"},
            {"starter/=evil/0002-WA-2026-11-25T10-11-12/A-2.CPP", "c"}};
        QVERIFY(contentOf(m_folder->path() / "out") == wanted);
        struct stat status {};
        ::stat((m_folder->path() / "out").c_str(), &status);
        QCOMPARE(status.st_mode & 07777U, 0700U);
    }

    void makesNamesSafe_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("safe");
        QTest::newRow("plain") << u"a b.cpp"_qs << u"a b.cpp"_qs;
        QTest::newRow("umlaut") << u"lösung.py"_qs << u"lösung.py"_qs;
        QTest::newRow("empty") << QString() << u"_"_qs;
        QTest::newRow("parent") << u".."_qs << u"__"_qs;
        QTest::newRow("hidden") << u".bashrc"_qs << u"_bashrc"_qs;
        QTest::newRow("option") << u"-rf"_qs << u"_-rf"_qs;
        QTest::newRow("path") << u"/etc/passwd"_qs << u"_etc_passwd"_qs;
        QTest::newRow("backslash") << u"a\\b"_qs << u"a_b"_qs;
        QTest::newRow("NUL and bell") << QString(u"a\a"_qs + QChar(0)) << u"a__"_qs;
        QTest::newRow("turned around") << u"a\u202ecpp"_qs << u"a_cpp"_qs;
        QTest::newRow("device") << u"con.txt"_qs << u"_con.txt"_qs;
        QTest::newRow("dot last") << u"a."_qs << u"a_"_qs;
        QTest::newRow("emoji") << u"🙂"_qs << u"🙂"_qs;
    }
    void makesNamesSafe() {
        QFETCH(QString, name);
        QTEST(core::safeName(name), "safe");
    }

    void shortensNamesButNotTheirExtension() {
        for (const QString& one : {u"x"_qs, u"ä"_qs, u"🙂"_qs}) {
            const QString safe = core::safeName(one.repeated(300) + u".cpp"_qs);
            QVERIFY(safe.endsWith(u".cpp"));
            QVERIFY2(safe.toUtf8().size() <= 100 && safe.toUtf8().size() > 90, qPrintable(safe));
            QVERIFY(safe.isValidUtf16());
        }
    }

    void replacesNothing_data() {
        QTest::addColumn<int>("format");
        QTest::newRow("json") << int(ExportFormat::Json);
        QTest::newRow("csv") << int(ExportFormat::Csv);
        QTest::newRow("folder") << int(ExportFormat::Folder);
    }
    void replacesNothing() {
        QFETCH(int, format);
        add(accepted());
        m_folder->write("out", "mine");
        const auto exported = write(ExportFormat(format), "out");
        QVERIFY(!exported);
        QCOMPARE(exported.error(), (Error{"export.exists", (m_folder->path() / "out").string() + ": File exists"}));
        QCOMPARE(test::read(m_folder->path() / "out"), std::string("mine"));
        std::filesystem::remove(m_folder->path() / "out");
        std::filesystem::create_directory(m_folder->path() / "out");
        QCOMPARE(write(ExportFormat(format), "out").error().code, std::string("export.exists"));
        QCOMPARE(left(), QStringList{u"out"_qs});
    }

    void replacesNothingThatCameMeanwhile() {
        auto file = core::NewFile::create(m_folder->path() / "out");
        QVERIFY(file && file->write("new"));
        m_folder->write("out", "mine");
        QCOMPARE(file->finish().error().code, std::string("export.exists"));
        QCOMPARE(test::read(m_folder->path() / "out"), std::string("mine"));
    }

    void leavesNothingWhenItFails_data() { replacesNothing_data(); }
    void leavesNothingWhenItFails() {
        QFETCH(int, format);
        add(accepted());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(write(ExportFormat(format), "out", stop.get_token()).error().code, std::string("interrupted"));
        QCOMPARE(left(), QStringList());
        const auto nowhere = write(ExportFormat(format), "none/out");
        QCOMPARE(nowhere.error(), (Error{"export.unwritable",
                                         (m_folder->path() / "none/out").string() + ": No such file or directory"}));
    }

    void needsNoMoreMemoryForMore_data() { replacesNothing_data(); }
    void needsNoMoreMemoryForMore() {
        QFETCH(int, format);
        constexpr int Many = 10'000;
        StoredSubmission one = accepted();
        one.files.front().content = QString(4000, u'x');
        auto transaction = core::Transaction::begin(m_store->database());
        for (int i = 0; i < Many; ++i) {
            QVERIFY(core::insertSubmission(m_store->database(), one));
        }
        QVERIFY(transaction->commit());
        ExportOrder few;
        few.filter.most = 100;
        few.format = ExportFormat(format);
        few.path = m_folder->path() / "few";
        QVERIFY(core::exportHistory(SubmissionRepository(*m_store), few, {}));
        const qint64 before = residentKib();
        QCOMPARE(*write(ExportFormat(format), "out"), std::size_t(Many));
        const qint64 grown = residentKib() - before;
        QVERIFY2(grown < 6 * 1024, qPrintable(u"%1 KiB more, for 40 MB of code"_qs.arg(grown)));
    }
};

QTEST_GUILESS_MAIN(ExportTest)
#include "export_test.moc"
