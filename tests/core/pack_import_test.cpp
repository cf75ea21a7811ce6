// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/library.h"
#include "app/core/packs/installed_packs.h"
#include "app/core/packs/pack_finding.h"
#include "app/core/packs/pack_import.h"
#include "app/core/packs/pack_version.h"
#include "app/core/packs/staging.h"
#include "tests/core/folder.h"
#include "tests/judge/archive_builder.h"

#include <QTest>

#include <sys/stat.h>

using namespace grindstone;
using core::ImportedPack;
using core::ImportOrder;
using core::PackChange;
using core::ProblemChange;
using judge::ArchiveBuilder;
namespace fs = std::filesystem;

namespace {

const char* const Yaml = "problem_format_version: 2025-09\nname: Sums\nuuid: 00000000-0000-4000-8000-000000000000\n"
                         "limits: {time_limit: 1}\n";

/// Where packs lie, and where they come from.
struct Place {
    test::Folder folder;

    fs::path root() const { return folder.path() / "packs"; }
    fs::path source(const std::string& name = "source") const { return folder.path() / name; }
    ImportOrder order(const fs::path& from) const {
        ImportOrder order;
        order.source = from;
        order.root = root();
        return order;
    }
    Result<std::vector<ImportedPack>> import(const fs::path& from) const {
        return core::importPacks(order(from), {}, {});
    }
    /// Everything below the root, hidden or not, two levels of it.
    QStringList content() const {
        QStringList names;
        std::error_code error;
        for (fs::recursive_directory_iterator entry(root(), error), end; !error && entry != end;
             entry.increment(error)) {
            if (entry.depth() == 1) {
                entry.disable_recursion_pending();
            }
            names << QString::fromStdString(entry->path().lexically_relative(root()).string());
        }
        names.sort();
        return names;
    }
};

void addPackage(ArchiveBuilder& archive, const std::string& name) {
    archive.file(name + "/problem.yaml", Yaml).file(name + "/data/sample/1.in").file(name + "/data/sample/1.ans");
}

QString failureOf(const Result<std::vector<ImportedPack>>& result) {
    return result ? QStringLiteral("imported")
                  : QString::fromStdString(result.error().code + ": " + result.error().detail);
}

QStringList slugs(const ImportedPack& pack) {
    QStringList names;
    for (const core::ImportedProblem& problem : pack.problems) {
        names << problem.slug;
    }
    return names;
}

} // namespace

class PackImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void importsAFolderOfPackages();
    void importsOnePackage();
    void importsAnArchiveWithOneFolderMore();
    void importsSeveralPacks();
    void makesIdsFromNames_data();
    void makesIdsFromNames();
    void leavesOutWhatCannotBeJudged();
    void refusesPacksWithNothingToJudge();
    void refusesBrokenPackagesWhenStrict();
    void refusesFoldersWithoutPackages();
    void tellsWhatANewerVersionChanges();
    void doesNothingForTheSameAgain();
    void replacesANewerVersionOnlyByForce();
    void comparesVersions_data();
    void comparesVersions();
    void givesAnotherId();
    void refusesIdsOfOtherPacks();
    void refusesLinksThatLeaveThePack();
    void refusesDevicesInFolders();
    void leavesOutVersionControlAndWhatIsOfAnotherMachine();
    void keepsAllAsItWasWhenSomethingFails();
    void keepsNothingWhenStopped();
    void clearsUpAfterOthers();
    void leavesAloneWhatOthersMakeNow();
    void putsBackWhatAKilledImportMovedAside();
    void completesBeforeThePackAppears();
    void listsWhatIsInstalled();
    void removesPacks();
};

