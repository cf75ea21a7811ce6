// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/grind_program.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QProcess>

#include <unistd.h>

namespace grindstone::cli::test {

namespace {

constexpr int Patience = 60000;

QString buildFolder() {
    return QFileInfo(QCoreApplication::applicationDirPath()).dir().absolutePath();
}

QStringList asOrdinaryUser() {
    if (::geteuid() != 0) {
        return {};
    }
    return {QStringLiteral("setpriv"), QStringLiteral("--reuid=65534"), QStringLiteral("--regid=65534"),
            QStringLiteral("--clear-groups")};
}

bool call(const QString& program, const QStringList& arguments) {
    return QProcess::execute(program, arguments) == 0;
}

} // namespace

QJsonObject Outcome::json() const {
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(output, &error);
    return error.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

QString Outcome::errorCode() const {
    return json()[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString();
}

QString Outcome::errorDetail() const {
    return json()[QStringLiteral("error")].toObject()[QStringLiteral("detail")].toString();
}

GrindProgram::GrindProgram() : m_environment(QProcessEnvironment::systemEnvironment()) {
    // Whoever runs the program must reach what lies in here.
    QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7755));
    m_environment.insert(QStringLiteral("GRINDSTONE_HOME"), home());
    m_environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
    m_environment.remove(QStringLiteral("XDG_DATA_DIRS"));
}

std::unique_ptr<GrindProgram> GrindProgram::asBuilt() {
    std::unique_ptr<GrindProgram> program(new GrindProgram);
    program->m_grind = buildFolder() + QStringLiteral("/bin/grind");
    program->m_hindered = buildFolder() + QStringLiteral("/test-bin/hindered");
    return program;
}

std::unique_ptr<GrindProgram> GrindProgram::forOrdinaryUser() {
    std::unique_ptr<GrindProgram> program(new GrindProgram);
    const QString copy = program->path(QStringLiteral("installed"));
    QDir().mkpath(copy + QStringLiteral("/bin"));
    const bool copied = call(QStringLiteral("cp"),
                             {buildFolder() + QStringLiteral("/bin/grind"),
                              buildFolder() + QStringLiteral("/test-bin/hindered"), copy + QStringLiteral("/bin")}) &&
                        call(QStringLiteral("cp"), {QStringLiteral("-rL"), buildFolder() + QStringLiteral("/libexec"),
                                                    buildFolder() + QStringLiteral("/share"), copy}) &&
                        call(QStringLiteral("chmod"), {QStringLiteral("-R"), QStringLiteral("a+rX"), copy});
    QDir().mkpath(program->home());
    QFile::setPermissions(program->home(), QFile::Permissions(0x7777));
    program->m_user = asOrdinaryUser();
    program->m_grind = copied ? copy + QStringLiteral("/bin/grind") : QString();
    program->m_hindered = copy + QStringLiteral("/bin/hindered");
    return program;
}

bool GrindProgram::useOwnTemporaryFolder() {
    set(QStringLiteral("TMPDIR"), path(QStringLiteral("tmp")));
    return QDir().mkpath(path(QStringLiteral("tmp")));
}

QStringList GrindProgram::temporaryFolders(const QString& pattern) const {
    return QDir(path(QStringLiteral("tmp"))).entryList({pattern}, QDir::Dirs | QDir::Hidden);
}

QStringList GrindProgram::command() const {
    if (m_grind.isEmpty()) {
        return {};
    }
    return m_user + (m_hindrance.isEmpty() ? QStringList() : QStringList{m_hindered, m_hindrance}) +
           QStringList{m_grind};
}

Outcome GrindProgram::run(const QStringList& arguments, const QByteArray& input) const {
    Outcome outcome;
    if (!m_grind.isEmpty()) {
        start(command() + arguments, input, outcome);
    }
    return outcome;
}

Outcome GrindProgram::shell(const QString& script) const {
    Outcome outcome;
    start({QStringLiteral("sh"), QStringLiteral("-c"),
           QStringLiteral("GRIND='%1'; %2").arg(command().join(QLatin1Char(' ')), script)},
          {}, outcome);
    return outcome;
}

void GrindProgram::start(const QStringList& command, const QByteArray& input, Outcome& outcome) const {
    QProcess process;
    process.setProcessEnvironment(m_environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(command.first(), command.mid(1));
    process.write(input);
    process.closeWriteChannel();
    const bool ended = process.waitForFinished(Patience);
    outcome.output = process.readAllStandardOutput();
    outcome.errors = process.readAllStandardError();
    if (!ended) {
        process.kill();
        process.waitForFinished();
        return;
    }
    outcome.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128 + process.exitCode();
}

QString GrindProgram::write(const QString& name, const QByteArray& content) const {
    const QString file = path(name);
    QDir().mkpath(QFileInfo(file).path());
    QFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && out.write(content) == content.size();
    return written ? file : QString();
}

bool ordinaryUsersHaveNamespaces() {
    const QStringList command =
        asOrdinaryUser() + QStringList{QStringLiteral("unshare"), QStringLiteral("-Ur"),   QStringLiteral("mount"),
                                       QStringLiteral("-t"),      QStringLiteral("tmpfs"), QStringLiteral("none"),
                                       QStringLiteral("/tmp")};
    QStringList withMounts = command;
    withMounts.insert(withMounts.indexOf(QStringLiteral("-Ur")) + 1, QStringLiteral("-m"));
    return call(withMounts.first(), withMounts.mid(1));
}

} // namespace grindstone::cli::test
