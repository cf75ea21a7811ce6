// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/cli/grind_program.h"
#include "tests/server/http_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

#include <csignal>

namespace grindstone::cli::test {

/// `grind serve` in a process of its own.
class Serving {
public:
    explicit Serving(const GrindProgram& grind, const QStringList& arguments = {}) {
        m_process.setProcessEnvironment(grind.environment());
        m_process.start(grind.command().first(), grind.command().mid(1) +
                                                     QStringList{QStringLiteral("serve"), QStringLiteral("--json")} +
                                                     arguments);
        while (m_process.waitForReadyRead(20'000) && QJsonDocument::fromJson(m_process.peek(1 << 16)).isNull()) {
        }
        m_socket = QJsonDocument::fromJson(m_process.readAllStandardOutput())[QStringLiteral("socket")].toString();
    }
    ~Serving() {
        m_process.kill();
        m_process.waitForFinished();
    }

    QString socket() const { return m_socket; }
    server::test::HttpClient client() const { return server::test::HttpClient(m_socket.toStdString()); }
    QJsonObject ask(const char* method, const QString& target, const QJsonObject& body = {}) const {
        const QByteArray text = body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson();
        const auto reply = client().ask(method, target.toStdString(), text.toStdString());
        return QJsonDocument::fromJson(QByteArray::fromStdString(reply ? reply->body : "")).object();
    }
    QJsonObject submit(const QByteArray& code, const char* problem = "starter/echo-sum",
                       const char* language = "cpp") const {
        return ask("POST", QStringLiteral("/submit"),
                   {{QStringLiteral("problem"), QLatin1String(problem)},
                    {QStringLiteral("language"), QLatin1String(language)},
                    {QStringLiteral("source"), QString::fromUtf8(code)}});
    }
    QJsonObject job(int id) const { return ask("GET", QStringLiteral("/jobs/%1").arg(id)); }
    QString state(int id) const { return job(id)[QStringLiteral("state")].toString(); }

    /// The exit status after a signal, 128 + signal when that killed it; -1 when it goes on for longer than `most`.
    int end(int signal, int most = 5000) {
        ::kill(static_cast<pid_t>(m_process.processId()), signal);
        if (!m_process.waitForFinished(most)) {
            return -1;
        }
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : 128 + m_process.exitCode();
    }
    pid_t pid() const { return static_cast<pid_t>(m_process.processId()); }

private:
    QProcess m_process;
    QString m_socket;
};

} // namespace grindstone::cli::test
