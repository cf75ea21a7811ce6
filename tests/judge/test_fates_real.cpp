// SPDX-License-Identifier: GPL-3.0-or-later
// Every fate that a program can meet, in each of several languages: test_fates_real LANGUAGE. fates/fates.EXTENSION is
// a program that reads the name of a fate and meets it; fates/expected.txt says what must become of it.
#include "app/core/text/text.h"
#include "judge/engine/judge.h"
#include "judge/language/toolchain.h"
#include "sandbox/sandbox.h"
#include "tests/support/wanted_tier.h"

#include <nlohmann/json.hpp>

#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <fstream>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;

namespace {

constexpr const char* AllLanguages = "c cpp python3 java javascript go rust";

struct Expectation {
    QString fate;
    QStringList verdicts; ///< the second only where no cgroup bounds memory
    QString sentence;     ///< a regular expression
};

QString dataFolder() {
    return QCoreApplication::applicationFilePath() + QStringLiteral(".data");
}

std::string readFile(const QString& path) {
    std::ifstream file(path.toStdString(), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<Expectation> expectationsOf(const QString& language) {
    std::vector<Expectation> found;
    std::istringstream table(readFile(dataFolder() + QStringLiteral("/expected.txt")));
    for (std::string text; std::getline(table, text);) {
        const QStringList fields = QString::fromStdString(text).split(u'|');
        if (text.starts_with('#') || fields.size() < 4) {
            continue;
        }
        const QString languages = fields[1].trimmed();
        const QString wanted = languages == u"all" ? QString::fromLatin1(AllLanguages) : languages;
        if (wanted.split(u' ').contains(language)) {
            const QString sentence = fields.mid(3).join(u'|').trimmed();
            found.push_back({fields[0].trimmed(), fields[2].trimmed().split(u'/'), sentence});
        }
    }
    return found;
}

} // namespace

class TestFatesReal : public QObject {
    Q_OBJECT
public:
    explicit TestFatesReal(const QString& language) : m_language(language), m_expected(expectationsOf(language)) {}

private:
    QString m_language;
    std::vector<Expectation> m_expected;
    QTemporaryDir m_folder;
    LanguageCatalogue m_languages;
    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    Report m_report;

    std::string write(const std::string& name, const std::string& text) const {
        const std::string path = m_folder.path().toStdString() + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    /// A case for each fate. Its input is the fate's name, its answer 3.
    std::shared_ptr<Problem> problem() const {
        auto problem = std::make_shared<Problem>();
        problem->slug = "fates";
        problem->limits.cpuTime = 800ms;
        problem->limits.memory = Bytes::mib(256);
        problem->limits.output = Bytes::mib(1);
        for (const Expectation& expected : m_expected) {
            TestCase testCase;
            testCase.name = expected.fate.toStdString();
            testCase.inputPath = write(testCase.name + ".in", testCase.name + "\n");
            testCase.answerPath = write("answer", "3\n");
            problem->cases.push_back(testCase);
        }
        return problem;
    }
    JudgeRequest request() const {
        const std::string extension = m_languages.find(m_language.toStdString())->extensions.front();
        const QString name = m_language == u"java" ? QStringLiteral("Fates") : QStringLiteral("fates");
        const std::string file = name.toStdString() + extension;
        JudgeRequest request;
        request.problem = problem();
        request.problemId = "test/fates";
        request.language = m_language.toStdString();
        request.sources = {{file, readFile(dataFolder() + u'/' + QString::fromStdString(file))}};
        request.allCases = true;
        return request;
    }
    const CaseResult& caseOf(const QString& fate) const {
        return *std::ranges::find(m_report.cases, fate.toStdString(), &CaseResult::name);
    }
    QString sentenceOf(const CaseResult& result) const {
        return core::text::caseMessage(result, m_report.limits, core::text::Wording::English);
    }

private Q_SLOTS:
    void initTestCase() {
        QVERIFY2(!m_expected.empty(), "no fate of this language is expected");
        auto started = sandbox::Sandbox::start(sandbox::findHelper(), tests::wantedTier());
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_sandbox = *std::move(started);
        m_languages = LanguageCatalogue::load({findResources() / "languages"});
        const Language* language = m_languages.find(m_language.toStdString());
        QVERIFY(language);
        if (const auto toolchain = findToolchain(*language); !toolchain) {
            QSKIP(toolchain.error().detail.c_str());
        }
        Judge judge(*m_sandbox, m_sandbox->capabilities(), m_languages, JudgeOptions{2, {}});
        m_report = judge.judge(request(), {}, std::stop_token());
        QVERIFY2(m_report.compile.ok, m_report.compile.output.c_str());
        QVERIFY2(!m_report.error, m_report.error ? m_report.error->detail.c_str() : "");
        QCOMPARE(m_report.cases.size(), m_expected.size());
    }

    void meetsItsVerdict_data() {
        QTest::addColumn<QStringList>("verdicts");
        QTest::addColumn<QString>("sentence");
        for (const Expectation& expected : m_expected) {
            QTest::newRow(qPrintable(expected.fate)) << expected.verdicts << expected.sentence;
        }
    }
    void meetsItsVerdict() {
        QFETCH(QStringList, verdicts);
        QFETCH(QString, sentence);
        const CaseResult& result = caseOf(QString::fromLatin1(QTest::currentDataTag()));
        const QString got = QString::fromStdString(std::string(code(*result.verdict)));
        const QString said = sentenceOf(result);
        const bool approximate = m_report.memorySource == sandbox::MemorySource::Readings;
        if (got != verdicts.front() && approximate && verdicts.mid(1).contains(got)) {
            QVERIFY(!said.isEmpty());
            return;
        }
        QVERIFY2(got == verdicts.front(), qPrintable(got + QStringLiteral(": ") + said));
        // A machine with much else to do may not give a loop its CPU time before the wall limit.
        const bool starved = result.limit == sandbox::LimitHit::Wall && !result.idle;
        const QRegularExpression whole(QRegularExpression::anchoredPattern(sentence));
        QVERIFY2(whole.isValid(), qPrintable(whole.errorString()));
        QVERIFY2(whole.match(said).hasMatch() || (starved && sentence.startsWith(u"stopped after")), qPrintable(said));
    }

    void tellsItInValidJson() {
        const std::string text = toJson(m_report, core::text::jsonOptions(true)).dump();
        const auto json = nlohmann::json::parse(text);
        QCOMPARE(json["cases"].size(), m_expected.size());
        const auto bytes = std::ranges::find(json["cases"], "bytes", [](const auto& one) { return one["name"]; });
        QVERIFY((*bytes)["actual"].template get<std::string>() == std::string("3\0\xEF\xBF\xBD\xEF\xBF\xBD(\n", 10));
        QCOMPARE((*bytes)["actual_base64"].template get<std::string>(), std::string("MwD/wygK"));
        for (const auto& one : json["cases"]) {
            const bool failed = one["verdict"] != "AC";
            QVERIFY2(failed == !one["message"].template get<std::string>().empty(), one.dump().c_str());
            const bool atLimit = one["verdict"] == "TLE" || one["verdict"] == "MLE" || one["verdict"] == "OLE";
            QVERIFY2(atLimit == !one["limit_hit"].is_null(), one.dump().c_str());
            QVERIFY2(one["verdict"] != "RE" || one["signal"].is_null() != one["exit_code"].is_null(),
                     one.dump().c_str());
        }
    }
};

int main(int argc, char** argv) {
    const QString language = QString::fromLocal8Bit(argc > 1 ? argv[1] : "");
    QCoreApplication application(argc, argv);
    TestFatesReal test(language);
    // The language is not for Qt Test, which would take it for the name of a test function.
    std::vector<char*> rest(argv, argv + argc);
    rest.erase(rest.begin() + (argc > 1 ? 1 : 0), rest.begin() + (argc > 1 ? 2 : 0));
    return QTest::qExec(&test, static_cast<int>(rest.size()), rest.data());
}

#include "test_fates_real.moc"
