// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"

#include <QObject>

namespace grindstone::desktop {

/// Turns SIGTERM, SIGINT and SIGHUP into a signal in the thread that owns it. One at a time.
class TerminateNotifier : public QObject {
    Q_OBJECT
public:
    explicit TerminateNotifier(QObject* parent = nullptr);
    ~TerminateNotifier() override;

Q_SIGNALS:
    void terminateRequested();

private:
    UniqueFd m_reader;
    UniqueFd m_writer;
};

} // namespace grindstone::desktop
