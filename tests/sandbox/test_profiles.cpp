// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/profiles.h"
#include "sandbox/sandbox.h"

#include "tests/support/probe_program.h"
#include "tests/support/wanted_tier.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::tests;
using namespace std::chrono_literals;

namespace {

using Words = std::vector<std::string>;

const Words Check{"check", "/case", "/feedback/judgemessage.txt"};

UniqueFd memory(std::string_view text) {
    return sealedMemory("profiles", text).value_or(UniqueFd());
}

/// A case on the host, outside of all that a box covers with something of its own.
class HostCase {
public:
    HostCase() : m_folder(QStringLiteral("/var/tmp/grindstone-case-XXXXXX")) {
        ::chmod(qPrintable(m_folder.path()), 0755);
        write("input", "1 2\n", 0644);
        write("answer", "3\n", 0644);
    }

    std::string folder() const { return m_folder.path().toStdString(); }
    std::string path(const char* name) const { return folder() + "/" + name; }
    void write(const char* name, const char* text, mode_t mode) const {
        QFile file(QString::fromStdString(path(name)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) >= 0);
        file.close();
        QVERIFY(::chmod(path(name).c_str(), mode) == 0);
    }

private:
    QTemporaryDir m_folder;
};

} // namespace

class ProfilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void compilesFromAndIntoTheWorkFolder();
    void givesEachKindOfRunItsLimits();
    void checkerComparesAndTellsWhy_data();
    void checkerComparesAndTellsWhy();
    void casesCannotBeChanged_data();
    void casesCannotBeChanged();
    void laidInCasesMayBeTheirOwnersAlone();
    void caseFolderThatABoxCannotReadIsAnErrorThatNamesTheFile();
    void linksInACaseFolderDoNotLeadToTheHost();
    void missingCaseFolderIsAnErrorThatNamesIt();
    void largeCasesNeedNoFileSpace();
    void programsSeeNoCaseAndNoFeedback();
    void allFeedbackCanGoFromRunToRun();
    void takesNoMoreFeedbackThanIsBounded();
    void feedbackOfHostileCheckersIsNotThere_data();
    void feedbackOfHostileCheckersIsNotThere();

private:
    LaunchSpec with(LaunchSpec spec, const Words& words) const;
    LaunchSpec checking(const Words& words) const;
    bool hasNamespaces() const { return m_sandbox->capabilities().tier < Tier::NoNamespaces; }

    const ProbeProgram m_probe{"sandbox-check-probe"};
    const Allowance m_allowance{5s, 20s, Bytes::mib(64)};
    const UniqueFd m_input = memory("1 2\n");
    const UniqueFd m_answer = memory("3\n");
    std::unique_ptr<Sandbox> m_sandbox;
    std::unique_ptr<Box> m_box;
};

void ProfilesTest::initTestCase() {
    QVERIFY(m_probe);
    auto sandbox = Sandbox::start(findHelper(), wantedTier());
    QVERIFY2(sandbox, sandbox ? "" : sandbox.error().detail.c_str());
    m_sandbox = std::move(*sandbox);
    auto box = m_sandbox->openBox({});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    m_box = std::move(*box);
}

/// The spec with the probe as its program.
LaunchSpec ProfilesTest::with(LaunchSpec spec, const Words& words) const {
    const LaunchSpec program = m_probe.spec(words);
    spec.arguments = program.arguments;
    spec.files.insert(spec.files.end(), program.files.begin(), program.files.end());
    return spec;
}

LaunchSpec ProfilesTest::checking(const Words& words) const {
    return with(checkingSpec(m_allowance, {m_input.get(), m_answer.get()}, {{"judgemessage.txt", Bytes(1000)}}), words);
}

void ProfilesTest::compilesFromAndIntoTheWorkFolder() {
    const UniqueFd source = memory("text");
    LaunchSpec spec = with(compilingSpec(m_allowance), {"compile"});
    spec.files.push_back({Area::Work, "source", source.get(), false});
    spec.collect = {{"program"}};
    const auto outcome = m_box->run(spec, {});
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(outcome->collected.size(), std::size_t(1));
    QCOMPARE(textOf({UniqueFd(::dup(outcome->collected[0].file.get())), {}, false}), std::string("text"));
}

