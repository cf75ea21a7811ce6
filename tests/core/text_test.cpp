// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/printable.h"
#include "app/core/text/score_text.h"
#include "app/core/text/text.h"
#include "app/core/text/transcript_text.h"
#include "sandbox/box.h"
#include "tests/core/folder.h"

#include <QRegularExpression>
#include <QTest>
#include <QTranslator>

#include <csignal>

using namespace grindstone;
using namespace std::chrono_literals;
using judge::CaseResult;
using judge::Explanation;
using judge::Verdict;
namespace text = core::text;

Q_DECLARE_METATYPE(CaseResult)

namespace {

judge::EffectiveLimits limits() {
    judge::EffectiveLimits granted;
    granted.cpuTime = 1s;
    granted.wallTime = 3s;
    granted.memory = Bytes::mib(256);
    granted.output = Bytes::kib(1500);
    return granted;
}

CaseResult result(Verdict verdict) {
    CaseResult one;
    one.verdict = verdict;
    return one;
}

CaseResult wrong(Explanation::Kind kind, const std::string& expected, const std::string& got) {
    CaseResult one = result(Verdict::WrongAnswer);
    one.explanation.kind = kind;
    one.explanation.line = 1;
    one.explanation.column = 3;
    one.explanation.token = 2;
    one.explanation.answerLine = 1;
    one.explanation.expected = expected;
    one.explanation.got = got;
    return one;
}

CaseResult timedOut(sandbox::LimitHit limit, std::chrono::nanoseconds cpu, bool idle) {
    CaseResult one = result(Verdict::TimeLimit);
    one.limit = limit;
    one.cpu = cpu;
    one.idle = idle;
    return one;
}

CaseResult interacted(CaseResult one, judge::Interaction::Note note) {
    one.interaction = judge::Interaction{note, nullptr};
    return one;
}

CaseResult signalled(int signal) {
    CaseResult one = result(Verdict::RuntimeError);
    one.signal = signal;
    return one;
}

CaseResult exitedWith(int exitCode) {
    CaseResult one = result(Verdict::RuntimeError);
    one.exitCode = exitCode;
    return one;
}

CaseResult died(int exitCode, const char* name, const char* words, judge::Visibility visibility) {
    CaseResult one = exitedWith(exitCode);
    one.uncaught = judge::UncaughtError{name, words};
    one.visibility = visibility;
    return one;
}

/// Answers every text, to prove that English stays English.
class Shouting : public QTranslator {
public:
    QString translate(const char*, const char* source, const char*, int) const override {
        return QString::fromUtf8(source).toUpper();
    }
    bool isEmpty() const override { return false; }
};

} // namespace

class TextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowACaseWent_data();
    void saysHowACaseWent();
    void escapesWhatCannotBeShown_data();
    void escapesWhatCannotBeShown();
    void writesAConversationLineByLine();
    void writesPassesUnderHeadings();
    void namesSignals();
    void saysWhyACompilerSaidNo();
    void tellsWhatACaseGivesBesideStandardInput();
    void tellsWhyAStaticValidatorRejects();
    void namesTheDetailOfEveryErrorInTheSources();
    void fallsBackToTheDetailOfAnUnknownError();
    void givesACure();
    void staysEnglishForJson();
    void saysWhatIsInTheWayOfABetterSandbox();
    void hasASentenceOfItsOwnForEachObstacle();
    void saysWhatALowerTierLoses();
};

