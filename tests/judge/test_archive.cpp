// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/archive_format.h"
#include "judge/archive/extraction.h"
#include "tests/judge/archive_builder.h"

#include <QTest>

#include <sys/stat.h>

#include <functional>
#include <set>

using namespace grindstone;
using namespace grindstone::judge;
namespace fs = std::filesystem;
using Form = ArchiveBuilder::Form;
using Build = std::function<void(ArchiveBuilder&)>;

Q_DECLARE_METATYPE(ArchiveBuilder::Form)
Q_DECLARE_METATYPE(Build)

namespace {

Result<void> extracted(ArchiveBuilder& archive, const ExtractionLimits& limits = {}) {
    return extractArchive(archive.path(), archive.target(), limits, {}, {});
}

std::string content(const fs::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

unsigned modeOf(const fs::path& path) {
    struct stat status {};
    return ::lstat(path.c_str(), &status) == 0 ? status.st_mode & 07777 : 0;
}

/// "CODE: DETAIL" without the archive's own path, and what there is where the folder would have come.
QString failure(ArchiveBuilder& archive, const Result<void>& result) {
    if (result) {
        return QStringLiteral("extracted");
    }
    const std::string path = archive.path().string() + ": ";
    const std::string& detail = result.error().detail;
    const bool named = detail.compare(0, path.size(), path) == 0;
    const bool left = !fs::is_empty(archive.target().parent_path());
    return QString::fromStdString(result.error().code + ": " + (named ? detail.substr(path.size()) : "?? " + detail)) +
           (left ? QStringLiteral(" (and left something)") : QString());
}

/// Sets the flag of encryption in every header of a zip.
std::string encrypted(std::string bytes) {
    for (std::size_t at = 0; (at = bytes.find("PK\x03\x04", at)) != std::string::npos; at += 4) {
        bytes[at + 6] = static_cast<char>(bytes[at + 6] | 1);
    }
    for (std::size_t at = 0; (at = bytes.find("PK\x01\x02", at)) != std::string::npos; at += 4) {
        bytes[at + 8] = static_cast<char>(bytes[at + 8] | 1);
    }
    return bytes;
}

} // namespace

class TestArchive : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void extractsEveryForm_data();
    void extractsEveryForm();
    void tellsArchivesByTheirContent();
    void keepsLinksThatStayInside();
    void takesZipLinksForLinks();
    void normalizesModes();
    void takesNamesInAnyLocale();
    void takesFoldersThatNoEntryNames();
    void refusesUnsafeArchives_data();
    void refusesUnsafeArchives();
    void writesNothingThroughLinks();
    void refusesDamagedArchives_data();
    void refusesDamagedArchives();
    void looksAtChecksumsFarBehindTheTar();
    void refusesEncryptedZips();
    void refusesWhatIsTooLarge();
    void refusesBombsBeforeTheyAreWritten();
    void refusesWhatIsNoArchive();
    void replacesNothing();
    void leavesNothingWhenStopped();
    void tellsHowFarItIs();
};

void TestArchive::extractsEveryForm_data() {
    QTest::addColumn<Form>("form");
    QTest::newRow("zip") << Form::Zip;
    QTest::newRow("tar") << Form::Tar;
    QTest::newRow("pax tar") << Form::PaxTar;
    QTest::newRow("tar.gz") << Form::TarGz;
    QTest::newRow("tar.bz2") << Form::TarBz2;
    QTest::newRow("tar.xz") << Form::TarXz;
    QTest::newRow("tar.zst") << Form::TarZst;
}

void TestArchive::extractsEveryForm() {
    QFETCH(Form, form);
    ArchiveBuilder archive(form);
    const std::string large(3'000'000, 'x');
    archive.folder("sums/data").file("sums/problem.yaml", "name: Sums\n").file("./sums//data/1.in", large);
    archive.file("sums/data/1.ans", "").folder("./");
    const Result<void> result = extracted(archive);
    QVERIFY2(result, result ? "" : result.error().detail.c_str());
    QCOMPARE(content(archive.target() / "sums/problem.yaml"), "name: Sums\n");
    QVERIFY(content(archive.target() / "sums/data/1.in") == large);
    QCOMPARE(fs::file_size(archive.target() / "sums/data/1.ans"), 0U);
    QCOMPARE(std::distance(fs::directory_iterator(archive.target().parent_path()), {}), 1);
    QVERIFY(isArchive(archive.path()));
}

