// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/box_plan.h"
#include "sandbox/helper/landlock.h"
#include "sandbox/helper/run_filesystem.h"
#include "sandbox/helper/run_order.h"

#include <optional>
#include <vector>

namespace grindstone::sandbox::helper {

/// The files of one run: made by its init before the run is known, then filled as the order says. In a box with
/// namespaces these are mounts; without, folders on the host.
class RunWorld {
public:
    static Prepared<RunWorld> make(const BoxPlan& box, const CallKey& key);

    /// What the program may do with which files.
    std::vector<LandlockRule> landlockRules() const { return m_rules; }
    /// `programLaid`: whether /program holds anything, before and after.
    Prepared<> fill(const RunOrder& order, bool& programLaid) const;

    /// Work's or Feedback's, as it was made, whatever the program did to its name. Open as a path only.
    int folderOf(Area area) const;

private:
    RunWorld(const BoxPlan& box, const CallKey& key) : m_box(box), m_key(key) {}

    Prepared<> makeMounts();
    Prepared<> makeFolders();
    Prepared<> allow(const std::string& path, FileAccess access);
    void allowIfThere(const std::string& path, FileAccess access);
    Prepared<> replaceProgram(const LaunchSpec& spec, bool& programLaid) const;
    Prepared<> fillCase(const LaunchSpec& spec) const;

    const BoxPlan& m_box;
    const CallKey& m_key;
    std::optional<RunFilesystem> m_mounts;
    std::vector<UniqueFd> m_paths; ///< what the rules name
    std::vector<LandlockRule> m_rules;
    int m_work = -1;
    int m_feedback = -1;
};

} // namespace grindstone::sandbox::helper