void ProfilesTest::givesEachKindOfRunItsLimits() {
    const LaunchSpec compiling = compilingSpec(m_allowance);
    const LaunchSpec running = runningSpec(m_allowance, Bytes::mib(8), 20);
    const LaunchSpec checking = checkingSpec(m_allowance, {}, {});
    const LaunchSpec interacting = interactingSpec(m_allowance, {}, {});
    for (const LaunchSpec* spec : {&compiling, &running, &checking, &interacting}) {
        QVERIFY(spec->limits.cpuTime == m_allowance.cpuTime && spec->limits.wallTime == m_allowance.wallTime);
        QCOMPARE(spec->limits.memory, m_allowance.memory);
        QCOMPARE(spec->singleCpu, spec == &running);
    }
    QVERIFY(compiling.limits.fileSpace > running.limits.fileSpace);
    QVERIFY(compiling.limits.processes > checking.limits.processes);
    QVERIFY(checking.limits.output < interacting.limits.output);
    QCOMPARE(running.limits.output, Bytes::mib(8));
    QCOMPARE(running.limits.processes, 20U);
}

void ProfilesTest::checkerComparesAndTellsWhy_data() {
    QTest::addColumn<bool>("laidIn");
    QTest::addColumn<QByteArray>("output");
    QTest::addColumn<int>("exitCode");
    for (const bool laidIn : {true, false}) {
        const auto row = [&](const char* name) -> QTestData& {
            return QTest::addRow("%s, %s", name, laidIn ? "laid in" : "shown") << laidIn;
        };
        row("right") << QByteArray("3\n") << 42;
        row("wrong") << QByteArray("4\n") << 43;
    }
}

void ProfilesTest::checkerComparesAndTellsWhy() {
    QFETCH(const bool, laidIn);
    QFETCH(const QByteArray, output);
    QFETCH(const int, exitCode);
    if (!laidIn && !hasNamespaces()) {
        QSKIP("no folder can be shown without namespaces");
    }
    const HostCase hostCase;
    auto box = m_sandbox->openBox({{}, laidIn ? std::string() : hostCase.folder()});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    LaunchSpec spec =
        laidIn ? checking(Check) : with(checkingSpec(m_allowance, {}, {{"judgemessage.txt", Bytes(1000)}}), Check);
    const UniqueFd written = memory(output.toStdString());
    spec.standardInput = written.get();
    const auto outcome = (*box)->run(spec, {});
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(outcome->exitCode, exitCode);
    QCOMPARE(outcome->collected.size(), std::size_t(exitCode == 43 ? 1 : 0));
    if (exitCode == 43) {
        QVERIFY(outcome->collected[0].area == Area::Feedback);
        QCOMPARE(outcome->collected[0].path, std::string("judgemessage.txt"));
        QCOMPARE(textOf({UniqueFd(::dup(outcome->collected[0].file.get())), {}, false}), std::string("wrong"));
    }
}

void ProfilesTest::casesCannotBeChanged_data() {
    QTest::addColumn<QStringList>("words");
    for (const char* attempt : {"write", "cut", "reopen", "remove", "open-up"}) {
        QTest::newRow(attempt) << QStringList{QLatin1String(attempt), QStringLiteral("/case/answer")};
    }
    QTest::newRow("a new file") << QStringList{QStringLiteral("add"), QStringLiteral("/case/new")};
    QTest::newRow("another folder") << QStringList{QStringLiteral("rename"), QStringLiteral("/case"),
                                                   QStringLiteral("/work/case")};
    QTest::newRow("the folder's mode") << QStringList{QStringLiteral("open-up"), QStringLiteral("/case")};
    QTest::newRow("a second name") << QStringList{QStringLiteral("hard-link"), QStringLiteral("/case/answer"),
                                                  QStringLiteral("/work/answer")};
}

void ProfilesTest::casesCannotBeChanged() {
    QFETCH(const QStringList, words);
    Words attempt;
    for (const QString& word : words) {
        attempt.push_back(word.toStdString());
    }
    const auto laidIn = m_box->run(checking(attempt), {});
    QVERIFY2(laidIn, laidIn ? "" : laidIn.error().detail.c_str());
    const std::string answer = textOf(laidIn->standardOutput);
    QVERIFY2(answer.starts_with("refused "), answer.c_str());
    if (!hasNamespaces()) {
        return;
    }
    // Between two mounts there are neither links nor renames.
    const std::string reason = attempt.size() == 3 ? "refused EXDEV\n" : "refused EROFS\n";
    QCOMPARE(answer, reason);
    const HostCase hostCase;
    hostCase.write("answer", "3\n", 0666); // It is not permissions that protect it.
    QVERIFY(::chmod(hostCase.folder().c_str(), 0777) == 0);
    auto box = m_sandbox->openBox({{}, hostCase.folder()});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    const auto shown = (*box)->run(with(checkingSpec(m_allowance, {}, {}), attempt), {});
    QVERIFY2(shown, shown ? "" : shown.error().detail.c_str());
    QCOMPARE(textOf(shown->standardOutput), reason);
    QFile file(QString::fromStdString(hostCase.path("answer")));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("3\n"));
    QCOMPARE(QDir(QString::fromStdString(hostCase.folder())).entryList(QDir::Files).size(), 2);
}

