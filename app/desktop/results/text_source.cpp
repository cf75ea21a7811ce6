// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/results/text_source.h"

#include <algorithm>
#include <fstream>

namespace grindstone::desktop {

namespace {

using SharedBytes = std::shared_ptr<const std::string>;

std::string readFile(const std::filesystem::path& path, std::uint64_t offset, std::uint64_t most) {
    std::ifstream file(path, std::ios::binary);
    file.seekg(static_cast<std::streamoff>(offset));
    std::string bytes(most, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(most));
    bytes.resize(static_cast<std::size_t>(std::max<std::streamsize>(0, file.gcount())));
    return bytes;
}

} // namespace

TextSource TextSource::ofBytes(std::string bytes) {
    TextSource source;
    source.m_text = std::make_shared<const std::string>(std::move(bytes));
    return source;
}

TextSource TextSource::ofFile(std::filesystem::path file) {
    TextSource source;
    source.m_text = std::move(file);
    return source;
}

TextSource TextSource::ofCapture(judge::SharedCapture capture) {
    TextSource source;
    source.m_text = std::move(capture);
    return source;
}

std::uint64_t TextSource::size() const {
    if (const auto* bytes = std::get_if<SharedBytes>(&m_text)) {
        return *bytes ? (*bytes)->size() : 0;
    }
    if (const auto* path = std::get_if<std::filesystem::path>(&m_text)) {
        std::error_code error;
        const std::uintmax_t size = std::filesystem::file_size(*path, error);
        return error ? 0 : size;
    }
    const auto& capture = std::get<judge::SharedCapture>(m_text);
    return capture ? capture->size.count() : 0;
}

std::string TextSource::read(std::uint64_t offset, std::uint64_t most) const {
    const std::uint64_t total = size();
    const std::uint64_t count = offset < total ? std::min(most, total - offset) : 0;
    if (count == 0) {
        return {};
    }
    if (const auto* bytes = std::get_if<SharedBytes>(&m_text)) {
        return (*bytes)->substr(offset, count);
    }
    if (const auto* path = std::get_if<std::filesystem::path>(&m_text)) {
        return readFile(*path, offset, count);
    }
    return judge::readCapture(std::get<judge::SharedCapture>(m_text), offset, count);
}

bool TextSource::isReadable() const {
    const auto* path = std::get_if<std::filesystem::path>(&m_text);
    return path == nullptr || std::ifstream(*path).is_open();
}

} // namespace grindstone::desktop