void PackImportTest::importsAFolderOfPackages() {
    const Place place;
    place.folder.writePackage("source/beta", "Beta");
    place.folder.writePackage("source/alpha", "Alpha");
    place.folder.write("source/pack.yaml", "id: course\ntitle: A course\nversion: 2\norder: [beta, alpha]\n");
    place.folder.write("source/README.md", "Read me.\n");
    const auto packs = place.import(place.source());
    QVERIFY2(packs, packs ? "" : packs.error().detail.c_str());
    QCOMPARE(packs->size(), 1U);
    QCOMPARE(packs->front().id, u"course"_qs);
    QCOMPARE(packs->front().title, u"A course"_qs);
    QCOMPARE(packs->front().change, PackChange::New);
    QCOMPARE(slugs(packs->front()), (QStringList{u"alpha"_qs, u"beta"_qs}));
    QCOMPARE(place.content(), (QStringList{u"course"_qs, u"course/.grindstone"_qs, u"course/README.md"_qs,
                                           u"course/alpha"_qs, u"course/beta"_qs, u"course/pack.yaml"_qs}));
    core::Library library({place.root()});
    library.scan();
    QCOMPARE(library.entries().size(), 2U);
    QCOMPARE(library.entries()[0].id, u"course/beta"_qs);
}

void PackImportTest::importsOnePackage() {
    const Place place;
    place.folder.writePackage("Snow Shovel", "Snow");
    const auto packs = place.import(place.source("Snow Shovel"));
    QVERIFY2(packs, packs ? "" : packs.error().detail.c_str());
    QCOMPARE(place.content(), (QStringList{u"Snow-Shovel"_qs, u"Snow-Shovel/.grindstone"_qs,
                                           u"Snow-Shovel/Snow-Shovel"_qs, u"Snow-Shovel/pack.yaml"_qs}));
    ArchiveBuilder archive(ArchiveBuilder::Form::TarGz, "sums-1.2.tar.gz");
    archive.file("problem.yaml", Yaml).file("data/sample/1.in").file("data/sample/1.ans");
    QCOMPARE(place.import(archive.path()).value().front().id, u"sums-1.2"_qs);
}

void PackImportTest::importsAnArchiveWithOneFolderMore() {
    const Place place;
    ArchiveBuilder archive(ArchiveBuilder::Form::Zip, "contest.zip");
    addPackage(archive, "contest-main/problems/a");
    addPackage(archive, "contest-main/problems/b");
    archive.file("__MACOSX/contest-main/._a").file("contest-main/problems/README");
    const auto packs = place.import(archive.path());
    QVERIFY2(packs, packs ? "" : packs.error().detail.c_str());
    QCOMPARE(packs->front().id, u"problems"_qs);
    QCOMPARE(slugs(packs->front()), (QStringList{u"a"_qs, u"b"_qs}));
}

void PackImportTest::importsSeveralPacks() {
    const Place place;
    ArchiveBuilder archive(ArchiveBuilder::Form::Tar, "packs.tar");
    addPackage(archive, "first/a");
    addPackage(archive, "second/a");
    archive.file("second/pack.yaml", "id: zweites\n").file("docs/README");
    const auto packs = place.import(archive.path());
    QVERIFY2(packs, packs ? "" : packs.error().detail.c_str());
    QCOMPARE(packs->size(), 2U);
    core::Library library({place.root()});
    library.scan();
    QCOMPARE(library.find(u"zweites/a"_qs).value().pack, u"zweites"_qs);
    QCOMPARE(library.find(u"a"_qs).error().detail, "a: first/a, zweites/a");
}

void PackImportTest::makesIdsFromNames_data() {
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("id");
    QTest::newRow("plain") << u"course"_qs << u"course"_qs;
    QTest::newRow("pack") << u"course.grindpack"_qs << u"course"_qs;
    QTest::newRow("version") << u"NWERC 2023 (final).tar.zst"_qs << u"NWERC-2023-final"_qs;
    QTest::newRow("short ending") << u"a.TGZ"_qs << u"a"_qs;
    QTest::newRow("foreign") << u"Übung 1.zip"_qs << u"bung-1"_qs;
    QTest::newRow("nothing left") << u"数.zip"_qs << u"pack"_qs;
    QTest::newRow("hidden") << u".._x"_qs << u"x"_qs;
    QTest::newRow("long") << QString(300, u'a') << QString(100, u'a');
}

