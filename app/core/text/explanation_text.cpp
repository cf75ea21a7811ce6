// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/explanation_text.h"

#include "app/core/text/phrase.h"
#include "app/core/text/printable.h"

#include <algorithm>

namespace grindstone::core::text {

namespace {

using judge::Explanation;

constexpr std::size_t LongestMessage = 1000;

QString number(double value) {
    return QString::number(value, 'g', 6);
}

QString quoted(const std::string& bytes) {
    return bytes.empty() ? printable(bytes) : u'"' + printable(bytes) + u'"';
}

QString token(const std::string& bytes, const Explanation& why) {
    return why.shownFrom > 0 ? u'…' + printable(bytes) : printable(bytes);
}

/// "line 1, token 2", with the answer's line where it is another one.
QString tokenPlace(const Explanation& why, Wording wording) {
    const QString place =
        say(wording, QT_TRANSLATE_NOOP("grindstone", "line %1, token %2")).arg(why.line).arg(why.token);
    if (why.answerLine == 0 || why.answerLine == why.line) {
        return place;
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1 (line %2 of the answer)")).arg(place).arg(why.answerLine);
}

QString missing(const Explanation& why, Wording wording) {
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "the output ended early: expected %1 (line %2 of the answer)"))
        .arg(token(why.expected, why), QString::number(why.answerLine));
}

QString tooFar(const Explanation& why, Wording wording) {
    QString sentence = say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: expected %2, got %3"))
                           .arg(tokenPlace(why, wording), token(why.expected, why), token(why.got, why));
    if (why.difference) {
        sentence += say(wording, QT_TRANSLATE_NOOP("grindstone", ", off by %1")).arg(number(*why.difference));
    }
    if (why.tolerance) {
        sentence += say(wording, QT_TRANSLATE_NOOP("grindstone", " where %1 is allowed")).arg(number(*why.tolerance));
    }
    return sentence;
}

QString differentSpace(const Explanation& why, Wording wording) {
    const QString place =
        say(wording, QT_TRANSLATE_NOOP("grindstone", "line %1, column %2")).arg(why.line).arg(why.column);
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: the white space differs: expected %2, got %3"))
        .arg(place, quoted(why.expected), quoted(why.got));
}

QString integerExpected(const Explanation& why, Wording wording) {
    const QString place = tokenPlace(why, wording);
    if (why.expected.empty()) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: expected an integer, got %2"))
            .arg(place, token(why.got, why));
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: expected the integer %2, got %3"))
        .arg(place, token(why.expected, why), token(why.got, why));
}

/// Of a comparator that looks at JSON.
QString jsonSentence(const Explanation& why, Wording wording) {
    const QString path = printable(why.path);
    if (why.kind == Explanation::Kind::InvalidJson) {
        return say(wording,
                   QT_TRANSLATE_NOOP("grindstone", "line %1, column %2: the output isn't JSON to compare with"))
            .arg(why.line)
            .arg(why.column);
    }
    if (why.kind == Explanation::Kind::MissingValue) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1 is missing: expected %2"))
            .arg(path, printable(why.expected));
    }
    if (why.kind == Explanation::Kind::ExtraValue) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "the answer has no %1, got %2"))
            .arg(path, printable(why.got));
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "at %1: expected %2, got %3"))
        .arg(path, printable(why.expected), printable(why.got));
}

QString columnPlace(const Explanation& why, Wording wording) {
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "line %1, column %2")).arg(why.line).arg(why.column);
}

QString differentByte(const Explanation& why, Wording wording) {
    const QString end = say(wording, QT_TRANSLATE_NOOP("grindstone", "the end"));
    const auto byte = [&end](const std::string& one) { return one.empty() ? end : quoted(one); };
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: expected %2, got %3"))
        .arg(columnPlace(why, wording), byte(why.expected), byte(why.got));
}

