// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/statement/statement_pane.h"
#include "tests/desktop/recorded_prompts.h"

#include <QComboBox>
#include <QImage>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace grindstone;
using namespace grindstone::desktop;

class TestStatementPane : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_pane = std::make_unique<StatementPane>(m_prompts);
        m_pane->show();
        m_document = {};
        m_document.html = QStringLiteral("<p>Text</p>");
        m_document.language = QStringLiteral("en");
        m_document.languages = QStringList{QStringLiteral("en")};
    }

    void choosesNothingWhereThereIsNothingToChoose() {
        show();
        QVERIFY(!languages().isVisible());
        QVERIFY(!openPdf().isVisible());
    }

    void offersTheLanguages() {
        m_document.languages = QStringList{QStringLiteral("de"), QStringLiteral("en"), QStringLiteral("tlh")};
        show();
        QVERIFY(languages().isVisible());
        QCOMPARE(languages().itemText(0), QStringLiteral("Deutsch"));
        QCOMPARE(languages().itemText(1), QStringLiteral("English"));
        QCOMPARE(languages().itemText(2), QStringLiteral("tlh"));
        QCOMPARE(languages().currentData().toString(), QStringLiteral("en"));
    }

    void tellsWhichLanguageIsChosen() {
        m_document.languages = QStringList{QStringLiteral("de"), QStringLiteral("en")};
        show();
        QSignalSpy chosen(m_pane.get(), &StatementPane::languageChosen);
        languages().setFocus();
        QTest::keyClick(&languages(), Qt::Key_Up);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), QStringLiteral("de"));
    }

    void offersThePdf() {
        m_document.pdf = "/package/problem.pdf";
        show();
        std::filesystem::path wanted;
        connect(m_pane.get(), &StatementPane::pdfWanted, this,
                [&wanted](const std::filesystem::path& file) { wanted = file; });
        QTest::mouseClick(&openPdf(), Qt::LeftButton);
        QCOMPARE(wanted, m_document.pdf);
    }

    void titleIsThatOfTheStatementsLanguage() {
        show();
        QVERIFY(m_pane->view().toPlainText().startsWith(QStringLiteral("Sums\n")));
        m_document.title = QStringLiteral("Summen");
        show();
        QVERIFY(m_pane->view().toPlainText().startsWith(QStringLiteral("Summen\n")));
    }

    void noteHasNothingToChoose() {
        m_document.pdf = "/package/problem.pdf";
        show();
        m_pane->showNote(QStringLiteral("Broken"), QString());
        QVERIFY(!openPdf().isVisible());
    }

    /// As markdownToHtml() names them.
    void picturesOfThePackageAreShown() {
        const QTemporaryDir folder;
        const std::filesystem::path root = folder.path().toStdString();
        QImage image(2000, 100, QImage::Format_RGB32);
        image.fill(Qt::red);
        QVERIFY(image.save(folder.filePath(QStringLiteral("a.png"))));
        m_document.imageFolder = root;
        m_pane->showStatement({QStringLiteral("Sums"), QString()}, m_document, root);
        const QUrl url = QUrl::fromLocalFile(folder.filePath(QStringLiteral("a.png")));
        const auto shown = [&] {
            return m_pane->view().loadResource(QTextDocument::ImageResource, url).value<QImage>();
        };
        m_pane->resize(1600, 400);
        QCOMPARE(shown().size(), QSize(640, 32));
        m_pane->resize(300, 400);
        QVERIFY(shown().width() < 300);
    }

private:
    void show() { m_pane->showStatement({QStringLiteral("Sums"), QString()}, m_document, "/package"); }
    QComboBox& languages() { return *m_pane->findChild<QComboBox*>(QStringLiteral("statementLanguage")); }
    QPushButton& openPdf() { return *m_pane->findChild<QPushButton*>(QStringLiteral("openPdf")); }

    QStringList m_asked;
    RecordedPrompts m_prompts{m_asked, Answer::Rejected};
    core::StatementDocument m_document;
    std::unique_ptr<StatementPane> m_pane;
};

QTEST_MAIN(TestStatementPane)
#include "test_statement_pane.moc"
