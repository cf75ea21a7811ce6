// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/archive/gzip_stream.h"

#include "sandbox/base/sys.h"

#include <zlib.h>

#include <algorithm>

namespace grindstone::judge {

namespace {

constexpr std::size_t Piece = 128 * 1024;
constexpr int GzipOnly = 16 + MAX_WBITS;

} // namespace

struct GzipStream::Inflater {
    Inflater() { working = ::inflateInit2(&state, GzipOnly) == Z_OK; }
    ~Inflater() {
        if (working) {
            ::inflateEnd(&state);
        }
    }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    z_stream state{};
    bool working = false;
};

GzipStream::GzipStream(int file) : m_file(file), m_output(Piece, '\0'), m_inflater(std::make_unique<Inflater>()) {}

GzipStream::~GzipStream() = default;

std::optional<std::string_view> GzipStream::failed(std::string reason) {
    m_error = std::move(reason);
    m_ended = true;
    return std::nullopt;
}

/// False at the file's end.
bool GzipStream::fill() {
    z_stream& state = m_inflater->state;
    if (state.avail_in > 0) {
        return true;
    }
    m_input.resize(Piece);
    const ssize_t count =
        retryInterrupted([&] { return ::pread(m_file, m_input.data(), m_input.size(), static_cast<off_t>(m_offset)); });
    m_input.resize(static_cast<std::size_t>(std::max<ssize_t>(0, count)));
    m_offset += m_input.size();
    state.next_in = reinterpret_cast<Bytef*>(m_input.data());
    state.avail_in = static_cast<uInt>(m_input.size());
    return !m_input.empty();
}

/// After the end of one gzip file: whether another one follows. What blocks are filled up with is zero.
bool GzipStream::beginNext() {
    z_stream& state = m_inflater->state;
    while (fill()) {
        while (state.avail_in > 0 && *state.next_in == 0) {
            ++state.next_in;
            --state.avail_in;
        }
        if (state.avail_in > 0) {
            return ::inflateReset(&state) == Z_OK;
        }
    }
    return false;
}

std::optional<std::string_view> GzipStream::read() {
    z_stream& state = m_inflater->state;
    if (!m_inflater->working) {
        return failed("no memory for gzip data");
    }
    state.next_out = reinterpret_cast<Bytef*>(m_output.data());
    state.avail_out = static_cast<uInt>(m_output.size());
    while (!m_ended && state.avail_out == m_output.size()) {
        if (!fill()) {
            return failed("truncated gzip data");
        }
        const int status = ::inflate(&state, Z_NO_FLUSH);
        if (status == Z_STREAM_END) {
            m_ended = !beginNext();
        } else if (status != Z_OK && status != Z_BUF_ERROR) {
            const bool checksum = state.msg != nullptr && std::string_view(state.msg).ends_with("check");
            return failed(checksum ? "bad CRC of gzip data" : "damaged gzip data");
        }
    }
    if (!m_error.empty()) {
        return std::nullopt;
    }
    return std::string_view(m_output).substr(0, m_output.size() - state.avail_out);
}

} // namespace grindstone::judge
