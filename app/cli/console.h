// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/canvas.h"
#include "app/cli/exit_status.h"
#include "sandbox/base/result.h"

#include <nlohmann/json.hpp>

namespace grindstone::cli {

enum class OutputForm { Text, Json };

/// The two output streams of a command. With OutputForm::Json, standard output gets exactly one document.
class Console {
public:
    explicit Console(OutputForm form);

    bool json() const { return m_form == OutputForm::Json; }
    /// A canvas for standard output.
    Canvas canvas() const { return Canvas(m_outputColours); }

    /// Writes to standard output at once. A reader who has gone away is no complaint, another failure is told on
    /// standard error; delivered() knows of both.
    void print(const Canvas& canvas);
    void document(const nlohmann::ordered_json& json);
    /// A person's code: to a file as it is, to a terminal with its control characters made visible.
    void code(const QString& text);
    bool delivered() const { return m_delivered; }

    /// One line on standard error, each of these.
    void tell(const QString& text);
    void warn(const QString& text);
    void warn(const Error& error);

    /// Tells the failure of the whole command in the form asked for, and what it means for the exit status.
    ExitStatus fail(const Error& error);

private:
    void write(const QByteArray& bytes);
    void complain(const QString& label, Style style, const QString& text, const QString& hint);

    OutputForm m_form;
    Colours m_outputColours;
    Colours m_errorColours;
    bool m_delivered = true;
};

/// Codes that begin with "usage." are wrong usage, all others failures.
ExitStatus statusOf(const Error& error);

} // namespace grindstone::cli
