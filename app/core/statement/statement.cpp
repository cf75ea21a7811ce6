// SPDX-License-Identifier: GPL-3.0-or-later
// A statement's source may say where a sample belongs (`{{nextsample}}`, `{{remainingsamples}}`). For HTML such a place
// is marked by private-use characters while md4c works, which are taken out of the source before; then the mark is
// exchanged for the sample. Samples that the source doesn't place follow at the end.
#include "app/core/statement/statement.h"

#include "app/core/statement/footnotes.h"
#include "app/core/statement/html_text.h"
#include "app/core/statement/latex_text.h"
#include "app/core/statement/markdown.h"
#include "app/core/statement/package_file.h"
#include "app/core/statement/samples.h"
#include "app/core/statement/statement_choice.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace grindstone::core {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t LargestStatement = 2 * 1024 * 1024;
constexpr QChar MarkBegin(0xE000);
constexpr QChar MarkEnd(0xE001);

QString translated(const char* phrase) {
    return QCoreApplication::translate("grindstone", phrase);
}

Result<QString> loadText(const fs::path& path, const judge::Constants& constants, const judge::ConstantForm& form) {
    static const QRegularExpression OurMarks(QStringLiteral("[\\x{e000}-\\x{e00f}]"));
    const QByteArray bytes = TRY(readPackageFile(path, LargestStatement + 1));
    const auto filled = judge::withConstants(
        std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), constants, LargestStatement, form);
    if (!filled) {
        return fail("file.unreadable", path.string() + ": larger than 2 MiB");
    }
    return harmlessText(QByteArray::fromStdString(*filled)).remove(OurMarks);
}

Result<QString> loadLatex(const judge::Statement& statement, const judge::Constants& constants,
                          const LatexConverter& converter, std::stop_token stop) {
    const QString latex = TRY(loadText(statement.path, constants, judge::LatexConstant));
    const QString language = QString::fromStdString(statement.language);
    QString own = latexToMarkdown(latex, language);
    return converter ? converter(latex, language, own, std::move(stop)).value_or(own) : own;
}

QString pdfNote(const fs::path& file) {
    return translated(QT_TRANSLATE_NOOP("grindstone", "The statement is a PDF file:")) + QStringLiteral("\n\n`") +
           QString::fromStdString(file.string()) + QStringLiteral("`\n");
}

/// A statement's source as Markdown, whatever its format.
Result<QString> loadMarkdown(const judge::Statement* statement, const judge::Constants& constants,
                             const LatexConverter& converter, std::stop_token stop) {
    if (statement == nullptr) {
        return translated(QT_TRANSLATE_NOOP("grindstone", "This problem has no statement.")) + u'\n';
    }
    switch (statement->format) {
    case judge::StatementFormat::Markdown:
        return withFootnotes(TRY(loadText(statement->path, constants, judge::ConstantForm())));
    case judge::StatementFormat::Latex:
        return withFootnotes(TRY(loadLatex(*statement, constants, converter, std::move(stop))));
    case judge::StatementFormat::Html:
        return htmlToMarkdown(TRY(loadText(statement->path, {}, judge::ConstantForm())));
    case judge::StatementFormat::Text:
        return asCodeBlock(TRY(loadText(statement->path, {}, judge::ConstantForm())));
    case judge::StatementFormat::Pdf:
        break;
    }
    return pdfNote(statement->path);
}

/// Replaces the places of samples by marks and appends marks for those that have none.
QString markSamples(const QString& markdown, std::size_t count) {
    static const QRegularExpression Place(QStringLiteral("\\{\\{\\s*(nextsample|remainingsamples)\\s*\\}\\}"));
    std::size_t next = 0;
    const auto marks = [&](std::size_t until) {
        QString text;
        for (; next < until; ++next) {
            text += QStringLiteral("\n\n") + MarkBegin + QString::number(next) + MarkEnd + QStringLiteral("\n\n");
        }
        return text;
    };
    QString result;
    qsizetype at = 0;
    for (auto places = Place.globalMatch(markdown); places.hasNext();) {
        const QRegularExpressionMatch place = places.next();
        const bool one = place.capturedView(1) == QStringLiteral("nextsample");
        result += QStringView(markdown).sliced(at, place.capturedStart() - at);
        result += marks(one ? std::min(next + 1, count) : count);
        at = place.capturedEnd();
    }
    return result + markdown.sliced(at) + marks(count);
}

/// Exchanges the marks, and the paragraph around one, for the samples.
QString fillIn(QString text, const std::vector<SampleText>& samples, QString SampleText::*kind) {
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const QString mark = MarkBegin + QString::number(i) + MarkEnd;
        const QString paragraph = QStringLiteral("<p>%1</p>\n").arg(mark);
        text.replace(text.contains(paragraph) ? paragraph : mark, samples[i].*kind);
    }
    return text;
}

fs::path findPdf(const std::vector<judge::Statement>& statements, const std::string& language) {
    const auto isWanted = [&](const judge::Statement& one) {
        return one.format == judge::StatementFormat::Pdf && one.language == language;
    };
    const auto found = std::ranges::find_if(statements, isWanted);
    return found == statements.end() ? fs::path() : found->path;
}

} // namespace

Result<StatementDocument> loadStatement(const judge::Problem& problem, const QString& language,
                                        const LatexConverter& latexConverter, std::stop_token stop) {
    const judge::Statement* statement = chooseStatement(problem.statements, language);
    const std::vector<SampleText> samples = TRY(loadSamples(problem));
    const QString marked =
        markSamples(TRY(loadMarkdown(statement, problem.constants, latexConverter, std::move(stop))), samples.size());
    StatementDocument document;
    document.imageFolder = statement == nullptr ? problem.folder : statement->path.parent_path();
    document.html = fillIn(markdownToHtml(marked, {document.imageFolder, problem.folder}), samples, &SampleText::html);
    document.markdown = fillIn(marked, samples, &SampleText::markdown);
    document.languages = statementLanguages(problem.statements);
    if (statement != nullptr) {
        document.language = QString::fromStdString(statement->language);
        document.title = QString::fromStdString(statement->title);
        document.pdf = findPdf(problem.statements, statement->language);
    }
    return document;
}

} // namespace grindstone::core
