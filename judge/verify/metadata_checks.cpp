// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/verify/metadata_checks.h"

#include "judge/compare/decimal.h"
#include "judge/package/yaml_reader.h"
#include "judge/verify/person_checks.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace grindstone::judge {

namespace {

constexpr const char* Metadata = "problem.yaml";
constexpr const char* File = "problem.yaml";
const YamlReader Reader(File);

/// A key of one version alone, and what does the same in the other.
struct VersionKey {
    std::string_view key;
    PackageFormat format;
    std::string_view otherwise;
};

constexpr std::array VersionKeys{
    VersionKey{"author", PackageFormat::Legacy, "write credits"},
    VersionKey{"source_url", PackageFormat::Legacy, "write source as a map with name and url"},
    VersionKey{"validation", PackageFormat::Legacy, "a folder output_validator and type say what it did"},
    VersionKey{"validator_flags", PackageFormat::Legacy,
               "write output_validator_args into data/secret/test_group.yaml"},
    VersionKey{"grading", PackageFormat::Legacy, "write test_group.yaml files"},
    VersionKey{"libraries", PackageFormat::Legacy, "remove it"},
    VersionKey{"version", PackageFormat::Current, "remove it"},
    VersionKey{"credits", PackageFormat::Current, "write author"},
    VersionKey{"embargo_until", PackageFormat::Current, "remove it"},
    VersionKey{"constants", PackageFormat::Current, "it is used all the same"},
    VersionKey{"allow_file_writing", PackageFormat::Current, "remove it"},
};

class MetadataChecker {
public:
    MetadataChecker(const YamlValue& yaml, PackageFormat format, FindingCollector& findings)
        : m_yaml(yaml), m_format(format), m_findings(findings) {}

    void check();

private:
    void checkVersionKeys();
    void checkNumber();
    void checkLicence();
    void checkOwner(const std::string& licence);
    void checkSource();
    void checkSourceEntry(const YamlValue& entry);
    void checkEmbargo();
    void checkType();
    void checkTiming();
    void checkLanguages();
    bool has(const char* key) const {
        const YamlValue* value = m_yaml.find(key);
        return value != nullptr && !value->isNull();
    }
    void warn(unsigned line, std::string what) {
        m_findings.add(Metadata, {Severity::Warning, File, line, std::move(what)});
    }
    void refuse(unsigned line, std::string what) {
        m_findings.add(Metadata, {Severity::Error, File, line, std::move(what)});
    }

