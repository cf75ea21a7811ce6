// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/hostile/process_list.h"

#include <map>
#include <set>
#include <string>
#include <vector>

namespace grindstone::hostile {

/// Looks from the host for what runs in boxes have left. Other tests may run at the same time, so all of it is
/// particular to this process: its descendants, its marker, its boxes' users, its helper's cgroups; and things on the
/// host that only our hostile programs would name so.
class LeftoverWatch {
public:
    /// `marker` is a text that the command line of every program holds that is run in a box here.
    LeftoverWatch(std::string marker, std::string helperPath);

    /// Call it while all boxes are idle: what the helper has then is its own.
    void takeBaseline();

    /// Waits a few seconds until nothing is left; a line for each thing that still is.
    std::vector<std::string> waitForNothing() const;
    /// The same once the helper has ended: not even its own processes and cgroups may be there.
    std::vector<std::string> waitForNothingAtAll() const;

    /// Of the baseline, so that a test can see that it looked at the right place.
    int helperProcesses() const { return m_counts.at("helper processes"); }
    int cgroups() const { return m_counts.at("cgroups"); }

private:
    using Counts = std::map<std::string, int>;

    std::vector<std::string> look(const Counts& allowed) const;
    Counts count(const std::vector<Process>& family) const;
    std::vector<std::string> foreignProcesses(const std::vector<Process>& all, const std::vector<Process>& family) const;
    bool isHelper(const Process& process) const;

    std::string m_marker;
    std::string m_helperPath;
    std::set<uid_t> m_boxUsers;
    std::vector<std::string> m_cgroupNames; ///< parts of names that only our helpers' cgroups have
    Counts m_counts;
};

} // namespace grindstone::hostile