void TestArchive::tellsArchivesByTheirContent() {
    ArchiveBuilder zip(Form::Zip, "pack.txt");
    zip.file("a");
    QVERIFY(isArchive(zip.path()));
    ArchiveBuilder text(Form::Tar, "pack.zip");
    text.replace("PKnothing of the kind");
    QVERIFY(!isArchive(text.path()));
    QVERIFY(!isArchive(text.path().parent_path()));
    QVERIFY(!isArchive("/dev/null"));
    QVERIFY(!isArchive(text.path().parent_path() / "absent"));
}

void TestArchive::keepsLinksThatStayInside() {
    for (const Form form : {Form::Zip, Form::Tar, Form::PaxTar}) {
        ArchiveBuilder archive(form);
        archive.link("data/b/1.in", "../a/1.in").link("all", "data/a/").link("gone", "data/none");
        archive.file("data/a/1.in", "1 2\n");
        const Result<void> result = extracted(archive);
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(fs::read_symlink(archive.target() / "data/b/1.in"), fs::path("../a/1.in"));
        QCOMPARE(content(archive.target() / "data/b/1.in"), "1 2\n");
        QCOMPARE(content(archive.target() / "all/1.in"), "1 2\n");
        QVERIFY(fs::is_symlink(archive.target() / "gone"));
    }
    ArchiveBuilder archive(Form::Tar);
    archive.file("data/1.in", "1 2\n").hardLink("other/1.in", "data/1.in");
    QVERIFY(extracted(archive));
    QCOMPARE(content(archive.target() / "other/1.in"), "1 2\n");
}

/// A zip knows of links only by the mode of Unix; the target is the content, which may be compressed.
void TestArchive::takesZipLinksForLinks() {
    ArchiveBuilder archive;
    archive.file("a/1.in", "1 2\n").link("b/1.in", "../a/1.in");
    QVERIFY(extracted(archive));
    QVERIFY(fs::is_symlink(archive.target() / "b/1.in"));
}

void TestArchive::normalizesModes() {
    for (const Form form : {Form::Zip, Form::Tar}) {
        ArchiveBuilder archive(form);
        archive.file("plain", "x", 0600).file("program", "x", 04711).file("open", "x", 0666).file("shut", "x", 0);
        archive.folder("folder");
        QVERIFY(extracted(archive));
        QCOMPARE(modeOf(archive.target() / "plain"), 0644U);
        QCOMPARE(modeOf(archive.target() / "program"), 0755U);
        QCOMPARE(modeOf(archive.target() / "open"), 0644U);
        QCOMPARE(modeOf(archive.target() / "shut"), 0644U);
        QCOMPARE(modeOf(archive.target() / "folder"), 0755U);
        QCOMPARE(modeOf(archive.target()), 0755U);
    }
}

void TestArchive::takesNamesInAnyLocale() {
    const std::string locale = std::setlocale(LC_ALL, nullptr);
    std::setlocale(LC_ALL, "C.UTF-8");
    ArchiveBuilder zip;
    ArchiveBuilder tar(Form::PaxTar);
    for (ArchiveBuilder* archive : {&zip, &tar}) {
        archive->file("Größe/数.in", "1\n").link("ä", "Größe/数.in").path();
    }
    std::setlocale(LC_ALL, "C");
    for (ArchiveBuilder* archive : {&zip, &tar}) {
        const Result<void> result = extracted(*archive);
        QVERIFY2(result, result ? "" : result.error().detail.c_str());
        QCOMPARE(content(archive->target() / "ä"), "1\n");
    }
    std::setlocale(LC_ALL, locale.c_str());
}

void TestArchive::takesFoldersThatNoEntryNames() {
    ArchiveBuilder archive(Form::Tar);
    archive.file("a/b/c/d.in").folder("a/b").folder("a/b/");
    QVERIFY(extracted(archive));
    QVERIFY(fs::exists(archive.target() / "a/b/c/d.in"));
}

