// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/toolchain.h"

#include "judge/language/shims.h"
#include "judge/language/tool_search.h"
#include "sandbox/sandbox.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <thread>

using namespace grindstone;
using namespace grindstone::judge;
namespace fs = std::filesystem;

namespace {

constexpr const char* Tool = "grindstone-test-tool";

/// Changes a variable for as long as it lives.
class Variable {
public:
    Variable(const char* name, const std::string& value) : m_name(name), m_before(qgetenv(name)) {
        qputenv(name, QByteArray::fromStdString(value));
    }
    ~Variable() { m_before.isNull() ? qunsetenv(m_name) : qputenv(m_name, m_before); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* m_name;
    QByteArray m_before;
};

} // namespace

class TestToolchain : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    fs::path m_root;

    static fs::path write(const fs::path& path, const std::string& text) {
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    static fs::path script(const fs::path& path, const std::string& text = "exit 1") {
        write(path, "#!/bin/sh\n" + text + "\n");
        fs::permissions(path, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec |
                                  fs::perms::others_read | fs::perms::others_exec);
        return path;
    }
    static Language toy() {
        Language language;
        language.id = "toy";
        language.name = "Toy";
        language.package = "toy-compiler";
        language.extensions = {".toy"};
        language.sourceName = "main.toy";
        language.tools = {Tool};
        language.version = {"{tool}", "--version"};
        language.run = {"{tool}", "{program}"};
        language.selfTestSource = "echo 42\n";
        language.selfTestOutput = "42\n";
        return language;
    }
    static std::vector<std::string> pathsOf(const std::vector<ToolCandidate>& candidates) {
        std::vector<std::string> paths;
        for (const ToolCandidate& candidate : candidates) {
            paths.push_back(candidate.path);
        }
        return paths;
    }

private Q_SLOTS:
    void init() {
        // A box has a /tmp of its own.
        m_folder = std::make_unique<QTemporaryDir>(QStringLiteral("/var/tmp/grindstone-test-XXXXXX"));
        m_root = fs::canonical(m_folder->path().toStdString());
    }

    void findsToolsThatABoxCanSee() {
        Language language = toy();
        language.tools = {"no-such-tool-anywhere", "sh"};
        const Result<Toolchain> found = findToolchain(language);
        QVERIFY(found.has_value());
        QCOMPARE(found->tool, std::string("/usr/bin/sh"));
        QVERIFY(found->visiblePaths.empty());
    }

    void namesWhatIsMissing() {
        Language language = toy();
        const auto missing = findToolchains(language);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, std::string("language.not-installed"));
        QCOMPARE(missing.error().detail,
                 std::string("Toy: no grindstone-test-tool that a box could run; the package is "
                             "toy-compiler"));
        language.tools = {"sh"};
        language.runtimes = {"no-such-runtime", "nor-this"};
        language.runtimePackage = "toy-runtime";
        const auto withoutRuntime = findToolchains(language);
        QVERIFY(!withoutRuntime);
        QCOMPARE(withoutRuntime.error().detail,
                 std::string("Toy: no no-such-runtime, nor-this that a box could run; the package is toy-runtime"));
    }

    void putsTheRuntimeIntoCommands() {
        Language language = toy();
        language.tools = {"sh"};
        language.runtimes = {"env"};
        language.run = {"{runtime}", "--x={runtime}:{runtime}", "{program}"};
        const Result<Toolchain> found = findToolchain(language);
        QVERIFY(found.has_value());
        QCOMPARE(equip(language, *found).run,
                 (std::vector<std::string>{"/usr/bin/env", "--x=/usr/bin/env:/usr/bin/env", "{program}"}));
    }

