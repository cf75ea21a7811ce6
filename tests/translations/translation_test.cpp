// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/text.h"
#include "app/core/text/translations.h"

#include <QtTest>

using namespace grindstone;

/// The way from a .ts file to a sentence on screen, with the files that the programs load.
class TranslationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysVerdictsInThePersonsLanguage();
    void staysEnglishWhereALanguageIsMissing();
    void keepsTheSentencesInJsonEnglish();
    void bearsATextThatOnlyTheCommandLineHas();
};

namespace {

const QLocale austria(QLocale::German, QLocale::Austria);

} // namespace

void TranslationTest::saysVerdictsInThePersonsLanguage() {
    QCOMPARE(core::text::verdictName(judge::Verdict::Accepted), QStringLiteral("Accepted"));
    {
        const core::Translations german(austria);
        QCOMPARE(core::text::verdictName(judge::Verdict::Accepted), QStringLiteral("Angenommen"));
        QCOMPARE(core::text::verdictName(judge::Verdict::TimeLimit), QStringLiteral("Zeitlimit überschritten"));
        QCOMPARE(core::text::passedCount(14, 20), QStringLiteral("14 von 20 bestanden"));
    }
    QCOMPARE(core::text::verdictName(judge::Verdict::Accepted), QStringLiteral("Accepted"));
}

void TranslationTest::staysEnglishWhereALanguageIsMissing() {
    const core::Translations none(QLocale(QLocale::Xhosa));
    QCOMPARE(core::text::verdictName(judge::Verdict::WrongAnswer), QStringLiteral("Wrong answer"));
}

void TranslationTest::keepsTheSentencesInJsonEnglish() {
    const core::Translations german(austria);
    const Error error{"problem.unknown", "nowhere/nothing"};
    const std::string inGerman = core::text::errorHint(error).toStdString();
    QVERIFY(core::text::jsonOptions(false).hint(error) != inGerman);
}

void TranslationTest::bearsATextThatOnlyTheCommandLineHas() {
    const core::Translations german(austria);
    QCOMPARE(QCoreApplication::translate("Cli", "Print the version and exit"),
             QStringLiteral("Version ausgeben und enden"));
}

QTEST_GUILESS_MAIN(TranslationTest)
#include "translation_test.moc"
