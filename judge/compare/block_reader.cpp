// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/block_reader.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace grindstone::judge {

namespace {

constexpr std::size_t BufferSize = 4 * BlockReader::Reach;

} // namespace

BlockReader::BlockReader(int descriptor, std::string name)
    : m_descriptor(descriptor), m_name(std::move(name)), m_buffer(BufferSize) {}

void BlockReader::refill() {
    std::copy(m_buffer.begin() + static_cast<std::ptrdiff_t>(m_begin),
              m_buffer.begin() + static_cast<std::ptrdiff_t>(m_end), m_buffer.begin());
    m_end -= m_begin;
    m_begin = 0;
    while (m_end < m_buffer.size() && !m_atEnd) {
        const ssize_t count =
            ::pread(m_descriptor, m_buffer.data() + m_end, m_buffer.size() - m_end, static_cast<off_t>(m_fileOffset));
        if (count > 0) {
            m_end += static_cast<std::size_t>(count);
            m_fileOffset += static_cast<std::uint64_t>(count);
        } else if (count == 0) {
            m_atEnd = true;
        } else if (errno != EINTR) {
            m_error = Error{"file.unreadable", m_name + ": cannot be read: " + std::strerror(errno)};
            m_atEnd = true;
        }
    }
}

Result<void> checkRead(const BlockReader& answer, const BlockReader& output) {
    for (const BlockReader* reader : {&answer, &output}) {
        if (reader->error()) {
            return fail(*reader->error());
        }
    }
    return {};
}

} // namespace grindstone::judge
