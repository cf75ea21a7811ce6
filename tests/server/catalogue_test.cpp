// SPDX-License-Identifier: GPL-3.0-or-later
// What the service shows of problems and languages, and what orders are checked against.
#include "tests/core/folder.h"
#include "tests/server/service_fixture.h"

using namespace grindstone;
using namespace grindstone::server;
using namespace grindstone::server::test;
using nlohmann::json;

namespace {

core::JobOrder order(const std::string& problem, const std::string& language, const std::string& name) {
    core::JobOrder made;
    made.problemId = problem;
    made.language = language;
    made.sources = {{name, "int main() {}"}};
    return made;
}

} // namespace

class CatalogueTest : public QObject {
    Q_OBJECT

    std::unique_ptr<grindstone::test::Folder> m_home;
    std::unique_ptr<ServiceFixture> m_service;

    void install(const std::string& name) const { m_home->writePackage("data/packs/mine/" + name, "Mine " + name); }
    std::string codeOf(core::JobOrder checked) const {
        const Result<void> result = m_service->catalogue.check(checked);
        return result ? "" : result.error().code;
    }

private Q_SLOTS:
    void init() {
        m_home = std::make_unique<grindstone::test::Folder>();
        qputenv("GRINDSTONE_HOME", QByteArray::fromStdString(m_home->path().string()));
        install("one");
        m_service = std::make_unique<ServiceFixture>();
        QVERIFY(m_service->service);
    }
    void cleanup() { m_service.reset(); }

    void listsProblems() {
        const json all = m_service->get("/problems");
        QCOMPARE(all["schema"], json("grindstone-problems/1"));
        QVERIFY(all["problems"].size() > 1);
        const json mine = m_service->get("/problems?q=pack:mine");
        QCOMPARE(mine["problems"].size(), std::size_t(1));
        QCOMPARE(mine["problems"][0]["id"], json("mine/one"));
        QCOMPARE(m_service->get("/problems?q=no+such+problem")["problems"], json::array());
    }

    void showsAProblem() {
        const json shown = m_service->get("/problems/mine/one");
        QCOMPARE(shown["schema"], json("grindstone-problem/1"));
        QCOMPARE(shown["title"], json("Mine one"));
        QCOMPARE(shown["cases"], (json{{"samples", 1}, {"total", 1}}));
        for (const char* other : {"/problems/mine/two", "/problems/other/one", "/problems/..%2f..%2fetc/passwd"}) {
            QCOMPARE(m_service->ask("GET", other)->status, 404);
        }
    }

    void showsPathsThatAreNotUtf8() {
        m_home->write("data/packs/b\xFF/pack.yaml", "id: odd\ntitle: Odd\n");
        m_home->writePackage("data/packs/b\xFF/one", "Odd one");
        QTRY_COMPARE_WITH_TIMEOUT(m_service->get("/problems?q=pack:odd")["problems"].size(), std::size_t(1), 10'000);
        QVERIFY(m_service->ask("GET", "/problems/odd/one"));
        QCOMPARE(m_service->get("/health")["status"], json("ok"));
    }

    void findsWhatIsInstalledLater() {
        QCOMPARE(codeOf(order("mine/two", "cpp", "a.cpp")), std::string("problem.unknown"));
        install("two");
        QTRY_COMPARE_WITH_TIMEOUT(codeOf(order("mine/two", "cpp", "a.cpp")), std::string(), 10'000);
        QTRY_COMPARE_WITH_TIMEOUT(m_service->get("/problems?q=pack:mine")["problems"].size(), std::size_t(2), 10'000);
    }

    void triesLanguagesOnce() {
        const json languages = m_service->get("/languages");
        QCOMPARE(languages["schema"], json("grindstone-languages/1"));
        QCOMPARE(languages["languages"][0]["id"], json("cpp"));
        QCOMPARE(languages["languages"][1]["works"], json(false));
        QCOMPARE(m_service->get("/languages"), languages);
        QCOMPARE(m_service->surveys.load(), 1);
    }

    void completesAnOrder() {
        core::JobOrder one = order("one", "", "a.cpp");
        QVERIFY(m_service->catalogue.check(one));
        QCOMPARE(one.problemId, std::string("mine/one"));
        QCOMPARE(one.language, std::string("cpp"));
        core::JobOrder unnamed = order("mine/one", "python3", "");
        QVERIFY(m_service->catalogue.check(unnamed));
        QCOMPARE(unnamed.sources[0].name, m_service->languages().find(unnamed.language)->sourceName);
    }

    void refusesAnOrderThatCannotBeJudged() {
        QCOMPARE(codeOf(order("mine/none", "cpp", "a.cpp")), std::string("problem.unknown"));
        QCOMPARE(codeOf(order("one", "klingon", "a.cpp")), std::string("language.unknown"));
        QCOMPARE(codeOf(order("one", "", "a.unheard")), std::string("request.field"));
        QCOMPARE(codeOf(order("one", "", "")), std::string("request.field"));
        QCOMPARE(codeOf(order("one", "cpp", "../a.cpp")), std::string("source.bad-name"));
        core::JobOrder empty = order("one", "cpp", "a.cpp");
        empty.sources[0].content = " \n";
        QCOMPARE(codeOf(empty), std::string("source.empty"));
        core::JobOrder large = order("one", "cpp", "a.cpp");
        large.sources[0].content = std::string(std::size_t{1} << 20, 'x');
        QCOMPARE(codeOf(large), std::string("source.too-large"));
    }
};

QTEST_GUILESS_MAIN(CatalogueTest)
#include "catalogue_test.moc"
