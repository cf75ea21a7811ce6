// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/package/xml_file.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::judge {

inline constexpr const char* PolygonFile = "problem.xml";

/// A source of a package: a path below its folder, checked to stay there by its letters.
struct PolygonSource {
    std::string path;
    std::string type; ///< "cpp.g++17", "java11"
    unsigned line = 0;
};

struct PolygonTest {
    bool sample = false;
    std::string command; ///< of a generated test: "gen 10 20"; empty: it is to be among the files
    std::string file;    ///< which of the files that the command writes is the test, "true": the one that bears its
                         ///< number; empty: its standard output
    std::string group;
    std::optional<double> points;
    unsigned line = 0;
};

enum class PolygonPoints { CompleteGroup, EachTest };

struct PolygonGroup {
    std::string name;
    PolygonPoints policy = PolygonPoints::EachTest;
    std::optional<double> points;
    std::vector<std::string> dependencies;
    unsigned line = 0;
};

struct PolygonTestset {
    std::string name;
    std::optional<std::chrono::milliseconds> time;
    std::optional<std::uint64_t> memory; ///< bytes
    std::string inputPattern;            ///< "tests/%02d"
    std::string answerPattern;
    std::vector<PolygonTest> tests;
    std::vector<PolygonGroup> groups;
    unsigned line = 0;
};

struct PolygonStatement {
    std::string language; ///< "english"
    std::string path;
    std::string type; ///< "application/x-tex"
};

struct PolygonName {
    std::string language;
    std::string value;
};

struct PolygonChecker {
    std::string name; ///< "std::wcmp.cpp", or empty
    std::optional<PolygonSource> source;
    unsigned line = 0;
};

struct PolygonSolution {
    std::string tag; ///< "main", "accepted", "wrong-answer"
    PolygonSource source;
};

/// What a problem.xml of Codeforces' Polygon says, without a look at any other file. Plain value.
struct PolygonDescription {
    std::vector<PolygonName> names;
    std::vector<PolygonStatement> statements;
    std::string inputFile; ///< in the program's working folder; empty: standard input
    std::string outputFile;
    PolygonTestset testset;
    std::vector<PolygonSource> executables;
    std::optional<PolygonChecker> checker;
    std::optional<PolygonSource> interactor;
    std::vector<PolygonSource> validators;
    std::vector<PolygonSolution> solutions;
    std::vector<std::string> tags;
};

/// Reads the text of a problem.xml, of any bytes. Fails with "package.invalid" or "package.unsupported", naming line
/// and cure.
Result<PolygonDescription> readPolygonDescription(const XmlFile& xml, std::vector<std::string>& warnings);

} // namespace grindstone::judge