void ProfilesTest::laidInCasesMayBeTheirOwnersAlone() {
    const HostCase hostCase;
    hostCase.write("answer", "secret\n", 0600);
    const UniqueFd answer(::open(hostCase.path("answer").c_str(), O_RDONLY | O_CLOEXEC));
    const auto outcome =
        m_box->run(with(checkingSpec(m_allowance, {-1, answer.get()}, {}), {"read", "/case/answer"}), {});
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(textOf(outcome->standardOutput), std::string("secret\n"));
}

/// Root's boxes have a user of their own, to whom a file for its owner alone is closed; an ordinary user's have that
/// user.
void ProfilesTest::caseFolderThatABoxCannotReadIsAnErrorThatNamesTheFile() {
    if (!hasNamespaces()) {
        QSKIP("no folder can be shown without namespaces");
    }
    const HostCase hostCase;
    const bool root = ::geteuid() == 0;
    hostCase.write("answer", "secret\n", 0600);
    const auto box = m_sandbox->openBox({{}, hostCase.folder()});
    QCOMPARE(static_cast<bool>(box), !root);
    if (box) {
        const auto outcome = (*box)->run(with(checkingSpec(m_allowance, {}, {}), {"read", "/case/answer"}), {});
        QVERIFY(outcome);
        QCOMPARE(textOf(outcome->standardOutput), std::string("secret\n"));
        QVERIFY(::chmod(hostCase.path("answer").c_str(), 0) == 0);
    }
    const auto closed = m_sandbox->openBox({{}, hostCase.folder()});
    QVERIFY(!closed);
    QCOMPARE(closed.error(), (Error{"sandbox.case-folder", hostCase.path("answer") +
                                                               ": a box's user may not read it, its permissions "
                                                               "are " +
                                                               (root ? "600" : "0")}));
}

void ProfilesTest::linksInACaseFolderDoNotLeadToTheHost() {
    if (!hasNamespaces()) {
        QSKIP("no folder can be shown without namespaces");
    }
    const HostCase secret;
    const HostCase hostCase;
    QVERIFY(::symlink(secret.path("answer").c_str(), hostCase.path("secret").c_str()) == 0);
    QVERIFY(::symlink("/etc/passwd", hostCase.path("accounts").c_str()) == 0);
    QVERIFY(::symlink("../../var/tmp", hostCase.path("above").c_str()) == 0);
    auto box = m_sandbox->openBox({{}, hostCase.folder()});
    QVERIFY2(box, box ? "" : box.error().detail.c_str());
    const auto read = [&](const char* path) {
        const auto outcome = (*box)->run(with(checkingSpec(m_allowance, {}, {}), {"read", path}), {});
        return outcome ? textOf(outcome->standardOutput) : outcome.error().detail;
    };
    QCOMPARE(read("/case/answer"), std::string("3\n"));
    QCOMPARE(read("/case/secret"), std::string("refused ENOENT\n"));
    QCOMPARE(read("/case/above/x"), std::string("refused ENOENT\n"));
    const std::string accounts = read("/case/accounts");
    QVERIFY2(accounts.starts_with("user:x:1000:"), accounts.c_str());
}

void ProfilesTest::missingCaseFolderIsAnErrorThatNamesIt() {
    const auto missing = m_sandbox->openBox({{}, "/nowhere/case"});
    QVERIFY(!missing);
    QCOMPARE(missing.error(), (Error{"sandbox.case-folder", "/nowhere/case: No such file or directory"}));
    const HostCase hostCase;
    const auto file = m_sandbox->openBox({{}, hostCase.path("answer")});
    QVERIFY(!file);
    QCOMPARE(file.error(), (Error{"sandbox.case-folder", hostCase.path("answer") + ": not a folder"}));
    if (!hasNamespaces()) {
        const auto shown = m_sandbox->openBox({{}, hostCase.folder()});
        QVERIFY(!shown);
        QCOMPARE(shown.error(),
                 (Error{"sandbox.case-folder", hostCase.folder() + ": no folder can be shown without namespaces"}));
    }
}