void TextTest::saysHowACaseWent_data() {
    using Kind = Explanation::Kind;
    using sandbox::LimitHit;
    QTest::addColumn<CaseResult>("one");
    QTest::addColumn<QString>("message");

    QTest::newRow("accepted") << result(Verdict::Accepted) << u""_qs;
    QTest::newRow("no answer to compare with") << CaseResult() << u""_qs;
    QTest::newRow("skipped") << result(Verdict::Skipped) << u"not run, because an earlier case failed"_qs;
    QTest::newRow("partial") << result(Verdict::Partial) << u"right, but not worth full marks"_qs;
    QTest::newRow("compile error") << result(Verdict::CompileError) << u"did not compile"_qs;

    QTest::newRow("token") << wrong(Kind::DifferentToken, "1", "0") << u"line 1, token 2: expected 1, got 0"_qs;
    CaseResult shifted = wrong(Kind::DifferentToken, "1", "0");
    shifted.explanation.answerLine = 7;
    QTest::newRow("token of another line")
        << shifted << u"line 1, token 2 (line 7 of the answer): expected 1, got 0"_qs;
    CaseResult longToken = wrong(Kind::DifferentToken, "1", "0");
    longToken.explanation.shownFrom = 500;
    QTest::newRow("middle of a long token") << longToken << u"line 1, token 2: expected …1, got …0"_qs;
    QTest::newRow("percent signs") << wrong(Kind::DifferentToken, "%2", "%1")
                                   << u"line 1, token 2: expected %2, got %1"_qs;
    QTest::newRow("ended early") << wrong(Kind::MissingToken, "5", "")
                                 << u"the output ended early: expected 5 (line 1 of the answer)"_qs;
    QTest::newRow("extra") << wrong(Kind::ExtraToken, "", "9")
                           << u"line 1, token 2: the answer ends before this, got 9"_qs;
    QTest::newRow("no number") << wrong(Kind::NumberExpected, "1.5", "abc")
                               << u"line 1, token 2: expected the number 1.5, got abc"_qs;
    CaseResult far = wrong(Kind::NumberTooFar, "1.5", "1.75");
    QTest::newRow("number, bare") << far << u"line 1, token 2: expected 1.5, got 1.75"_qs;
    far.explanation.difference = 0.25;
    far.explanation.tolerance = 1e-6;
    QTest::newRow("number") << far << u"line 1, token 2: expected 1.5, got 1.75, off by 0.25 where 1e-06 is allowed"_qs;
    QTest::newRow("white space") << wrong(Kind::DifferentSpace, " ", "\n")
                                 << u"line 1, column 3: the white space differs: expected \" \", got \"\\n\""_qs;

    CaseResult refused = wrong(Kind::CheckerRejected, "", "");
    QTest::newRow("checker without a word") << refused << u"the checker rejected the output"_qs;
    refused.explanation.message = "Too long.\n\x1b[2J%1 > \xff";
    refused.feedback = {"%1 > \xff", "Too long.", {}};
    QTest::newRow("checker") << refused << u"the checker rejected the output: Too long. \\x1b[2J%1 > \\xff"_qs;
    refused.visibility = judge::Visibility::VerdictOnly;
    QTest::newRow("checker on a hidden case") << refused << u"the checker rejected the output: Too long."_qs;
    refused.feedback.teamMessage.clear();
    QTest::newRow("checker on a hidden case, to judges only") << refused << u"the checker rejected the output"_qs;
    CaseResult hidden = wrong(Kind::DifferentToken, "1", "0");
    hidden.visibility = judge::Visibility::VerdictOnly;
    QTest::newRow("hidden case") << hidden << u""_qs;
    CaseResult gone = interacted(wrong(Kind::EndedEarly, "", ""), judge::Interaction::Note::None);
    const QString goneEarly =
        u"the program ended before the conversation was over: the judge's program went on waiting "
        "for it"_qs;
    QTest::newRow("gone before the end of a conversation") << gone << goneEarly;
    gone.visibility = judge::Visibility::VerdictOnly;
    QTest::newRow("gone before the end of a hidden conversation") << gone << goneEarly;
    QTest::newRow("both waited")
        << interacted(timedOut(LimitHit::Wall, 20ms, true), judge::Interaction::Note::BothWaited)
        << u"the program and the judge's program waited for each other until the wall limit of 3 s; is the output "
           "flushed after each message, and is all read that comes?"_qs;
    QTest::newRow("stayed after it was accepted")
        << interacted(timedOut(LimitHit::Wall, 20ms, true), judge::Interaction::Note::AfterAcceptance)
        << u"slept or waited until the wall limit of 3 s; it used 20 ms of CPU time; the judge's program had accepted "
           "before"_qs;
    QTest::newRow("failed after it was accepted")
        << interacted(exitedWith(3), judge::Interaction::Note::AfterAcceptance)
        << u"exit code 3; the judge's program had accepted before"_qs;
    QTest::newRow("no integer") << wrong(Kind::IntegerExpected, "42", "042")
                                << u"line 1, token 2: expected the integer 42, got 042"_qs;
    QTest::newRow("no integer, whichever")
        << wrong(Kind::IntegerExpected, "", "x") << u"line 1, token 2: expected an integer, got x"_qs;
    QTest::newRow("neither yes nor no") << wrong(Kind::YesOrNoExpected, "no", "maybe")
                                        << u"line 1, token 2: expected YES or NO (here no), got maybe"_qs;
    CaseResult line = wrong(Kind::DifferentLine, "a b", "a\tb");
    QTest::newRow("line") << line << u"line 1, column 3: expected the line \"a b\", got \"a\\tb\""_qs;
    line.explanation.shownFrom = 500;
    QTest::newRow("middle of a long line")
        << line << u"line 1, column 3: expected the line \"…a b\", got \"…a\\tb\""_qs;
    QTest::newRow("element missing") << wrong(Kind::MissingElement, "5", "")
                                     << u"the output lacks 5 (line 1 of the answer)"_qs;
    QTest::newRow("element too many") << wrong(Kind::ExtraElement, "", "5")
                                      << u"line 1, token 2: the answer has no 5, or fewer"_qs;
    CaseResult json = wrong(Kind::DifferentValue, "\"x\"", "\"y\"");
    json.explanation.path = "$.a[2]";
    QTest::newRow("JSON value") << json << u"at $.a[2]: expected \"x\", got \"y\""_qs;
    json.explanation.kind = Kind::MissingValue;
    QTest::newRow("JSON value missing") << json << u"$.a[2] is missing: expected \"x\""_qs;
    json.explanation.kind = Kind::ExtraValue;
    QTest::newRow("JSON value too many") << json << u"the answer has no $.a[2], got \"y\""_qs;
    QTest::newRow("no JSON") << wrong(Kind::InvalidJson, "", "")
                             << u"line 1, column 3: the output isn't JSON to compare with"_qs;
    QTest::newRow("byte") << wrong(Kind::DifferentByte, "", "\n")
                          << u"line 1, column 3: expected the end, got \"\\n\""_qs;
    QTest::newRow("line against nothing")
        << wrong(Kind::DifferentLine, "a b", "") << u"line 1, column 3: expected the line \"a b\", got \"\""_qs;
    QTest::newRow("line missing") << wrong(Kind::MissingLine, "a b", "")
                                  << u"the output ended early: expected \"a b\" (line 1 of the answer)"_qs;
    QTest::newRow("extra line") << wrong(Kind::ExtraLine, "", "a b")
                                << u"line 1: the answer ends before this, got \"a b\""_qs;
    QTest::newRow("absent line") << wrong(Kind::AbsentLine, "a b", "")
                                 << u"a line is missing, or comes too seldom: \"a b\" (line 1 of the answer)"_qs;
    QTest::newRow("unwanted line") << wrong(Kind::UnwantedLine, "", "a b")
                                   << u"line 1: the answer has no such line, or not so often: \"a b\""_qs;

    QTest::newRow("stopped by CPU") << timedOut(LimitHit::Cpu, 1500ms, false)
                                    << u"stopped after 1.5 s of CPU time; the limit is 1 s"_qs;
    QTest::newRow("ended too late") << timedOut(LimitHit::None, 1001ms, false)
                                    << u"used 1.01 s of CPU time; the limit is 1 s"_qs;
    QTest::newRow("slept") << timedOut(LimitHit::Wall, 2ms, true)
                           << u"slept or waited until the wall limit of 3 s; it used 2 ms of CPU time"_qs;
    QTest::newRow("wall limit") << timedOut(LimitHit::Wall, 800ms, false)
                                << u"was still running at the wall limit of 3 s; it used 800 ms of CPU time"_qs;
    CaseResult starved = timedOut(LimitHit::Wall, 800ms, false);
    starved.starved = 1500ms;
    QTest::newRow("wall limit of a busy machine")
        << starved
        << u"was still running at the wall limit of 3 s, not counting 1.5 s for which other programs had the CPU; it "
           "used 800 ms of CPU time"_qs;
    starved.idle = true;
    QTest::newRow("slept on a busy machine")
        << starved << u"slept or waited until the wall limit of 3 s; it used 800 ms of CPU time"_qs;
    QTest::newRow("memory") << result(Verdict::MemoryLimit) << u"needed more memory than the limit of 256 MiB"_qs;
    QTest::newRow("output") << result(Verdict::OutputLimit) << u"wrote more than the output limit of 1500 KiB"_qs;

    CaseResult exited = result(Verdict::RuntimeError);
    exited.exitCode = 3;
    QTest::newRow("exit code") << exited << u"exit code 3"_qs;
    exited.blockedCalls = {"socket", "connect"};
    QTest::newRow("blocked") << exited << u"exit code 3; it called socket(), connect(), which the judge forbids"_qs;
    QTest::newRow("SIGSEGV") << signalled(SIGSEGV)
                             << u"segmentation fault (SIGSEGV): an access outside the program's memory; often an "
                                "index out of range"_qs;
    QTest::newRow("SIGFPE") << signalled(SIGFPE) << u"arithmetic error (SIGFPE): often a division by zero"_qs;
    QTest::newRow("SIGABRT") << signalled(SIGABRT)
                             << u"aborted (SIGABRT): often a failed assertion or an uncaught exception"_qs;
    QTest::newRow("SIGILL") << signalled(SIGILL)
                            << u"illegal instruction (SIGILL): often a function that ends without returning its "
                               "value"_qs;
    QTest::newRow("SIGBUS") << signalled(SIGBUS) << u"bus error (SIGBUS): an access to memory that isn't there"_qs;
    QTest::newRow("SIGKILL") << signalled(SIGKILL)
                             << u"killed (SIGKILL): ended by force, but by no limit of the judge"_qs;
    QTest::newRow("SIGSYS") << signalled(SIGSYS) << u"forbidden system call (SIGSYS): the judge doesn't allow it"_qs;
    QTest::newRow("SIGUSR1") << signalled(SIGUSR1) << u"ended by SIGUSR1, a signal that the program sent itself"_qs;
    QTest::newRow("SIGALRM") << signalled(SIGALRM) << u"ended by SIGALRM: a timer that the program had set ran out"_qs;
    CaseResult deep = signalled(SIGSEGV);
    deep.memory = Bytes::mib(250);
    QTest::newRow("SIGSEGV, memory used up")
        << deep << u"segmentation fault (SIGSEGV) when its memory was nearly used up: often a recursion without end"_qs;

    using judge::Visibility;
    QTest::newRow("exception") << died(1, "ZeroDivisionError", "division by zero", Visibility::Shown)
                               << u"exit code 1: ZeroDivisionError: division by zero"_qs;
    QTest::newRow("exception without a message")
        << died(1, "java.lang.StackOverflowError", "", Visibility::Shown)
        << u"exit code 1: java.lang.StackOverflowError (a recursion that is too deep)"_qs;
    QTest::newRow("exception of the person's") << died(1, "Mine", "", Visibility::Shown) << u"exit code 1: Mine"_qs;
    QTest::newRow("message alone") << died(101, "", "x\x1b", Visibility::Shown) << u"exit code 101: x\\x1b"_qs;
    QTest::newRow("percent signs in a message")
        << died(1, "E", "%1 %2", Visibility::Shown) << u"exit code 1: E: %1 %2"_qs;
    QTest::newRow("exception of a hidden case") << died(1, "std::out_of_range", "the secret", Visibility::VerdictOnly)
                                                << u"exit code 1: out_of_range (an index out of range)"_qs;
    QTest::newRow("panic of a hidden case")
        << died(2, "panic", "the secret", Visibility::InputOnly) << u"exit code 2: panic"_qs;
    QTest::newRow("the person's words of a hidden case")
        << died(1, "the.secret", "more", Visibility::VerdictOnly) << u"exit code 1"_qs;
    QTest::newRow("a secret before a known name") << died(1, "secret.IndexError", "more", Visibility::VerdictOnly)
                                                  << u"exit code 1: IndexError (an index out of range)"_qs;
    CaseResult thrown = signalled(SIGABRT);
    thrown.uncaught = judge::UncaughtError{"std::logic_error", "no"};
    QTest::newRow("exception that aborts") << thrown << u"ended by SIGABRT: std::logic_error: no"_qs;
    QTest::newRow("exit code for a signal")
        << exitedWith(139)
        << u"exit code 139, that is 128 + 11, as if by a signal: segmentation fault (SIGSEGV): an "
           "access outside the program's memory; often an index out of range"_qs;
    QTest::newRow("exit code for no signal") << exitedWith(255) << u"exit code 255"_qs;

    CaseResult broken = result(Verdict::JudgeError);
    QTest::newRow("judge error, bare") << broken << u"the judge failed"_qs;
    broken.error = Error{"file.unreadable", "/data/1.in: Permission denied"};
    QTest::newRow("judge error") << broken << u"The file cannot be read: /data/1.in: Permission denied"_qs;
}

