// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>

namespace grindstone::cli {

/// Carries tr() for the command line's own texts: `Cli::tr("…")`. Sentences on verdicts and errors are core's.
class Cli {
    Q_DECLARE_TR_FUNCTIONS(Cli)
};

} // namespace grindstone::cli