void TestArchive::refusesUnsafeArchives_data() {
    QTest::addColumn<Form>("form");
    QTest::addColumn<Build>("build");
    QTest::addColumn<QString>("message");
    const auto row = [](const char* name, Form form, Build build, const char* message) {
        QTest::newRow(name) << form << build << QStringLiteral("archive.unsafe: ") + QString::fromUtf8(message);
    };
    using B = ArchiveBuilder;
    row(
        "absolute path", Form::Tar, [](B& a) { a.file("/etc/x"); },
        "/etc/x: the path is absolute; pack again with paths that begin in the pack's folder");
    row(
        "absolute path of Windows", Form::Zip, [](B& a) { a.file("C:\\x/y"); },
        "C:\\x/y: the path is absolute; pack again with paths that begin in the pack's folder");
    row(
        "path that goes up", Form::Zip, [](B& a) { a.file("a").file("a/../../x"); },
        "a/../../x: the path goes up with \"..\"; pack again with paths that begin in the pack's folder");
    row(
        "folder that goes up", Form::Tar, [](B& a) { a.folder("../x"); },
        "../x/: the path goes up with \"..\"; pack again with paths that begin in the pack's folder");
    row(
        "nameless file", Form::Tar, [](B& a) { a.file("."); }, ".: the entry has no name; pack again");
    row(
        "control characters", Form::Tar, [](B& a) { a.file("a\nb\x1b[31m"); },
        "a\\x0ab\\x1b[31m: the name has control characters; rename it and pack again");
    row(
        "control character of two bytes", Form::Tar, [](B& a) { a.file("a\xc2\x9b"); },
        "a\xc2\x9b: the name has control characters; rename it and pack again");
    row(
        "not UTF-8", Form::Tar,
        [](B& a) {
            a.file("gr\xf6\xdf"
                   "e");
        },
        "gr\\xf6\\xdfe: the name is not UTF-8; rename it and pack again");
    row(
        "long name", Form::PaxTar, [](B& a) { a.file(std::string(256, 'a')); },
        (std::string(120, 'a') + "…" + std::string(60, 'a') +
         ": a name is longer than 255 bytes; shorten it and pack again")
            .c_str());
    const std::string deep = [] {
        std::string path = "a";
        for (int i = 0; i < 32; ++i) {
            path += "/a";
        }
        return path;
    }();
    row(
        "deep path", Form::Tar, [deep](B& a) { a.file(deep); },
        (deep + ": it lies more than 31 folders deep; put it higher and pack again").c_str());
    const std::string part(249, 'p');
    const std::string path = part + "/" + part + "/" + part + "/" + part + "/12";
    row(
        "long path", Form::PaxTar, [path](B& a) { a.file(path); },
        (part.substr(0, 120) + "…" + part.substr(0, 57) +
         "/12: the path is longer than 1000 bytes; shorten it and pack again")
            .c_str());
    row(
        "same name twice", Form::Zip, [](B& a) { a.file("a/b").file("./a//b"); },
        "./a//b: the archive has this name twice; leave one of them out");
    row(
        "file and folder", Form::Tar, [](B& a) { a.file("a").file("a/b"); },
        "a/b: a is a file in the archive, and a folder here; rename one of them");
    row(
        "folder and file", Form::Tar, [](B& a) { a.file("a/b").file("a"); },
        "a: this name is a folder in the archive, and a file; rename one of them");
    row(
        "link and folder", Form::Tar, [](B& a) { a.link("a", "b").folder("b").file("a/c"); },
        "a/c: a is a link in the archive, and a folder here; rename one of them");
    row(
        "names that look the same", Form::Tar, [](B& a) { a.file("\xc3\xa4/b").file("a\xcc\x88/c"); },
        "a\xcc\x88/c: another name looks the same and is written with other characters; rename one of them");
    row(
        "absolute link", Form::Zip, [](B& a) { a.link("a", "/etc/passwd"); },
        "a: this link leads out of the pack, to /etc/passwd; put the file itself into the pack");
    row(
        "link that goes up", Form::Tar, [](B& a) { a.link("a/b", "../../c"); },
        "a/b: this link leads out of the pack, to ../../c; put the file itself into the pack");
    row(
        "link that goes up through another", Form::Zip,
        [](B& a) { a.folder("a/b/c").link("x", "a/b/c/../../../up/file").link("up", "a/../.."); },
        "x: this link leads out of the pack, to a/b/c/../../../up/file; put the file itself into the pack");
    row(
        "link up from a linked folder", Form::Tar,
        [](B& a) { a.file("top").link("a/b/up", "../..").link("x", "a/b/up/../top"); },
        "x: this link leads out of the pack, to a/b/up/../top; put the file itself into the pack");
    row(
        "link in a circle", Form::Tar, [](B& a) { a.link("a", "b").link("b", "a"); },
        "a: this link leads in a circle or far around, to b; correct it and pack again");
    row(
        "link with a long target", Form::PaxTar, [](B& a) { a.link("a", std::string(1001, 'x')); },
        "a: this link's target cannot be a path; put the file itself into the pack");
    row(
        "hard link to nothing", Form::Tar, [](B& a) { a.hardLink("a", "b").file("b"); },
        "a: this hard link leads to b, which is no file of the archive before it; put the file itself into the pack");
    row(
        "hard link that leads out", Form::Tar, [](B& a) { a.hardLink("a", "/etc/passwd"); },
        "a: this hard link leads to /etc/passwd, which is no file of the archive before it; put the file itself into "
        "the "
        "pack");
    row(
        "hard link to a link", Form::Tar, [](B& a) { a.link("b", "/etc/passwd").hardLink("a", "b"); },
        "a: this hard link leads to b, which is no file of the archive before it; put the file itself into the pack");
    row(
        "device", Form::Tar, [](B& a) { a.special("null", AE_IFCHR); },
        "null: this is a device; a pack has files, folders and links only, so take it out");
    row(
        "disk", Form::Tar, [](B& a) { a.special("sda", AE_IFBLK); },
        "sda: this is a device; a pack has files, folders and links only, so take it out");
    row(
        "named pipe", Form::Tar, [](B& a) { a.special("pipe", AE_IFIFO); },
        "pipe: this is a named pipe; a pack has files, folders and links only, so take it out");
}

