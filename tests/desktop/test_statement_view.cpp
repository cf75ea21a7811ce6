// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/statement/statement_view.h"
#include "tests/desktop/recorded_prompts.h"

#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace grindstone;
using namespace grindstone::desktop;

class TestStatementView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_asked.clear();
        m_folder = std::make_unique<QTemporaryDir>();
        m_root = m_folder->path().toStdString();
        m_package = m_root / "package";
        std::filesystem::create_directories(m_package / "statement");
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::red);
        for (const std::filesystem::path& file : {m_package / "statement/inside.png", m_root / "outside.png"}) {
            QVERIFY(image.save(QString::fromStdString(file.string())));
        }
        std::filesystem::create_symlink(m_root / "outside.png", m_package / "statement/link.png");
        m_view = std::make_unique<StatementView>(m_prompts);
        m_view->showStatement({QStringLiteral("A <title>"), QString()},
                              {QStringLiteral("<p>Hello</p>"), QString(), QStringLiteral("en")}, m_package,
                              m_package / "statement");
    }

    void imagesOfThePackageAreShown() { QVERIFY(isLoaded("inside.png")); }

    void nothingElseIsLoaded_data() {
        QTest::addColumn<QString>("address");
        QTest::newRow("above the package") << QStringLiteral("../../outside.png");
        QTest::newRow("through a link") << QStringLiteral("link.png");
        QTest::newRow("absolute") << QString::fromStdString((m_root / "outside.png").string());
        QTest::newRow("file address") << QStringLiteral("file:///etc/hostname");
        QTest::newRow("from the network") << QStringLiteral("https://example.org/image.png");
        QTest::newRow("resource of the program")
            << QStringLiteral("qrc:/qt-project.org/styles/commonstyle/images/cdr-128.png");
    }

    void nothingElseIsLoaded() {
        QFETCH(const QString, address);
        QVERIFY(!isLoaded(address.toLatin1().constData()));
    }

    void styleSheetsAreNotLoaded() {
        QVERIFY(!m_view->loadResource(QTextDocument::StyleSheetResource, QUrl(QStringLiteral("inside.png"))).isValid());
    }

    void linkIsFollowedOnlyWhenThePersonSaysSo() {
        Q_EMIT m_view->anchorClicked(QUrl(QStringLiteral("https://example.org/")));
        QCOMPARE(m_asked, QStringList{QStringLiteral("Open this address in the web browser?")});
    }

    void linksThatAreNoWebAddressesAreIgnored() {
        Q_EMIT m_view->anchorClicked(QUrl(QStringLiteral("file:///etc/passwd")));
        Q_EMIT m_view->anchorClicked(QUrl(QStringLiteral("javascript:alert(1)")));
        QVERIFY(m_asked.isEmpty());
    }

    void titleIsPlainText() { QVERIFY(m_view->toPlainText().startsWith(QStringLiteral("A <title>\n"))); }

    void noteIsPlainText() {
        m_view->showNote(QStringLiteral("<b>broken</b>"), QString());
        QVERIFY(m_view->toPlainText().contains(QStringLiteral("<b>broken</b>")));
    }

private:
    bool isLoaded(const char* address) {
        const QVariant loaded = m_view->loadResource(QTextDocument::ImageResource, QUrl(QLatin1String(address)));
        return loaded.isValid() && !loaded.value<QImage>().isNull();
    }

    QStringList m_asked;
    RecordedPrompts m_prompts{m_asked, Answer::Rejected};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::filesystem::path m_root;
    std::filesystem::path m_package;
    std::unique_ptr<StatementView> m_view;
};

QTEST_MAIN(TestStatementView)
#include "test_statement_view.moc"