void TextTest::saysHowACaseWent() {
    QFETCH(CaseResult, one);
    QFETCH(QString, message);
    QCOMPARE(text::caseMessage(one, limits()), message);
}

void TextTest::escapesWhatCannotBeShown_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    QTest::newRow("empty") << QByteArray() << u"\"\""_qs;
    QTest::newRow("plain") << QByteArray("a b") << u"a b"_qs;
    QTest::newRow("umlaut and emoji") << QByteArray("ä🙂") << u"ä🙂"_qs;
    QTest::newRow("controls") << QByteArray("\n\r\t\0\x1b\x7f", 6) << u"\\n\\r\\t\\0\\x1b\\x7f"_qs;
    QTest::newRow("no UTF-8") << QByteArray("a\xff\xc3(") << u"a\\xff\\xc3("_qs;
    QTest::newRow("overlong") << QByteArray("\xc0\xaf\xe0\x80\xaf") << u"\\xc0\\xaf\\xe0\\x80\\xaf"_qs;
    QTest::newRow("surrogate") << QByteArray("\xed\xa0\x80") << u"\\xed\\xa0\\x80"_qs;
    QTest::newRow("right to left") << QByteArray("\xe2\x80\xae") << u"\\u{202e}"_qs;
    QTest::newRow("zero width, no-break") << QByteArray("\xe2\x80\x8b\xc2\xa0") << u"\\u{200b}\\u{a0}"_qs;
    QTest::newRow("halved at the end") << QByteArray("a\xc3") << u"a\\xc3"_qs;
    QTest::newRow("cut") << QByteArray(300, 'x') << QString(200, u'x') + u'…';
    QTest::newRow("cut within a character") << QByteArray(199, 'x') + "\xc3\xa4" << QString(199, u'x') + u'…';
}

