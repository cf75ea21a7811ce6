// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/polygon_programs.h"

#include "judge/compare/comparator.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// Checkers that give points: what is built in has no scores.
constexpr std::string_view GivePoints[] = {"pointscmp", "pointsinfo"};

/// "wcmp" for "std::wcmp.cpp".
std::optional<std::string> standardName(const std::string& checker) {
    constexpr std::string_view Prefix = "std::";
    constexpr std::string_view Suffix = ".cpp";
    return checker.starts_with(Prefix) && checker.ends_with(Suffix)
               ? std::optional(checker.substr(Prefix.size(), checker.size() - Prefix.size() - Suffix.size()))
               : std::nullopt;
}

std::optional<ComparatorSpec> builtIn(const std::string& checker) {
    const std::optional<std::string> name = standardName(checker);
    if (!name || std::ranges::find(GivePoints, *name) != std::end(GivePoints)) {
        return std::nullopt;
    }
    Result<ComparatorSpec> comparator = makeComparatorSpec(*name, {});
    return comparator ? std::optional(*std::move(comparator)) : std::nullopt;
}

Result<CheckerSpec> checkerOf(const PackageFolder& folder, const XmlFile& xml, const PolygonChecker& checker) {
    if (!checker.source) {
        return xml.unsupported(checker.line, "the checker \"" + shownPath(checker.name) +
                                                 "\" has no <source>, and is none that is built in; name its source");
    }
    return CheckerSpec(CheckerKind::Testlib, TRY(polygonProgram(folder, xml, *checker.source)));
}

} // namespace

Result<PackageProgram> polygonProgram(const PackageFolder& folder, const XmlFile& xml, const PolygonSource& source) {
    const Result<std::filesystem::path> path = folder.resolveFile(source.path);
    if (!path) {
        return fail(path.error().code, xml.place(source.line) + path.error().detail);
    }
    return PackageProgram{shownPath(source.path), *path, folder.root(), {}};
}

ComparatorSpec polygonComparator(const PolygonDescription& description) {
    const std::string name = description.checker ? description.checker->name : "std::wcmp.cpp";
    ComparatorSpec custom;
    custom.name = CustomComparator;
    return builtIn(name).value_or(custom);
}

Result<void> addPolygonJudging(const PackageFolder& folder, const XmlFile& xml, const PolygonDescription& description,
                               Problem& problem) {
    if (description.interactor) {
        if (!description.inputFile.empty() || !description.outputFile.empty()) {
            return xml.unsupported(description.interactor->line,
                                   "an interactor talks by streams, but <judging> names an input-file or output-file");
        }
        problem.interactive = true;
        problem.checkers.emplace_back(CheckerKind::Testlib, TRY(polygonProgram(folder, xml, *description.interactor)));
    }
    if (!description.checker) {
        problem.warnings.push_back(xml.place(xml.lineOf(xml.root())) +
                                   "there is no <checker>; outputs are compared by tokens");
    } else if (!builtIn(description.checker->name)) {
        problem.checkers.push_back(TRY(checkerOf(folder, xml, *description.checker)));
    }
    return {};
}

Result<void> addPolygonGeneration(const PackageFolder& folder, const XmlFile& xml,
                                  const PolygonDescription& description, Generation& generation) {
    for (const PolygonSource& validator : description.validators) {
        generation.inputValidators.emplace_back(CheckerKind::Testlib, TRY(polygonProgram(folder, xml, validator)));
    }
    const auto main = std::ranges::find(description.solutions, "main", &PolygonSolution::tag);
    if (main != description.solutions.end()) {
        generation.solution = SolutionSpec{TRY(polygonProgram(folder, xml, main->source)), {}};
    }
    return {};
}

} // namespace grindstone::judge