void TestArchive::refusesUnsafeArchives() {
    QFETCH(Form, form);
    QFETCH(Build, build);
    QFETCH(QString, message);
    ArchiveBuilder archive(form);
    build(archive);
    QCOMPARE(failure(archive, extracted(archive)), message);
}

void TestArchive::writesNothingThroughLinks() {
    const QTemporaryDir outside;
    const std::string folder = outside.path().toStdString();
    for (const Form form : {Form::Zip, Form::Tar}) {
        ArchiveBuilder archive(form);
        archive.link("a", folder).file("a/planted");
        QVERIFY(!extracted(archive));
        ArchiveBuilder replaced(form);
        replaced.link("planted", folder + "/planted").file("planted");
        QVERIFY(!extracted(replaced));
        QVERIFY(fs::is_empty(folder));
    }
}

void TestArchive::refusesDamagedArchives_data() {
    QTest::addColumn<Form>("form");
    QTest::addColumn<std::function<std::string(std::string)>>("damage");
    QTest::addColumn<QString>("message");
    using Damage = std::function<std::string(std::string)>;
    const auto row = [](const char* name, Form form, Damage damage, const char* message) {
        QTest::newRow(name) << form << damage << QStringLiteral("archive.damaged: ") + QString::fromUtf8(message);
    };
    const auto cut = [](std::size_t less) {
        return [less](std::string bytes) { return bytes.substr(0, bytes.size() - less); };
    };
    const Damage half = [](const std::string& bytes) { return bytes.substr(0, bytes.size() / 2); };
    const char* const endsEarly = "the archive ends here, too early; get it again, it is not whole";
    row(
        "empty file", Form::Zip, [](const std::string&) { return std::string(); }, "the file is empty; get it again");
    row("zip without its end", Form::Zip, cut(30),
        "the file ends before the zip's directory; get it again, it is not whole");
    row("half a zip", Form::Zip, half, "the file ends before the zip's directory; get it again, it is not whole");
    row("half a tar", Form::Tar, half, (std::string("random: ") + endsEarly).c_str());
    row("half a tar.gz", Form::TarGz, half, (std::string("random: ") + endsEarly).c_str());
    row("half a tar.bz2", Form::TarBz2, half, endsEarly); // One block, which begins before the name.
    row("half a tar.xz", Form::TarXz, half, (std::string("random: ") + endsEarly).c_str());
    row("half a tar.zst", Form::TarZst, half, (std::string("random: ") + endsEarly).c_str());
    row(
        "zip with a changed byte", Form::Zip,
        [](std::string bytes) {
            bytes[bytes.size() / 2] = static_cast<char>(~bytes[bytes.size() / 2]);
            return bytes;
        },
        "random: the data does not match its checksum; get the archive again");
    row(
        "tar.gz with another checksum", Form::TarGz,
        [](std::string bytes) {
            bytes[bytes.size() - 8] = static_cast<char>(~bytes[bytes.size() - 8]);
            return bytes;
        },
        "random: the data does not match its checksum; get the archive again");
    row(
        "directory elsewhere", Form::Zip,
        [](std::string bytes) {
            bytes[bytes.size() - 10] = static_cast<char>(bytes[bytes.size() - 10] + 3);
            return bytes;
        },
        "the zip's directory cannot be read; get the file again");
    row(
        "entries that overlap", Form::Zip,
        [](std::string bytes) { // Both rows of the directory lead to the first entry.
            const std::size_t second = bytes.rfind("PK\x01\x02");
            return bytes.replace(second + 42, 4, std::string(4, '\0'));
        },
        "the zip's directory names entries that overlap; get the file again");
}

