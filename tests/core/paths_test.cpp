// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/settings/paths.h"
#include "app/core/settings/settings.h"
#include "tests/core/folder.h"

#include <QTest>

#include <sys/stat.h>

using namespace grindstone;
using core::Paths;
using core::Settings;
using core::Theme;

class PathsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void putsAllFourUnderTheGivenHome();
    void followsTheXdgVariables();
    void ignoresRelativeXdgFolders();
    void listsPackRootsOwnFirst();
    void makesFoldersForTheOwnerAlone();
    void namesTheFolderThatCannotBeMade();
    void goesOnWithoutACache();
    void remembersSettings();
    void givesDefaultsForADamagedFile();
    void keepsLayoutApartFromChoices();
};

void PathsTest::init() {
    for (const char* name :
         {"GRINDSTONE_HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_DATA_DIRS"}) {
        qunsetenv(name);
    }
    qputenv("HOME", "/home/somebody");
}

void PathsTest::putsAllFourUnderTheGivenHome() {
    qputenv("GRINDSTONE_HOME", "/tmp/desk");
    const Paths paths = Paths::fromEnvironment();
    QCOMPARE(paths.data.string(), std::string("/tmp/desk/data"));
    QCOMPARE(paths.config.string(), std::string("/tmp/desk/config"));
    QCOMPARE(paths.state.string(), std::string("/tmp/desk/state"));
    QCOMPARE(paths.cache.string(), std::string("/tmp/desk/cache"));
    QCOMPARE(paths.database().string(), std::string("/tmp/desk/data/grindstone.sqlite"));
    QCOMPARE(paths.ownLanguages().string(), std::string("/tmp/desk/config/languages"));
}

void PathsTest::followsTheXdgVariables() {
    qputenv("XDG_DATA_HOME", "/xdg/data");
    const Paths paths = Paths::fromEnvironment();
    QCOMPARE(paths.data.string(), std::string("/xdg/data/grindstone"));
    QCOMPARE(paths.config.string(), std::string("/home/somebody/.config/grindstone"));
    QCOMPARE(paths.state.string(), std::string("/home/somebody/.local/state/grindstone"));
    QCOMPARE(paths.cache.string(), std::string("/home/somebody/.cache/grindstone"));
}

void PathsTest::ignoresRelativeXdgFolders() {
    qputenv("XDG_CACHE_HOME", "here");
    QCOMPARE(Paths::fromEnvironment().cache.string(), std::string("/home/somebody/.cache/grindstone"));
}

void PathsTest::listsPackRootsOwnFirst() {
    qputenv("XDG_DATA_DIRS", "/opt/share:relative::/usr/share");
    const auto roots = Paths::fromEnvironment().packRoots();
    QCOMPARE(roots.size(), std::size_t(4));
    QCOMPARE(roots[0].string(), std::string("/home/somebody/.local/share/grindstone/packs"));
    QCOMPARE(roots[1].string(), std::string("/opt/share/grindstone/packs"));
    QCOMPARE(roots[2].string(), std::string("/usr/share/grindstone/packs"));
    QVERIFY(roots[3].string().ends_with("/share/grindstone/problemsets"));
}

void PathsTest::makesFoldersForTheOwnerAlone() {
    const test::Folder home;
    qputenv("GRINDSTONE_HOME", QByteArray::fromStdString((home.path() / "a/b").string()));
    const Paths paths = Paths::fromEnvironment();
    QVERIFY(paths.ensure());
    QVERIFY(paths.ensure());
    for (const auto& folder : {paths.data, paths.config, paths.state, paths.cache}) {
        struct stat status {};
        QCOMPARE(::stat(folder.c_str(), &status), 0);
        QCOMPARE(status.st_mode & 07777U, 0700U);
    }
}

void PathsTest::namesTheFolderThatCannotBeMade() {
    const test::Folder home;
    home.write("desk", "a file");
    qputenv("GRINDSTONE_HOME", QByteArray::fromStdString((home.path() / "desk").string()));
    const auto made = Paths::fromEnvironment().ensure();
    QVERIFY(!made);
    QCOMPARE(made.error(), (Error{"home.unwritable", (home.path() / "desk/data").string() + ": Not a directory"}));
}

void PathsTest::goesOnWithoutACache() {
    const test::Folder home;
    home.write("taken", "a file");
    const Paths paths{home.path() / "data", home.path() / "config", home.path() / "state", home.path() / "taken/cache"};
    QVERIFY(paths.ensure());
    QVERIFY(std::filesystem::is_directory(paths.data));
}

void PathsTest::remembersSettings() {
    const test::Folder home;
    const Paths paths{home.path() / "data", home.path() / "config", home.path() / "state", home.path() / "cache"};
    QVERIFY(paths.ensure());
    {
        Settings settings(paths);
        QCOMPARE(settings.lastProblem(), QString());
        QCOMPARE(settings.theme(), Theme::System);
        settings.setLastProblem(u"starter/echo-sum"_qs);
        settings.setLastLanguage(u"python"_qs);
        settings.setTheme(Theme::Dark);
        settings.setLayout(u"window"_qs, QByteArray("\0\x01\xff binary", 10));
    }
    const Settings settings(paths);
    QCOMPARE(settings.lastProblem(), u"starter/echo-sum"_qs);
    QCOMPARE(settings.lastLanguage(), u"python"_qs);
    QCOMPARE(settings.theme(), Theme::Dark);
    QCOMPARE(settings.layout(u"window"_qs), QByteArray("\0\x01\xff binary", 10));
}

void PathsTest::givesDefaultsForADamagedFile() {
    const test::Folder home;
    const Paths paths{home.path(), home.path(), home.path(), home.path()};
    home.write("grindstone.ini", std::string("\0\xff[[[garbage\n=====\n[appearance]\ntheme=plaid\n", 44));
    const Settings settings(paths);
    QCOMPARE(settings.theme(), Theme::System);
    QCOMPARE(settings.lastLanguage(), QString());
}

void PathsTest::keepsLayoutApartFromChoices() {
    const test::Folder home;
    const Paths paths{home.path() / "data", home.path() / "config", home.path() / "state", home.path() / "cache"};
    QVERIFY(paths.ensure());
    Settings settings(paths);
    settings.setLayout(u"splitter"_qs, "xyz");
    settings.setLastProblem(u"p"_qs);
    QVERIFY(test::read(paths.state / "layout.ini").find("splitter") != std::string::npos);
    QVERIFY(test::read(paths.config / "grindstone.ini").find("splitter") == std::string::npos);
}

QTEST_GUILESS_MAIN(PathsTest)
#include "paths_test.moc"
