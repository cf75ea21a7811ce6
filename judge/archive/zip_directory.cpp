// SPDX-License-Identifier: GPL-3.0-or-later
//
// A zip ends with a record that says where its directory is: `PK 5 6`, and before it in large ones `PK 6 7` and `PK 6
// 6` with 64 bits for each number. The directory is a row of `PK 1 2`, one an entry, 46 bytes and three texts each. It
// is looked for where libarchive looks, so that what is counted here is what will be read there.
#include "judge/archive/zip_directory.h"

#include "judge/archive/entry_name.h"
#include "sandbox/base/sys.h"

#include <sys/stat.h>

#include <algorithm>
#include <optional>
#include <string_view>

namespace grindstone::judge {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view EndMark = "PK\x05\x06"sv;
constexpr std::string_view End64Mark = "PK\x06\x06"sv;
constexpr std::string_view Locator64Mark = "PK\x06\x07"sv;
constexpr std::string_view EntryMark = "PK\x01\x02"sv;
constexpr std::size_t EndSize = 22;
constexpr std::size_t LocatorSize = 20;
constexpr std::size_t End64Size = 56;
constexpr std::size_t EntrySize = 46;
constexpr std::uint64_t SearchedTail = 16 * 1024;
constexpr std::uint16_t EncryptedFlag = 1;
constexpr unsigned MadeOnUnix = 3;
constexpr std::uint32_t In64Bits = 0xffffffff;

std::uint64_t numberAt(std::string_view bytes, std::size_t offset, std::size_t size) {
    std::uint64_t number = 0;
    for (std::size_t i = size; i-- > 0;) {
        number = number << 8 | static_cast<unsigned char>(bytes[offset + i]);
    }
    return number;
}

tl::unexpected<Error> truncated() {
    return fail("archive.damaged", "the file ends before the zip's directory; get it again, it is not whole");
}

tl::unexpected<Error> damaged() {
    return fail("archive.damaged", "the zip's directory cannot be read; get the file again");
}

/// Reads a file's bytes one after the other, through a buffer.
class Cursor {
public:
    Cursor(int file, std::uint64_t offset) : m_file(file), m_offset(offset) {}

    /// Valid until the next call; shorter than asked for at the file's end.
    std::string_view take(std::size_t size) {
        if (m_buffer.size() - m_begin < size) {
            refill(size);
        }
        const std::string_view bytes = std::string_view(m_buffer).substr(m_begin, size);
        m_begin += bytes.size();
        return bytes;
    }

private:
    void refill(std::size_t size) {
        m_buffer.erase(0, m_begin);
        m_begin = 0;
        while (m_buffer.size() < size) {
            const std::size_t before = m_buffer.size();
            m_buffer.resize(before + Piece);
            const ssize_t count = retryInterrupted(
                [&] { return ::pread(m_file, m_buffer.data() + before, Piece, static_cast<off_t>(m_offset)); });
            m_buffer.resize(before + static_cast<std::size_t>(std::max<ssize_t>(0, count)));
            m_offset += static_cast<std::uint64_t>(std::max<ssize_t>(0, count));
            if (count <= 0) {
                return;
            }
        }
    }