void TextTest::escapesWhatCannotBeShown() {
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    QCOMPARE(text::printable(std::string_view(bytes.constData(), std::size_t(bytes.size()))), shown);
}

void TextTest::writesAConversationLineByLine() {
    sandbox::Transcript talk(Bytes::kib(4));
    talk.add(judge::Interaction::Interactor, 1ms, "10\n");
    talk.add(judge::Interaction::Program, 2ms, "? 1\n\n? 2");
    QCOMPARE(text::transcriptText(talk), std::string("< 10\n> ? 1\n> \n> ? 2\n"));
    for (int i = 0; i < 1000; ++i) {
        talk.add(judge::Interaction::Interactor, 3ms, "a line of talk\n");
        talk.add(judge::Interaction::Program, 3ms, "answer\n");
    }
    const std::string cut = text::transcriptText(talk);
    QVERIFY2(cut.find(" KiB of the conversation is left out here\n") != cut.npos, cut.c_str());
    QVERIFY(cut.ends_with("> answer\n"));
}

void TextTest::writesPassesUnderHeadings() {
    const auto captured = [](std::string_view bytes) {
        sandbox::Capture capture{*sandbox::sealedMemory("test", bytes), Bytes(bytes.size()), bytes == "cut"};
        return std::make_shared<const sandbox::Capture>(std::move(capture));
    };
    CaseResult one = result(Verdict::WrongAnswer);
    QCOMPARE(text::turnsText(one), std::string());
    one.passes.resize(2);
    one.passes[0].verdict = Verdict::Accepted;
    one.passes[0].cpu = 12ms;
    one.passes[0].input = captured("1\n2\n");
    one.passes[0].output = captured("cut");
    one.passes[1].verdict = Verdict::WrongAnswer;
    sandbox::Transcript talk(Bytes::kib(4));
    talk.add(judge::Interaction::Program, 2ms, "? 1\n");
    one.passes[1].interaction =
        judge::Interaction{judge::Interaction::Note::None, std::make_shared<const sandbox::Transcript>(talk)};
    QCOMPARE(text::turnsText(one),
             std::string("--- pass 1: Accepted, 12 ms of CPU time\n< 1\n< 2\n> cut\n… the rest is left out here\n"
                         "--- pass 2: Wrong answer, 0 ms of CPU time\n> ? 1\n"));
}

