// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/samples.h"

#include "app/core/statement/package_file.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <string_view>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

constexpr qint64 MostShown = 64 * 1024;
constexpr std::size_t MostSamples = 50;

QString translated(const char* phrase) {
    return QCoreApplication::translate("grindstone", phrase);
}

/// What is shown of one file.
struct Excerpt {
    QString text;
    bool cut = false;
};

/// A link may lead anywhere in the package, but not out of it.
bool isPackageFile(const fs::path& path, const fs::path& package) {
    std::error_code error;
    const fs::path real = fs::canonical(path, error);
    const fs::path root = error ? fs::path() : fs::canonical(package, error);
    return !error && std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first == root.end();
}

/// What the package wants to have shown instead of a file of its data; empty if there is none.
fs::path standIn(const fs::path& dataFile, const fs::path& package) {
    if (dataFile.empty()) {
        return {};
    }
    const fs::path statement = dataFile.string() + ".statement";
    const fs::path output = fs::path(dataFile).replace_extension(".out");
    if (isPackageFile(statement, package)) {
        return statement;
    }
    return dataFile.extension() == ".ans" && isPackageFile(output, package) ? output : fs::path();
}

Result<Excerpt> loadExcerpt(const fs::path& path) {
    const QByteArray bytes = TRY(readPackageFile(path, MostShown + 1));
    return Excerpt{harmlessText(bytes.left(MostShown)), bytes.size() > MostShown};
}

/// Empty for a case that has no such file.
Result<Excerpt> loadData(const fs::path& dataFile, const fs::path& package) {
    const fs::path instead = standIn(dataFile, package);
    return dataFile.empty() ? Excerpt() : loadExcerpt(instead.empty() ? dataFile : instead);
}

void append(SampleText& sample, const QString& heading, const Excerpt& excerpt) {
    sample.html += QStringLiteral("<h3>%1</h3>\n<pre>%2</pre>\n")
                       .arg(heading.toHtmlEscaped(), QString(excerpt.text).toHtmlEscaped());
    sample.markdown += QStringLiteral("### %1\n\n%2\n").arg(heading, asCodeBlock(excerpt.text));
    if (excerpt.cut) {
        const QString note = translated(QT_TRANSLATE_NOOP("grindstone", "Only the first 64 KiB are shown."));
        sample.html += QStringLiteral("<p><i>%1</i></p>\n").arg(note.toHtmlEscaped());
        sample.markdown += note + QStringLiteral("\n\n");
    }
}

/// What a program gets besides its standard input.
Result<void> appendOtherInput(SampleText& sample, const judge::TestCase& one, std::size_t number) {
    if (!one.arguments.empty()) {
        QStringList arguments;
        for (const std::string& argument : one.arguments) {
            arguments.append(QString::fromStdString(argument));
        }
        append(sample, translated(QT_TRANSLATE_NOOP("grindstone", "Sample arguments %1")).arg(number),
               {arguments.join(u'\n') + u'\n', false});
    }
    for (const judge::PackageFile& file : one.files) {
        const QString heading = translated(QT_TRANSLATE_NOOP("grindstone", "File %2 of sample %1"));
        append(sample, heading.arg(QString::number(number), QString::fromStdString(file.name)),
               TRY(loadExcerpt(file.path)));
    }
    return {};
}

Result<SampleText> loadCase(const judge::TestCase& one, std::size_t number, const judge::Problem& problem) {
    SampleText sample;
    const auto isShown = [&](const fs::path& file) {
        return !problem.interactive || !standIn(file, problem.folder).empty();
    };
    if (isShown(one.inputPath)) {
        append(sample, translated(QT_TRANSLATE_NOOP("grindstone", "Sample input %1")).arg(number),
               TRY(loadData(one.inputPath, problem.folder)));
    }
    TRY(appendOtherInput(sample, one, number));
    if (isShown(one.answerPath)) {
        append(sample, translated(QT_TRANSLATE_NOOP("grindstone", "Sample output %1")).arg(number),
               TRY(loadData(one.answerPath, problem.folder)));
    }
    return sample;
}

