// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/samples.h"

#include "app/core/statement/package_file.h"

#include <QCoreApplication>

#include <map>

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

/// Empty for a case that has no input file.
Result<Excerpt> loadExcerpt(const fs::path& dataFile) {
    if (dataFile.empty()) {
        return Excerpt();
    }
    fs::path path = dataFile;
    path += ".statement";
    std::error_code error;
    if (!fs::exists(path, error)) {
        path = dataFile;
    }
    const QByteArray bytes = TRY(readPackageFile(path, MostShown + 1));
    return Excerpt{harmlessText(bytes.left(MostShown)), bytes.size() > MostShown};
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

Result<SampleText> loadSample(const judge::TestCase& one, std::size_t number) {
    SampleText sample;
    const Excerpt input = TRY(loadExcerpt(one.inputPath));
    const Excerpt answer = TRY(loadExcerpt(one.answerPath));
    append(sample, translated(QT_TRANSLATE_NOOP("grindstone", "Sample input %1")).arg(number), input);
    append(sample, translated(QT_TRANSLATE_NOOP("grindstone", "Sample output %1")).arg(number), answer);
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

std::vector<SampleSource> sourcesOf(const judge::Problem& problem) {
    std::map<std::string, SampleSource> byName;
    for (const judge::TestCase& one : problem.cases) {
        if (one.sample && !problem.interactive) {
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

Result<SampleText> loadSample(const SampleSource& source, std::size_t number) {
    return source.interaction != nullptr ? loadInteraction(*source.interaction, number)
                                         : loadSample(*source.testCase, number);
}

SampleText remainder(std::size_t shown, std::size_t all) {
    const QString note = translated(QT_TRANSLATE_NOOP("grindstone", "%1 of %2 samples are shown.")).arg(shown).arg(all);
    return {QStringLiteral("<p><i>%1</i></p>\n").arg(note.toHtmlEscaped()), note + u'\n'};
}

} // namespace

Result<std::vector<SampleText>> loadSamples(const judge::Problem& problem) {
    std::vector<SampleText> samples;
    const std::vector<SampleSource> sources = sourcesOf(problem);
    for (const SampleSource& source : sources) {
        if (samples.size() == MostSamples) {
            samples.push_back(remainder(MostSamples, sources.size()));
            break;
        }
        samples.push_back(TRY(loadSample(source, samples.size() + 1)));
    }
    return samples;
}

} // namespace grindstone::core