void TextTest::namesSignals() {
    QCOMPARE(text::signalName(11), u"SIGSEGV"_qs);
    QCOMPARE(text::signalName(SIGRTMIN), u"SIGRTMIN"_qs);
    QCOMPARE(text::signalName(SIGRTMIN + 2), u"SIGRTMIN+2"_qs);
    QCOMPARE(text::signalName(999), u"signal 999"_qs);
}

void TextTest::saysWhyACompilerSaidNo() {
    judge::CompileResult compile;
    QCOMPARE(text::compileMessage(compile), u"did not compile"_qs);
    compile.diagnostics = {{"a.cpp", 2, 1, "warning", "odd"}, {"a.cpp", 3, 5, "error", "expected ';'"}};
    QCOMPARE(text::compileMessage(compile), u"line 3: expected ';'"_qs);
    compile.limit = sandbox::LimitHit::Wall;
    compile.wall = 60s;
    QCOMPARE(text::compileMessage(compile), u"the compiler ran out of time after 60 s"_qs);
    compile.limit = sandbox::LimitHit::Memory;
    QCOMPARE(text::compileMessage(compile), u"the compiler needed more memory than it may have"_qs);
    compile.ok = true;
    QCOMPARE(text::compileMessage(compile), QString());
}

void TextTest::tellsWhatACaseGivesBesideStandardInput() {
    judge::CaseResult result;
    QCOMPARE(text::caseInputs(result), QStringList());
    result.arguments = {"-v", "two words", "", "\x1b[1m"};
    result.files = {{"map.txt", {}}, {"b/deep.txt", {}}};
    QCOMPARE(text::caseInputs(result), (QStringList{u"arguments: -v \"two words\" \"\" \\x1b[1m"_qs,
                                                    u"files in the working folder: map.txt, b/deep.txt"_qs}));
    result.visibility = judge::Visibility::VerdictOnly;
    QCOMPARE(text::caseInputs(result), QStringList());
    result.visibility = judge::Visibility::InputOnly;
    result.arguments.assign(100, "x");
    QVERIFY(text::caseInputs(result).front().endsWith(u" x …"_qs));
}

