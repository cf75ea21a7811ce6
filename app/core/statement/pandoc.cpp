// SPDX-License-Identifier: GPL-3.0-or-later
// pandoc knows LaTeX, but not what Kattis and Polygon add to it. So it gets the statement with its macros put in
// already, behind definitions that say in LaTeX what those commands are. What comes back is taken only when it is not
// poorer than what our own converter makes: pandoc drops what it doesn't know.
#include "app/core/statement/pandoc.h"

#include "app/core/statement/latex_commands.h"
#include "app/core/statement/latex_macros.h"
#include "app/core/statement/package_file.h"
#include "sandbox/profiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <unistd.h>

namespace grindstone::core {

namespace {

constexpr const char* Program = "/usr/bin/pandoc";
constexpr const char* Recipe = "1"; ///< changes with the arguments and the definitions
constexpr qsizetype LargestInput = 1 << 20;
constexpr qsizetype LargestResult = 4 << 20;
constexpr qsizetype MostKept = 500; ///< in memory; on disk, after which all goes
constexpr QChar NextSample(0xe004);
constexpr QChar RemainingSamples(0xe005);

std::vector<std::string> command() {
    return {Program,        "--sandbox",
            "--from=latex", "--to=gfm-raw_html+tex_math_dollars",
            "--wrap=none",  "--shift-heading-level-by=1",
            "+RTS",         "-M400m",
            "-RTS"};
}

sandbox::LaunchSpec specFor(int input) {
    using namespace std::chrono_literals;
    sandbox::LaunchSpec spec = sandbox::compilingSpec({5s, 10s, Bytes::mib(512)});
    spec.arguments = command();
    spec.environment = {"LANG=C.UTF-8", "HOME=/work", "PATH=/usr/bin"};
    spec.standardInput = input;
    spec.limits.output = Bytes(static_cast<std::uint64_t>(LargestResult));
    return spec;
}

QByteArray contentOf(const sandbox::Capture& capture) {
    QByteArray bytes(static_cast<qsizetype>(std::min<std::uint64_t>(capture.size.count(), LargestResult)), '\0');
    const ssize_t count = ::pread(capture.file.get(), bytes.data(), static_cast<std::size_t>(bytes.size()), 0);
    bytes.resize(std::max<ssize_t>(count, 0));
    return bytes;
}

QString headingDefinitions(const QString& language) {
    QString text;
    for (const QString& name : {u"Input"_qs, u"Output"_qs, u"Interaction"_qs}) {
        text += u"\\newenvironment{%1}{\\section*{%2}}{}\n"_qs.arg(name, latexHeading(name, language));
    }
    for (const QString& name : {u"InputFile"_qs, u"OutputFile"_qs, u"Interaction"_qs, u"Scoring"_qs, u"Note"_qs}) {
        text += u"\\newcommand{\\%1}{\\section*{%2}}\n"_qs.arg(name, latexHeading(name, language));
    }
    return text;
}

QString definitions(const QString& language) {
    return headingDefinitions(language) +
           u"\\newcommand{\\problemname}[1]{}\n\\newenvironment{problem}[5]{}{}\n"
           "\\newcommand{\\illustration}[3]{\n\n\\includegraphics{#2}\n\n\\emph{#3}\n\n}\n"
           "\\newcommand{\\exmp}[2]{}\n\\newcommand{\\exmpfile}[2]{}\n"
           "\\newcommand{\\Example}{}\n\\newcommand{\\Examples}{}\n"
           "\\newcommand{\\nextsample}{\n\n%1\n\n}\n\\newcommand{\\remainingsamples}{\n\n%2\n\n}\n"
           "\\newenvironment{example}{\n\n%2\n\n}{}\n"_qs.arg(NextSample)
               .arg(RemainingSamples);
}

/// A bar in a formula would end a table's cell.
QString withFormulasWhole(const QString& row) {
    QString result;
    bool formula = false;
    for (const QChar one : row) {
        formula = one == u'$' ? !formula : formula;
        result += formula && one == u'|' ? u"\\vert "_qs : QString(one);
    }
    return result;
}

QString afterwards(const QString& markdown) {
    static const QRegularExpression Division(u"^ *</?div[^>]*>$"_qs);
    QStringList lines;
    for (const QString& line : markdown.split(u'\n')) {
        if (!Division.match(line).hasMatch()) {
            lines.append(line.startsWith(u'|') ? withFormulasWhole(line) : line);
        }
    }
    static const QRegularExpression Unnamed(u"!\\[image\\]\\(([^)]*)\\)"_qs);
    static const QRegularExpression Captioned(u"^!\\[((?!image\\]).+)\\]\\(([^)]*)\\)$"_qs,
                                              QRegularExpression::MultilineOption);
    return lines.join(u'\n')
        .replace(Captioned, u"![\\2](\\2)\n\n*\\1*"_qs)
        .replace(Unnamed, u"![\\1](\\1)"_qs)
        .replace(NextSample, u"{{nextsample}}"_qs)
        .replace(RemainingSamples, u"{{remainingsamples}}"_qs);
}

/// But for what stands for pictures.
qsizetype letters(QString text) {
    static const QRegularExpression Alternative(u"!\\[[^\\]]*\\]"_qs);
    return std::ranges::count_if(text.remove(Alternative), [](QChar one) { return one.isLetterOrNumber(); });
}

/// Whether it shows as much as what our own converter makes.
bool isAsRich(const QString& markdown, const QString& own) {
    for (const QString& part : {u"!["_qs, u"{{"_qs, u"\n|"_qs}) {
        if (markdown.count(part) < own.count(part)) {
            return false;
        }
    }
    return !markdown.contains(u"[TABLE]"_qs) && letters(markdown) * 100 >= letters(own) * 99;
}

QByteArray keyOf(const QByteArray& latex) {
    const QFileInfo program(QString::fromLatin1(Program));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArray(Recipe) + '\0' + QByteArray::number(program.size()) + '\0' +
                 QByteArray::number(program.lastModified().toMSecsSinceEpoch()) + '\0' + latex);
    return hash.result().toHex();
}

} // namespace