    const YamlValue& m_yaml;
    const PackageFormat m_format;
    FindingCollector& m_findings;
};

void MetadataChecker::check() {
    checkVersionKeys();
    checkNumber();
    checkLicence();
    checkSource();
    checkEmbargo();
    checkType();
    checkTiming();
    checkLanguages();
    if (const YamlValue* credits = m_yaml.find("credits"); credits != nullptr && m_format == PackageFormat::Current) {
        checkCredits(*credits, m_findings);
    }
}

void MetadataChecker::checkVersionKeys() {
    for (const YamlEntry& entry : m_yaml.entries) {
        const auto known = std::ranges::find(VersionKeys, entry.key, &VersionKey::key);
        if (known != VersionKeys.end() && known->format != m_format) {
            warn(entry.line, entry.key + " belongs to the " +
                                 (m_format == PackageFormat::Legacy ? "2025-09" : "legacy") +
                                 " version of the format, not to this package's; " + std::string(known->otherwise));
        }
    }
}

/// 8-4-4-4-12 hexadecimal digits.
bool isUuid(const std::string& text) {
    constexpr std::string_view Shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
    const auto fits = [](char shape, char c) {
        const bool digit = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
        return shape == 'x' ? digit : c == '-';
    };
    return text.size() == Shape.size() && std::ranges::equal(Shape, text, fits);
}

void MetadataChecker::checkNumber() {
    const YamlValue* uuid = m_yaml.find("uuid");
    if (uuid == nullptr) {
        if (m_format == PackageFormat::Current) {
            warn(0, "there is no uuid, by which systems know the problem again; add one, such as uuidgen prints");
        }
    } else if (!isUuid(uuid->text)) {
        warn(uuid->line, "uuid does not look like one; write such as uuidgen prints");
    }
}

void MetadataChecker::checkLicence() {
    constexpr std::array<std::string_view, 7> Licences{"unknown",  "public domain", "cc0",       "cc by",
                                                       "cc by-sa", "educational",   "permission"};
    const YamlValue* licence = m_yaml.find("license");
    if (licence == nullptr) {
        return warn(0, "there is no license, so that nobody else may use the problem; add one, such as \"license: cc "
                       "by-sa\"");
    }
    if (std::ranges::find(Licences, licence->text) == Licences.end()) {
        return warn(licence->line, "license is none that the format knows; write unknown, public domain, cc0, cc by, "
                                   "cc by-sa, educational or permission");
    }
    checkOwner(licence->text);
}

void MetadataChecker::checkOwner(const std::string& licence) {
    const YamlValue* owner = m_yaml.find("rights_owner");
    const unsigned line = m_yaml.find("license")->line;
    if (licence == "public domain" && owner != nullptr) {
        warn(owner->line, "what is in the public domain has no rights_owner; remove it");
    }
    const YamlValue* credits = m_yaml.find("credits");
    const bool hasAuthors =
        has("author") ||
        (credits != nullptr && (credits->find("authors") != nullptr || credits->kind == YamlValue::Kind::Scalar));
    if (licence != "public domain" && licence != "unknown" && !has("rights_owner") && !hasAuthors && !has("source")) {
        warn(line, "nobody owns the rights that the license is about; add rights_owner, authors or a source");
    }
}

void MetadataChecker::checkSource() {
    const YamlValue* source = m_yaml.find("source");
    if (m_format == PackageFormat::Legacy) {
        if (has("source_url") && !has("source")) {
            warn(m_yaml.find("source_url")->line, "source_url needs a source beside it; add one");
        }
        return;
    }
    if (source == nullptr || source->isNull()) {
        return;
    }
    if (source->kind != YamlValue::Kind::List) {
        return checkSourceEntry(*source);
    }
    for (const YamlValue& entry : source->items) {
        checkSourceEntry(entry);
    }
}

void MetadataChecker::checkSourceEntry(const YamlValue& entry) {
    if (entry.kind == YamlValue::Kind::Map) {
        if (entry.find("name") == nullptr) {
            warn(entry.line, "source holds an entry without a name; add \"name: …\"");
        }
        std::vector<std::string> unknown;
        Reader.warnOfUnknownKeys(entry, "source.", {"name", "url"}, unknown);
        for (const std::string& text : unknown) {
            m_findings.addText(Metadata, Severity::Warning, text);
        }
    } else if (entry.kind != YamlValue::Kind::Scalar) {
        warn(entry.line, "source is no text; write a name, or a map with name and url");
    }
}

/// YYYY-MM-DD, or that with Thh:mm:ssZ.
bool isDate(const std::string& text) {
    const auto fits = [&](std::string_view shape) {
        return text.size() == shape.size() && std::ranges::equal(shape, text, [](char expected, char c) {
                   return expected == '0' ? c >= '0' && c <= '9' : c == expected;
               });
    };
    return fits("0000-00-00") || fits("0000-00-00T00:00:00Z");
}

void MetadataChecker::checkEmbargo() {
    const YamlValue* embargo = m_yaml.find("embargo_until");
    if (embargo != nullptr && !isDate(embargo->text)) {
        warn(embargo->line, "embargo_until is no date; write one such as 2027-03-31 or 2027-03-31T18:00:00Z");
    }
}

/// What the kinds of problems mean for one another is the reader's to say.
void MetadataChecker::checkType() {
    const YamlValue* type = m_yaml.find("type");
    if (type == nullptr) {
        return;
    }
    std::vector<std::string> words;
    for (const YamlValue& item : type->items) {
        if (std::ranges::find(words, item.text) != words.end()) {
            warn(item.line, "type names " + item.text.substr(0, 80) + " a second time; remove it");
        }
        words.push_back(item.text);
    }
    if (type->kind == YamlValue::Kind::List && type->items.empty()) {
        warn(type->line, "type is an empty list; write pass-fail or scoring");
    }
}

std::optional<double> numberAt(const YamlValue* map, const char* key) {
    const YamlValue* value = map == nullptr ? nullptr : map->find(key);
    return value == nullptr ? std::nullopt : parseDecimal(value->text);
}

void MetadataChecker::checkTiming() {
    const YamlValue* limits = m_yaml.find("limits");
    const std::optional<double> limit = numberAt(limits, "time_limit");
    const std::optional<double> resolution = numberAt(limits, "time_resolution");
    if (m_format != PackageFormat::Current || !limit) {
        return;
    }
    const double unit = resolution.value_or(1);
    const double count = *limit / unit;
    if (unit > 0 && std::isfinite(count) && std::abs(count - std::round(count)) > 1e-6) {
        refuse(limits->find("time_limit")->line, "limits.time_limit is no whole multiple of limits.time_resolution, "
                                                 "which is 1 second unless it is given; change one of them");
    }
}

/// Codes of the format's table of languages, whether they are known here or not.
bool isLanguageCode(std::string_view code) {
    constexpr std::array<std::string_view, 50> Codes{
        "ada",          "algol68",   "apl",    "bash", "c",       "cgmp",   "cobol",      "cpp",
        "cppgmp",       "crystal",   "csharp", "d",    "dart",    "elixir", "erlang",     "forth",
        "fortran",      "fsharp",    "gerbil", "go",   "haskell", "java",   "javaalgs4",  "javascript",
        "julia",        "kotlin",    "lisp",   "lua",  "modula2", "nim",    "objectivec", "ocaml",
        "octave",       "odin",      "pascal", "perl", "php",     "prolog", "python2",    "python3",
        "python3numpy", "racket",    "ruby",   "rust", "scala",   "simula", "smalltalk",  "snobol",
        "swift",        "typescript"};
    return std::ranges::find(Codes, code) != Codes.end() || code == "visualbasic" || code == "zig" || code == "all";
}

void MetadataChecker::checkLanguages() {
    const YamlValue* languages = m_yaml.find("languages");
    const Result<std::vector<std::string>> codes =
        languages == nullptr ? std::vector<std::string>() : Reader.words(*languages, "languages");
    for (std::size_t i = 0; codes && i < codes->size(); ++i) {
        if (!isLanguageCode((*codes)[i])) {
            warn(languages->line, "languages names \"" + (*codes)[i].substr(0, 80) +
                                      "\", which is no code of the format; write such as cpp, java or python3");
        }
    }
}

} // namespace

void checkMetadata(const YamlValue& yaml, PackageFormat format, FindingCollector& findings) {
    MetadataChecker(yaml, format, findings).check();
}

} // namespace grindstone::judge
