// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes a pack at its import without having been one.
#include "app/core/packs/installed_packs.h"
#include "app/core/packs/pack_import.h"
#include "tests/core/folder.h"
#include "tests/judge/archive_builder.h"

#include <QTest>

#include <fstream>

using namespace grindstone;
namespace fs = std::filesystem;

class PackConversionTest : public QObject {
    Q_OBJECT
private:
    test::Folder m_folder;

    fs::path source(const std::string& name) const { return m_folder.path() / name; }

    void write(const std::string& name, const std::string& content) const {
        fs::create_directories(source(name).parent_path());
        std::ofstream(source(name), std::ios::binary) << content;
    }

    static std::string json(const std::string& name, const std::string& group) {
        return "{\"name\": \"" + name + "\", \"group\": \"" + group +
               "\", \"tests\": [{\"input\": \"1\\n\", \"output\": \"2\\n\"}]}";
    }

    /// "ID (TITLE): slug=title …; warning", or what went wrong.
    QString import(const fs::path& from) const {
        core::ImportOrder order;
        order.source = from;
        order.root = m_folder.path() / "packs";
        const auto imported = core::importPacks(order, {}, {});
        if (!imported) {
            return QString::fromStdString(imported.error().code + ": " + imported.error().detail);
        }
        const core::ImportedPack& pack = imported->front();
        QString text = QStringLiteral("%1 (%2):").arg(pack.id, pack.title);
        for (const core::ImportedProblem& problem : pack.problems) {
            text += QStringLiteral(" %1=%2").arg(problem.slug, problem.title);
        }
        for (const std::string& warning : pack.warnings) {
            text += QStringLiteral("; ") + QString::fromStdString(warning);
        }
        return text;
    }

private Q_SLOTS:
    void takesAFolderOfTestData() {
        write("Old Sums/1.in", "1\n");
        write("Old Sums/1.out", "2\n");
        for (const char* other : {"a", "b", "c", "d", "e", "f"}) {
            write(std::string("Old Sums/") + other + ".txt", "");
        }
        QCOMPARE(import(source("Old Sums")),
                 QStringLiteral("Old-Sums (Old-Sums): Old-Sums=Old-Sums; 1 test case was recognized by its name, "
                                "as in/out; not used: a.txt, b.txt, c.txt, d.txt, e.txt and 1 more"));
        QCOMPARE(core::installedPacks({m_folder.path() / "packs"}).size(), std::size_t(1));
    }

    void takesAnArchiveOfTestData() {
        judge::ArchiveBuilder archive;
        archive.file("tests/TEST01/SUM.INP").file("tests/TEST01/SUM.OUT");
        fs::copy_file(archive.path(), source("sums.zip"));
        QCOMPARE(import(source("sums.zip")),
                 QStringLiteral("sums (sums): sums=sums; 1 test case was recognized by its name, as inp/out"));
    }

    void takesAFileOfCompetitiveCompanion() {
        write("two.json", json("Two Sums", "Club"));
        QCOMPARE(import(source("two.json")), QStringLiteral("two (Club): two-sums=Two Sums"));
    }

    void takesAFolderOfThem() {
        write("club/a.json", json("Sums", "Club"));
        write("club/b.json", json("More", "Club"));
        QCOMPARE(import(source("club")), QStringLiteral("club (Club): more=More sums=Sums"));
    }

    void saysWhatIsWrongWithOne() {
        write("bad.json", "[]");
        QCOMPARE(import(source("bad.json")),
                 QStringLiteral("package.invalid: bad.json: this is no object of Competitive Companion's; give the "
                                "JSON of one problem, as the extension sends it"));
        QVERIFY(!fs::exists(m_folder.path() / "packs/bad"));
    }
};

QTEST_GUILESS_MAIN(PackConversionTest)
#include "pack_conversion_test.moc"
