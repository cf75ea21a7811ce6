// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/example_runs.h"
#include "tests/fuzz/seed_folder.h"

int main(int count, char** arguments) {
    grindstone::tests::SeedFolder folder(count > 1 ? arguments[1] : ".");
    for (const auto& run : grindstone::tests::exampleRuns()) {
        const std::size_t descriptors = (run.hasInput ? 3 : 2) + run.spec.files.size();
        const std::string bytes = encode(run);
        folder.add(static_cast<char>(descriptors) + bytes);
        folder.add(static_cast<char>(descriptors + 1) + bytes);
    }
    return folder.status();
}
