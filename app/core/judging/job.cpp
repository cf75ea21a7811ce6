// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/judging/job.h"

namespace grindstone::core {

std::string_view code(JobState state) {
    switch (state) {
    case JobState::Queued:
        return "queued";
    case JobState::Running:
        return "running";
    case JobState::Done:
        return "done";
    case JobState::Cancelled:
        return "cancelled";
    case JobState::Failed:
        return "failed";
    }
    return "";
}

} // namespace grindstone::core