    void showsThePrefixOfAToolElsewhere() {
        const fs::path tool = script(m_root / "opt" / "toy" / "bin" / Tool);
        fs::create_directories(m_root / "links");
        fs::create_symlink("../opt/toy/bin/" + std::string(Tool), m_root / "links" / Tool);
        const Variable path("PATH", (m_root / "links").string() + ":" + tool.parent_path().string());
        const std::vector<ToolCandidate> found = findTools({Tool}, {});
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().path, tool.string());
        QCOMPARE(found.front().visiblePaths, std::vector<std::string>{(m_root / "opt" / "toy").string()});
        const Result<Toolchain> toolchain = findToolchain(toy());
        QVERIFY(toolchain.has_value());
        QCOMPARE(equip(toy(), *toolchain).visiblePaths, found.front().visiblePaths);
    }

    void neverShowsAHome_data() {
        QTest::addColumn<QString>("tool");
        QTest::addColumn<QString>("shown"); // below the home; the tool itself where it is the same
        const auto row = [](const char* tool, const char* shown) {
            QTest::newRow(tool) << QString::fromLatin1(tool) << QString::fromLatin1(shown);
        };
        row("tool", "tool");
        row("bin/tool", "bin/tool");
        row(".local/bin/tool", ".local/bin/tool");
        row(".cargo/bin/tool", ".cargo/bin/tool");
        row("go/bin/tool", "go/bin/tool");
        row("go/tool", "go/tool");
        row(".nvm/versions/node/v20.1.0/bin/tool", ".nvm/versions/node/v20.1.0");
        row(".sdkman/candidates/java/17-tem/bin/tool", ".sdkman/candidates/java/17-tem");
        row(".local/share/mise/installs/node/20/bin/tool", ".local/share/mise/installs/node/20");
        row("opt/go/bin/tool", "opt/go");
    }
    void neverShowsAHome() {
        QFETCH(QString, tool);
        QFETCH(QString, shown);
        const Variable home("HOME", m_root.string());
        const fs::path file = script(m_root / tool.toStdString());
        const std::vector<ToolCandidate> found = candidatesOf(file, {});
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().visiblePaths, std::vector<std::string>{(m_root / shown.toStdString()).string()});
    }

    void neverShowsWhatHoldsAHome() {
        const Variable home("HOME", (m_root / "a" / "homes" / "me").string());
        fs::create_directories(m_root / "a" / "homes" / "me");
        const fs::path file = script(m_root / "a" / "bin" / Tool);
        QCOMPARE(candidatesOf(file, {}).front().visiblePaths, std::vector<std::string>{file.string()});
    }

    void passesOverWhatCannotBeRun() {
        write(m_root / "a" / Tool, "no program");
        fs::create_directories(m_root / "b" / Tool);
        fs::create_directories(m_root / "c");
        fs::create_symlink("nowhere", m_root / "c" / Tool);
        fs::create_directories(m_root / "d");
        fs::create_symlink(Tool, m_root / "d" / Tool);
        ::mkfifo((m_root / "d" / "fifo").c_str(), 0700);
        for (const fs::path& file : {m_root / "a" / Tool, m_root / "b" / Tool, m_root / "c" / Tool, m_root / "d" / Tool,
                                     m_root / "d" / "fifo", m_root / "none"}) {
            QVERIFY2(candidatesOf(file, {}).empty(), file.c_str());
        }
    }

    void passesOverWhatABoxHasAPlaceOfItsOwnFor() {
        const QTemporaryDir folder(QStringLiteral("/tmp/grindstone-test-XXXXXX"));
        QVERIFY(candidatesOf(script(folder.path().toStdString() + "/opt/toy/bin/" + Tool), {}).empty());
    }

    void readsPyenv() {
        const fs::path pyenv = m_root / ".pyenv";
        const fs::path shim = script(pyenv / "shims" / Tool, "touch " + (m_root / "was-run").string());
        for (const char* version : {"2.7.1", "3.9.2", "3.11.7", "3.10.1"}) {
            script(pyenv / "versions" / version / "bin" / Tool);
        }
        script(pyenv / "versions" / "4.0" / "bin" / "other-tool");
        const auto version = [&](const char* name) { return pyenv / "versions" / name / "bin" / Tool; };
        QCOMPARE(resolveShim(shim),
                 (std::vector{version("3.11.7"), version("3.10.1"), version("3.9.2"), version("2.7.1")}));
        write(pyenv / "version", "system # mine\n../../etc\n3.9.2\n");
        QCOMPARE(resolveShim(shim).front(), version("3.9.2"));
        const Variable chosen("PYENV_VERSION", "9.9:3.10.1");
        QCOMPARE(resolveShim(shim).front(), version("3.10.1"));
        QCOMPARE(candidatesOf(shim, {}).front().visiblePaths,
                 std::vector<std::string>{(pyenv / "versions" / "3.10.1").string()});
        QVERIFY(!fs::exists(m_root / "was-run"));
    }

    void readsAsdf() {
        const fs::path asdf = m_root / ".asdf";
        const fs::path shim =
            script(asdf / "shims" / Tool, "# asdf-plugin: toy 1.9\n# asdf-plugin: ../.. x\nexec asdf exec");
        script(asdf / "installs" / "toy" / "1.9" / "bin" / Tool);
        script(asdf / "installs" / "toy" / "1.10" / "bin" / Tool);
        QCOMPARE(resolveShim(shim), (std::vector{asdf / "installs" / "toy" / "1.9" / "bin" / Tool,
                                                 asdf / "installs" / "toy" / "1.10" / "bin" / Tool}));
    }

    void readsRustup() {
        const fs::path bin = m_root / ".cargo" / "bin";
        script(bin / "rustup");
        fs::create_symlink("rustup", bin / Tool);
        const fs::path toolchains = m_root / ".rustup" / "toolchains";
        for (const char* name : {"nightly-x", "stable-x", "1.70-x"}) {
            script(toolchains / name / "bin" / Tool);
        }
        QCOMPARE(resolveShim(bin / Tool).front(), toolchains / "stable-x" / "bin" / Tool);
        write(m_root / ".rustup" / "settings.toml", "version = \"12\"\ndefault_toolchain = \"1.70-x\"\n");
        QCOMPARE(resolveShim(bin / Tool).front(), toolchains / "1.70-x" / "bin" / Tool);
        QCOMPARE(resolveShim(bin / Tool).size(), std::size_t(3));
        write(m_root / ".rustup" / "settings.toml", "version = = 12\n");
        QCOMPARE(resolveShim(bin / Tool).front(), toolchains / "stable-x" / "bin" / Tool);
        // Another program beside rustup is itself.
        const fs::path other = script(bin / "other");
        QCOMPARE(resolveShim(other), std::vector{other});
    }

    void remembersAcrossProcesses() {
        const Toolchain toolchain{script(m_root / "tool").string(), "", {}};
        ToolchainMemory first(m_root / "memory");
        QVERIFY(!first.works(toy(), toolchain));
        first.remember(toy(), toolchain, true);
        QCOMPARE(first.works(toy(), toolchain), std::optional(true));
        QCOMPARE(ToolchainMemory(m_root / "memory").works(toy(), toolchain), std::optional(true));
        first.remember(toy(), toolchain, false);
        QCOMPARE(ToolchainMemory(m_root / "memory").works(toy(), toolchain), std::optional(false));
        QCOMPARE(std::distance(fs::directory_iterator(m_root / "memory"), fs::directory_iterator()), std::ptrdiff_t(1));
    }

    void forgetsWhatHasChanged() {
        const Toolchain toolchain{script(m_root / "tool").string(), "", {}};
        ToolchainMemory(m_root / "memory").remember(toy(), toolchain, true);
        Language changed = toy();
        changed.selfTestSource = "echo 42 # changed\n";
        QVERIFY(!ToolchainMemory(m_root / "memory").works(changed, toolchain));
        Toolchain other = toolchain;
        other.runtime = "/usr/bin/env";
        QVERIFY(!ToolchainMemory(m_root / "memory").works(toy(), other));
        script(m_root / "tool", "exit 2 # newer");
        QVERIFY(!ToolchainMemory(m_root / "memory").works(toy(), toolchain));
    }

    void forgetsAFailureAfterAWhile() {
        const Toolchain toolchain{script(m_root / "tool").string(), "", {}};
        ToolchainMemory(m_root / "memory").remember(toy(), toolchain, false);
        const fs::path file = fs::directory_iterator(m_root / "memory")->path();
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(2));
        QVERIFY(!ToolchainMemory(m_root / "memory").works(toy(), toolchain));
        ToolchainMemory(m_root / "memory").remember(toy(), toolchain, true);
        fs::last_write_time(file, fs::file_time_type::clock::now() - std::chrono::hours(2000));
        QCOMPARE(ToolchainMemory(m_root / "memory").works(toy(), toolchain), std::optional(true));
    }

    void bearsDamagedFiles_data() {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray("");
        QTest::newRow("cut") << QByteArray("works\n12:/usr");
        QTest::newRow("huge") << QByteArray(2 << 20, 'x');
        QTest::newRow("NUL") << QByteArray(100, '\0');
    }
    void bearsDamagedFiles() {
        QFETCH(QByteArray, content);
        const Toolchain toolchain{script(m_root / "tool").string(), "", {}};
        ToolchainMemory(m_root / "memory").remember(toy(), toolchain, true);
        const fs::path file = fs::directory_iterator(m_root / "memory")->path();
        write(file, content.toStdString());
        QVERIFY(!ToolchainMemory(m_root / "memory").works(toy(), toolchain));
        fs::remove(file);
        fs::create_directory(file);
        ToolchainMemory memory(m_root / "memory");
        QVERIFY(!memory.works(toy(), toolchain));
        memory.remember(toy(), toolchain, true); // can't be written, which matters to nobody
        QCOMPARE(memory.works(toy(), toolchain), std::optional(true));
    }

    void manyRememberAtOnce() {
        const Toolchain toolchain{script(m_root / "tool").string(), "", {}};
        std::vector<std::jthread> threads(4);
        for (std::jthread& thread : threads) {
            thread = std::jthread([&] {
                for (int i = 0; i < 50; ++i) {
                    ToolchainMemory memory(m_root / "memory");
                    memory.remember(toy(), toolchain, true);
                    if (ToolchainMemory(m_root / "memory").works(toy(), toolchain) != true) {
                        qFatal("a file was seen half written");
                    }
                }
            });
        }
        threads.clear();
        QCOMPARE(std::distance(fs::directory_iterator(m_root / "memory"), fs::directory_iterator()), std::ptrdiff_t(1));
    }

    void takesTheFirstToolThatPasses() {
        auto started = sandbox::Sandbox::start(sandbox::findHelper());
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        const std::string works = "[ \"$1\" = --version ] && echo toy 1.2 && exit\nexec /bin/sh \"$1\"";
        script(m_root / "toys" / "broken" / "bin" / Tool, "echo broken >&2; exit 1");
        script(m_root / "toys" / "lying" / "bin" / Tool, "echo 43");
        script(m_root / "toys" / "good" / "bin" / Tool, works);
        fs::permissions(m_root, fs::perms::owner_all | fs::perms::others_exec | fs::perms::others_read);
        const std::string toys = (m_root / "toys").string();
        const Variable path("PATH", toys + "/broken/bin:" + toys + "/lying/bin:" + toys + "/good/bin");
        ToolchainMemory memory(m_root / "memory");
        const ToolchainCheck check = checkToolchain(toy(), **started, memory, std::stop_token());
        QVERIFY2(check.works, check.detail.c_str());
        QCOMPARE(check.version, std::string("toy 1.2"));
        QCOMPARE(check.toolchain.tool, toys + "/good/bin/" + Tool);
        // What is remembered needs no box.
        ToolchainMemory later(m_root / "memory");
        const auto chosen = chooseToolchain(toy(), **started, later, std::stop_token());
        QVERIFY(chosen.has_value());
        QCOMPARE(chosen->tool, toys + "/good/bin/" + Tool);
        ToolchainMemory none;
        QCOMPARE(chooseToolchain(toy(), **started, none, std::stop_token())->tool, toys + "/good/bin/" + Tool);
        fs::remove(m_root / "toys" / "good" / "bin" / Tool);
        ToolchainMemory again;
        const ToolchainCheck broken = checkToolchain(toy(), **started, again, std::stop_token());
        QVERIFY(!broken.works);
        QCOMPARE(broken.package, std::string("toy-compiler"));
        QCOMPARE(broken.detail, toys + "/broken/bin/" + Tool + ": its version command fails: broken");
    }
};

QTEST_GUILESS_MAIN(TestToolchain)
#include "test_toolchain.moc"
