// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStringList>
#include <QTemporaryDir>

#include <memory>

namespace grindstone::cli::test {

/// What came of one call.
struct Outcome {
    int status = -1; ///< exit status; 128 + signal when one ended it; -1 when it did not start or end
    QByteArray output;
    QByteArray errors;

    /// Standard output as one JSON document; empty when it isn't exactly that.
    QJsonObject json() const;
    QString verdict() const { return json()[QStringLiteral("verdict")].toString(); }
    QString errorCode() const;
    QString errorDetail() const;
};

/// The real `grind` with a home of its own, which is empty at first.
class GrindProgram {
public:
    /// As it was built, run by whoever runs the tests.
    static std::unique_ptr<GrindProgram> asBuilt();
    /// A copy that everyone may read, run by an ordinary user also when root runs the tests.
    static std::unique_ptr<GrindProgram> forOrdinaryUser();

    Outcome run(const QStringList& arguments, const QByteArray& input = {}) const;
    /// The same through `sh -c`, where $GRIND is the program.
    Outcome shell(const QString& script) const;

    /// From now on something is really missing, see tests/support/hindered.c; nothing is when `how` is empty.
    void hinder(const QString& how) { m_hindrance = how; }

    /// Program and leading arguments that start `grind`.
    QStringList command() const;
    QProcessEnvironment environment() const { return m_environment; }
    void set(const QString& variable, const QString& value) { m_environment.insert(variable, value); }
    QString home() const { return m_folder.filePath(QStringLiteral("home")); }
    /// Writes a file that the program's user can read, and returns its path. `name` may hold folders.
    QString write(const QString& name, const QByteArray& content) const;
    /// From now on temporary files go into a folder of this test's own. False when it cannot be made.
    bool useOwnTemporaryFolder();
    /// The folders in it whose names match.
    QStringList temporaryFolders(const QString& pattern) const;
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    GrindProgram();
    void start(const QStringList& command, const QByteArray& input, Outcome& outcome) const;

    QTemporaryDir m_folder;
    QStringList m_user; ///< what starts a program as the user
    QString m_grind;    ///< empty when it could not be made
    QString m_hindered;
    QString m_hindrance;
    QProcessEnvironment m_environment;
};

/// True when an ordinary user may make user namespaces here, found with util-linux's unshare.
bool ordinaryUsersHaveNamespaces();

} // namespace grindstone::cli::test
