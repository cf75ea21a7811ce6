// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/library.h"
#include "app/core/library/pack_file.h"
#include "tests/core/folder.h"

#include <QElapsedTimer>
#include <QTest>

using namespace grindstone;
using core::Library;
using core::ProblemEntry;

namespace {

QStringList ids(const std::vector<ProblemEntry>& entries) {
    QStringList result;
    for (const ProblemEntry& entry : entries) {
        result << entry.id;
    }
    return result;
}

ProblemEntry entry(const QString& pack, const QString& slug, const QString& title, const QString& difficulty,
                   const QStringList& tags) {
    return {pack + u'/' + slug, pack, pack, slug, title, difficulty, tags, {}};
}

std::vector<ProblemEntry> someEntries() {
    return {entry(u"starter"_qs, u"echo-sum"_qs, u"Echo Sum"_qs, u"easy"_qs, {u"math"_qs}),
            entry(u"starter"_qs, u"stones"_qs, u"Stepping Stones"_qs, u"medium"_qs,
                  {u"dynamic programming"_qs, u"graph"_qs}),
            entry(u"contest"_qs, u"paths"_qs, u"Ärger im Wald"_qs, u"hard"_qs, {u"Graph"_qs})};
}

std::vector<ProblemEntry> manyEntries(int count) {
    std::vector<ProblemEntry> entries;
    for (int i = 0; i < count; ++i) {
        entries.push_back(entry(u"pack%1"_qs.arg(i % 50), u"problem-number-%1"_qs.arg(i),
                                u"Problem number %1"_qs.arg(i), i % 2 == 0 ? u"easy"_qs : u"hard"_qs,
                                {u"graph"_qs, u"tag%1"_qs.arg(i % 7)}));
    }
    return entries;
}

} // namespace

class LibraryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void listsPackagesInThePacksOrder();
    void takesTheFolderNameForAPackWithoutFile();
    void letsTheFirstRootWin();
    void passesOverWhatIsBroken();
    void tellsWhatIsWrongWithAPackFile_data();
    void tellsWhatIsWrongWithAPackFile();
    void readsAllOfAPackFile();
    void refusesTwoPacksOfOneIdInARoot();
    void scansAnewEachTime();
    void findsByIdAndByUniqueSlug();
    void namesNearMatchesForAnUnknownProblem_data();
    void namesNearMatchesForAnUnknownProblem();
    void namesTheIdsOfAnAmbiguousSlug();
    void loadsTheWholeProblem();
    void matchesQueries_data();
    void matchesQueries();
    void asksForSolvedOnlyWithASetOfThem();
    void searchesFiftyThousandEntriesQuickly();
};

void LibraryTest::listsPackagesInThePacksOrder() {
    const test::Folder root;
    root.writePackage("mine/beta", "Beta");
    root.writePackage("mine/alpha", "Alpha");
    root.writePackage("mine/gamma", "Gamma");
    root.write("mine/pack.yaml", "id: school\ntitle: School problems\norder: [gamma, beta]\n");
    root.writePackage("another/zeta", "Zeta");
    Library library({root.path()});
    library.scan();
    QCOMPARE(ids(library.entries()),
             (QStringList{u"another/zeta"_qs, u"school/gamma"_qs, u"school/beta"_qs, u"school/alpha"_qs}));
    QCOMPARE(library.entries()[1].packTitle, u"School problems"_qs);
    QCOMPARE(library.entries()[1].title, u"Gamma"_qs);
    QVERIFY(library.problems().empty());
}

void LibraryTest::takesTheFolderNameForAPackWithoutFile() {
    const test::Folder root;
    root.writePackage("Meine Aufgaben/b", "B");
    root.writePackage("Meine Aufgaben/a", "A");
    root.writePackage(".hidden/c", "C");
    Library library({root.path(), root.path() / "absent"});
    library.scan();
    QCOMPARE(ids(library.entries()), (QStringList{u"Meine Aufgaben/a"_qs, u"Meine Aufgaben/b"_qs}));
    QVERIFY(library.problems().empty());
}

