// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/submission.h"
#include "judge/text/base64.h"
#include "judge/text/utf8.h"

#include <QTemporaryDir>
#include <QtTest>

#include <sys/stat.h>

#include <fstream>

using namespace grindstone;
using namespace grindstone::judge;

namespace fs = std::filesystem;

class TestSubmission : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    fs::path write(const std::string& name, const std::string& text) const {
        const fs::path path = root() / name;
        fs::create_directories(path.parent_path());
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    fs::path root() const { return m_folder->path().toStdString(); }
    static void verifyFails(const fs::path& path, const std::string& code, const std::string& detail) {
        const auto sources = loadSources(path, Bytes::kib(4));
        QVERIFY(!sources);
        QCOMPARE(sources.error().code, code);
        QCOMPARE(sources.error().detail, detail);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void readsOneFile() {
        const auto sources = loadSources(write("a.cpp", "int main() {}\n"), Bytes(14));
        QVERIFY(sources.has_value());
        QCOMPARE(sources->size(), std::size_t(1));
        QCOMPARE(sources->front().name, std::string("a.cpp"));
        QCOMPARE(sources->front().content, std::string("int main() {}\n"));
    }
    void readsAFolderInOrderWithoutLeftovers() {
        write("s/main.py", "import lib.x\n");
        write("s/lib/x.py", "");
        write("s/.git/config", "\xFF");
        write("s/__pycache__/x.pyc", "\xFF");
        const auto sources = loadSources(root() / "s", Bytes::kib(4));
        QVERIFY2(sources.has_value(), sources ? "" : sources.error().detail.c_str());
        QCOMPARE(sources->size(), std::size_t(2));
        QCOMPARE((*sources)[0].name, std::string("lib/x.py"));
        QCOMPARE((*sources)[1].name, std::string("main.py"));
    }
    void saysWhatIsWrongWithAFile() {
        const std::string at = root().string();
        verifyFails(root() / "none.c", "source.unreadable", at + "/none.c: No such file or directory");
        verifyFails(write("e.c", ""), "source.empty", "e.c: nothing in it but blanks");
        verifyFails(write("b.c", " \n\t\r\n"), "source.empty", "b.c: nothing in it but blanks");
        verifyFails(write("u.c", "a\nb\nx\xE4y\n"), "source.not-utf8", "u.c:3: a byte that isn't UTF-8 text");
        verifyFails(write("l.c", std::string(4097, 'x')), "source.too-large",
                    at + "/l.c: larger than the 4 KiB that the problem allows for source code");
        ::mkfifo((root() / "fifo.c").c_str(), 0600);
        verifyFails(root() / "fifo.c", "source.unreadable", at + "/fifo.c: not a regular file");
        verifyFails("/dev/zero", "source.unreadable", "/dev/zero: not a regular file");
    }
    void saysWhatIsWrongWithAFolder() {
        const std::string at = root().string();
        fs::create_directory(root() / "empty");
        verifyFails(root() / "empty", "source.empty", at + "/empty: no source file in this folder");
        write("big/a.c", std::string(3000, 'x'));
        write("big/b.c", std::string(3000, 'x'));
        verifyFails(root() / "big", "source.too-large",
                    at + "/big: larger than the 4 KiB that the problem allows for source code");
        write("linked/a.c", "x");
        fs::create_symlink("/etc/passwd", root() / "linked/b.c");
        verifyFails(root() / "linked", "source.unreadable",
                    at + "/linked/b.c: a symbolic link, which a submission can't hold");
        for (int i = 0; i <= 200; ++i) {
            write("many/" + std::to_string(i), "x");
        }
        verifyFails(root() / "many", "source.too-large", at + "/many: more than 200 files");
    }
    void letsNulPass() {
        const std::string text("print(1)\0", 9);
        QCOMPARE(loadSources(write("n.py", text), Bytes::kib(4))->front().content, text);
    }
    void refusesNamesThatLeaveTheBox_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"", "../a.c", "a/../../b.c", "/etc/x.c", "a/", "a\nb.c"}) {
            QTest::newRow(name) << QString::fromLatin1(name);
        }
    }
    void refusesNamesThatLeaveTheBox() {
        QFETCH(QString, name);
        const auto checked = checkSources({{name.toStdString(), "x"}}, Bytes::kib(4));
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, std::string("source.bad-name"));
    }
    void checksTextInMemory() {
        QCOMPARE(checkSources({}, Bytes(9)).error().code, std::string("source.empty"));
        QVERIFY(checkSources({{"a.c", "12345"}, {"b.c", "6789"}}, Bytes(9)).has_value());
        QCOMPARE(checkSources({{"a.c", "12345"}, {"b.c", "67890"}}, Bytes(9)).error().code,
                 std::string("source.too-large"));
        QVERIFY(checkSources({{"ä.c", "x"}}, Bytes(9)).has_value());
    }

    void findsTheFirstByteThatIsNotUtf8_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("bad");
        QTest::newRow("plain") << QByteArray("abc") << -1;
        QTest::newRow("2, 3 and 4 bytes") << QByteArray("\xC3\xA4\xE2\x82\xAC\xF0\x9F\x99\x82") << -1;
        QTest::newRow("NUL") << QByteArray("a\0b", 3) << -1;
        QTest::newRow("Latin-1") << QByteArray("ab\xE4 x") << 2;
        QTest::newRow("overlong") << QByteArray("\xC0\xAF") << 0;
        QTest::newRow("overlong, 3 bytes") << QByteArray("a\xE0\x80\xAF") << 1;
        QTest::newRow("surrogate") << QByteArray("\xED\xA0\x80") << 0;
        QTest::newRow("beyond Unicode") << QByteArray("\xF4\x90\x80\x80") << 0;
        QTest::newRow("torn") << QByteArray("a\xE2\x82") << 1;
    }
    void findsTheFirstByteThatIsNotUtf8() {
        QFETCH(QByteArray, text);
        QFETCH(int, bad);
        const auto found = findInvalidUtf8(text.toStdString());
        QCOMPARE(found ? static_cast<int>(*found) : -1, bad);
        QCOMPARE(findInvalidUtf8(toValidUtf8(text.toStdString())), std::optional<std::size_t>());
    }
    void cutsBetweenCharacters() {
        const std::string text = "a\xE2\x82\xAC"
                                 "b";
        QCOMPARE(std::string(cutUtf8(text, 9)), text);
        QCOMPARE(std::string(cutUtf8(text, 4)), text.substr(0, 4));
        QCOMPARE(std::string(cutUtf8(text, 3)), std::string("a"));
        QCOMPARE(std::string(cutUtf8(text, 2)), std::string("a"));
        QCOMPARE(std::string(cutUtf8("\x80\x80\x80\x80\x80", 4)), std::string("\x80\x80\x80\x80"));
        QCOMPARE(std::string(cutUtf8(text, 0)), std::string());
    }
    void encodesBase64() {
        QCOMPARE(toBase64(""), std::string(""));
        QCOMPARE(toBase64("f"), std::string("Zg=="));
        QCOMPARE(toBase64("fo"), std::string("Zm8="));
        QCOMPARE(toBase64("foo"), std::string("Zm9v"));
        QCOMPARE(toBase64("\xFF\xFE\xFD\xFC"), std::string("//79/A=="));
    }
};

QTEST_GUILESS_MAIN(TestSubmission)
#include "test_submission.moc"
