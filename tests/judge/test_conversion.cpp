// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/conversion.h"
#include "tests/judge/temporary_package.h"

#include <QtTest>

using namespace grindstone;
using namespace grindstone::judge;

class TestConversion : public QObject {
    Q_OBJECT
private:
    TemporaryPackage m_folder;

    static std::string problem(const std::string& name, const std::string& group) {
        return "{\"name\": \"" + name + "\", \"group\": \"" + group +
               "\", \"tests\": [{\"input\": \"1\\n\", \"output\": \"2\\n\"}]}";
    }

    Result<std::optional<Conversion>> convert(const std::filesystem::path& source) const {
        const auto target = m_folder.outside() / "made";
        std::filesystem::remove_all(target);
        std::filesystem::create_directory(target);
        return convertSource(source, "given", target);
    }

    static std::string shown(const Result<std::optional<Conversion>>& conversion) {
        if (!conversion || !*conversion) {
            return conversion ? "nothing" : conversion.error().code + ": " + conversion.error().detail;
        }
        std::string text = "[" + (*conversion)->title + "]";
        for (const auto& package : (*conversion)->packages) {
            const Result<Problem> loaded = loadPackage(package);
            text += " " + package.filename().string() + "=" + (loaded ? loaded->name : loaded.error().detail);
        }
        return text;
    }

private Q_SLOTS:
    void init() {
        std::filesystem::remove_all(m_folder.path());
        std::filesystem::create_directory(m_folder.path());
    }

    void takesAFileOfCompanion() {
        m_folder.write("a.json", problem("Two Sums", "Club"));
        QCOMPARE(shown(convert(m_folder.path() / "a.json")), std::string("[Club] two-sums=Two Sums"));
    }

    void takesAFolderOfThem() {
        m_folder.write("a.json", problem("Sums", "Club"));
        m_folder.write("b.json", problem("Sums!", "Club"));
        QCOMPARE(shown(convert(m_folder.path())), std::string("[Club] sums=Sums sums-2=Sums!"));
        m_folder.write("c.json", problem("Other", "Elsewhere"));
        m_folder.write("d.json", problem("Last", ""));
        QCOMPARE(shown(convert(m_folder.path())), std::string("[] sums=Sums sums-2=Sums! other=Other last=Last"));
    }

    void takesAFolderOfPairs() {
        m_folder.write("1.in", "1\n");
        m_folder.write("1.out", "2\n");
        m_folder.write("notes.txt", "x\n");
        const auto conversion = convert(m_folder.path());
        QCOMPARE(shown(conversion), std::string("[] given=given"));
        QCOMPARE((*conversion)->pairs->leftOver, (std::vector<std::string>{"notes.txt"}));
    }

    void leavesEverythingElse() {
        m_folder.write("notes.txt", "x\n");
        QCOMPARE(shown(convert(m_folder.path())), std::string("nothing"));
        QCOMPARE(shown(convert(m_folder.path() / "notes.txt")), std::string("nothing"));
    }

    void namesTheFileThatIsWrong() {
        m_folder.write("a.json", problem("Sums", "Club"));
        m_folder.write("b.json", "[]");
        QCOMPARE(shown(convert(m_folder.path())),
                 std::string("package.invalid: b.json: this is no object of Competitive Companion's; give the JSON of "
                             "one problem, as the extension sends it"));
        m_folder.remove("b.json");
        m_folder.link("/etc/passwd", "b.json");
        QCOMPARE(shown(convert(m_folder.path())),
                 std::string("package.invalid: b.json: this link leads out of the package, to /etc/passwd; put the "
                             "file itself into the package"));
    }
};

QTEST_APPLESS_MAIN(TestConversion)
#include "test_conversion.moc"
