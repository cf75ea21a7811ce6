// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/package/xml_file.h"

#include "judge/package/package_folder.h"
#include "judge/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace grindstone::judge {

namespace {

constexpr const char* Invalid = "package.invalid";
constexpr std::size_t LongestShown = 200;

/// A value as a message quotes it: in one line, and not without end.
std::string quoted(const std::string& text) {
    const bool tooLong = text.size() > LongestShown;
    return "\"" + shownPath(tooLong ? text.substr(0, LongestShown) : text) + (tooLong ? "…" : "") + "\"";
}

std::vector<std::size_t> lineStartsOf(const std::string& text) {
    std::vector<std::size_t> starts{0};
    for (std::size_t at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1)) {
        starts.push_back(at + 1);
    }
    return starts;
}

unsigned lineAt(const std::vector<std::size_t>& starts, std::size_t offset) {
    return static_cast<unsigned>(std::ranges::upper_bound(starts, offset) - starts.begin());
}

std::string trimmed(const std::string& text) {
    constexpr const char* Blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(Blanks);
    return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(Blanks) - begin + 1);
}

template<typename Number> std::optional<Number> numberIn(const std::string& text) {
    Number number{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

} // namespace

Result<XmlFile> XmlFile::parse(std::string name, const std::string& text, const char* rootName) {
    XmlFile file(std::move(name));
    file.m_lineStarts = lineStartsOf(text);
    if (const std::optional<std::size_t> bad = findInvalidUtf8(text)) {
        return file.invalid(lineAt(file.m_lineStarts, *bad), "not UTF-8; save the file as UTF-8");
    }
    const pugi::xml_parse_result parsed = file.m_document->load_buffer(
        text.data(), text.size(), pugi::parse_default | pugi::parse_doctype, pugi::encoding_utf8);
    if (!parsed) {
        return file.invalid(
            lineAt(file.m_lineStarts, static_cast<std::size_t>(std::max<std::ptrdiff_t>(parsed.offset, 0))),
            std::string("not valid XML (") + parsed.description() + "); correct this line");
    }
    for (const pugi::xml_node node : file.m_document->children()) {
        if (node.type() == pugi::node_doctype) {
            return file.invalid(file.lineOf(file.root()),
                                "before this element stands a document type (<!DOCTYPE …>), which is not read; "
                                "remove it");
        }
    }
    if (std::string_view(file.root().name()) != rootName) {
        return file.invalid(file.lineOf(file.root()), "the outermost element is <" + shownPath(file.root().name()) +
                                                          ">; it has to be <" + rootName + ">");
    }
    return file;
}

unsigned XmlFile::lineOf(pugi::xml_node node) const {
    const std::ptrdiff_t offset = node.offset_debug();
    return offset < 0 ? 0 : lineAt(m_lineStarts, static_cast<std::size_t>(offset));
}

std::string XmlFile::place(unsigned line) const {
    return m_name + (line > 0 ? ":" + std::to_string(line) : std::string()) + ": ";
}

tl::unexpected<Error> XmlFile::invalid(unsigned line, const std::string& reason) const {
    return fail(Invalid, place(line) + reason);
}

tl::unexpected<Error> XmlFile::unsupported(unsigned line, const std::string& reason) const {
    return fail("package.unsupported", place(line) + reason);
}

Result<std::string> XmlFile::attribute(pugi::xml_node node, const char* name) const {
    const std::string value = node.attribute(name).value();
    if (value.empty()) {
        return invalid(lineOf(node),
                       std::string("<") + node.name() + "> has no " + name + "; write " + name + "=\"…\" into it");
    }
    return value;
}

std::string XmlFile::textOf(pugi::xml_node node, const char* name) const {
    return trimmed(node.child(name).text().get());
}

Result<std::optional<std::uint64_t>> XmlFile::wholeNumber(pugi::xml_node node, const char* name, std::uint64_t most,
                                                          const char* unit) const {
    const pugi::xml_node child = node.child(name);
    if (!child) {
        return std::optional<std::uint64_t>();
    }
    const std::string text = textOf(node, name);
    const std::optional<std::uint64_t> number = numberIn<std::uint64_t>(text);
    if (!number || *number == 0 || *number > most) {
        return invalid(lineOf(child), std::string(name) + " is " + quoted(text) + "; write a whole number of " + unit +
                                          " above 0 and not above " + std::to_string(most));
    }
    return number;
}

Result<std::optional<double>> XmlFile::points(pugi::xml_node node) const {
    constexpr double Most = 1e6;
    const std::string text = trimmed(node.attribute("points").value());
    if (text.empty()) {
        return std::optional<double>();
    }
    const std::optional<double> number = numberIn<double>(text);
    if (!number || !(*number >= 0 && *number <= Most)) {
        return invalid(lineOf(node), "points is " + quoted(text) + "; write a number from 0 to 1000000");
    }
    return number;
}

Result<std::string> XmlFile::path(unsigned line, const std::string& what, const std::string& text) const {
    const std::filesystem::path path(text);
    const bool leaves = path.is_absolute() || std::ranges::find(path, "..") != path.end();
    if (text.empty() || leaves || text.find('\\') != std::string::npos) {
        return invalid(line,
                       what + " is " + quoted(text) + "; write a path below the package's folder, without \"..\"");
    }
    return text;
}

} // namespace grindstone::judge
