// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace grindstone::judge {
struct Report;
struct JudgeRequest;
} // namespace grindstone::judge

namespace grindstone::core {

struct StoredFile {
    QString name; ///< as the person has it; empty where it was not kept (before schema version 3)
    QString content;
};

struct StoredCase {
    QString name;
    QString verdict; ///< code, "AC"
    int cpuMs = 0;
    int wallMs = 0;
    qint64 memoryKib = 0;
    QString message; ///< English, as in reports
    std::optional<int> exitCode;
    std::optional<int> signal;
    QString limitHit; ///< "cpu", "wall", "memory", "output"; empty for none
    std::optional<double> score;
    std::optional<double> maxScore; ///< none: unbounded, or not known
};

struct StoredDiagnostic {
    QString file;
    int line = 0;     ///< from 1; 0 unknown
    int column = 0;   ///< from 1; 0 unknown
    QString severity; ///< "error", "warning", "note"
    QString message;
};

/// The limits in force; each is 0 where it was not kept.
struct StoredLimits {
    qint64 cpuMs = 0;
    qint64 wallMs = 0;
    qint64 memoryKib = 0;
    qint64 outputKib = 0;
    QString source; ///< "package", "inferred", "default"
};

/// A submission as it is kept. Plain value. What schemas before version 3 didn't keep is empty or 0.
struct StoredSubmission {
    qint64 id = 0;
    QString problemId;
    QString language;
    QString mode;          ///< "submit"
    QString verdict;       ///< code
    QDateTime submittedAt; ///< UTC
    int casesPassed = 0;
    int casesTotal = 0;
    int cpuMsMax = 0;
    qint64 memoryKibMax = 0;
    qint64 wallMs = 0; ///< of the whole judging
    std::optional<double> score;
    std::optional<double> maxScore; ///< none: unbounded, or not known
    QString tier;
    QString message; ///< English: the first failure's sentence, or the compiler's first lines
    QString toolchainVersion;
    QStringList compileCommand;
    StoredLimits limits;
    QString programVersion; ///< of Grindstone

    // Filled by find() and forEach(), not by list():
    std::vector<StoredFile> files;
    QString compileOutput; ///< the first 64 KiB of what the compiler said
    std::vector<StoredDiagnostic> diagnostics;
    std::vector<StoredCase> cases;

    /// The one file's content; several are joined with a line naming each.
    QString code() const;
};

/// What the history keeps of a request and its report.
StoredSubmission toStored(const judge::JudgeRequest& request, const judge::Report& report);

} // namespace grindstone::core
