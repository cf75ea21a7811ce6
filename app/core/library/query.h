// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace grindstone::core {

struct ProblemEntry;

/// A search text, taken apart once and asked of many entries.
///
/// Words are separated by blanks; quotes keep blanks together (`tag:"dynamic programming"`). A plain word must occur in
/// title, slug, pack or tags. `tag:graph` and `difficulty:easy` compare the whole value, `pack:starter` the pack's id.
/// `solved` asks the set of solved ids, where one is given. A leading `-` negates. Case never matters.
class Query {
public:
    explicit Query(const QString& text);

    bool isEmpty() const { return m_terms.empty(); }
    /// `solved` null: the word `solved` is a word like any other.
    bool matches(const ProblemEntry& entry, const QSet<QString>* solved = nullptr) const;

private:
    enum class Kind { Word, Tag, Difficulty, Pack };
    enum class Wanted { Present, Absent };
    struct Term {
        Kind kind = Kind::Word;
        Wanted wanted = Wanted::Present;
        QString value;
    };
    static Term parseTerm(QString word);
    static bool holds(const Term& term, const ProblemEntry& entry, const QSet<QString>* solved);

    std::vector<Term> m_terms;
};

} // namespace grindstone::core
