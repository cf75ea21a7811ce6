// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/language/table_reader.h"

namespace grindstone::judge {

TableReader::TableReader(const toml::table& table, std::string file, std::string prefix)
    : m_table(&table), m_file(std::move(file)), m_prefix(std::move(prefix)) {}

const toml::node* TableReader::find(std::string_view key) {
    m_known.emplace(key);
    return m_table->get(key);
}

tl::unexpected<Error> TableReader::invalid(std::string_view key, std::string_view reason) const {
    const toml::node* node = m_table->get(key);
    const auto line = (node ? node->source() : m_table->source()).begin.line;
    const std::string place = line > 0 ? m_file + ":" + std::to_string(line) : m_file;
    return fail("language.invalid", place + ": " + m_prefix + std::string(key) + ": " + std::string(reason));
}

Result<std::string> TableReader::text(std::string_view key, Presence presence) {
    const toml::node* node = find(key);
    if (!node) {
        return presence == Presence::Required ? Result<std::string>(invalid(key, "is missing")) : std::string();
    }
    const auto* value = node->as_string();
    if (!value) {
        return invalid(key, "must be a string");
    }
    if (presence == Presence::Required && value->get().empty()) {
        return invalid(key, "must not be empty");
    }
    return value->get();
}

Result<std::vector<std::string>> TableReader::texts(std::string_view key, Presence presence) {
    const toml::node* node = find(key);
    if (!node) {
        return presence == Presence::Required ? Result<std::vector<std::string>>(invalid(key, "is missing"))
                                              : std::vector<std::string>();
    }
    const auto* array = node->as_array();
    if (!array) {
        return invalid(key, "must be a list of strings");
    }
    std::vector<std::string> values;
    for (const toml::node& element : *array) {
        const auto* value = element.as_string();
        if (!value || value->get().empty()) {
            return invalid(key, "must be a list of strings that aren't empty");
        }
        values.push_back(value->get());
    }
    if (presence == Presence::Required && values.empty()) {
        return invalid(key, "must not be empty");
    }
    return values;
}

Result<double> TableReader::number(std::string_view key, double lowest, double highest, double fallback) {
    const toml::node* node = find(key);
    if (!node) {
        return fallback;
    }
    const auto value = node->is_number() ? node->value<double>() : std::nullopt;
    if (!value || !(*value >= lowest && *value <= highest)) {
        const auto text = [](double bound) {
            const std::string digits = std::to_string(bound);
            return digits.substr(0, digits.find('.') + 2);
        };
        return invalid(key, "must be a number from " + text(lowest) + " to " + text(highest));
    }
    return *value;
}

Result<std::int64_t> TableReader::integer(std::string_view key, std::int64_t lowest, std::int64_t highest,
                                          std::int64_t fallback) {
    const toml::node* node = find(key);
    if (!node) {
        return fallback;
    }
    const auto* value = node->as_integer();
    if (!value || value->get() < lowest || value->get() > highest) {
        return invalid(key, "must be a whole number from " + std::to_string(lowest) + " to " + std::to_string(highest));
    }
    return value->get();
}

Result<bool> TableReader::flag(std::string_view key, bool fallback) {
    const toml::node* node = find(key);
    if (!node) {
        return fallback;
    }
    const auto* value = node->as_boolean();
    if (!value) {
        return invalid(key, "must be true or false");
    }
    return value->get();
}

Result<TableReader> TableReader::table(std::string_view key, Presence presence) {
    static const toml::table Empty;
    const toml::node* node = find(key);
    if (!node && presence == Presence::Required) {
        return invalid(key, "is missing");
    }
    const toml::table* table = node ? node->as_table() : &Empty;
    if (!table) {
        return invalid(key, "must be a table");
    }
    return TableReader(*table, m_file, m_prefix + std::string(key) + ".");
}

Result<void> TableReader::rejectUnknown() const {
    for (const auto& [key, node] : *m_table) {
        if (!m_known.contains(key.str())) {
            return invalid(key.str(), "is not a key that is known here");
        }
    }
    return {};
}

} // namespace grindstone::judge
