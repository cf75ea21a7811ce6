// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"
#include "tests/hostile/launcher.h"
#include "tests/hostile/leftovers.h"

#include <array>

namespace grindstone::hostile {

/// Two boxes of one tier, and what has to hold for them and the host between any two runs.
class Arena {
public:
    static constexpr std::size_t Boxes = 2;

    /// Starts a sandbox that reaches at most this tier ("full", "full-v1", "no-cgroup", "no-namespaces"); see
    /// capabilities() for what it is. Fails when no sandbox starts, or no box opens.
    static Result<std::unique_ptr<Arena>> open(const std::string& tier, Launcher& launcher, const std::string& marker);

    const sandbox::Capabilities& capabilities() const { return m_sandbox->capabilities(); }
    const LeftoverWatch& leftovers() const { return m_leftovers; }
    /// The words that hold for a run here.
    Situation situation(const std::string& role) const;

    Result<sandbox::Outcome> run(std::size_t box, const sandbox::LaunchSpec& spec);

    /// Runs the control program in each box, and looks over the host. A line for each thing that isn't as it must be;
    /// a box where something was wrong is replaced.
    std::vector<std::string> aftermath();

    /// Ends the sandbox, and looks whether anything of it is left.
    std::vector<std::string> end();

private:
    Arena(std::unique_ptr<sandbox::Sandbox> sandbox, CaseFile control, const std::string& marker);
    Result<void> openBox(std::size_t box);
    Result<void> openBoxes(Launcher& launcher);
    std::vector<std::string> runControl(std::size_t box);

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    CaseFile m_control;
    sandbox::LaunchSpec m_controlSpec;
    LeftoverWatch m_leftovers;
    int m_dyingCgroups = 0;
    std::array<std::unique_ptr<sandbox::Box>, Boxes> m_boxes;
};

} // namespace grindstone::hostile
