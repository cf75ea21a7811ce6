// SPDX-License-Identifier: GPL-3.0-or-later
//
// test_hostile TIER [OPTION OF QT TEST…]: runs every hostile program in boxes of one tier ("full", "full-v1",
// "no-cgroup", "no-namespaces") as the user who starts it, and looks each time for what is left behind.
#include "tests/hostile/arena.h"
#include "tests/hostile/expectation.h"
#include "tests/hostile/host_secret.h"

#include <QCoreApplication>
#include <QTest>

#include <sched.h>
#include <sys/wait.h>
#include <unistd.h>

#include <future>

using namespace grindstone;
using namespace grindstone::hostile;

namespace {

/// The case that shows whether the sandbox names the system calls that it refuses.
constexpr const char* CallingCase = "network/inet";

/// Whether this user may make user namespaces at all, so that boxes have to work.
bool userNamespacesWork() {
    const pid_t child = ::fork();
    if (child == 0) {
        ::_exit(::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 ? 0 : 1);
    }
    int status = 0;
    return child > 0 && ::waitpid(child, &status, 0) == child && status == 0;
}

QString joined(const std::vector<std::string>& lines) {
    QString text;
    for (const std::string& line : lines) {
        text += QStringLiteral("\n    ") + QString::fromStdString(line);
    }
    return text;
}

} // namespace

class HostileTest : public QObject {
    Q_OBJECT
public:
    explicit HostileTest(std::string tier) : m_tier(std::move(tier)) {}

private Q_SLOTS:
    void initTestCase();
    void namesTheCallsThatItRefuses();
    void findsNothing_data() { addRows(Course::Alone); }
    void findsNothing();
    void nextRunSeesNothingOfTheLast_data() { addRows(Course::Then); }
    void nextRunSeesNothingOfTheLast() { findsNothing(); }
    void boxesSeeNothingOfEachOther_data() { addRows(Course::Beside); }
    void boxesSeeNothingOfEachOther() { findsNothing(); }
    void leavesNothingWhenItEnds();

private:
    using Fate = Result<sandbox::Outcome>;

    void addRows(Course course) const;
    Result<std::vector<Fate>> runCase(const CaseFile& hostileCase);
    std::vector<std::string> judge(const CaseFile& hostileCase, const std::string& role, const Fate& fate) const;
    void findOutAboutRefusedCalls();

    const std::string m_tier;
    const std::string m_marker = "hostile-" + std::to_string(::getpid());
    HostSecret m_secret;
    std::vector<CaseFile> m_cases;
    std::unique_ptr<Launcher> m_launcher;
    std::unique_ptr<Arena> m_arena;
    bool m_namesRefusedCalls = false;
};

void HostileTest::initTestCase() {
    QVERIFY(m_secret.isValid());
    const std::string data = QCoreApplication::applicationFilePath().toStdString() + ".data";
    m_launcher = std::make_unique<Launcher>(data, m_marker, m_secret.folder());
    auto arena = Arena::open(m_tier, *m_launcher, m_marker);
    QVERIFY2(arena, arena ? "" : arena.error().detail.c_str());
    const sandbox::Capabilities& capabilities = (*arena)->capabilities();
    if (code(capabilities.tier) != m_tier) {
        const QString reasons = QString::fromStdString(details(capabilities));
        QVERIFY2(m_tier != "no-cgroup" || !userNamespacesWork(), qPrintable(reasons));
        // The guest is there for the sake of this tier.
        QVERIFY2(m_tier != "full" || qEnvironmentVariableIsEmpty("GRINDSTONE_GUEST"), qPrintable(reasons));
        QSKIP(qPrintable(QStringLiteral("This tier isn't to be had here:") + reasons));
    }
    m_arena = std::move(*arena);
    QVERIFY(m_arena->leftovers().helperProcesses() > 0);
    QVERIFY(m_tier != "full-v1" || m_arena->leftovers().cgroups() > 0);
    auto cases = readCases(data + "/programs");
    QVERIFY2(cases, cases ? "" : cases.error().detail.c_str());
    m_cases = std::move(*cases);
    findOutAboutRefusedCalls();
}

