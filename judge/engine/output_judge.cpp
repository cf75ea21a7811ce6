// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/engine/output_judge.h"

namespace grindstone::judge {

namespace {

class BuiltInComparison : public OutputJudge {
public:
    Result<std::optional<Comparison>> judge(const OutputToJudge& output, BoxSlot&, std::stop_token) const override {
        return TRY(compare(output.comparator, output.answer, output.output));
    }
};

} // namespace

std::shared_ptr<const OutputJudge> builtInComparison() {
    return std::make_shared<const BuiltInComparison>();
}

} // namespace grindstone::judge
