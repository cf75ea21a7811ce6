// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/settings/sandbox_settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace grindstone;
using core::SandboxSettings;

class SandboxSettingsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void allowsNothingWhereNothingIsWritten();
    void hearsThePerson();
    void letsThePersonOverruleADefault();
    void letsNobodyOverruleALock();
    void takesTheLaterOfTwoPolicies();
    void namesFileAndLineOfAnError_data();
    void namesFileAndLineOfAnError();
    void refusesAFolderInPlaceOfTheFile();

private:
    void write(const QString& name, const QByteArray& text) const {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
    }
    std::string path(const QString& name) const { return m_folder->filePath(name).toStdString(); }
    Result<SandboxSettings> load() const {
        return core::loadSandboxSettings(path(u"settings.toml"_qs), path(u"policy.d"_qs));
    }
    void verify(bool allowed, bool locked, const QString& decidedBy) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SandboxSettingsTest::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkdir(u"policy.d"_qs));
}

void SandboxSettingsTest::verify(bool allowed, bool locked, const QString& decidedBy) const {
    const Result<SandboxSettings> settings = load();
    QVERIFY2(settings, settings ? "" : settings.error().detail.c_str());
    QCOMPARE(settings->allowNoNamespaces, allowed);
    QCOMPARE(settings->locked, locked);
    QCOMPARE(settings->decidedBy.string(), path(decidedBy));
}

void SandboxSettingsTest::allowsNothingWhereNothingIsWritten() {
    verify(false, false, u"settings.toml"_qs);
    QVERIFY(QDir(m_folder->path()).rmdir(u"policy.d"_qs));
    verify(false, false, u"settings.toml"_qs);
    write(u"settings.toml"_qs, "# nothing yet\n[sandbox]\n");
    verify(false, false, u"settings.toml"_qs);
}

void SandboxSettingsTest::hearsThePerson() {
    write(u"settings.toml"_qs, "[sandbox]\nallow_no_namespaces = true\n");
    verify(true, false, u"settings.toml"_qs);
}

void SandboxSettingsTest::letsThePersonOverruleADefault() {
    write(u"policy.d/10-school.json"_qs, R"({"defaults": {"sandbox": {"allow_no_namespaces": true}}})");
    verify(true, false, u"policy.d/10-school.json"_qs);
    write(u"settings.toml"_qs, "[sandbox]\nallow_no_namespaces = false\n");
    verify(false, false, u"settings.toml"_qs);
}

void SandboxSettingsTest::letsNobodyOverruleALock() {
    write(u"settings.toml"_qs, "[sandbox]\nallow_no_namespaces = true\n");
    write(u"policy.d/10-school.json"_qs, R"({"locked": {"sandbox": {"allow_no_namespaces": false}}})");
    verify(false, true, u"policy.d/10-school.json"_qs);
}

void SandboxSettingsTest::takesTheLaterOfTwoPolicies() {
    write(u"policy.d/20-room.json"_qs, R"({"locked": {"sandbox": {"allow_no_namespaces": true}}})");
    write(u"policy.d/10-school.json"_qs, R"({"locked": {"sandbox": {"allow_no_namespaces": false}}})");
    write(u"policy.d/30-notes.txt"_qs, "not a policy");
    verify(true, true, u"policy.d/20-room.json"_qs);
}

void SandboxSettingsTest::namesFileAndLineOfAnError_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("message"); // after the file's name
    const QString own = u"settings.toml"_qs;
    const QString policy = u"policy.d/a.json"_qs;
    QTest::newRow("no word for a truth") << own << QByteArray("[sandbox]\nallow_no_namespaces = \"yes\"\n")
                                         << u":2: sandbox.allow_no_namespaces: must be true or false"_qs;
    QTest::newRow("misspelt key") << own << QByteArray("\n[sandbox]\nallow_no_namespace = true\n")
                                  << u":3: sandbox.allow_no_namespace: is not a key that is known here"_qs;
    QTest::newRow("misspelt table") << own << QByteArray("[sandbocks]\n")
                                    << u":1: sandbocks: is not a key that is known here"_qs;
    QTest::newRow("no JSON") << policy << QByteArray("{\n\"locked\": \n}\n") << u":3: this is not JSON"_qs;
    QTest::newRow("empty policy") << policy << QByteArray() << u":1: this is not JSON"_qs;
    QTest::newRow("list") << policy << QByteArray("[]") << u": the file must be an object"_qs;
    QTest::newRow("misspelt part") << policy << QByteArray(R"({"lock": {}})")
                                   << u": the file has an unknown key \"lock\""_qs;
    QTest::newRow("misspelt room") << policy << QByteArray(R"({"locked": {"box": {}}})")
                                   << u": \"locked\" has an unknown key \"box\""_qs;
    QTest::newRow("number") << policy << QByteArray(R"({"locked": {"sandbox": {"allow_no_namespaces": 1}}})")
                            << u": \"locked.sandbox.allow_no_namespaces\" must be true or false"_qs;
}

void SandboxSettingsTest::namesFileAndLineOfAnError() {
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QString, message);
    write(file, text);
    const Result<SandboxSettings> settings = load();
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, std::string("settings.invalid"));
    QCOMPARE(QString::fromStdString(settings.error().detail), m_folder->filePath(file) + message);
}

void SandboxSettingsTest::refusesAFolderInPlaceOfTheFile() {
    QVERIFY(QDir(m_folder->path()).mkdir(u"settings.toml"_qs));
    const Result<SandboxSettings> settings = load();
    QVERIFY(!settings);
    QCOMPARE(settings.error().detail, path(u"settings.toml"_qs) + ": not a regular file");
}

QTEST_GUILESS_MAIN(SandboxSettingsTest)
#include "sandbox_settings_test.moc"
