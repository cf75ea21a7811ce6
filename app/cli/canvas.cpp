// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/canvas.h"

#include <QStringList>

namespace grindstone::cli {

namespace {

/// Characters that steer a terminal, or the order in which one shows its text.
bool steers(QChar character) {
    const char16_t code = character.unicode();
    if (code == u'\n' || code == u'\t') {
        return false;
    }
    const bool control = code < 0x20 || (code >= 0x7f && code < 0xa0);
    const bool direction = code == 0x061c || code == 0x200e || code == 0x200f || (code >= 0x202a && code <= 0x202e) ||
                           (code >= 0x2066 && code <= 0x2069);
    const bool separator = code == 0x2028 || code == 0x2029;
    return control || direction || separator;
}

QString visible(QChar character) {
    const ushort code = character.unicode();
    if (code == u'\r') {
        return QStringLiteral("\\r");
    }
    return code < 0x100 ? QStringLiteral("\\x%1").arg(code, 2, 16, QLatin1Char('0'))
                        : QStringLiteral("\\u%1").arg(code, 4, 16, QLatin1Char('0'));
}

/// Parameters of the "select graphic rendition" sequence.
QString rendition(Style style) {
    switch (style) {
    case Style::Plain:
        break;
    case Style::Bold:
        return QStringLiteral("1");
    case Style::Dim:
        return QStringLiteral("2");
    case Style::Good:
        return QStringLiteral("32");
    case Style::Bad:
        return QStringLiteral("31");
    case Style::Limit:
        return QStringLiteral("33");
    case Style::Crash:
        return QStringLiteral("35");
    case Style::Notice:
        return QStringLiteral("36");
    case Style::GoodBanner:
        return QStringLiteral("1;30;42");
    case Style::BadBanner:
        return QStringLiteral("1;37;41");
    case Style::NoticeBanner:
        return QStringLiteral("1;30;43");
    }
    return {};
}

} // namespace

QString neutralised(const QString& text) {
    QString result;
    result.reserve(text.size());
    for (const QChar character : text) {
        if (steers(character)) {
            result += visible(character);
        } else {
            result += character;
        }
    }
    return result;
}

QString neutralised(std::string_view bytes) {
    return neutralised(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

Canvas& Canvas::put(const QString& text, Style style) {
    const QString parameters = rendition(style);
    if (m_colours == Colours::Off || parameters.isEmpty() || text.isEmpty()) {
        m_text += neutralised(text);
        return *this;
    }
    m_text += QStringLiteral("\x1b[") + parameters + QLatin1Char('m') + neutralised(text) + QStringLiteral("\x1b[0m");
    return *this;
}

Canvas& Canvas::put(std::string_view bytes, Style style) {
    return put(QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())), style);
}

Canvas& Canvas::line() {
    m_text += QLatin1Char('\n');
    return *this;
}

Canvas& Canvas::line(const QString& text, Style style) {
    return put(text, style).line();
}

Canvas& Canvas::block(const QString& text, int indent, Style style) {
    QStringList lines = text.split(QLatin1Char('\n'));
    if (lines.size() > 1 && lines.last().isEmpty()) {
        lines.removeLast();
    }
    for (const QString& one : std::as_const(lines)) {
        put(QString(one.isEmpty() ? 0 : indent, QLatin1Char(' '))).line(one, style);
    }
    return *this;
}

} // namespace grindstone::cli
