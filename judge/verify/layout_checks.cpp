// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/layout_checks.h"

#include "judge/package/package_files.h"

#include <algorithm>
#include <array>

namespace grindstone::judge {

namespace {

constexpr const char* Layout = "files and folders";

/// A folder that the format has, and what is to be done with it in the other version.
struct KnownFolder {
    std::string_view name;
    bool legacy;
    bool current;
    std::string_view otherwise; ///< empty: another check says it, or it does no harm
};

constexpr std::array Folders{
    KnownFolder{"attachments", true, true, ""},
    KnownFolder{"data", true, true, ""},
    KnownFolder{"generators", true, true, ""},
    KnownFolder{"include", true, true, ""},
    KnownFolder{"input_validators", true, true, ""},
    KnownFolder{"submissions", true, true, ""},
    KnownFolder{"problem_statement", true, false, "call it statement"},
    KnownFolder{"output_validators", true, false, ""},
    KnownFolder{"input_format_validators", true, false, "call it input_validators"},
    KnownFolder{"graders", true, false, "score_aggregation in test_group.yaml does what it did"},
    KnownFolder{"statement", false, true, "call it problem_statement"},
    KnownFolder{"output_validator", false, true, ""},
    KnownFolder{"solution", false, true, ""},
    KnownFolder{"input_visualizer", false, true, ""},
    KnownFolder{"output_visualizer", false, true, ""},
    KnownFolder{"static_validator", false, true, "it is not used"},
};

/// Files that the format, other systems or people put there.
bool isKnownFile(std::string_view name) {
    constexpr std::array<std::string_view, 5> Files{"problem.yaml", "grindstone.yaml", "domjudge-problem.ini",
                                                    "problem.pdf", "problem.html"};
    constexpr std::array<std::string_view, 4> Beginnings{"README", "LICENSE", "LICENCE", "COPYING"};
    return std::ranges::find(Files, name) != Files.end() || (name.starts_with("problem.") && !name.ends_with(".yml")) ||
           std::ranges::any_of(Beginnings, [&](std::string_view beginning) { return name.starts_with(beginning); });
}

void checkFolder(const PackageEntry& entry, PackageFormat format, FindingCollector& findings) {
    const auto known = std::ranges::find(Folders, entry.name(), &KnownFolder::name);
    if (known == Folders.end()) {
        findings.warn(Layout, shownPath(entry.path),
                      "the format knows no folder of this name, so it is ignored; "
                      "correct the name, or remove it");
        return;
    }
    const bool legacy = format == PackageFormat::Legacy;
    if (!(legacy ? known->legacy : known->current) && !known->otherwise.empty()) {
        findings.warn(Layout, entry.path,
                      std::string("this folder belongs to the ") + (legacy ? "2025-09" : "legacy") +
                          " version of the format, not to this "
                          "package's; " +
                          std::string(known->otherwise));
    }
}

void checkFile(const PackageEntry& entry, FindingCollector& findings) {
    if (std::ranges::find(Folders, entry.name(), &KnownFolder::name) != Folders.end()) {
        findings.error(Layout, entry.path, "this is a file; make it a folder");
    } else if (entry.name() == "problem.yml") {
        findings.error(Layout, entry.path, "this name is not read; call it problem.yaml");
    } else if (!isKnownFile(entry.name())) {
        findings.warn(Layout, shownPath(entry.path),
                      "the format knows no file of this name here, so it is ignored; "
                      "correct the name, or remove it");
    }
}

bool isLeftToReaders(std::string_view path) {
    constexpr std::array<std::string_view, 4> Read{"data/sample/", "data/secret/", "submissions/", "include/"};
    return std::ranges::any_of(Read, [&](std::string_view folder) { return path.starts_with(folder); });
}

} // namespace

void checkTopLevel(const std::vector<PackageEntry>& entries, PackageFormat format, FindingCollector& findings) {
    for (const PackageEntry* entry : entriesIn(entries, "")) {
        if (!isPermittedName(std::string(entry->name()))) {
            continue;
        }
        if (entry->isFolder()) {
            checkFolder(*entry, format, findings);
        } else {
            checkFile(*entry, findings);
        }
    }
}

void checkAttachments(const std::vector<PackageEntry>& entries, FindingCollector& findings) {
    for (const PackageEntry* entry : entriesIn(entries, "attachments/")) {
        if (entry->isFolder() && entry->name() != "templates") {
            findings.warn(Layout, shownPath(entry->path),
                          "people are given the files of attachments/ alone, and no "
                          "folder but templates; put it into a zip file");
        }
    }
}

void checkNames(const std::vector<PackageEntry>& entries, FindingCollector& findings) {
    for (const PackageEntry& entry : entries) {
        if (!isLeftToReaders(entry.path) && !isPermittedName(std::string(entry.name()))) {
            findings.warn("names of files", shownPath(entry.path),
                          "ignored, since names may hold only letters, digits, \".\", \"-\" and \"_\", and not begin "
                          "with \"-\"; rename it");
        }
    }
}

} // namespace grindstone::judge
