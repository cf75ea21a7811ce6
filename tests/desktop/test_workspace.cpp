// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/store/store.h"
#include "app/desktop/editor/code_editor.h"
#include "app/desktop/workspace/test_cases_view.h"
#include "app/desktop/workspace/workspace.h"

#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <fstream>
#include <iterator>

using namespace grindstone;
using namespace grindstone::desktop;

namespace {

const QString Problem = QStringLiteral("starter/echo-sum");

} // namespace

class TestWorkspace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->path().toStdString();
        auto opened = core::Store::open(m_path / "test.sqlite");
        QVERIFY(opened);
        m_store = *std::move(opened);
        m_drafts = std::make_unique<core::DraftRepository>(*m_store);
        m_languages = judge::LanguageCatalogue::load({GRINDSTONE_SOURCE_DIR "/resources/languages"});
        m_workspace = std::make_unique<Workspace>(m_languages, *m_drafts);
        m_workspace->show();
    }

    void cleanup() {
        m_workspace.reset();
        m_store.reset();
    }

    void firstShowsStarterCode() {
        QVERIFY(m_workspace->open(Problem, {}, QStringLiteral("cpp")));
        QVERIFY(m_workspace->code().startsWith(QStringLiteral("#include <bits/stdc++.h>\n")));
        QVERIFY(!*m_drafts->find(Problem, QStringLiteral("cpp")));
    }

    void keepsWhatIsTypedWithoutBeingAsked() {
        m_workspace->open(Problem, {}, QStringLiteral("python3"));
        QSignalSpy saved(m_workspace.get(), &Workspace::draftSaved);
        m_workspace->editor().selectAll();
        QTest::keyClicks(&m_workspace->editor(), QStringLiteral("x = 1"));
        QVERIFY(saved.wait(1000));
        const auto draft = m_drafts->find(Problem, QStringLiteral("python3"));
        QVERIFY(draft && *draft);
        QCOMPARE((*draft)->code, QStringLiteral("x = 1"));
    }

    void keepsADraftForEachLanguage() {
        m_workspace->open(Problem, {}, QStringLiteral("cpp"));
        m_workspace->editor().selectAll();
        QTest::keyClicks(&m_workspace->editor(), QStringLiteral("first"));
        choose(QStringLiteral("python3"));
        QCOMPARE(m_workspace->language()->id, "python3");
        QVERIFY(m_workspace->code().startsWith(QStringLiteral("import sys")));
        choose(QStringLiteral("cpp"));
        QCOMPARE(m_workspace->code(), QStringLiteral("first"));
    }

    void reopensInTheLanguageOfTheLastDraft() {
        QVERIFY(m_drafts->save(Problem, QStringLiteral("python3"), QStringLiteral("y = 2")));
        m_workspace->open(Problem, {}, QStringLiteral("cpp"));
        QCOMPARE(m_workspace->language()->id, "python3");
        QCOMPARE(m_workspace->code(), QStringLiteral("y = 2"));
    }

    void offersOnlyTheLanguagesThatTheProblemAllows() {
        m_workspace->open(Problem, {"python3"}, QStringLiteral("cpp"));
        const auto* box = m_workspace->findChild<QComboBox*>(QStringLiteral("languageBox"));
        for (int i = 0; i < box->count(); ++i) {
            const std::string id = box->itemData(i).toString().toStdString();
            const std::vector<std::string> codes = m_languages.find(id)->icpcCodes;
            QVERIFY2(std::find(codes.begin(), codes.end(), "python3") != codes.end(), id.c_str());
        }
        QCOMPARE(m_workspace->language()->id, std::string("python3"));
    }

    void beginsWithCppWhereNothingWasChosen() {
        m_workspace->open(Problem, {}, QString());
        QCOMPARE(m_workspace->language()->id, "cpp");
        m_workspace->open(Problem, {"python3"}, QString());
        QCOMPARE(m_workspace->language()->id, "python3");
    }

    void offersWhatIsNotInstalledLastAndSaysSo() {
        std::ifstream original(GRINDSTONE_SOURCE_DIR "/resources/languages/c.toml");
        std::string text{std::istreambuf_iterator<char>(original), {}};
        const auto replace = [&text](const std::string& from, const std::string& to) {
            text.replace(text.find(from), from.size(), to);
        };
        replace("id = \"c\"", "id = \"absent\"");
        replace("name = \"C\"", "name = \"Absent\"");
        const std::size_t tools = text.find("tools = [");
        text.replace(tools, text.find('\n', tools) - tools, "tools = [\"no-such-compiler\"]");
        const std::filesystem::path folder = m_path / "languages";
        std::filesystem::create_directories(folder);
        std::ofstream(folder / "absent.toml") << text;
        m_languages = judge::LanguageCatalogue::load({folder, GRINDSTONE_SOURCE_DIR "/resources/languages"});
        QCOMPARE(m_languages.languages().front().id, "absent");
        m_workspace->open(Problem, {}, QString());
        const auto* box = m_workspace->findChild<QComboBox*>(QStringLiteral("languageBox"));
        const int place = box->findData(QStringLiteral("absent"));
        QCOMPARE(box->itemText(place), QStringLiteral("Absent (not installed)"));
        QVERIFY(place > box->findData(QStringLiteral("cpp")));
    }

    void saysThatNoAllowedLanguageIsThere() {
        m_workspace->open(Problem, {"cobol", "apl"}, QStringLiteral("cpp"));
        const auto* note = m_workspace->findChild<QLabel*>(QStringLiteral("noLanguage"));
        QVERIFY(note->isVisible());
        QCOMPARE(note->text(), QStringLiteral("Run and Submit are off: none of the languages that this problem allows "
                                              "is set up here (cobol, apl). What you type is kept all the same."));
        QVERIFY(m_workspace->language() == nullptr);
        m_workspace->editor().selectAll();
        QTest::keyClicks(&m_workspace->editor(), QStringLiteral("DISPLAY"));
        QVERIFY(m_workspace->open(QStringLiteral("starter/other"), {}, QStringLiteral("cpp")));
        QVERIFY(!note->isVisible());
        m_workspace->open(Problem, {"cobol", "apl"}, QStringLiteral("cpp"));
        QCOMPARE(m_workspace->code(), QStringLiteral("DISPLAY"));
    }

    void tellsThatADraftCouldNotBeSavedAndKeepsTheText() {
        m_workspace->open(Problem, {}, QStringLiteral("cpp"));
        QVERIFY(QSqlQuery(m_store->database()).exec(QStringLiteral("PRAGMA query_only = 1")));
        m_workspace->editor().selectAll();
        QTest::keyClicks(&m_workspace->editor(), QStringLiteral("precious"));
        const auto* failure = m_workspace->findChild<QLabel*>(QStringLiteral("draftFailure"));
        QTRY_VERIFY(failure->isVisible());
        QVERIFY(failure->text().startsWith(QStringLiteral("Your draft is not saved; the text stays here. ")));
        QVERIFY(!m_workspace->open(QStringLiteral("starter/other"), {}, QStringLiteral("cpp")));
        QCOMPARE(m_workspace->code(), QStringLiteral("precious"));
        QVERIFY(QSqlQuery(m_store->database()).exec(QStringLiteral("PRAGMA query_only = 0")));
        QVERIFY(m_workspace->saveDraft());
        QVERIFY(!failure->isVisible());
    }

    void replacedCodeCanBeUndone() {
        m_workspace->open(Problem, {}, QStringLiteral("python3"));
        const QString before = m_workspace->code();
        QVERIFY(m_workspace->replaceCode(QStringLiteral("python3"), QStringLiteral("print(7)\n")));
        QCOMPARE(m_workspace->code(), QStringLiteral("print(7)\n"));
        m_workspace->editor().undo();
        QCOMPARE(m_workspace->code(), before);
    }

    void runsTheSamplesUntilACaseIsTyped() {
        TestCasesView view(CustomCaseFile(m_path / "cases"));
        view.open(Problem, 2);
        QVERIFY(view.customCases().empty());
        QCOMPARE(view.findChild<QRadioButton*>(QStringLiteral("useSamples"))->text(),
                 QStringLiteral("Run the 2 sample(s)"));
        QTest::keyClicks(view.findChild<QPlainTextEdit*>(QStringLiteral("customInput")), QStringLiteral("5"));
        QCOMPARE(view.customCases().size(), 1U);
        QCOMPARE(view.customCases()[0].input, "5");
        QVERIFY(!view.customCases()[0].answer);
    }

    void ownCasesAreKept() {
        {
            TestCasesView view(CustomCaseFile(m_path / "cases"));
            view.open(Problem, 2);
            view.addCase({QStringLiteral("1\n"), QStringLiteral("2\n")});
            QTest::mouseClick(view.findChild<QToolButton*>(QStringLiteral("addCase")), Qt::LeftButton);
            QTest::keyClicks(view.findChild<QPlainTextEdit*>(QStringLiteral("customInput")), QStringLiteral("3"));
            QVERIFY(view.save());
        }
        TestCasesView view(CustomCaseFile(m_path / "cases"));
        view.open(Problem, 0);
        const std::vector<judge::CustomCase> kept = view.customCases();
        QCOMPARE(kept.size(), 2U);
        QCOMPARE(kept[0].answer.value_or(""), "2\n");
        QCOMPARE(kept[1].input, "3");
    }

    void casesThatCannotBeKeptAreSaidSo() {
        TestCasesView view(CustomCaseFile("/proc/cases"));
        view.open(Problem, 1);
        view.show();
        view.addCase({QStringLiteral("1\n"), QString()});
        QVERIFY(!view.save());
        QCOMPARE(view.customCases()[0].input, "1\n");
    }

private:
    void choose(const QString& language) {
        auto* box = m_workspace->findChild<QComboBox*>(QStringLiteral("languageBox"));
        box->setCurrentIndex(box->findData(language));
        Q_EMIT box->activated(box->currentIndex());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_path;
    std::unique_ptr<core::Store> m_store;
    std::unique_ptr<core::DraftRepository> m_drafts;
    judge::LanguageCatalogue m_languages;
    std::unique_ptr<Workspace> m_workspace;
};

QTEST_MAIN(TestWorkspace)
#include "test_workspace.moc"