void PackImportTest::makesIdsFromNames() {
    QFETCH(QString, name);
    QFETCH(QString, id);
    QCOMPARE(core::packIdFrom(name), id);
    QVERIFY(core::isPackId(id));
}

void PackImportTest::leavesOutWhatCannotBeJudged() {
    const Place place;
    place.folder.writePackage("source/good", "Good");
    place.folder.writePackage("source/bad", "Bad");
    place.folder.write("source/bad/problem.yaml", "name: [\n");
    place.folder.write("source/pack.yaml", "id: course\norder: [bad, good]\n");
    const auto packs = place.import(place.source());
    QVERIFY2(packs, packs ? "" : packs.error().detail.c_str());
    QCOMPARE(slugs(packs->front()), QStringList{u"good"_qs});
    QCOMPARE(packs->front().leftOut.size(), 1U);
    QCOMPARE(packs->front().leftOut[0].name, u"bad"_qs);
    QCOMPARE(packs->front().leftOut[0].reason,
             (Error{"package.invalid",
                    "problem.yaml:1: not valid YAML (end of sequence flow not found); correct this line"}));
    core::Library library({place.root()});
    library.scan();
    QCOMPARE(library.entries().size(), 1U);
    QCOMPARE(library.problems(), std::vector<Error>());
}

void PackImportTest::refusesPacksWithNothingToJudge() {
    const Place place;
    place.folder.write("source/bad/problem.yaml", "name: [\n");
    place.folder.write("source/worse/problem.yaml", "name: Worse\n");
    const QString failure = failureOf(place.import(place.source()));
    QVERIFY2(failure.startsWith(u"pack.broken: bad: problem.yaml:1: not valid YAML"_qs), qPrintable(failure));
    QVERIFY2(failure.contains(u"\nworse: "_qs), qPrintable(failure));
    QVERIFY2(!failure.contains(u".staging"_qs), qPrintable(failure));
    QCOMPARE(place.content(), QStringList());
}

void PackImportTest::refusesBrokenPackagesWhenStrict() {
    const Place place;
    place.folder.writePackage("source/good", "Good");
    place.folder.write("source/bad/problem.yaml", "name: [\n");
    ImportOrder order = place.order(place.source());
    order.strict = true;
    QCOMPARE(
        failureOf(core::importPacks(order, {}, {})),
        u"pack.broken: bad: problem.yaml:1: not valid YAML (end of sequence flow not found); correct this line"_qs);
    QCOMPARE(place.content(), QStringList());
}

void PackImportTest::refusesFoldersWithoutPackages() {
    const Place place;
    place.folder.write("source/a/b/c/README", "x");
    QCOMPARE(failureOf(place.import(place.source())),
             QString::fromStdString("pack.empty: " + place.source().string() +
                                    ": there is no problem package in it; a pack is a folder with packages (folders "
                                    "with a problem.yaml or a problem.xml) in it"));
    QCOMPARE(failureOf(place.import(place.folder.path() / "none")),
             QString::fromStdString("archive.unreadable: " + (place.folder.path() / "none").string() +
                                    ": there is no such file; check the path"));
    QCOMPARE(place.content(), QStringList());
}

void PackImportTest::tellsWhatANewerVersionChanges() {
    const Place place;
    place.folder.writePackage("source/same", "Same");
    place.folder.writePackage("source/changed", "Changed");
    place.folder.writePackage("source/gone", "Gone");
    place.folder.write("source/pack.yaml", "id: course\nversion: 1.9\n");
    QVERIFY(place.import(place.source()));
    fs::remove_all(place.source() / "gone");
    place.folder.writePackage("source/new", "New");
    place.folder.write("source/changed/data/sample/1.ans", "4\n");
    place.folder.write("source/pack.yaml", "id: course\nversion: 1.10\n");
    const auto packs = place.import(place.source());
    QVERIFY2(packs, packs ? "" : packs.error().detail.c_str());
    const ImportedPack& pack = packs->front();
    QCOMPARE(pack.change, PackChange::Replaced);
    QCOMPARE(pack.versionBefore, u"1.9"_qs);
    QCOMPARE(pack.removed, QStringList{u"gone"_qs});
    QCOMPARE(slugs(pack), (QStringList{u"changed"_qs, u"new"_qs, u"same"_qs}));
    QCOMPARE(pack.problems[0].change, ProblemChange::Changed);
    QCOMPARE(pack.problems[1].change, ProblemChange::Added);
    QCOMPARE(pack.problems[2].change, ProblemChange::Same);
    QCOMPARE(place.content(), (QStringList{u"course"_qs, u"course/.grindstone"_qs, u"course/changed"_qs,
                                           u"course/new"_qs, u"course/pack.yaml"_qs, u"course/same"_qs}));
}