void ProfilesTest::largeCasesNeedNoFileSpace() {
    const HostCase hostCase;
    QVERIFY(::truncate(hostCase.path("input").c_str(), 70 << 20) == 0); // more than a checker may write
    const UniqueFd input(::open(hostCase.path("input").c_str(), O_RDONLY | O_CLOEXEC));
    const auto outcome =
        m_box->run(with(checkingSpec(m_allowance, {input.get(), m_answer.get()}, {}), {"entries", "/case"}), {});
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(textOf(outcome->standardOutput), std::string("2\n"));
}

/// In the box in which a checker has just seen the case and left feedback.
void ProfilesTest::programsSeeNoCaseAndNoFeedback() {
    const UniqueFd wrong = memory("4\n");
    LaunchSpec spec = checking(Check);
    spec.standardInput = wrong.get();
    const auto checked = m_box->run(spec, {});
    QVERIFY(checked && checked->collected.size() == 1);
    for (const char* folder : {"/case", "/feedback", "/work"}) {
        const auto outcome = m_box->run(with(runningSpec(m_allowance, Bytes::mib(1), 20), {"entries", folder}), {});
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(textOf(outcome->standardOutput), std::string("0\n"));
    }
}

void ProfilesTest::allFeedbackCanGoFromRunToRun() {
    std::vector<CollectedFile> left;
    for (const char* expected : {"x", "xx", "xxx"}) {
        LaunchSpec spec = with(checkingSpec(m_allowance, {}, {{FileOut::Everything}}), {"append", "/feedback"});
        for (const CollectedFile& file : left) {
            spec.files.push_back({Area::Feedback, file.path, file.file.get(), false});
        }
        auto outcome = m_box->run(spec, {});
        QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
        QCOMPARE(outcome->exitCode, 0);
        left = std::move(outcome->collected);
        QCOMPARE(left.size(), std::size_t(2));
        std::ranges::sort(left, {}, &CollectedFile::path);
        QCOMPARE(left[0].path, std::string("deep/notes"));
        QCOMPARE(left[1].path, std::string("notes"));
        for (const CollectedFile& file : left) {
            QCOMPARE(textOf({UniqueFd(::dup(file.file.get())), {}, false}), std::string(expected));
        }
    }
}

void ProfilesTest::takesNoMoreFeedbackThanIsBounded() {
    const auto outcome =
        m_box->run(with(checkingSpec(m_allowance, {}, {{FileOut::Everything}}), {"fill", "/feedback"}), {});
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(outcome->exitCode, 0);
    QCOMPARE(outcome->collected.size(), FileOut::MostOfEverything);
}

void ProfilesTest::feedbackOfHostileCheckersIsNotThere_data() {
    QTest::addColumn<QString>("attempt");
    QTest::addColumn<QString>("path");
    for (const char* attempt : {"link", "fifo", "folder", "huge"}) {
        QTest::newRow(attempt) << QString::fromLatin1(attempt) << QStringLiteral("/feedback/judgemessage.txt");
    }
    QTest::newRow("another folder") << QStringLiteral("swap") << QStringLiteral("/feedback");
}

void ProfilesTest::feedbackOfHostileCheckersIsNotThere() {
    QFETCH(const QString, attempt);
    QFETCH(const QString, path);
    LaunchSpec spec = checking({attempt.toStdString(), path.toStdString()});
    spec.collect.push_back({"passwd", Bytes(100'000), Area::Feedback});
    spec.collect.push_back({"../etc/passwd", Bytes(100'000), Area::Feedback});
    spec.collect.push_back({"/etc/passwd", Bytes(100'000), Area::Feedback});
    spec.collect.push_back({FileOut::Everything, Bytes(1000), Area::Feedback});
    const auto outcome = m_box->run(spec, {});
    QVERIFY2(outcome, outcome ? "" : outcome.error().detail.c_str());
    QCOMPARE(outcome->exitCode, 0);
    QCOMPARE(outcome->collected.size(), std::size_t(0));
}

QTEST_GUILESS_MAIN(ProfilesTest)
#include "test_profiles.moc"
