// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/console.h"

#include "app/cli/standard_streams.h"
#include "app/cli/translation.h"
#include "app/core/text/text.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

namespace grindstone::cli {

namespace {

Colours coloursFor(int descriptor) {
    const char* refused = std::getenv("NO_COLOR");
    const bool wanted = refused == nullptr || *refused == '\0';
    return wanted && isTerminal(descriptor) ? Colours::On : Colours::Off;
}

} // namespace

Console::Console(OutputForm form)
    : m_form(form), m_outputColours(coloursFor(STDOUT_FILENO)), m_errorColours(coloursFor(STDERR_FILENO)) {}

void Console::print(const Canvas& canvas) {
    write(canvas.text().toUtf8());
}

void Console::document(const nlohmann::ordered_json& json) {
    // Paths may hold bytes that aren't UTF-8: they must not cost the document.
    const std::string text = json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    write(QByteArray::fromStdString(text) + '\n');
}

void Console::code(const QString& text) {
    write((isTerminal(STDOUT_FILENO) ? neutralised(text) : text).toUtf8());
}

void Console::write(const QByteArray& bytes) {
    const int failure = writeFully(STDOUT_FILENO, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    if (failure == 0) {
        return;
    }
    m_delivered = false;
    if (failure != EPIPE) {
        warn(Cli::tr("standard output cannot be written: %1").arg(QString::fromLocal8Bit(std::strerror(failure))));
    }
}

void Console::tell(const QString& text) {
    complain({}, Style::Plain, text, {});
}

void Console::warn(const QString& text) {
    complain(Cli::tr("warning: "), Style::Limit, text, {});
}

void Console::warn(const Error& error) {
    complain(Cli::tr("warning: "), Style::Limit, core::text::errorMessage(error), core::text::errorHint(error));
}

ExitStatus Console::fail(const Error& error) {
    if (json()) {
        document(judge::toJson(error, core::text::jsonOptions(false)));
    } else {
        complain(Cli::tr("error: "), Style::Bad, core::text::errorMessage(error), core::text::errorHint(error));
    }
    return statusOf(error);
}

void Console::complain(const QString& label, Style style, const QString& text, const QString& hint) {
    Canvas canvas(m_errorColours);
    canvas.put(QStringLiteral("grind: "), Style::Dim).put(label, style).line(text);
    if (!hint.isEmpty()) {
        canvas.block(hint, 2);
    }
    const QByteArray bytes = canvas.text().toUtf8();
    // There is no place left to tell of a failure here.
    writeFully(STDERR_FILENO, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
}

ExitStatus statusOf(const Error& error) {
    return error.code.starts_with("usage.") ? ExitStatus::WrongUsage : ExitStatus::Failure;
}

} // namespace grindstone::cli
