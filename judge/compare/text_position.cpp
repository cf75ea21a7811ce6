// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/compare/text_position.h"

#include "judge/compare/block_reader.h"

#include <algorithm>

namespace grindstone::judge {

namespace {

class PositionCounter {
public:
    void add(std::string_view text) {
        for (const char byte : text) {
            const bool blank = isBlank(byte);
            m_position.token += m_afterBlank && !blank ? 1 : 0;
            m_afterBlank = blank;
            ++m_position.column;
            if (byte == '\n') {
                m_position = {m_position.line + 1, 1, 1};
            }
        }
    }
    TextPosition position() const { return m_position; }

private:
    TextPosition m_position;
    bool m_afterBlank = true;
};

} // namespace

TextPosition locate(int descriptor, std::uint64_t offset) {
    BlockReader reader(descriptor, {});
    PositionCounter counter;
    while (reader.offset() < offset) {
        const std::string_view window = reader.window();
        const std::string_view before =
            window.substr(0, std::min<std::uint64_t>(window.size(), offset - reader.offset()));
        if (before.empty()) {
            break;
        }
        counter.add(before);
        reader.consume(before.size());
    }
    return counter.position();
}

} // namespace grindstone::judge
