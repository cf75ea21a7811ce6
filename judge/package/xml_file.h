// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/base/result.h"

#include <pugixml.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace grindstone::judge {

/// An XML file of a package, as it was read: the way to its values with errors that say where they stand. Entities
/// other than XML's own five are never expanded, and nothing outside the text is looked at.
class XmlFile {
public:
    /// `name` is what errors call the file. Fails with "package.invalid" for what is no XML in UTF-8, for a document
    /// type declaration, and for a root of another name.
    static Result<XmlFile> parse(std::string name, const std::string& text, const char* rootName);

    pugi::xml_node root() const { return m_document->document_element(); }

    /// From 1; 0 where it isn't known.
    unsigned lineOf(pugi::xml_node node) const;
    /// "problem.xml:3: "; without the number where there is no line.
    std::string place(unsigned line) const;
    tl::unexpected<Error> invalid(unsigned line, const std::string& reason) const;
    tl::unexpected<Error> unsupported(unsigned line, const std::string& reason) const;

    /// An attribute that has to be there and not to be empty.
    Result<std::string> attribute(pugi::xml_node node, const char* name) const;
    /// The text of the one element of that name in `node`, blanks around it left out; empty where there is none.
    std::string textOf(pugi::xml_node node, const char* name) const;
    /// That text as a whole number from 1 to `most`; nothing where there is no such element.
    Result<std::optional<std::uint64_t>> wholeNumber(pugi::xml_node node, const char* name, std::uint64_t most,
                                                     const char* unit) const;
    /// An attribute as a number from 0 to a million; nothing where it isn't there or empty.
    Result<std::optional<double>> points(pugi::xml_node node) const;
    /// A text as a path below the package's folder: relative, without ".." and NUL.
    Result<std::string> path(unsigned line, const std::string& what, const std::string& text) const;

private:
    explicit XmlFile(std::string name) : m_name(std::move(name)), m_document(std::make_unique<pugi::xml_document>()) {}

    std::string m_name;
    std::vector<std::size_t> m_lineStarts;
    std::unique_ptr<pugi::xml_document> m_document;
};

} // namespace grindstone::judge