void LibraryTest::letsTheFirstRootWin() {
    const test::Folder own;
    const test::Folder shipped;
    own.writePackage("starter/mine", "Mine");
    shipped.writePackage("starter/theirs", "Theirs");
    shipped.writePackage("more/theirs", "Theirs");
    Library library({own.path(), shipped.path()});
    library.scan();
    QCOMPARE(ids(library.entries()), (QStringList{u"more/theirs"_qs, u"starter/mine"_qs}));
    QVERIFY(library.problems().empty());
}

void LibraryTest::passesOverWhatIsBroken() {
    const test::Folder root;
    root.writePackage("good/works", "Works");
    root.write("good/broken/problem.yaml", "name: [unclosed\n");
    root.write("good/notes/readme.txt", "no package");
    root.writePackage("loose", "Loose");
    root.write("bad/pack.yaml", "id: [\n");
    Library library({root.path()});
    library.scan();
    QCOMPARE(ids(library.entries()), QStringList{u"good/works"_qs});
    QCOMPARE(library.problems().size(), std::size_t(3));
    QCOMPARE(library.problems()[0].code, std::string("pack.invalid"));
    QCOMPARE(library.problems()[1].code, std::string("package.invalid"));
    QVERIFY2(library.problems()[1].detail.starts_with((root.path() / "good/broken").string() + ": problem.yaml:1: "),
             library.problems()[1].detail.c_str());
    QCOMPARE(library.problems()[2].detail, (root.path() / "loose").string() +
                                               ": a problem package lies where packs belong; put it into a folder of "
                                               "its own there");
}

void LibraryTest::tellsWhatIsWrongWithAPackFile_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("no map") << QByteArray("- a\n")
                            << QByteArray(":1: pack.yaml is a list; write lines of the form \"key: value\"");
    QTest::newRow("no YAML") << QByteArray("title: x\nid: [\n")
                             << QByteArray(":2: not valid YAML (end of sequence flow not found); correct this line");
    QTest::newRow("id with a slash") << QByteArray("title: x\nid: ../up\n")
                                     << QByteArray(
                                            ":2: id may have letters, digits, '.', '_' and '-' only, up to 100 of "
                                            "them, and begins with a letter or a digit; choose another one");
    QTest::newRow("title is a list") << QByteArray("id: x\n\ntitle: [a]\n")
                                     << QByteArray(":3: title is a list; write one text");
    QTest::newRow("order is a text") << QByteArray("id: x\norder: a\n")
                                     << QByteArray(":2: order is no list; write a list of problem folders");
    QTest::newRow("order of maps") << QByteArray("order:\n  - a\n  - {b: c}\n")
                                   << QByteArray(":3: an item of order is no text; write a list of problem folders");
    QTest::newRow("authors is a map") << QByteArray("authors: {a: b}\n")
                                      << QByteArray(":1: authors is no list; write a list of names");
    QTest::newRow("chapters is a text")
        << QByteArray("chapters: first\n")
        << QByteArray(":1: chapters is no list; write a list of chapters, each with title and problems");
    QTest::newRow("chapter is a text")
        << QByteArray("chapters:\n  - first\n")
        << QByteArray(":2: an item of chapters is no map; write a list of chapters, each with title and problems");
    QTest::newRow("policy is a text") << QByteArray("policy: strict\n")
                                      << QByteArray(":1: policy is \"strict\"; write lines of the form \"key: value\"");
    QTest::newRow("policy of lists") << QByteArray("policy:\n  hints: [a]\n")
                                     << QByteArray(":2: policy.hints is a list; write one text");
    QTest::newRow("version is a map") << QByteArray("version: {a: 1}\n")
                                      << QByteArray(":1: version is a map; write one text");
    QTest::newRow("too large") << QByteArray(300 * 1024, '#')
                               << QByteArray(
                                      ": larger than 256 KiB; a text of this kind is far smaller, so look what it "
                                      "holds");
    QTest::newRow("order names nothing") << QByteArray("order: [echo, gone, lost]\n")
                                         << QByteArray(": order names gone, lost, which cannot be found in the pack");
}

void LibraryTest::tellsWhatIsWrongWithAPackFile() {
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, reason);
    const test::Folder root;
    root.writePackage("p/echo", "Echo");
    const auto file = root.write("p/pack.yaml", content.toStdString());
    Library library({root.path()});
    library.scan();
    QCOMPARE(library.problems().size(), std::size_t(1));
    QCOMPARE(library.problems()[0].code, std::string("pack.invalid"));
    QCOMPARE(library.problems()[0].detail, file.string() + reason.toStdString());
}

