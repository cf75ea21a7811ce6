// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/worker_pool.h"
#include "judge/generate/case_maker.h"
#include "judge/generate/generation_progress.h"

namespace grindstone::judge {

/// Which cases somebody needs.
enum class NeededCases { Samples, All };

/// The problem with what its package does not bring, and nothing left to make where all was needed: made on the pool's
/// workers, all at once, or kept from before. `progress` is called once at first where something has to be made, then
/// after each case. Fails as CaseMaker does with the first case, in their order, that could not be made;
/// "judge.cancelled" after a stop request.
Result<Problem> complete(Problem problem, NeededCases needed, const MakingTools& tools, WorkerPool& pool,
                         const GenerationSink& progress, std::stop_token stop);

} // namespace grindstone::judge
