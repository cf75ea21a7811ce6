// SPDX-License-Identifier: GPL-3.0-or-later
// The problem.xml of a package of Polygon, and the order and the scores of its tests.
#include "judge/package/command_words.h"
#include "judge/package/polygon_testset.h"
#include "judge/package/polygon_tree.h"
#include "tests/fuzz/promise.h"

#include <algorithm>
#include <filesystem>

using namespace grindstone;
using namespace grindstone::judge;
using grindstone::tests::promise;

namespace {

void promiseInside(const std::string& text) {
    const std::filesystem::path path(text);
    promise(!text.empty() && path.is_relative(), "a path is relative");
    promise(std::ranges::find(path, "..") == path.end(), "a path stays below the package");
}

void promiseInside(const PolygonDescription& description) {
    for (const PolygonSource& source : description.executables) {
        promiseInside(source.path);
    }
    for (const PolygonSolution& solution : description.solutions) {
        promiseInside(solution.source.path);
    }
    for (const PolygonStatement& statement : description.statements) {
        promiseInside(statement.path);
    }
    for (const std::size_t number : {std::size_t{1}, description.testset.tests.size()}) {
        promiseInside(pathOfTest(description.testset.inputPattern, number));
        promiseInside(pathOfTest(description.testset.answerPattern, number));
    }
}

void promiseTree(const PolygonTestset& testset, const PolygonOrder& order) {
    std::vector<bool> seen(testset.tests.size());
    for (const std::size_t test : order.tests) {
        promise(!seen.at(test), "a test is judged once");
        seen[test] = true;
    }
    promise(order.tests.size() == testset.tests.size() && order.places.size() == order.tests.size(),
            "every test is judged");
    const TestTree& tree = order.tree;
    promise(tree.empty() || tree.holder.size() == order.tests.size(), "every case has a group");
    for (std::size_t i = 0; i < tree.groups.size(); ++i) {
        const TestGroup& group = tree.groups[i];
        promise(!group.items.empty() && group.firstCase < group.endCase, "a group has cases");
        promise(group.endCase <= order.tests.size(), "a group's cases are there");
        promise(std::ranges::all_of(group.requirement, [&](std::size_t needed) { return needed < i; }),
                "what a group depends on comes before it");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const Result<XmlFile> xml = XmlFile::parse(PolygonFile, text, "problem");
    std::vector<std::string> warnings;
    Result<PolygonDescription> description =
        xml ? readPolygonDescription(*xml, warnings) : Result<PolygonDescription>(tl::unexpected(xml.error()));
    if (!description) {
        promise(description.error().detail.starts_with("problem.xml:"), "an error names the file");
        return 0;
    }
    promiseInside(*description);
    for (const PolygonTest& test : description->testset.tests) {
        commandWords(test.command);
    }
    for (const bool ownChecker : {false, true}) {
        if (const Result<PolygonOrder> order = orderPolygonTests(*xml, description->testset, ownChecker)) {
            promiseTree(description->testset, *order);
        }
    }
    return 0;
}
