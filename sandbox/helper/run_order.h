// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/helper/places.h"
#include "sandbox/helper/program.h"
#include "sandbox/helper/setup.h"
#include "sandbox/protocol/messages.h"
#include "sandbox/protocol/packet.h"

#include <vector>

namespace grindstone::sandbox::helper {

/// A run as the judge ordered it, with its descriptors in place.
class RunOrder {
public:
    /// Fails when the packet is no Run with the descriptors that belong to it.
    static Prepared<RunOrder> from(protocol::Packet packet);

    const LaunchSpec& spec() const { return m_run.spec; }
    bool keepProgram() const { return m_run.keepProgram; }
    /// What the program is told of it, all but its limits; borrowed from this object.
    ProgramOrder forProgram();
    /// What the program itself has by now.
    void closeStreams();

    /// Puts the real folders of a box without a root of its own for the names that the spec uses.
    void relocate(const Places& places);

private:
    RunOrder() = default;
    protocol::Run m_run;
    std::vector<char*> m_arguments;
    std::vector<char*> m_environment;
    UniqueFd m_input;
    UniqueFd m_output;
    UniqueFd m_error;
    std::vector<UniqueFd> m_files; ///< what spec().files name
};

} // namespace grindstone::sandbox::helper
