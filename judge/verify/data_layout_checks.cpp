// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/data_layout_checks.h"

#include "judge/package/package_files.h"
#include "judge/verify/data_file_name.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace grindstone::judge {

namespace {

constexpr const char* Data = "test data";

/// A folder below data/ and what its cases have.
enum class Part { Judged, InvalidInput, Outputs };

struct KnownPart {
    std::string_view name;
    Part part;
};

constexpr std::array Parts{
    KnownPart{"sample", Part::Judged},
    KnownPart{"secret", Part::Judged},
    KnownPart{"invalid_input", Part::InvalidInput},
    KnownPart{"invalid_inputs", Part::InvalidInput},
    KnownPart{"invalid_output", Part::Outputs},
    KnownPart{"invalid_outputs", Part::Outputs},
    KnownPart{"valid_output", Part::Outputs},
    KnownPart{"valid_outputs", Part::Outputs},
};

/// The files of one test case, by suffix.
using CaseFiles = std::set<std::string_view>;

class DataChecker {
public:
    DataChecker(const std::vector<PackageEntry>& entries, const DataKind& kind, FindingCollector& findings)
        : m_entries(entries), m_kind(kind), m_findings(findings) {}

    void check();

private:
    bool isCurrent() const { return m_kind.format == PackageFormat::Current; }
    void checkPart(const PackageEntry& entry, Part part);
    void checkFolder(const std::string& folder, Part part);
    bool isSettings(const PackageEntry& entry);
    void checkCase(const std::string& base, const CaseFiles& files, Part part);
    void checkJudgedCase(const std::string& base, const CaseFiles& files);
    void checkWithoutInput(const std::string& base, const CaseFiles& files);
    void checkDisplay(const std::string& base, const CaseFiles& files);
    void checkAtMostOne(const std::string& base, const CaseFiles& files, std::initializer_list<std::string_view> some,
                        const char* what);
    void checkOldAnnotations(const std::string& base, const CaseFiles& files);
    void checkInvalidInput(const std::string& base, const CaseFiles& files);
    void checkOutputs(const std::string& base, const CaseFiles& files);
    void warn(const std::string& file, std::string what) { m_findings.warn(Data, file, std::move(what)); }
    void refuse(const std::string& file, std::string what) { m_findings.error(Data, file, std::move(what)); }