void LibraryTest::readsAllOfAPackFile() {
    const test::Folder root;
    root.write("p/pack.yaml", "id: course\ntitle: A course\nauthors: [Ada, Grace]\nlicence: CC0\nversion: 1.10\n"
                              "language: de\ncolour: red\npolicy: {hints: 'no'}\nchapters:\n"
                              "  - {title: First, problems: [b, a]}\n  - {title: Second, problems: [c]}\n");
    const Result<core::PackFile> pack = core::loadPackFile(root.path() / "p");
    QVERIFY2(pack, pack ? "" : pack.error().detail.c_str());
    QCOMPARE(pack->authors, (QStringList{u"Ada"_qs, u"Grace"_qs}));
    QCOMPARE(pack->licence, u"CC0"_qs);
    QCOMPARE(pack->version, u"1.10"_qs);
    QCOMPARE(pack->language, u"de"_qs);
    QCOMPARE(pack->policy.value(u"hints"_qs), u"no"_qs);
    QCOMPARE(pack->chapters.at(1).title, u"Second"_qs);
    QCOMPARE(pack->order, (QStringList{u"b"_qs, u"a"_qs, u"c"_qs}));
    QCOMPARE(pack->warnings, std::vector<std::string>{(root.path() / "p").string() +
                                                      "/pack.yaml:7: unknown key \"colour\" is ignored"});
}

void LibraryTest::refusesTwoPacksOfOneIdInARoot() {
    const test::Folder root;
    root.writePackage("a/one", "One");
    root.writePackage("b/two", "Two");
    root.write("b/pack.yaml", "id: a\n");
    Library library({root.path()});
    library.scan();
    QCOMPARE(ids(library.entries()), QStringList{u"a/one"_qs});
    QCOMPARE(library.problems().at(0),
             (Error{"pack.duplicate", (root.path() / "b").string() + ": another pack here has the id a already"}));
}

void LibraryTest::scansAnewEachTime() {
    const test::Folder root;
    root.writePackage("p/one", "One");
    Library library({root.path()});
    library.scan();
    root.writePackage("p/two", "Two");
    library.scan();
    QCOMPARE(ids(library.entries()), (QStringList{u"p/one"_qs, u"p/two"_qs}));
}

void LibraryTest::findsByIdAndByUniqueSlug() {
    const test::Folder root;
    root.writePackage("p/one", "One");
    root.writePackage("q/two", "Two");
    Library library({root.path()});
    library.scan();
    QCOMPARE(library.find(u"p/one"_qs)->title, u"One"_qs);
    QCOMPARE(library.find(u"two"_qs)->id, u"q/two"_qs);
}

void LibraryTest::namesNearMatchesForAnUnknownProblem_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("detail");
    QTest::newRow("letters swapped") << u"ehco-sum"_qs << u"ehco-sum (did you mean p/echo-sum?)"_qs;
    QTest::newRow("other case") << u"P/Echo-Sum"_qs << u"P/Echo-Sum (did you mean p/echo-sum?)"_qs;
    QTest::newRow("several") << u"echo-sun"_qs << u"echo-sun (did you mean p/echo-sum, q/echo-gun?)"_qs;
    QTest::newRow("nothing near") << u"zzz"_qs << u"zzz"_qs;
    QTest::newRow("empty") << u""_qs << u""_qs;
    QTest::newRow("endless") << QString(5000, u'x') << QString(5000, u'x');
}

void LibraryTest::namesNearMatchesForAnUnknownProblem() {
    QFETCH(QString, typed);
    QFETCH(QString, detail);
    const test::Folder root;
    root.writePackage("p/echo-sum", "Echo");
    if (QByteArray(QTest::currentDataTag()) == "several") {
        root.writePackage("q/echo-gun", "Gun");
    }
    Library library({root.path()});
    library.scan();
    const auto found = library.find(typed);
    QVERIFY(!found);
    QCOMPARE(found.error().code, std::string("problem.unknown"));
    QCOMPARE(QString::fromStdString(found.error().detail), detail);
}

