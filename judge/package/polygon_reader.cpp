// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/polygon_reader.h"

#include "judge/package/package_folder.h"
#include "judge/package/polygon_cases.h"
#include "judge/package/polygon_programs.h"
#include "judge/package/polygon_statements.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

/// Ten thousand generated tests take about a megabyte.
constexpr std::size_t LargestDescription = 4 << 20;
/// Polygon has no limits for these; the ICPC's would be narrow for what its problems write.
constexpr Bytes MostOutput = Bytes::mib(64);
constexpr Bytes UsualMemory = Bytes::mib(256);

std::string nameOf(const PackageFolder& folder, const PolygonDescription& description) {
    const std::vector<PolygonName>& names = description.names;
    const auto english = std::ranges::find(names, "english", &PolygonName::language);
    const auto chosen = english == names.end() ? names.begin() : english;
    return chosen == names.end() ? folder.slug() : chosen->value;
}

ProblemLimits limitsOf(const PolygonTestset& testset) {
    ProblemLimits limits;
    limits.cpuTime = testset.time.value_or(limits.cpuTime);
    limits.source = testset.time ? LimitSource::Package : LimitSource::Default;
    limits.memory = testset.memory ? Bytes(*testset.memory) : UsualMemory;
    limits.output = MostOutput;
    limits.validationOutput = MostOutput;
    return limits;
}

} // namespace

Result<XmlFile> readPolygonXml(const PackageFolder& folder) {
    const std::optional<std::string> text = TRY(folder.readText(PolygonFile, LargestDescription));
    if (!text) {
        return fail("package.invalid",
                    shownPath(folder.root()) + ": there is no problem.xml here; name the folder that holds it");
    }
    return XmlFile::parse(PolygonFile, *text, "problem");
}

Result<PackageHeader> loadPolygonHeader(const std::filesystem::path& path) {
    const PackageFolder folder = TRY(PackageFolder::open(path));
    const XmlFile xml = TRY(readPolygonXml(folder));
    std::vector<std::string> ignored;
    const PolygonDescription description = TRY(readPolygonDescription(xml, ignored));
    PackageHeader header;
    header.slug = folder.slug();
    header.name = nameOf(folder, description);
    header.tags = description.tags;
    header.folder = folder.root();
    return header;
}

Result<Problem> loadPolygonPackage(const std::filesystem::path& path) {
    const PackageFolder folder = TRY(PackageFolder::open(path));
    const XmlFile xml = TRY(readPolygonXml(folder));
    Problem problem;
    problem.format = "polygon";
    const PolygonDescription description = TRY(readPolygonDescription(xml, problem.warnings));
    problem.slug = folder.slug();
    problem.folder = folder.root();
    problem.name = nameOf(folder, description);
    problem.tags = description.tags;
    problem.limits = limitsOf(description.testset);
    problem.streamFiles = {description.inputFile, description.outputFile};
    TRY(addPolygonJudging(folder, xml, description, problem));
    TRY(addPolygonGeneration(folder, xml, description, problem.generation));
    TRY(addPolygonCases(folder, xml, description, problem));
    problem.statements = findPolygonStatements(folder, description, problem.warnings);
    return problem;
}

} // namespace grindstone::judge
