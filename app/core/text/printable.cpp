// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/printable.h"

#include <QChar>

namespace grindstone::core::text {

namespace {

struct Decoded {
    char32_t character = 0;
    std::size_t length = 0; ///< 0: the bytes here are no UTF-8
    bool halved = false;    ///< a beginning of a character, then the end of the text
};

/// Length of a sequence by its first byte; 0 for a byte that cannot begin one.
std::size_t sequenceLength(unsigned char first) {
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return 2;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        return 3;
    }
    return first >= 0xF0 && first <= 0xF4 ? 4 : 0;
}

bool isValid(char32_t character, std::size_t length) {
    constexpr char32_t Least[] = {0, 0, 0x80, 0x800, 0x10000};
    return character >= Least[length] && character <= 0x10FFFF && !(character >= 0xD800 && character <= 0xDFFF);
}

Decoded decode(std::string_view bytes) {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const std::size_t length = sequenceLength(at(0));
    if (length <= 1) {
        return {at(0), length};
    }
    char32_t character = at(0) & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) {
        if (i == bytes.size()) {
            return {0, 0, true};
        }
        if ((at(i) & 0xC0U) != 0x80) {
            return {};
        }
        character = (character << 6) | (at(i) & 0x3FU);
    }
    return isValid(character, length) ? Decoded{character, length} : Decoded{};
}

QString hexByte(char byte) {
    return QStringLiteral("\\x%1").arg(static_cast<unsigned char>(byte), 2, 16, QLatin1Char('0'));
}

QString show(char32_t character) {
    switch (character) {
    case U'\n':
        return QStringLiteral("\\n");
    case U'\r':
        return QStringLiteral("\\r");
    case U'\t':
        return QStringLiteral("\\t");
    case U'\0':
        return QStringLiteral("\\0");
    case U' ':
        return QStringLiteral(" ");
    default:
        break;
    }
    if (QChar::isPrint(character) && !QChar::isSpace(character)) {
        return QString::fromUcs4(&character, 1);
    }
    return character < 0x80 ? hexByte(static_cast<char>(character))
                            : QStringLiteral("\\u{%1}").arg(static_cast<uint>(character), 0, 16);
}

} // namespace

QString printable(std::string_view bytes, std::size_t cutAt) {
    const bool cut = bytes.size() >= cutAt;
    bytes = bytes.substr(0, cutAt);
    QString text;
    while (!bytes.empty()) {
        const Decoded next = decode(bytes);
        if (next.halved && cut) {
            break;
        }
        text += next.length > 0 ? show(next.character) : hexByte(bytes[0]);
        bytes.remove_prefix(next.length > 0 ? next.length : 1);
    }
    if (cut) {
        text += u'…';
    }
    return text.isEmpty() ? QStringLiteral("\"\"") : text;
}

} // namespace grindstone::core::text
