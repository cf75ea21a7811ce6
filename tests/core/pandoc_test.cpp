// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/latex_text.h"
#include "app/core/statement/pandoc.h"
#include "sandbox/sandbox.h"
#include "tests/core/folder.h"

#include <QTest>

using namespace grindstone;

namespace {

/// A source of boxes that must not be asked.
Result<sandbox::BoxSource*> noBoxes() {
    return fail("sandbox.none", "no sandbox here");
}

} // namespace

/// The real pandoc in a real box.
class PandocTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        if (!core::PandocConverter::isInstalled()) {
            QSKIP("there is no pandoc here");
        }
        auto started = sandbox::Sandbox::start(sandbox::findHelper());
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_sandbox = std::move(*started);
        if (m_sandbox->capabilities().tier == sandbox::Tier::None) {
            QSKIP("this machine allows no sandbox");
        }
    }

    void writesMarkdown() {
        const QString latex =
            u"\\problemname{Sum}\n\\newcommand{\\maxn}{10^5}\nGiven $n \\le \\maxn$, \\emph{add}.\n"
            "\\illustration{0.3}{map.png}{A map}\n\\begin{Input}\nOne line.\n\\end{Input}\n"
            "\\nextsample\nText between.\n\n\\begin{tabular}{ll}\\hline A & B\\\\ \\hline $|x|$ & y\\\\"
            "\\end{tabular}\n\n\\begin{figure}\\includegraphics{b}\\caption{Seen below.}\\end{figure}\n"
            "\\remainingsamples\n"_qs;
        const std::optional<QString> markdown = convert(latex, boxes());
        QVERIFY(markdown);
        for (const QString& part : {u"$n \\le 10^5$, *add*"_qs, u"(map.png)"_qs, u"A map"_qs,
                                    u"## Indata\n\nOne line."_qs, u"{{nextsample}}\n\nText between."_qs,
                                    u"{{remainingsamples}}"_qs, u"$\\vert x\\vert $"_qs, u"(b)\n\n*Seen below.*"_qs}) {
            QVERIFY2(markdown->contains(part), qPrintable(part + u"\n----\n"_qs + *markdown));
        }
        QVERIFY(!markdown->contains(u"Sum"_qs));
    }

    void keepsWhatWasMade() {
        const QString latex = u"Kept \\emph{text}."_qs;
        QVERIFY(convert(latex, boxes()));
        core::PandocConverter again(noBoxes, m_folder.path() / "cache");
        QVERIFY(again.convert(latex, u"sv"_qs, core::latexToMarkdown(latex), {}));
        QVERIFY(!again.convert(u"Not kept."_qs, u"sv"_qs, u"Not kept."_qs, {}));
    }

    /// pandoc passes over what it doesn't know.
    void isNotTakenWhenItLosesText() {
        QVERIFY(!convert(u"A short text with \\frobnicate{quite a lot of text in here}."_qs, boxes()));
    }

    void readsNoFiles() {
        const QString latex = u"Before \\input{/etc/passwd} \\include{/etc/passwd} after."_qs;
        const std::optional<QString> markdown = convert(latex, boxes());
        QVERIFY(!markdown || !markdown->contains(u"root"_qs));
    }

    void bearsHostileTexts_data() {
        QTest::addColumn<QString>("latex");
        QTest::newRow("deep lists") << u"\\begin{itemize}\\item "_qs.repeated(3'000);
        QTest::newRow("macros of pandoc's own") << u"\\newenvironment{x}{\\begin{x}\\begin{x}}{\\end{x}}\\begin{x}"_qs;
        QTest::newRow("too long") << u"word "_qs.repeated(1'000'000);
        QTest::newRow("command line") << u"--output=/work/x\n+RTS -?"_qs;
    }

    /// Its own converter's text is there in any case.
    void bearsHostileTexts() {
        QFETCH(const QString, latex);
        convert(latex, boxes());
        QVERIFY(m_sandbox->openBox({}).has_value());
    }

    void stopsAtOnce() {
        std::stop_source stop;
        stop.request_stop();
        core::PandocConverter converter(boxes(), m_folder.path() / "cache");
        QVERIFY(!converter.convert(u"Never made."_qs, u"sv"_qs, u"Never made."_qs, stop.get_token()));
        QVERIFY(converter.convert(u"Never made."_qs, u"sv"_qs, u"Never made."_qs, {})); // that was not kept
    }

private:
    core::PandocConverter::Boxes boxes() {
        return [this]() -> Result<sandbox::BoxSource*> { return m_sandbox.get(); };
    }
    std::optional<QString> convert(const QString& latex, core::PandocConverter::Boxes boxes) {
        core::PandocConverter converter(std::move(boxes), m_folder.path() / "cache");
        return converter.convert(latex, u"sv"_qs, core::latexToMarkdown(latex, u"sv"_qs), {});
    }

    test::Folder m_folder;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
};

QTEST_GUILESS_MAIN(PandocTest)
#include "pandoc_test.moc"