void TextTest::tellsWhyAStaticValidatorRejects() {
    judge::StaticResult result;
    QCOMPARE(text::staticMessage(result), QString());
    result.verdict = judge::Verdict::WrongAnswer;
    result.visibility = judge::Visibility::VerdictOnly;
    result.feedback.judgeMessage = "secret";
    QCOMPARE(text::staticMessage(result), u"the package's validator rejected the source code"_qs);
    result.feedback.teamMessage = "no\neval";
    QCOMPARE(text::staticMessage(result), u"the package's validator rejected the source code: no eval"_qs);
    result.visibility = judge::Visibility::Shown;
    QCOMPARE(text::staticMessage(result), u"the package's validator rejected the source code: secret"_qs);
}

void TextTest::namesTheDetailOfEveryErrorInTheSources() {
    static const QRegularExpression Code(
        u"(?:fail\\(\\s*|Error\\{\\s*|return \\{\\s*|, \\{|push_back\\(\\{)\"([a-z][a-z0-9]*[.][a-z0-9.-]+)\""_qs);
    QSet<QString> codes;
    for (const char* layer : {"sandbox", "judge", "app"}) {
        for (const auto& item :
             std::filesystem::recursive_directory_iterator(std::filesystem::path(GRINDSTONE_SOURCE_DIR) / layer)) {
            if (item.path().extension() != ".cpp" && item.path().extension() != ".h") {
                continue;
            }
            const QString source = QString::fromStdString(test::read(item.path()));
            for (auto match = Code.globalMatch(source); match.hasNext();) {
                codes << match.next().captured(1);
            }
        }
    }
    QVERIFY2(codes.size() > 25, qPrintable(QString::number(codes.size())));
    for (const QString& code : codes) {
        const QString message = text::errorMessage({code.toStdString(), "the thing"});
        QVERIFY2(message.endsWith(u": the thing"_qs), qPrintable(code + u" has no sentence in error_text.cpp"_qs));
    }
}

void TextTest::fallsBackToTheDetailOfAnUnknownError() {
    QCOMPARE(text::errorMessage({"nobody.knows", "it broke"}), u"it broke"_qs);
    QCOMPARE(text::errorMessage({"nobody.knows", ""}), u"nobody.knows"_qs);
    QCOMPARE(text::errorHint({"nobody.knows", "it broke"}), QString());
    QCOMPARE(text::errorMessage({"sandbox.step", "mount /proc: EPERM"}), u"The sandbox failed: mount /proc: EPERM"_qs);
}

