// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <string_view>

namespace grindstone::cli {

enum class Style { Plain, Bold, Dim, Good, Bad, Limit, Crash, Notice, GoodBanner, BadBanner, NoticeBanner };

enum class Colours { Off, On };

/// The text with every control character made visible ("\x1b", "\u202e"), so that nothing a program or a package
/// says can steer a terminal. Line feeds and tabs stay.
QString neutralised(const QString& text);
/// The same for bytes; those that aren't UTF-8 become U+FFFD.
QString neutralised(std::string_view bytes);

/// Builds text for a person. All that is put on it is neutralised; only the canvas itself writes escape sequences,
/// and only when colours are on.
class Canvas {
public:
    explicit Canvas(Colours colours) : m_colours(colours) {}

    Canvas& put(const QString& text, Style style = Style::Plain);
    Canvas& put(std::string_view bytes, Style style = Style::Plain);
    /// Ends the line.
    Canvas& line();
    /// A whole line.
    Canvas& line(const QString& text, Style style = Style::Plain);
    /// Several lines, each moved in by `indent` blanks. A last line feed doesn't make an empty line.
    Canvas& block(const QString& text, int indent, Style style = Style::Plain);

    Colours colours() const { return m_colours; }
    const QString& text() const { return m_text; }

private:
    Colours m_colours;
    QString m_text;
};

} // namespace grindstone::cli
