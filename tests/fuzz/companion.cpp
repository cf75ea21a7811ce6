// SPDX-License-Identifier: GPL-3.0-or-later
// The JSON that Competitive Companion sends.
#include "judge/package/companion.h"
#include "tests/fuzz/promise.h"

#include <algorithm>

using namespace grindstone;
using grindstone::tests::promise;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Result<judge::CompanionProblem> problem = judge::readCompanion("p.json", text);
    if (!problem) {
        promise(problem.error().detail.starts_with("p.json: "), "an error names the file");
        return 0;
    }
    const auto isPlain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; };
    promise(!problem->slug.empty() && problem->slug.size() <= 60, "there is a short slug");
    promise(problem->slug.front() != '-' && std::ranges::all_of(problem->slug, isPlain), "a slug can be a folder");
    promise(!problem->samples.empty() && problem->samples.size() <= 1000, "there are samples, and not too many");
    promise(!problem->timeLimit || (*problem->timeLimit > 0 && *problem->timeLimit <= 86'400), "a time limit is one");
    promise(!problem->memoryMib || (*problem->memoryMib > 0 && *problem->memoryMib <= 1 << 20), "so is one of memory");
    return 0;
}