    const std::vector<PackageEntry>& m_entries;
    const DataKind m_kind;
    FindingCollector& m_findings;
};

void DataChecker::check() {
    for (const PackageEntry* entry : entriesIn(m_entries, "data/")) {
        const auto part = std::ranges::find(Parts, entry->name(), &KnownPart::name);
        if (!isPermittedName(std::string(entry->name())) || isSettings(*entry)) {
            continue;
        }
        if (part != Parts.end() && entry->isFolder()) {
            checkPart(*entry, part->part);
        } else {
            warn(entry->path, "ignored, since only sample, secret, invalid_input, invalid_output and valid_output are "
                              "looked at here; move it there, or remove it");
        }
    }
}

void DataChecker::checkPart(const PackageEntry& entry, Part part) {
    if (part != Part::Judged && entry.name().ends_with('s')) {
        warn(entry.path, "the format calls this folder " + entry.path.substr(5, entry.path.size() - 6) +
                             "; it is used all the same, so rename it");
    }
    if (part == Part::Outputs && m_kind.interactive) {
        return warn(entry.path, "not used, since the problem is interactive and has no outputs to validate; remove it");
    }
    checkFolder(entry.path + "/", part);
}

void DataChecker::checkFolder(const std::string& folder, Part part) {
    std::map<std::string_view, CaseFiles> cases;
    std::vector<const PackageEntry*> folders;
    for (const PackageEntry* entry : entriesIn(m_entries, folder)) {
        const DataFileName name = splitDataFileName(entry->name());
        if (!isPermittedName(std::string(entry->name())) || isSettings(*entry)) {
            continue;
        }
        if (entry->isFolder() && name.suffix != ".files") {
            folders.push_back(entry);
        } else if (name.suffix.empty()) {
            warn(entry->path, "ignored, since test cases have no file of this kind; correct the name, or remove it");
        } else {
            cases[name.base].insert(name.suffix);
        }
    }
    for (const auto& [base, files] : cases) {
        checkCase(folder + std::string(base), files, part);
    }
    for (const PackageEntry* entry : folders) {
        if (isCurrent() && cases.contains(entry->name())) {
            refuse(entry->path, "this folder has the name of a test case beside it; rename one of them");
        }
        if (entry->kind == PackageEntry::Kind::Folder) {
            checkFolder(entry->path + "/", part);
        }
    }
}

/// Settings of a folder; those of the other version are read, too.
bool DataChecker::isSettings(const PackageEntry& entry) {
    const bool legacy = entry.name() == "testdata.yaml";
    if (!legacy && entry.name() != "test_group.yaml") {
        return false;
    }
    if (legacy == isCurrent()) {
        warn(entry.path, std::string("this version of the format calls the file ") +
                             (legacy ? "test_group.yaml" : "testdata.yaml") + "; rename it, and look at its keys");
    }
    if (isCurrent() && !legacy && entry.parent() == "data/") {
        warn(entry.path, "this version of the format has such a file in sample, in secret and in test groups only; "
                         "move it there");
    }
    return true;
}

void DataChecker::checkCase(const std::string& base, const CaseFiles& files, Part part) {
    if (part == Part::Judged) {
        checkJudgedCase(base, files);
    } else if (part == Part::InvalidInput) {
        checkInvalidInput(base, files);
    } else {
        checkOutputs(base, files);
    }
}

/// That an .in file has its .ans file is the reader's to say.
void DataChecker::checkJudgedCase(const std::string& base, const CaseFiles& files) {
    if (!files.contains(".in")) {
        return checkWithoutInput(base, files);
    }
    checkAtMostOne(base, files, {".png", ".jpg", ".jpeg", ".svg"}, "illustration");
    if (isCurrent()) {
        checkDisplay(base, files);
        checkOldAnnotations(base, files);
    } else if (m_kind.interactive && base.starts_with("data/sample/") && !files.contains(".interaction")) {
        warn(base + ".in", "samples of interactive problems show a file NAME.interaction, with lines that begin with "
                           "\"<\" and \">\"; there is none, so write one");
    }
}

/// An interaction may stand alone, to be shown, and so may what a statement shows; an .ans file is the reader's to
/// speak of.
void DataChecker::checkWithoutInput(const std::string& base, const CaseFiles& files) {
    if (files.contains(".interaction") || files.contains(".ans") || m_kind.made.contains(base)) {
        return;
    }
    if (isCurrent() && base.starts_with("data/sample/") && files.contains(".in.statement")) {
        return checkDisplay(base, files);
    }
    for (const std::string_view suffix : files) {
        warn(base + std::string(suffix), "ignored, since there is no .in file of that name beside it; add one, or "
                                         "remove it");
    }
}

void DataChecker::checkAtMostOne(const std::string& base, const CaseFiles& files,
                                 std::initializer_list<std::string_view> some, const char* what) {
    std::vector<std::string_view> present;
    std::ranges::copy_if(some, std::back_inserter(present), [&](std::string_view one) { return files.contains(one); });
    if (present.size() > 1) {
        warn(base + std::string(present[0]), std::string("a test case has at most one ") + what + ", and there is " +
                                                 std::string(present[1]) + " too; remove one");
    }
}

void DataChecker::checkDisplay(const std::string& base, const CaseFiles& files) {
    checkAtMostOne(base, files, {".in.statement", ".interaction"}, "file that is shown for its input");
    checkAtMostOne(base, files, {".out", ".ans.statement", ".interaction"}, "file that is shown for its output");
    checkAtMostOne(base, files, {".out", ".ans.download"}, "file that can be downloaded for its output");
    const auto need = [&](std::string_view shown, std::string_view loaded) {
        if (files.contains(shown) && !files.contains(loaded)) {
            warn(base + std::string(shown), "what is shown is not what can be downloaded; add " + std::string(loaded));
        }
    };
    need(".in.statement", ".in.download");
    need(".in.download", files.contains(".interaction") ? ".interaction" : ".in.statement");
    need(".ans.statement", ".ans.download");
    need(".ans.download", files.contains(".interaction") ? ".interaction" : ".ans.statement");
    need(".interaction", ".in.download");
    need(".interaction", ".ans.download");
}

void DataChecker::checkOldAnnotations(const std::string& base, const CaseFiles& files) {
    for (const auto& [suffix, key] : {std::pair(".hint", "hint"), std::pair(".desc", "description")}) {
        if (files.contains(suffix)) {
            warn(base + suffix, std::string("this version of the format has no such file; write its text into \"") +
                                    key + "\" of NAME.yaml");
        }
    }
}

void DataChecker::checkInvalidInput(const std::string& base, const CaseFiles& files) {
    if (!files.contains(".in")) {
        return refuse(base + std::string(*files.begin()), "there is no .in file of that name beside it; add the input "
                                                          "that is to be rejected");
    }
    for (const char* suffix : {".ans", ".out"}) {
        if (files.contains(suffix)) {
            warn(base + suffix, "not used, since nothing is run on inputs that are to be rejected; remove it");
        }
    }
}

void DataChecker::checkOutputs(const std::string& base, const CaseFiles& files) {
    for (const char* suffix : {".in", ".ans", ".out"}) {
        if (!files.contains(suffix)) {
            refuse(base + std::string(*files.begin()), std::string("there is no ") + suffix +
                                                           " file of that name beside it; a test of the output "
                                                           "validator has .in, .ans and .out");
        }
    }
}

} // namespace

void checkDataLayout(const std::vector<PackageEntry>& entries, const DataKind& kind, FindingCollector& findings) {
    DataChecker(entries, kind, findings).check();
}

} // namespace grindstone::judge