void LibraryTest::namesTheIdsOfAnAmbiguousSlug() {
    const test::Folder root;
    root.writePackage("p/sum", "Sum");
    root.writePackage("q/sum", "Sum");
    Library library({root.path()});
    library.scan();
    QCOMPARE(library.find(u"sum"_qs).error(), (Error{"problem.ambiguous", "sum: p/sum, q/sum"}));
}

void LibraryTest::loadsTheWholeProblem() {
    const test::Folder root;
    root.writePackage("p/sum", "Sum");
    Library library({root.path()});
    library.scan();
    const auto problem = Library::load(library.entries().at(0));
    QVERIFY2(problem, problem ? "" : problem.error().detail.c_str());
    QCOMPARE((*problem)->cases.size(), std::size_t(1));
    std::filesystem::remove_all(root.path() / "p/sum");
    QCOMPARE(Library::load(library.entries().at(0)).error().code, std::string("package.unreadable"));
}

void LibraryTest::matchesQueries_data() {
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("slugs");
    QTest::newRow("empty") << u""_qs << u"echo-sum stones paths"_qs;
    QTest::newRow("blanks") << u"  \t "_qs << u"echo-sum stones paths"_qs;
    QTest::newRow("title, other case") << u"STEPPING"_qs << u"stones"_qs;
    QTest::newRow("umlaut, other case") << u"ärger"_qs << u"paths"_qs;
    QTest::newRow("slug") << u"echo-s"_qs << u"echo-sum"_qs;
    QTest::newRow("pack word") << u"starter"_qs << u"echo-sum stones"_qs;
    QTest::newRow("tag word") << u"graph"_qs << u"stones paths"_qs;
    QTest::newRow("tag, other case") << u"tag:GRAPH"_qs << u"stones paths"_qs;
    QTest::newRow("tag is whole") << u"tag:gra"_qs << u""_qs;
    QTest::newRow("quoted tag") << u"tag:\"dynamic programming\""_qs << u"stones"_qs;
    QTest::newRow("quoted words") << u"\"echo sum\""_qs << u"echo-sum"_qs;
    QTest::newRow("open quote") << u"\"echo sum"_qs << u"echo-sum"_qs;
    QTest::newRow("difficulty") << u"difficulty:Hard"_qs << u"paths"_qs;
    QTest::newRow("pack") << u"pack:contest"_qs << u"paths"_qs;
    QTest::newRow("every term") << u"tag:graph pack:starter s"_qs << u"stones"_qs;
    QTest::newRow("negated word") << u"-stones"_qs << u"echo-sum paths"_qs;
    QTest::newRow("negated tag") << u"-tag:graph"_qs << u"echo-sum"_qs;
    QTest::newRow("lone minus") << u"-"_qs << u"echo-sum stones paths"_qs;
    QTest::newRow("prefix without value") << u"tag:"_qs << u"echo-sum stones paths"_qs;
    QTest::newRow("nothing") << u"quux"_qs << u""_qs;
}

void LibraryTest::matchesQueries() {
    QFETCH(QString, query);
    QFETCH(QString, slugs);
    QStringList found;
    for (const ProblemEntry& one : core::matching(someEntries(), query)) {
        found << one.slug;
    }
    QCOMPARE(found.join(u' '), slugs);
}

void LibraryTest::asksForSolvedOnlyWithASetOfThem() {
    const QSet<QString> solved{u"starter/echo-sum"_qs};
    QCOMPARE(ids(core::matching(someEntries(), u"solved"_qs, &solved)), QStringList{u"starter/echo-sum"_qs});
    QCOMPARE(ids(core::matching(someEntries(), u"-Solved tag:graph"_qs, &solved)),
             (QStringList{u"starter/stones"_qs, u"contest/paths"_qs}));
    QVERIFY(core::matching(someEntries(), u"solved"_qs).empty());
}

void LibraryTest::searchesFiftyThousandEntriesQuickly() {
    const std::vector<ProblemEntry> entries = manyEntries(50'000);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(core::matching(entries, u"tag:graph difficulty:easy -solved 4999"_qs).size(), std::size_t(5));
    qInfo("50,000 entries searched in %lld ms", static_cast<long long>(timer.elapsed()));
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_GUILESS_MAIN(LibraryTest)
#include "library_test.moc"