    static constexpr std::size_t Piece = 64 * 1024;
    int m_file;
    std::uint64_t m_offset;
    std::string m_buffer;
    std::size_t m_begin = 0;
};

/// Where the directory begins; nothing when the numbers contradict each other.
std::optional<std::uint64_t> directoryOf(int file, std::uint64_t tailOffset, std::string_view tail, std::size_t end) {
    if (end >= LocatorSize && tail.substr(end - LocatorSize).starts_with(Locator64Mark)) {
        Cursor cursor(file, numberAt(tail, end - LocatorSize + 8, 8));
        const std::string_view end64 = cursor.take(End64Size);
        return end64.size() == End64Size && end64.starts_with(End64Mark) ? std::optional(numberAt(end64, 48, 8))
                                                                         : std::nullopt;
    }
    const std::uint64_t size = numberAt(tail, end + 12, 4);
    const std::uint64_t offset = numberAt(tail, end + 16, 4);
    const bool severalFiles = numberAt(tail, end + 4, 2) != 0 || numberAt(tail, end + 6, 2) != 0;
    return severalFiles || offset + size > tailOffset + end ? std::nullopt : std::optional(tailOffset + end - size);
}

Result<std::uint64_t> findDirectory(int file) {
    struct stat status {};
    if (::fstat(file, &status) != 0) {
        return damaged();
    }
    const auto size = static_cast<std::uint64_t>(status.st_size);
    const std::uint64_t tailOffset = size - std::min(size, SearchedTail);
    Cursor cursor(file, tailOffset);
    const std::string_view tail = cursor.take(SearchedTail);
    const std::size_t end = tail.size() < EndSize ? std::string_view::npos : tail.rfind(EndMark, tail.size() - EndSize);
    if (end == std::string_view::npos) {
        return truncated();
    }
    const std::optional<std::uint64_t> directory = directoryOf(file, tailOffset, tail, end);
    return directory ? Result<std::uint64_t>(*directory) : damaged();
}

/// In 64 bits it is the first number of the extra field 1, when the field of 32 bits is full.
std::uint64_t contentSize(std::string_view header, std::string_view extra) {
    const std::uint64_t size = numberAt(header, 24, 4);
    while (size == In64Bits && extra.size() >= 4) {
        const std::size_t length = numberAt(extra, 2, 2);
        if (numberAt(extra, 0, 2) == 1 && length >= 8 && extra.size() >= 12) {
            return numberAt(extra, 4, 8);
        }
        extra.remove_prefix(std::min(extra.size(), length + 4));
    }
    return size;
}

Result<void> checkRow(const std::string& header, const std::string& name) {
    if ((numberAt(header, 8, 2) & EncryptedFlag) != 0) {
        return fail("archive.encrypted", shownName(name) + ": this entry is encrypted; pack again without a password");
    }
    if (static_cast<unsigned char>(header[5]) != MadeOnUnix) {
        return {};
    }
    const auto mode = static_cast<mode_t>(numberAt(header, 40, 2));
    if (S_ISCHR(mode) || S_ISBLK(mode) || S_ISSOCK(mode) || S_ISFIFO(mode)) {
        const char* const what = S_ISFIFO(mode) ? "a named pipe" : S_ISSOCK(mode) ? "a socket" : "a device";
        return fail("archive.unsafe", shownName(name) + ": this is " + what +
                                          "; a pack has files, folders and links only, so take it out");
    }
    return {};
}

/// The library would end such a name there.
Result<void> checkName(const std::string& name) {
    return name.find('\0') == std::string::npos
               ? Result<void>()
               : fail("archive.unsafe",
                      shownName(name) + ": the name has control characters; rename it and pack again");
}

} // namespace

Result<ZipDirectory> readZipDirectory(int file, std::uint64_t mostEntries) {
    Cursor cursor(file, TRY(findDirectory(file)));
    ZipDirectory directory;
    std::uint64_t content = 0;
    while (true) {
        const std::string mark(cursor.take(4));
        if (mark == EndMark || mark == End64Mark) {
            directory.content = Bytes(content);
            return directory;
        }
        const std::string header = mark + std::string(cursor.take(EntrySize - 4));
        if (mark != EntryMark || header.size() != EntrySize) {
            return damaged();
        }
        if (++directory.entries > mostEntries) {
            return fail("archive.too-large", "it has more than " + std::to_string(mostEntries) +
                                                 " entries; split the pack into smaller ones");
        }
        const std::size_t nameSize = numberAt(header, 28, 2);
        const std::size_t extraSize = numberAt(header, 30, 2);
        const std::string texts(cursor.take(nameSize + extraSize));
        (void)cursor.take(numberAt(header, 32, 2)); // A comment.
        if (texts.size() != nameSize + extraSize) {
            return damaged();
        }
        TRY(checkName(texts.substr(0, nameSize)));
        TRY(checkRow(header, texts.substr(0, nameSize)));
        const std::uint64_t size = contentSize(header, std::string_view(texts).substr(nameSize));
        content = content + size < content ? UINT64_MAX : content + size;
    }
}

} // namespace grindstone::judge