void PackImportTest::doesNothingForTheSameAgain() {
    const Place place;
    place.folder.writePackage("source/a", "A");
    QVERIFY(place.import(place.source()));
    const fs::path kept = place.root() / "source/kept";
    struct stat before {};
    struct stat after {};
    QCOMPARE(::stat((place.root() / "source").c_str(), &before), 0);
    QCOMPARE(place.import(place.source()).value().front().change, PackChange::Unchanged);
    QCOMPARE(::stat((place.root() / "source").c_str(), &after), 0);
    QCOMPARE(before.st_ino, after.st_ino);
}

void PackImportTest::replacesANewerVersionOnlyByForce() {
    const Place place;
    place.folder.writePackage("source/a", "A");
    place.folder.write("source/pack.yaml", "id: course\nversion: 2.0\n");
    QVERIFY(place.import(place.source()));
    place.folder.write("source/pack.yaml", "id: course\nversion: 1.9\n");
    QCOMPARE(failureOf(place.import(place.source())),
             u"pack.newer: course: version 2.0 is there, and this is version 1.9"_qs);
    QCOMPARE(core::loadPackFile(place.root() / "course").value().version, u"2.0"_qs);
    ImportOrder order = place.order(place.source());
    order.force = true;
    QVERIFY(core::importPacks(order, {}, {}));
    QCOMPARE(core::loadPackFile(place.root() / "course").value().version, u"1.9"_qs);
}

void PackImportTest::comparesVersions_data() {
    QTest::addColumn<QString>("a");
    QTest::addColumn<QString>("b");
    QTest::addColumn<int>("order");
    QTest::newRow("equal") << u"1.0"_qs << u"1"_qs << 0;
    QTest::newRow("numbers, not digits") << u"1.9"_qs << u"1.10"_qs << -1;
    QTest::newRow("zeros before") << u"2024.01"_qs << u"2024.1"_qs << 0;
    QTest::newRow("longer") << u"1.0.1"_qs << u"1.0"_qs << 1;
    QTest::newRow("text") << u"1.0-beta"_qs << u"1.0-alpha"_qs << 1;
    QTest::newRow("more digits than a number has") << QString(40, u'9') << QString(41, u'1') << -1;
}

void PackImportTest::comparesVersions() {
    QFETCH(QString, a);
    QFETCH(QString, b);
    QFETCH(int, order);
    const auto sign = [](int number) { return (number > 0) - (number < 0); };
    QCOMPARE(sign(core::compareVersions(a, b)), order);
    QCOMPARE(sign(core::compareVersions(b, a)), -order);
}

void PackImportTest::givesAnotherId() {
    const Place place;
    place.folder.writePackage("source/a", "A");
    place.folder.write("source/pack.yaml", "id: course\n");
    ImportOrder order = place.order(place.source());
    order.id = u"mine"_qs;
    QVERIFY(core::importPacks(order, {}, {}));
    QVERIFY(place.import(place.source()));
    core::Library library({place.root()});
    library.scan();
    QCOMPARE(library.entries().size(), 2U);
    QCOMPARE(library.entries()[1].id, u"mine/a"_qs);
    QVERIFY(library.problems().empty());
    order.id = u"../mine"_qs;
    QCOMPARE(failureOf(core::importPacks(order, {}, {})).section(u": "_qs, 0, 1), u"pack.id: ../mine"_qs);
}

