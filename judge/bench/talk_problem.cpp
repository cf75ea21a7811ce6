// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/talk_problem.h"

namespace grindstone::judge::bench {

Result<std::shared_ptr<const Problem>> makeTalkProblem(const BenchFolder& folder, std::size_t exchanges) {
    auto problem = std::make_shared<Problem>();
    problem->slug = "talk";
    problem->name = "Talk";
    problem->folder = folder.path();
    problem->limits.cpuTime = std::chrono::seconds(60);
    problem->limits.memory = Bytes::mib(256);
    problem->interactive = true;
    const std::filesystem::path interactor = TRY(folder.write("interactor.cpp", talkInteractorSource()));
    problem->checkers = {{CheckerKind::Icpc, "interactor.cpp", interactor, folder.path()}};
    TestCase only;
    only.name = "sample/1";
    only.sample = true;
    only.comparator.name = CustomComparator;
    only.inputPath = TRY(folder.write("talk.in", std::to_string(exchanges) + '\n'));
    only.answerPath = TRY(folder.write("talk.ans", {}));
    problem->cases.push_back(std::move(only));
    return std::shared_ptr<const Problem>(std::move(problem));
}

std::string talkInteractorSource() {
    return R"(#include <cstdio>

int main(int count, char** words) {
    std::FILE* input = count > 1 ? std::fopen(words[1], "r") : nullptr;
    long exchanges = 0, number = 0;
    if (input == nullptr || std::fscanf(input, "%ld", &exchanges) != 1) {
        return 1;
    }
    std::printf("%ld\n", exchanges);
    std::fflush(stdout);
    for (long i = 0; i < exchanges; ++i) {
        if (std::scanf("%ld", &number) != 1 || number != i) {
            return 43;
        }
        std::printf("%ld\n", 2 * number);
        std::fflush(stdout);
    }
    return 42;
}
)";
}

std::string talkSource() {
    return R"(#include <cstdio>

int main() {
    long exchanges, twice;
    if (std::scanf("%ld", &exchanges) != 1) {
        return 1;
    }
    for (long i = 0; i < exchanges; ++i) {
        std::printf("%ld\n", i);
        std::fflush(stdout);
        if (std::scanf("%ld", &twice) != 1 || twice != 2 * i) {
            return 1;
        }
    }
}
)";
}

} // namespace grindstone::judge::bench
