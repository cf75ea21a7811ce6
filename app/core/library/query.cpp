// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/library/query.h"

#include "app/core/library/library.h"

#include <algorithm>
#include <array>
#include <utility>

namespace grindstone::core {

namespace {

/// Splits at blanks outside of quotes; the quotes themselves go. An open quote reaches to the end.
QStringList splitWords(const QString& text) {
    QStringList words;
    QString word;
    bool quoted = false;
    for (const QChar character : text) {
        if (character == u'"') {
            quoted = !quoted;
        } else if (character.isSpace() && !quoted) {
            words << std::exchange(word, {});
        } else {
            word += character;
        }
    }
    words << word;
    words.removeAll(QString());
    return words;
}

bool same(const QString& a, const QString& b) {
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool occurs(const QString& word, const ProblemEntry& entry) {
    const auto in = [&](const QString& text) { return text.contains(word, Qt::CaseInsensitive); };
    return in(entry.title) || in(entry.slug) || in(entry.pack) || std::ranges::any_of(entry.tags, in);
}

} // namespace

Query::Query(const QString& text) {
    for (const QString& word : splitWords(text)) {
        if (Term term = parseTerm(word); !term.value.isEmpty()) {
            m_terms.push_back(std::move(term));
        }
    }
}

Query::Term Query::parseTerm(QString word) {
    static const std::array<std::pair<QString, Kind>, 3> Prefixes{{
        {QStringLiteral("tag:"), Kind::Tag},
        {QStringLiteral("difficulty:"), Kind::Difficulty},
        {QStringLiteral("pack:"), Kind::Pack},
    }};
    Term term;
    if (word.startsWith(u'-')) {
        term.wanted = Wanted::Absent;
        word.remove(0, 1);
    }
    for (const auto& [prefix, kind] : Prefixes) {
        if (word.startsWith(prefix, Qt::CaseInsensitive)) {
            return {kind, term.wanted, word.sliced(prefix.size())};
        }
    }
    term.value = word;
    return term;
}

bool Query::holds(const Term& term, const ProblemEntry& entry, const QSet<QString>* solved) {
    switch (term.kind) {
    case Kind::Tag:
        return std::ranges::any_of(entry.tags, [&](const QString& tag) { return same(tag, term.value); });
    case Kind::Difficulty:
        return same(entry.difficulty, term.value);
    case Kind::Pack:
        return same(entry.pack, term.value);
    case Kind::Word:
        break;
    }
    if (solved != nullptr && same(term.value, QStringLiteral("solved"))) {
        return solved->contains(entry.id);
    }
    return occurs(term.value, entry);
}

bool Query::matches(const ProblemEntry& entry, const QSet<QString>* solved) const {
    return std::ranges::all_of(
        m_terms, [&](const Term& term) { return holds(term, entry, solved) == (term.wanted == Wanted::Present); });
}

} // namespace grindstone::core