/// What a tar is filled up with counts for the checksums, too.
void TestArchive::looksAtChecksumsFarBehindTheTar() {
    for (const Form form : {Form::Gz, Form::Xz}) {
        ArchiveBuilder tar(Form::Tar);
        tar.file("small");
        ArchiveBuilder archive(form);
        archive.file("bytes", tar.bytes() + std::string(8 << 20, '\0'));
        QVERIFY(extracted(archive));
        ArchiveBuilder damaged(form);
        std::string bytes = archive.bytes();
        const std::size_t checksum = form == Form::Gz ? bytes.size() - 8 : bytes.size() - 40;
        bytes[checksum] = static_cast<char>(~bytes[checksum]);
        damaged.replace(bytes);
        QCOMPARE(failure(damaged, extracted(damaged)).section(u':', 0, 0), QStringLiteral("archive.damaged"));
    }
}

void TestArchive::refusesDamagedArchives() {
    QFETCH(Form, form);
    QFETCH(std::function<std::string(std::string)>, damage);
    QFETCH(QString, message);
    ArchiveBuilder archive(form);
    std::string random(300'000, '\0');
    unsigned state = 1;
    for (char& byte : random) {
        byte = static_cast<char>((state = state * 1664525 + 1013904223) >> 24);
    }
    archive.file("random", random).file("small");
    archive.replace(damage(archive.bytes()));
    QCOMPARE(failure(archive, extracted(archive)), message);
}

void TestArchive::refusesEncryptedZips() {
    ArchiveBuilder archive;
    archive.file("secret/1.in");
    archive.replace(encrypted(archive.bytes()));
    QCOMPARE(failure(archive, extracted(archive)),
             QStringLiteral("archive.encrypted: secret/1.in: this entry is encrypted; pack again without a password"));
}

void TestArchive::refusesWhatIsTooLarge() {
    ExtractionLimits limits;
    limits.entries = 2;
    limits.content = Bytes::mib(1);
    for (const Form form : {Form::Zip, Form::Tar}) {
        ArchiveBuilder many(form);
        many.file("a").file("b").file("c");
        QCOMPARE(failure(many, extracted(many, limits)).section(QStringLiteral(": "), -1),
                 QStringLiteral("it has more than 2 entries; split the pack into smaller ones"));
        ArchiveBuilder large(form);
        large.zeros("a", 600'000).zeros("b", 600'000);
        QCOMPARE(
            failure(large, extracted(large, limits)),
            (form == Form::Zip ? QStringLiteral("archive.too-large: ") : QStringLiteral("archive.too-large: b: ")) +
                QStringLiteral("its files have more than 1 MiB together; split the pack into smaller ones"));
    }
}

void TestArchive::refusesBombsBeforeTheyAreWritten() {
    ExtractionLimits limits;
    limits.ratioFrom = Bytes::mib(4);
    for (const Form form : {Form::Zip, Form::TarGz, Form::TarXz}) {
        ArchiveBuilder harmless(form);
        harmless.zeros("a", 3 << 20);
        QVERIFY(extracted(harmless, limits));
        ArchiveBuilder bomb(form);
        bomb.zeros("a", 20 << 20);
        const QString message = failure(bomb, extracted(bomb, limits));
        QCOMPARE(
            message.section(QStringLiteral(": "), -1),
            QStringLiteral("its files have more than 250 times the size of the archive, as only archives have that "
                           "are made to fill disks"));
        QVERIFY(message.startsWith(QStringLiteral("archive.too-large: ")));
    }
}

void TestArchive::refusesWhatIsNoArchive() {
    ArchiveBuilder archive;
    archive.replace("This is a letter.\n");
    QCOMPARE(
        failure(archive, extracted(archive)),
        QStringLiteral("archive.unknown: this is no archive that can be read here; give a zip, or a tar that may be "
                       "compressed with gzip, bzip2, xz or zstd"));
    ArchiveBuilder gzip(Form::TarGz);
    gzip.file("a");
    gzip.replace(std::string("\x1f\x8b\x08\0\0\0\0\0\0\x03\xcb\xc8\xe4\x02\0\x7a\x7a\x6f\xed\x03\0\0\0", 23)); // "hi\n"
    QCOMPARE(failure(gzip, extracted(gzip)).section(u':', 0, 0), QStringLiteral("archive.unknown"));
    const fs::path folder = archive.path().parent_path();
    const Result<void> result = extractArchive(folder, archive.target(), {}, {}, {});
    QCOMPARE(result.error().detail, folder.string() + ": this is a folder, not an archive; name a file");
    QCOMPARE(extractArchive(folder / "none", archive.target(), {}, {}, {}).error().detail,
             (folder / "none").string() + ": there is no such file; check the path");
}

void TestArchive::replacesNothing() {
    ArchiveBuilder archive;
    archive.file("new");
    fs::create_directories(archive.target());
    std::ofstream(archive.target() / "old") << "old";
    const Result<void> result = extracted(archive);
    QVERIFY(!result);
    QCOMPARE(result.error().code, "archive.unwritable");
    QVERIFY(fs::exists(archive.target() / "old"));
    QVERIFY(!fs::exists(archive.target() / "new"));
}

void TestArchive::leavesNothingWhenStopped() {
    ArchiveBuilder archive(Form::Tar);
    archive.zeros("a", 1 << 20).zeros("b", 1 << 20);
    std::stop_source stop;
    const ExtractionSink sink = [&stop](const ExtractionProgress& progress) {
        if (progress.content.count() > 0) {
            stop.request_stop();
        }
        QTest::qSleep(60); // Long enough for the next call to be due.
    };
    const Result<void> result = extractArchive(archive.path(), archive.target(), {}, sink, stop.get_token());
    QCOMPARE(failure(archive, result), QStringLiteral("interrupted: nothing was extracted"));
}

void TestArchive::tellsHowFarItIs() {
    for (const Form form : {Form::Zip, Form::TarGz}) {
        ArchiveBuilder archive(form);
        archive.zeros("a", 1 << 20).zeros("b", 1 << 20);
        std::vector<double> shares;
        const ExtractionSink sink = [&shares](const ExtractionProgress& progress) {
            shares.push_back(progress.share);
            QTest::qSleep(60); // Long enough for the next call to be due.
        };
        QVERIFY(extractArchive(archive.path(), archive.target(), {}, sink, {}));
        QVERIFY(shares.size() > 1);
        QVERIFY(std::is_sorted(shares.begin(), shares.end()));
        QVERIFY(shares.back() <= 1);
    }
}

QTEST_GUILESS_MAIN(TestArchive)
#include "test_archive.moc"
