// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json.hpp>

#include <string>
#include <vector>

namespace grindstone::server::test {

/// Checks values against the schemas of an OpenAPI 3.0 document, as far as ours uses them. A keyword that it doesn't
/// know is a finding, too, so that no schema says more than is checked.
class SchemaCheck {
public:
    explicit SchemaCheck(nlohmann::json document) : m_document(std::move(document)) {}

    /// What a "$ref" or the thing itself stands for.
    const nlohmann::json& resolve(const nlohmann::json& thing) const;
    /// One line for each finding, with the place in the value.
    std::vector<std::string> check(const nlohmann::json& schema, const nlohmann::json& value,
                                   const std::string& where = "$") const;
    const nlohmann::json& document() const { return m_document; }

private:
    void checkKeyword(const std::string& keyword, const nlohmann::json& schema, const nlohmann::json& value,
                      const std::string& where, std::vector<std::string>& findings) const;
    void checkProperties(const nlohmann::json& schema, const nlohmann::json& value, const std::string& where,
                         std::vector<std::string>& findings) const;

    nlohmann::json m_document;
};

} // namespace grindstone::server::test