PandocConverter::PandocConverter(Boxes boxes, std::filesystem::path cacheFolder)
    : m_boxes(std::move(boxes)), m_cacheFolder(std::move(cacheFolder)) {}

bool PandocConverter::isInstalled() {
    return ::access(Program, X_OK) == 0;
}

std::optional<QString> PandocConverter::convert(const QString& latex, const QString& language, const QString& own,
                                                std::stop_token stop) {
    if (latex.size() > LargestInput || !isInstalled()) {
        return std::nullopt;
    }
    const QString markdown =
        afterwards(harmlessText(made((definitions(language) + expandLatex(latex)).toUtf8(), std::move(stop))));
    return !markdown.trimmed().isEmpty() && isAsRich(markdown, own) ? std::optional(markdown) : std::nullopt;
}

/// Empty when pandoc cannot.
QByteArray PandocConverter::made(const QByteArray& latex, std::stop_token stop) {
    const QByteArray key = keyOf(latex);
    const std::scoped_lock lock(m_mutex);
    if (const std::optional<QByteArray> kept = findKept(key)) {
        return *kept;
    }
    const Result<QByteArray> result = run(latex, std::move(stop));
    if (result) {
        keep(key, *result);
    }
    return result.value_or(QByteArray());
}

/// A failure of the sandbox says nothing about the text, and isn't kept.
Result<QByteArray> PandocConverter::run(const QByteArray& latex, std::stop_token stop) {
    sandbox::BoxSource* boxes = TRY(m_boxes());
    const UniqueFd input =
        TRY(sandbox::sealedMemory("statement", {latex.constData(), static_cast<std::size_t>(latex.size())}));
    const std::unique_ptr<sandbox::Box> box = TRY(boxes->openBox({}));
    const sandbox::Outcome outcome = TRY(box->run(specFor(input.get()), stop));
    if (stop.stop_requested()) {
        return fail("judge.cancelled", "the statement");
    }
    const bool good = outcome.ending == sandbox::Ending::Exited && outcome.exitCode == 0 && !outcome.standardOutput.cut;
    return good ? contentOf(outcome.standardOutput) : QByteArray();
}

std::optional<QByteArray> PandocConverter::findKept(const QByteArray& key) {
    if (const auto kept = m_kept.constFind(key); kept != m_kept.cend()) {
        return *kept;
    }
    QFile file(QString::fromStdString((m_cacheFolder / key.toStdString()).string()));
    if (!file.open(QIODevice::ReadOnly) || file.size() > LargestResult) {
        return std::nullopt;
    }
    return file.readAll();
}

/// What cannot be kept is made again.
void PandocConverter::keep(const QByteArray& key, const QByteArray& markdown) {
    if (m_kept.size() >= MostKept) {
        m_kept.clear();
    }
    m_kept.insert(key, markdown);
    QDir folder(QString::fromStdString(m_cacheFolder.string()));
    if (folder.exists() && folder.count() > static_cast<uint>(MostKept)) {
        folder.removeRecursively();
    }
    folder.mkpath(QStringLiteral("."));
    QSaveFile file(folder.filePath(QString::fromLatin1(key)));
    if (file.open(QIODevice::WriteOnly) && file.write(markdown) == markdown.size()) {
        file.commit();
    }
}

} // namespace grindstone::core
