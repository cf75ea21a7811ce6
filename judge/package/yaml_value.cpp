// SPDX-License-Identifier: GPL-3.0-or-later
//
// The only file that knows yaml-cpp, and the edge at which its exceptions are caught. The library keeps aliases as
// shared nodes, so a small document can stand for an endless one (a list that holds itself), for billions of values or
// for gigabytes of text. Copying it into plain values under a budget of depth, number and bytes makes every reader
// after this one safe.
#include "judge/package/yaml_value.h"

#include "judge/text/utf8.h"

#include <yaml-cpp/depthguard.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr const char* Invalid = "package.invalid";
constexpr unsigned DeepestLevel = 32;
constexpr unsigned MostValues = 20'000;
constexpr std::size_t MostText = 4 << 20;

unsigned lineOf(const YAML::Mark& mark) {
    return mark.is_null() ? 1 : static_cast<unsigned>(mark.line) + 1;
}

std::string place(const std::string& name, unsigned line) {
    return name + ":" + std::to_string(line) + ": ";
}

std::string tooDeep(const std::string& name, unsigned line) {
    return place(name, line) + "nested deeper than 32 levels; make it flatter";
}

class Converter {
public:
    explicit Converter(const std::string& name) : m_name(name) {}

    Result<YamlValue> convert(const YAML::Node& node, unsigned level) {
        YamlValue value;
        value.line = lineOf(node.Mark());
        if (level > DeepestLevel) {
            return fail(Invalid, tooDeep(m_name, value.line));
        }
        if (++m_values > MostValues) {
            return fail(Invalid, place(m_name, value.line) +
                                     "more than 20,000 values, aliases (*name) followed; make the file smaller");
        }
        if (node.IsScalar()) {
            value.kind = YamlValue::Kind::Scalar;
            value.text = TRY(take(node));
        } else if (node.IsSequence()) {
            value.kind = YamlValue::Kind::List;
            TRY(fillList(value, node, level));
        } else if (node.IsMap()) {
            value.kind = YamlValue::Kind::Map;
            TRY(fillMap(value, node, level));
        }
        return value;
    }

private:
    Result<std::string> take(const YAML::Node& scalar) {
        m_text += scalar.Scalar().size();
        if (m_text > MostText) {
            return fail(Invalid, place(m_name, lineOf(scalar.Mark())) +
                                     "more than 4 MiB of text, aliases (*name) followed; make the file smaller");
        }
        return scalar.Scalar();
    }

    Result<void> fillList(YamlValue& list, const YAML::Node& node, unsigned level) {
        for (const YAML::Node& item : node) {
            list.items.push_back(TRY(convert(item, level + 1)));
        }
        return {};
    }

    Result<void> fillMap(YamlValue& map, const YAML::Node& node, unsigned level) {
        for (const auto& entry : node) {
            const unsigned line = lineOf(entry.first.Mark());
            if (!entry.first.IsScalar() && !entry.first.IsNull()) {
                return fail(Invalid, place(m_name, line) + "a key must be a plain word, not a list or a map");
            }
            const std::string key = TRY(take(entry.first));
            if (map.find(key) != nullptr) {
                return fail(Invalid,
                            place(m_name, line) + "the key \"" + key + "\" stands here a second time; keep one");
            }
            YamlValue value = TRY(convert(entry.second, level + 1));
            value.line = value.isNull() ? line : value.line; // an empty value's mark is that of what follows
            map.entries.push_back({key, line, std::move(value)});
        }
        return {};
    }

    const std::string& m_name;
    unsigned m_values = 0;
    std::size_t m_text = 0; ///< bytes
};

unsigned linesIn(std::string_view content) {
    return static_cast<unsigned>(std::count(content.begin(), content.end(), '\n'));
}

Result<void> checkText(std::string_view content, const std::string& name) {
    if (const std::size_t nul = content.find('\0'); nul != std::string_view::npos) {
        return fail(Invalid, place(name, linesIn(content.substr(0, nul)) + 1) +
                                 "a NUL byte, which no text has; remove it, or save the file as UTF-8");
    }
    if (const auto bad = findInvalidUtf8(content)) {
        return fail(Invalid, place(name, linesIn(content.substr(0, *bad)) + 1) + "not UTF-8; save the file as UTF-8");
    }
    return {};
}

/// What ends too early is found missing behind the last line.
unsigned lineOf(const YAML::Mark& mark, std::string_view content) {
    const unsigned last = linesIn(content) + (content.ends_with('\n') ? 0 : 1);
    return std::clamp(lineOf(mark), 1U, std::max(1U, last));
}

bool isIndentedByTab(std::string_view content, unsigned line) {
    for (unsigned skipped = 1; skipped < line && !content.empty(); ++skipped) {
        content.remove_prefix(std::min(content.size(), content.find('\n') + 1));
    }
    const std::string_view indentation = content.substr(0, content.find_first_not_of(" \t"));
    return indentation.find('\t') != std::string_view::npos;
}

} // namespace

const YamlValue* YamlValue::find(std::string_view key) const {
    const auto entry = std::ranges::find(entries, key, &YamlEntry::key);
    return entry == entries.end() ? nullptr : &entry->value;
}

Result<YamlValue> parseYaml(std::string_view content, const std::string& name) {
    TRY(checkText(content, name));
    try {
        const YAML::Node root = YAML::Load(std::string(content));
        return Converter(name).convert(root, 1);
    } catch (const YAML::DeepRecursion& error) {
        return fail(Invalid, tooDeep(name, lineOf(error.mark, content)));
    } catch (const YAML::Exception& error) {
        const unsigned line = lineOf(error.mark, content);
        if (isIndentedByTab(content, line)) {
            return fail(Invalid,
                        place(name, line) + "a tab indents this line; YAML permits only blanks, so put blanks");
        }
        return fail(Invalid, place(name, line) + "not valid YAML (" + error.msg + "); correct this line");
    } catch (const std::exception& error) {
        return fail(Invalid, name + ": not valid YAML (" + error.what() + "); correct the file");
    }
}

} // namespace grindstone::judge
