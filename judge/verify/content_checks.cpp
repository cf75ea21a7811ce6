// SPDX-License-Identifier: GPL-3.0-or-later
//
// Data may be gigabytes: files are read in pieces, and for duplicates only those that have the size of another one.
#include "judge/verify/content_checks.h"

#include "judge/cache/digest.h"
#include "judge/verify/data_file_name.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t PieceSize = 256 << 10;

/// Hands a regular file's bytes on in pieces until `use` wants no more. False where it couldn't be read.
bool readInPieces(const fs::path& path, const std::function<bool(std::string_view)>& use) {
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat status {};
    if (!file || ::fstat(file.get(), &status) != 0 || !S_ISREG(status.st_mode)) {
        return false;
    }
    std::string piece(PieceSize, '\0');
    while (true) {
        const ssize_t got = ::read(file.get(), piece.data(), piece.size());
        if (got <= 0) {
            return got == 0;
        }
        if (!use(std::string_view(piece.data(), static_cast<std::size_t>(got)))) {
            return true;
        }
    }
}

/// What is odd about a text.
struct TextForm {
    bool mark = false;           ///< a byte-order mark
    unsigned carriageReturn = 0; ///< the first line with one
    bool endsInLine = false;     ///< its last byte is no line end
    bool binary = false;
};

/// Reads on until nothing more can be learnt.
class TextReader {
public:
    bool read(std::string_view piece) {
        if (m_lines == 1 && m_first) {
            m_form.mark = piece.starts_with("\xEF\xBB\xBF");
            m_first = false;
        }
        m_form.binary = piece.find('\0') != std::string_view::npos;
        if (m_form.carriageReturn == 0) {
            findCarriageReturn(piece);
        }
        m_form.endsInLine = !piece.ends_with('\n');
        return !m_form.binary;
    }
    TextForm take() const { return m_form.binary ? TextForm() : m_form; }

private:
    void findCarriageReturn(std::string_view piece) {
        const std::size_t found = piece.find('\r');
        m_lines += static_cast<unsigned>(std::ranges::count(piece.substr(0, found), '\n'));
        m_form.carriageReturn = found == std::string_view::npos ? 0 : m_lines;
    }

    TextForm m_form;
    unsigned m_lines = 1;
    bool m_first = true;
};

bool isText(const PackageEntry& entry) {
    constexpr std::array<std::string_view, 9> DataTexts{
        ".in",           ".ans",           ".out",         ".interaction", ".yaml",
        ".in.statement", ".ans.statement", ".in.download", ".ans.download"};
    const std::string_view path = entry.path;
    if (entry.kind != PackageEntry::Kind::File) {
        return false;
    }
    if (path.starts_with("data/")) {
        const bool inFolder = path.find(".files/") != std::string_view::npos;
        const DataFileName name = splitDataFileName(entry.name());
        return !inFolder && std::ranges::find(DataTexts, name.suffix) != DataTexts.end();
    }
    const bool statement = path.starts_with("statement/") || path.starts_with("problem_statement/");
    return path.ends_with(".yaml") || (statement && (path.ends_with(".md") || path.ends_with(".tex")));
}

void report(const std::string& path, const TextForm& form, FindingCollector& findings) {
    const auto warn = [&](const char* kind, unsigned line, const char* what) {
        findings.add(kind, {Severity::Warning, shownPath(path), line, what});
    };
    if (form.mark) {
        warn("byte-order marks", 1, "begins with a byte-order mark, which the format forbids; save it without");
    }
    if (form.carriageReturn > 0) {
        warn("line ends", form.carriageReturn,
             "has a carriage return (a line end of Windows), which the format forbids; save it with line ends of Unix");
    }
    if (form.endsInLine) {
        warn("last lines", 0, "the last line has no line end, which the format forbids; add one");
    }
}

/// What a program is given apart from standard input.
std::string otherInput(const TestCase& test) {
    std::string text;
    for (const std::string& argument : test.arguments) {
        text += argument + '\0';
    }
    for (const PackageFile& file : test.files) {
        text += '\1' + file.name + '\0' + file.path.string() + '\0';
    }
    return text;
}

std::string digestOf(const fs::path& path, const std::stop_token& stop) {
    Digest digest;
    const bool read = readInPieces(path, [&](std::string_view piece) {
        digest.add(piece);
        return !stop.stop_requested();
    });
    return read && !stop.stop_requested() ? digest.hex() : std::string();
}

using Cases = std::vector<const TestCase*>;

/// Says each case that has an earlier one's input. Those that are one file were linked on purpose.
void compare(const Cases& cases, FindingCollector& findings, const std::stop_token& stop) {
    std::map<fs::path, std::string> digests;
    std::map<std::string, const TestCase*> firsts;
    for (const TestCase* test : cases) {
        const auto [known, isNew] = digests.try_emplace(test->inputPath);
        if (isNew) {
            known->second = digestOf(test->inputPath, stop);
        }
        if (!isNew || known->second.empty()) {
            continue;
        }
        const auto [first, isFirst] = firsts.emplace(known->second, test);
        if (!isFirst) {
            findings.warn("inputs that are the same", "data/" + test->name + ".in",
                          "gives programs the same input as data/" + first->second->name +
                              ".in; remove one of them, or link it if it is meant to be the same");
        }
    }
}

} // namespace

void checkTexts(const PackageFolder& folder, const std::vector<PackageEntry>& entries, FindingCollector& findings,
                const std::stop_token& stop) {
    for (const PackageEntry& entry : entries) {
        if (stop.stop_requested()) {
            return;
        }
        if (!isText(entry)) {
            continue;
        }
        TextReader reader;
        const bool read = readInPieces(folder.root() / entry.path, [&](std::string_view piece) {
            return reader.read(piece) && !stop.stop_requested();
        });
        if (read) {
            report(entry.path, reader.take(), findings);
        }
    }
}

void checkDuplicates(const Problem& problem, FindingCollector& findings, const std::stop_token& stop) {
    std::map<std::pair<std::uintmax_t, std::string>, Cases> alike;
    for (const TestCase& test : problem.cases) {
        std::error_code error;
        const std::uintmax_t size = test.inputPath.empty() ? 0 : fs::file_size(test.inputPath, error);
        if (!test.inputPath.empty() && !error) {
            alike[{size, otherInput(test)}].push_back(&test);
        }
    }
    for (const auto& [key, cases] : alike) {
        if (cases.size() > 1 && !stop.stop_requested()) {
            compare(cases, findings, stop);
        }
    }
}

} // namespace grindstone::judge
