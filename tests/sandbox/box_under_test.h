// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/sandbox.h"
#include "tests/support/wanted_tier.h"

#include <QList>
#include <QStringList>

#include <memory>
#include <string>

namespace grindstone::tests {

/// Of this test's own, so that others that run at the same time aren't counted.
extern const std::string ProbeName;
extern const std::string ProbePath;

/// The first 64 KiB of a file.
std::string text(const UniqueFd& file);

/// How many processes have a command line that holds `word`.
int processesWith(const std::string& word);

/// Direct children, dead ones that nobody reaped among them.
QList<int> childrenOf(int parent);

/// Of a helper's children those that keep a box, and not the one that sweeps.
QList<int> keepersOf(int helper);

/// A box of the wanted tier, and programs to run in it.
class BoxUnderTest {
protected:
    /// To be called by initTestCase(), which it fails where no box opens.
    void open();

    /// `probe WORD…` (tests/sandbox/probe.c), with one second of CPU time, three of wall time and 64 MiB.
    sandbox::LaunchSpec probe(const QStringList& words) const;
    Result<sandbox::Outcome> run(const sandbox::LaunchSpec& spec) { return m_box->run(spec, {}); }

    std::unique_ptr<sandbox::Sandbox> m_sandbox;
    std::unique_ptr<sandbox::Box> m_box;
    UniqueFd m_program;
};

} // namespace grindstone::tests