void TextTest::givesACure() {
    QCOMPARE(text::errorMessage({"store.full", "/home/x/db: database or disk is full"}),
             u"There is no room left to save: /home/x/db: database or disk is full"_qs);
    QCOMPARE(text::errorHint({"store.full", ""}),
             u"Free some space on the disk and try again; what was saved before is still there."_qs);
    QCOMPARE(text::errorMessage({"problem.unknown", "ehco (did you mean p/echo?)"}),
             u"No such problem: ehco (did you mean p/echo?)"_qs);
    QCOMPARE(text::errorMessage({"source.empty", "a.cpp %1"}), u"The source is empty: a.cpp %1"_qs);
}

void TextTest::staysEnglishForJson() {
    QCOMPARE(text::passedCount(14, 20), u"14 of 20 passed"_qs);
    QCOMPARE(text::points(200.0 / 3, 100), u"66.6667 of 100 points"_qs);
    QCOMPARE(text::points(1234567, {}), u"points: 1234567"_qs);
    QCOMPARE(text::points({}, 100), QString());
    QCOMPARE(text::tierName(sandbox::Tier::FullCgroup1), u"full (cgroup v1)"_qs);
    Shouting translator;
    QVERIFY(QCoreApplication::installTranslator(&translator));
    const CaseResult one = wrong(Explanation::Kind::DifferentToken, "a", "b");
    QCOMPARE(text::verdictName(Verdict::Accepted), u"ACCEPTED"_qs);
    QCOMPARE(text::verdictName(Verdict::Accepted, text::Wording::English), u"Accepted"_qs);
    QCOMPARE(text::caseMessage(one, limits()), u"LINE 1, TOKEN 2: EXPECTED a, GOT b"_qs);
    const judge::JsonOptions options = text::jsonOptions(true);
    QVERIFY(options.full);
    QCOMPARE(options.caseMessage(one, limits()), std::string("line 1, token 2: expected a, got b"));
    QCOMPARE(options.hint({"source.empty", ""}), std::string("Write a program first."));
    QCoreApplication::removeTranslator(&translator);
}

void TextTest::saysWhatIsInTheWayOfABetterSandbox() {
    using sandbox::Cause;
    using sandbox::Tier;
    const sandbox::Obstacle covered{Tier::NoCgroup, Cause::ProcCovered, "mount /proc: no; covered: /proc/irq", ""};
    QCOMPARE(text::obstacleMessage(covered),
             u"Programs cannot get a /proc of their own, as parts of the one here are covered (mount /proc: no; "
             "covered: /proc/irq)."_qs);
    QVERIFY(text::obstacleHint(covered).contains(u"--security-opt systempaths=unconfined"_qs));
    const sandbox::Obstacle notAllowed{Tier::NoNamespaces, Cause::NotAllowed, "/home/%1/settings.toml", ""};
    QVERIFY(text::obstacleHint(notAllowed).startsWith(u"Without namespaces, programs see the names"_qs));
    QVERIFY(text::obstacleHint(notAllowed)
                .endsWith(u"\nTo allow it, write these two lines into /home/%1/settings.toml:\n"
                          "  [sandbox]\n  allow_no_namespaces = true"_qs));
}

void TextTest::hasASentenceOfItsOwnForEachObstacle() {
    QSet<QString> sentences;
    const int causes = static_cast<int>(sandbox::Cause::SwitchedOff) + 1;
    for (int cause = 0; cause < causes; ++cause) {
        const sandbox::Obstacle obstacle{sandbox::Tier::Full, static_cast<sandbox::Cause>(cause), "seen", ""};
        sentences << text::obstacleMessage(obstacle);
    }
    QCOMPARE(sentences.size(), causes);
}

void TextTest::saysWhatALowerTierLoses() {
    sandbox::Capabilities here;
    QCOMPARE(text::sandboxLosses(here), QStringList{u"No program is run here, as none can be isolated."_qs});
    here.tier = sandbox::Tier::NoCgroup;
    QCOMPARE(text::sandboxLosses(here), QStringList{u"Without cgroups, time and memory are approximate."_qs});
    here.tier = sandbox::Tier::NoNamespaces;
    QCOMPARE(text::sandboxLosses(here).size(), 2);
    here.memory = sandbox::MemorySource::Cgroup1;
    QCOMPARE(text::sandboxLosses(here).size(), 1);
    here.tier = sandbox::Tier::FullCgroup1;
    QCOMPARE(text::sandboxLosses(here), QStringList());
}

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
