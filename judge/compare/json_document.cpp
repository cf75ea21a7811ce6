// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/json_document.h"

#include "judge/compare/block_reader.h"
#include "judge/compare/json_number.h"

namespace grindstone::judge {

namespace {

using Json = nlohmann::json;

Result<std::optional<std::string>> readText(int descriptor, const std::string& name) {
    BlockReader reader(descriptor, name);
    std::string text;
    for (std::string_view window = reader.window(); !window.empty(); window = reader.window()) {
        if (text.size() + window.size() > LargestJson) {
            return std::optional<std::string>();
        }
        text += window;
        reader.consume(window.size());
    }
    if (reader.error()) {
        return fail(*reader.error());
    }
    return std::optional(std::move(text));
}

JsonDocument faulty(std::uint64_t offset, std::string reason) {
    return {{}, JsonFault{offset, std::move(reason)}};
}

/// Where a list or object begins that is nested too deep. Looked for beforehand: a parser with a callback passes over
/// all that an array holds for each object that ends in it.
std::optional<std::size_t> findTooDeep(std::string_view text) {
    int depth = 0;
    bool inString = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        if (inString && byte == '\\') {
            ++i;
        } else if (byte == '"') {
            inString = !inString;
        } else if (!inString && (byte == '[' || byte == '{') && ++depth > DeepestJson) {
            return i;
        } else if (!inString && (byte == ']' || byte == '}')) {
            --depth;
        }
    }
    return std::nullopt;
}

/// Builds a document as the library's own reader does, and keeps integers beyond 64 bits.
class DocumentBuilder : public nlohmann::detail::json_sax_dom_parser<Json> {
public:
    using json_sax_dom_parser::json_sax_dom_parser;

    bool number_float(double value, const std::string& text) {
        if (text.find_first_not_of("-0123456789") != std::string::npos) {
            return json_sax_dom_parser::number_float(value, text);
        }
        Json integer = makeLongInteger(text);
        return binary(integer.get_binary());
    }
};

Json parse(const std::string& text) {
    Json document;
    DocumentBuilder builder(document);
    Json::sax_parse(text, &builder);
    return document;
}

} // namespace

Result<JsonDocument> readJson(int descriptor, const std::string& name) {
    const std::optional<std::string> text = TRY(readText(descriptor, name));
    if (!text) {
        return faulty(LargestJson, "it is larger than 16 MiB");
    }
    // The parser takes it for the end.
    if (const std::size_t nul = text->find('\0'); nul != std::string::npos) {
        return faulty(nul, "it isn't JSON");
    }
    if (const std::optional<std::size_t> deep = findTooDeep(*text)) {
        return faulty(*deep, "it is nested deeper than " + std::to_string(DeepestJson) + " levels");
    }
    try {
        return JsonDocument{parse(*text), {}};
    } catch (const Json::parse_error& error) {
        return faulty(error.byte > 0 ? error.byte - 1 : 0, "it isn't JSON");
    } catch (const Json::exception&) {
        return faulty(0, "it holds a number that is too large");
    }
}

} // namespace grindstone::judge