Result<SampleText> loadInteraction(const judge::SampleInteraction& one, std::size_t number) {
    SampleText sample;
    append(sample, translated(QT_TRANSLATE_NOOP("grindstone", "Sample interaction %1")).arg(number),
           TRY(loadExcerpt(one.path)));
    return sample;
}

/// What a sample is shown from: an interaction stands in for a case's data, of which an interactive problem shows none.
struct SampleSource {
    std::string name;
    const judge::TestCase* testCase = nullptr;
    const judge::SampleInteraction* interaction = nullptr;
};

/// The format lets a package show samples that are no test cases: `<name>.in.statement` without a `<name>.in`.
std::vector<judge::TestCase> findShownOnly(const judge::Problem& problem) {
    constexpr std::size_t MostEntries = 10'000;
    constexpr std::string_view Suffix = ".in.statement";
    std::vector<judge::TestCase> shown;
    std::error_code error;
    std::error_code ignored;
    std::size_t entries = 0;
    for (fs::directory_iterator entry(problem.folder / "data/sample", error), end;
         !error && entry != end && ++entries < MostEntries; entry.increment(error)) {
        const std::string path = entry->path().string();
        const std::string base = path.substr(0, path.size() - std::min(path.size(), Suffix.size()));
        if (path.ends_with(Suffix) && !fs::exists(base + ".in", ignored)) {
            judge::TestCase one;
            one.name = "sample/" + fs::path(base).filename().string();
            one.inputPath = base + ".in";
            one.answerPath = standIn(base + ".ans", problem.folder).empty() ? fs::path() : fs::path(base + ".ans");
            shown.push_back(one);
        }
    }
    return shown;
}

std::vector<SampleSource> sourcesOf(const judge::Problem& problem, const std::vector<judge::TestCase>& shownOnly) {
    std::map<std::string, SampleSource> byName;
    for (const judge::TestCase& one : shownOnly) {
        if (!standIn(one.inputPath, problem.folder).empty()) {
            byName[one.name] = {one.name, &one, nullptr};
        }
    }
    for (const judge::TestCase& one : problem.cases) {
        const bool shown = !problem.interactive || !standIn(one.inputPath, problem.folder).empty() ||
                           !standIn(one.answerPath, problem.folder).empty();
        if (one.sample && shown) {
            byName[one.name] = {one.name, &one, nullptr};
        }
    }
    for (const judge::SampleInteraction& one : problem.interactions) {
        byName[one.name] = {one.name, nullptr, &one};
    }
    std::vector<SampleSource> sources;
    for (const auto& [name, source] : byName) {
        sources.push_back(source);
    }
    return sources;
}

Result<SampleText> loadSample(const SampleSource& source, std::size_t number, const judge::Problem& problem) {
    return source.interaction != nullptr ? loadInteraction(*source.interaction, number)
                                         : loadCase(*source.testCase, number, problem);
}

SampleText remainder(std::size_t shown, std::size_t all) {
    const QString note = translated(QT_TRANSLATE_NOOP("grindstone", "%1 of %2 samples are shown.")).arg(shown).arg(all);
    return {QStringLiteral("<p><i>%1</i></p>\n").arg(note.toHtmlEscaped()), note + u'\n'};
}

} // namespace

Result<std::vector<SampleText>> loadSamples(const judge::Problem& problem) {
    std::vector<SampleText> samples;
    const std::vector<judge::TestCase> shownOnly = findShownOnly(problem);
    const std::vector<SampleSource> sources = sourcesOf(problem, shownOnly);
    for (const SampleSource& source : sources) {
        if (samples.size() == MostSamples) {
            samples.push_back(remainder(MostSamples, sources.size()));
            break;
        }
        samples.push_back(TRY(loadSample(source, samples.size() + 1, problem)));
    }
    return samples;
}

} // namespace grindstone::core