void PackImportTest::refusesIdsOfOtherPacks() {
    const Place place;
    place.folder.writePackage("shipped/starter/a", "A");
    place.folder.writePackage("source/a", "A");
    place.folder.write("source/pack.yaml", "id: starter\n");
    ImportOrder order = place.order(place.source());
    order.otherRoots = {place.folder.path() / "shipped"};
    QCOMPARE(failureOf(core::importPacks(order, {}, {})), u"pack.taken: starter"_qs);
    QCOMPARE(place.content(), QStringList());
    order.id = u"mine"_qs;
    QVERIFY(core::importPacks(order, {}, {}));
}

/// Within the archive it stays inside; but the pack is only a part of it.
void PackImportTest::refusesLinksThatLeaveThePack() {
    const Place place;
    ArchiveBuilder archive(ArchiveBuilder::Form::Zip, "packs.zip");
    archive.file("shared/1.in");
    addPackage(archive, "first/a");
    archive.link("first/a/data/sample/2.in", "../../../../shared/1.in");
    QCOMPARE(failureOf(place.import(archive.path())),
             u"pack.unsafe: a/data/sample/2.in: this link leads out of the pack, to ../../../../shared/1.in; put the "
             "file itself into the pack"_qs);
    QCOMPARE(place.content(), QStringList());
}

void PackImportTest::refusesDevicesInFolders() {
    const Place place;
    place.folder.writePackage("source/a", "A");
    QCOMPARE(::mkfifo((place.source() / "a/pipe").c_str(), 0600), 0);
    QCOMPARE(failureOf(place.import(place.source())),
             QString::fromStdString("pack.unsafe: " + place.source().string() +
                                    ": a/pipe: this is a device, a socket or a named pipe; a pack has files, folders "
                                    "and links only, so take it out"));
}

void PackImportTest::leavesOutVersionControlAndWhatIsOfAnotherMachine() {
    const Place place;
    place.folder.writePackage("source/a", "A");
    place.folder.write("source/.git/config", "x");
    place.folder.write("source/a/.grindstone/limits.json", "x");
    place.folder.write("source/a/.timelimit", "2\n");
    QVERIFY(place.import(place.source()));
    QVERIFY(!fs::exists(place.root() / "source/.git"));
    QVERIFY(!fs::exists(place.root() / "source/a/.grindstone"));
    QVERIFY(fs::exists(place.root() / "source/a/.timelimit"));
    ArchiveBuilder archive(ArchiveBuilder::Form::Zip, "other.zip");
    addPackage(archive, "a");
    archive.file("a/.grindstone/limits.json").file(".grindstone/import.json", "{}");
    QVERIFY(place.import(archive.path()));
    QVERIFY(!fs::exists(place.root() / "other/a/.grindstone"));
    QCOMPARE(core::loadRecord(place.root() / "other")->source, QString::fromStdString(archive.path().string()));
}

void PackImportTest::keepsAllAsItWasWhenSomethingFails() {
    const Place place;
    place.folder.writePackage("source/a", "A");
    QVERIFY(place.import(place.source()));
    const QStringList before = place.content();
    ArchiveBuilder archive(ArchiveBuilder::Form::Zip, "source.zip");
    addPackage(archive, "b");
    archive.link("b/out", "/etc");
    QVERIFY(!place.import(archive.path()));
    QCOMPARE(place.content(), before);
}

void PackImportTest::keepsNothingWhenStopped() {
    const Place place;
    for (int i = 0; i < 5; ++i) {
        place.folder.writePackage("source/p" + std::to_string(i), "P");
    }
    std::stop_source stop;
    const core::ImportSink sink = [&stop](const core::ImportProgress& progress) {
        if (progress.step == core::ImportProgress::Step::Checking && progress.done == 3) {
            stop.request_stop();
        }
    };
    const auto packs = core::importPacks(place.order(place.source()), sink, stop.get_token());
    QCOMPARE(failureOf(packs), u"interrupted: nothing was imported"_qs);
    QCOMPARE(place.content(), QStringList());
}