/// Of a comparator that looks at lines.
QString lineSentence(const Explanation& why, Wording wording) {
    const auto line = [&why](const std::string& bytes) {
        return why.shownFrom > 0 ? QStringLiteral("\"…") + printable(bytes) + u'"' : quoted(bytes);
    };
    const QString place = QString::number(why.line);
    const QString answerPlace = QString::number(why.answerLine);
    if (why.kind == Explanation::Kind::MissingLine) {
        return say(wording,
                   QT_TRANSLATE_NOOP("grindstone", "the output ended early: expected %1 (line %2 of the answer)"))
            .arg(line(why.expected), answerPlace);
    }
    if (why.kind == Explanation::Kind::ExtraLine) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "line %1: the answer ends before this, got %2"))
            .arg(place, line(why.got));
    }
    if (why.kind == Explanation::Kind::AbsentLine) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone",
                                              "a line is missing, or comes too seldom: %1 (line %2 of the answer)"))
            .arg(line(why.expected), answerPlace);
    }
    if (why.kind == Explanation::Kind::UnwantedLine) {
        return say(wording,
                   QT_TRANSLATE_NOOP("grindstone", "line %1: the answer has no such line, or not so often: %2"))
            .arg(place, line(why.got));
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: expected the line %2, got %3"))
        .arg(columnPlace(why, wording), line(why.expected), line(why.got));
}

} // namespace

QString checkerSentence(const std::string& message, Wording wording) {
    std::string line = message;
    std::ranges::replace(line, '\n', ' ');
    return message.empty() ? say(wording, QT_TRANSLATE_NOOP("grindstone", "the checker rejected the output"))
                           : say(wording, QT_TRANSLATE_NOOP("grindstone", "the checker rejected the output: %1"))
                                 .arg(printable(line, LongestMessage));
}

QString explanationSentence(const Explanation& why, Wording wording) {
    switch (why.kind) {
    case Explanation::Kind::None:
        return {};
    case Explanation::Kind::DifferentToken:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: expected %2, got %3"))
            .arg(tokenPlace(why, wording), token(why.expected, why), token(why.got, why));
    case Explanation::Kind::MissingToken:
        return missing(why, wording);
    case Explanation::Kind::ExtraToken:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "line %1, token %2: the answer ends before this, got %3"))
            .arg(QString::number(why.line), QString::number(why.token), token(why.got, why));
    case Explanation::Kind::NumberExpected:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: expected the number %2, got %3"))
            .arg(tokenPlace(why, wording), token(why.expected, why), token(why.got, why));
    case Explanation::Kind::NumberTooFar:
        return tooFar(why, wording);
    case Explanation::Kind::DifferentSpace:
        return differentSpace(why, wording);
    case Explanation::Kind::CheckerRejected:
        return checkerSentence(why.message, wording);
    case Explanation::Kind::EndedEarly:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "the program ended before the conversation was over: the "
                                                            "judge's program went on waiting for it"));
    case Explanation::Kind::IntegerExpected:
        return integerExpected(why, wording);
    case Explanation::Kind::YesOrNoExpected:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "%1: expected YES or NO (here %2), got %3"))
            .arg(tokenPlace(why, wording), token(why.expected, why), token(why.got, why));
    case Explanation::Kind::MissingElement:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "the output lacks %1 (line %2 of the answer)"))
            .arg(token(why.expected, why), QString::number(why.answerLine));
    case Explanation::Kind::ExtraElement:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "line %1, token %2: the answer has no %3, or fewer"))
            .arg(QString::number(why.line), QString::number(why.token), token(why.got, why));
    case Explanation::Kind::DifferentValue:
    case Explanation::Kind::MissingValue:
    case Explanation::Kind::ExtraValue:
    case Explanation::Kind::InvalidJson:
        return jsonSentence(why, wording);
    case Explanation::Kind::DifferentByte:
        return differentByte(why, wording);
    case Explanation::Kind::DifferentLine:
    case Explanation::Kind::MissingLine:
    case Explanation::Kind::ExtraLine:
    case Explanation::Kind::AbsentLine:
    case Explanation::Kind::UnwantedLine:
        return lineSentence(why, wording);
    }
    return {};
}

} // namespace grindstone::core::text