void HostileTest::findOutAboutRefusedCalls() {
    const auto found = std::ranges::find(m_cases, CallingCase, &CaseFile::title);
    QVERIFY(found != m_cases.end());
    const auto fates = runCase(*found);
    QVERIFY(fates && fates->front());
    m_namesRefusedCalls = !fates->front()->blockedCalls.empty();
}

/// Said once, here, and not in each row.
void HostileTest::namesTheCallsThatItRefuses() {
    QVERIFY(m_namesRefusedCalls);
}

void HostileTest::addRows(Course course) const {
    QTest::addColumn<int>("number");
    for (std::size_t i = 0; i < m_cases.size(); ++i) {
        if (m_cases[i].course() == course) {
            QTest::newRow(m_cases[i].title().c_str()) << static_cast<int>(i);
        }
    }
}

/// One fate for each role. Fails when what runs the program isn't there.
Result<std::vector<HostileTest::Fate>> HostileTest::runCase(const CaseFile& hostileCase) {
    TRY(m_launcher->prepareInput(hostileCase));
    std::vector<std::future<Fate>> runs;
    for (const std::string& role : hostileCase.roles()) {
        sandbox::LaunchSpec spec = TRY(m_launcher->specFor(hostileCase, m_arena->situation(role)));
        if (!role.empty()) {
            spec.arguments.push_back(role);
        }
        const bool beside = hostileCase.course() == Course::Beside;
        const std::size_t box = beside ? runs.size() : 0;
        runs.push_back(std::async(beside ? std::launch::async : std::launch::deferred,
                                  [this, box, spec = std::move(spec)] { return m_arena->run(box, spec); }));
    }
    std::vector<Fate> fates;
    for (std::future<Fate>& run : runs) {
        fates.push_back(run.get());
    }
    return fates;
}

std::vector<std::string> HostileTest::judge(const CaseFile& hostileCase, const std::string& role,
                                            const Fate& fate) const {
    if (!fate) {
        return {"the run failed: " + fate.error().detail};
    }
    const Situation situation = m_arena->situation(role);
    std::vector<std::string> found = differences(hostileCase, situation, *fate, m_secret.text());
    if (m_namesRefusedCalls) {
        for (const std::string& call : unnamedBlockedCalls(hostileCase, situation, *fate)) {
            found.push_back("the outcome doesn't name the refused call " + call);
        }
    }
    for (std::string& line : found) {
        line = (role.empty() ? "" : role + ": ") + line;
    }
    return found;
}

void HostileTest::findsNothing() {
    if (!QTest::currentDataTag()) {
        QSKIP("no case of this kind");
    }
    QFETCH(const int, number);
    const CaseFile& hostileCase = m_cases[static_cast<std::size_t>(number)];
    const auto fates = runCase(hostileCase);
    if (!fates && fates.error().code == "hostile.absent") {
        QSKIP(fates.error().detail.c_str());
    }
    QVERIFY2(fates, fates ? "" : fates.error().detail.c_str());
    std::vector<std::string> found;
    for (std::size_t i = 0; i < fates->size(); ++i) {
        std::ranges::move(judge(hostileCase, hostileCase.roles()[i], (*fates)[i]), std::back_inserter(found));
    }
    std::ranges::move(m_arena->aftermath(), std::back_inserter(found));
    QVERIFY2(found.empty(), qPrintable(joined(found)));
}

void HostileTest::leavesNothingWhenItEnds() {
    const std::vector<std::string> found = m_arena->end();
    QVERIFY2(found.empty(), qPrintable(joined(found)));
}

int main(int count, char** words) {
    if (count < 2) {
        std::fputs("usage: test_hostile TIER [OPTION OF QT TEST…]\n", stderr);
        return 2;
    }
    const std::string tier = words[1];
    words[1] = words[0];
    QCoreApplication application(--count, ++words);
    HostileTest test(tier);
    return QTest::qExec(&test, count, words);
}

#include "test_hostile.moc"
