// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/unique_fd.h"

#include <QTemporaryDir>

#include <string>

namespace grindstone::hostile {

/// A folder on the host that everybody there may read, with an expected answer and a sibling case that no program in a
/// box may get to see, and a socket "service" that no program may send anything to.
class HostSecret {
public:
    HostSecret();

    bool isValid() const { return m_valid; }
    std::string folder() const { return m_folder.path().toStdString(); }
    /// What its files hold; made anew each time, so that it can stand nowhere else.
    const std::string& text() const { return m_text; }

private:
    QTemporaryDir m_folder;
    UniqueFd m_service;
    std::string m_text;
    bool m_valid = false;
};

} // namespace grindstone::hostile