void PackImportTest::clearsUpAfterOthers() {
    const Place place;
    place.folder.write("packs/.staging-killed/source/big", "x");
    place.folder.writePackage("source/a", "A");
    QVERIFY(place.import(place.source()));
    QCOMPARE(place.content(),
             (QStringList{u"source"_qs, u"source/.grindstone"_qs, u"source/a"_qs, u"source/pack.yaml"_qs}));
}

void PackImportTest::leavesAloneWhatOthersMakeNow() {
    const Place place;
    const core::Staging other = core::Staging::create(place.root()).value();
    place.folder.writePackage("source/a", "A");
    QVERIFY(place.import(place.source()));
    QVERIFY(fs::exists(other.path()));
}

void PackImportTest::putsBackWhatAKilledImportMovedAside() {
    const Place place;
    place.folder.writePackage("packs/.staging-killed/replaced/course/a", "A");
    place.folder.writePackage("source/a", "A");
    QVERIFY(place.import(place.source()));
    QCOMPARE(place.content(), (QStringList{u"course"_qs, u"course/a"_qs, u"source"_qs, u"source/.grindstone"_qs,
                                           u"source/a"_qs, u"source/pack.yaml"_qs}));
}

void PackImportTest::completesBeforeThePackAppears() {
    const Place place;
    place.folder.writePackage("source/a", "A");
    ImportOrder order = place.order(place.source());
    bool early = false;
    order.complete = [&](const judge::Problem& problem, std::stop_token) {
        early = !fs::exists(place.root() / "source");
        fs::create_directory(problem.folder / ".grindstone");
        std::ofstream(problem.folder / ".grindstone/limits.json") << "{}";
        return std::vector<std::string>{"slow"};
    };
    const auto packs = core::importPacks(order, {}, {});
    QVERIFY(early);
    QVERIFY(fs::exists(place.root() / "source/a/.grindstone/limits.json"));
    QCOMPARE(packs.value().front().problems.front().warnings.back(), "slow");
}

void PackImportTest::listsWhatIsInstalled() {
    const Place place;
    place.folder.writePackage("shipped/starter/a", "A");
    place.folder.writePackage("source/b", "B");
    place.folder.write("source/pack.yaml", "id: course\ntitle: A course\nversion: 3\n");
    QVERIFY(place.import(place.source()));
    place.folder.write("packs/odd/pack.yaml", "[");
    const auto packs = core::installedPacks({place.root(), place.folder.path() / "shipped"});
    QCOMPARE(packs.size(), 3U);
    QCOMPARE(packs[0].file.id, u"course"_qs);
    QVERIFY(packs[0].own);
    QCOMPARE(packs[0].packages.size(), 1U);
    QCOMPARE(core::sizeOf(packs[0]), packs[0].record->size);
    QVERIFY(packs[0].record->imported.isValid());
    QCOMPARE(packs[1].file.id, u"odd"_qs);
    QCOMPARE(packs[1].error->code, "pack.invalid");
    QCOMPARE(packs[2].file.id, u"starter"_qs);
    QVERIFY(!packs[2].own);
    QVERIFY(core::sizeOf(packs[2]).count() > 0);
}

void PackImportTest::removesPacks() {
    const Place place;
    const std::vector<fs::path> roots{place.root(), place.folder.path() / "shipped"};
    place.folder.writePackage("shipped/starter/a", "A");
    place.folder.writePackage("source/b", "B");
    QVERIFY(place.import(place.source()));
    QCOMPARE(core::removePack(roots, u"starter"_qs).error().code, "pack.built-in");
    QCOMPARE(core::removePack(roots, u"none"_qs).error().detail, "none (there are: source, starter)");
    QVERIFY(core::removePack(roots, u"source"_qs));
    QCOMPARE(place.content(), QStringList());
    QVERIFY(fs::exists(place.folder.path() / "shipped/starter/a/problem.yaml"));
}

QTEST_GUILESS_MAIN(PackImportTest)
#include "pack_import_test.moc"
