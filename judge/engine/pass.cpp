// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/pass.h"

#include "judge/engine/interactive_pass.h"
#include "judge/engine/plain_pass.h"

namespace grindstone::judge {

std::unique_ptr<const PassRunner> makePassRunner(const RunSetup& setup, RunGate& gate) {
    if (setup.interactor) {
        return std::make_unique<const InteractivePass>(setup, gate);
    }
    return std::make_unique<const PlainPass>(setup, gate);
}

} // namespace grindstone::judge
