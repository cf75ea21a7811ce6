// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/statement/footnotes.h"

#include "app/core/statement/markdown_parts.h"

#include <QHash>
#include <QRegularExpression>
#include <QStringList>

namespace grindstone::core {

namespace {

class Footnotes {
public:
    explicit Footnotes(const QString& markdown) { takeDefinitions(markdown.split(u'\n')); }

    bool isEmpty() const { return m_texts.isEmpty(); }

    QString replaced() {
        QString result;
        bool fenced = false;
        for (const QString& line : m_lines) {
            const bool fence = line.trimmed().startsWith(u"```"_qs);
            fenced = fence ? !fenced : fenced;
            result += (fence || fenced ? line : withNumbers(line)) + u'\n';
        }
        for (qsizetype i = 0; i < m_order.size(); ++i) { // grows where a note has notes
            result +=
                u'\n' + raisedNumber(static_cast<int>(i + 1)) + u' ' + withNumbers(m_texts.value(m_order[i])) + u'\n';
        }
        return result;
    }

private:
    void takeDefinitions(const QStringList& lines) {
        static const QRegularExpression Definition(u"^ {0,3}\\[\\^([^\\]\\s]{1,100})\\]:\\s*(.*)$"_qs);
        QString open;
        bool fenced = false;
        for (const QString& line : lines) {
            fenced = line.trimmed().startsWith(u"```"_qs) ? !fenced : fenced;
            const auto definition = Definition.match(line);
            if (!fenced && definition.hasMatch()) {
                open = definition.captured(1);
                m_texts.insert(open, definition.captured(2));
            } else if (!open.isEmpty() && line.startsWith(u"    "_qs)) {
                m_texts[open] += u' ' + line.trimmed();
            } else {
                open.clear();
                m_lines.append(line);
            }
        }
    }

    QString withNumbers(const QString& line) {
        static const QRegularExpression Reference(u"(`+)[^`]*\\1|\\[\\^([^\\]\\s]{1,100})\\]"_qs);
        QString result;
        qsizetype at = 0;
        for (auto references = Reference.globalMatch(line); references.hasNext();) {
            const auto reference = references.next();
            const QString name = reference.captured(2);
            result += QStringView(line).sliced(at, reference.capturedStart() - at);
            result += m_texts.contains(name) ? raisedNumber(numberOf(name)) : reference.captured();
            at = reference.capturedEnd();
        }
        return result + line.sliced(at);
    }

    int numberOf(const QString& name) {
        const auto known = m_numbers.constFind(name);
        if (known != m_numbers.cend()) {
            return *known;
        }
        m_order.append(name);
        m_numbers.insert(name, static_cast<int>(m_order.size()));
        return static_cast<int>(m_order.size());
    }

    QStringList m_lines; ///< without the definitions
    QHash<QString, QString> m_texts;
    QHash<QString, int> m_numbers;
    QStringList m_order;
};

} // namespace

QString withFootnotes(const QString& markdown) {
    Footnotes footnotes(markdown);
    return footnotes.isEmpty() ? markdown : footnotes.replaced();
}

} // namespace grindstone::core
