// SPDX-License-Identifier: GPL-3.0-or-later
//
// How many lines can be compared in any order and in little memory: each line has a hash of 128 bits, under a key that
// is new each time, so that nobody can write lines for it. The hashes of each file are added up, apart in buckets by
// some of their bits. Equal sums in all buckets mean equal lines. Where they differ, a second reading counts the lines
// of a few of those buckets, one by one, and so finds which are too many and too few; a bucket is a 65,536th of the
// file.
#include "judge/compare/unordered_line_comparator.h"

#include "judge/compare/block_reader.h"
#include "judge/compare/keyed_hash.h"
#include "judge/compare/line_excerpt.h"

#include <sys/stat.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

namespace grindstone::judge {

namespace {

using Kind = Explanation::Kind;

constexpr std::size_t MostBuckets = 65'536;
constexpr std::size_t BytesForBucket = 64;
/// Buckets that are counted line by line to explain a rejection.
constexpr std::size_t CountedBuckets = 16;

/// As many as the answer's size is worth.
std::size_t bucketsFor(int answerDescriptor) {
    struct stat status {};
    const bool known = ::fstat(answerDescriptor, &status) == 0;
    const std::size_t size = known ? static_cast<std::size_t>(std::max<off_t>(status.st_size, 0)) : 0;
    return std::clamp<std::size_t>(size / BytesForBucket, 1, MostBuckets);
}

struct Sum {
    std::uint64_t low = 0;
    std::uint64_t high = 0;

    void add(const HashValue& hash) {
        low += hash.low;
        high += hash.high + (low < hash.low ? 1 : 0);
    }
    friend bool operator==(const Sum&, const Sum&) = default;
};

using Sums = std::vector<Sum>;

/// Calls `visit(hash, offset)` for each line that isn't blank.
template<typename Visit> class LineHasher {
public:
    LineHasher(BlockReader& reader, const HashKey& key, Visit visit)
        : m_reader(reader), m_empty(key), m_line(key), m_trimmed(key), m_visit(visit) {}

    void run() {
        while (!m_reader.window().empty()) {
            const std::string_view window = m_reader.window();
            const std::size_t size = std::min(window.find('\n'), window.size());
            add(window.substr(0, size));
            m_reader.consume(size);
            if (size < window.size()) {
                endLine();
                m_reader.consume(1);
                m_begin = m_reader.offset();
            }
        }
        endLine();
    }

private:
    /// Blanks count once something stands behind them.
    void add(std::string_view piece) {
        const auto last = std::find_if_not(piece.rbegin(), piece.rend(), isBlank);
        const auto size = static_cast<std::size_t>(piece.rend() - last);
        m_line.add(piece.substr(0, size));
        if (size > 0) {
            m_trimmed = m_line;
            m_blank = false;
        }
        m_line.add(piece.substr(size));
    }

    void endLine() {
        if (!m_blank) {
            m_visit(m_trimmed.value(), m_begin);
        }
        m_line = m_trimmed = m_empty;
        m_blank = true;
    }

    BlockReader& m_reader;
    const KeyedHash m_empty;
    KeyedHash m_line;    ///< all of the line so far
    KeyedHash m_trimmed; ///< without the blanks at its end
    bool m_blank = true;
    std::uint64_t m_begin = 0;
    Visit m_visit;
};

struct File {
    int descriptor;
    std::string name;

    template<typename Visit> Result<void> eachLine(const HashKey& key, Visit visit) const {
        BlockReader reader(descriptor, name);
        LineHasher(reader, key, visit).run();
        if (reader.error()) {
            return fail(*reader.error());
        }
        return {};
    }
};

Result<Sums> sumsOf(const File& file, const HashKey& key, std::size_t buckets) {
    Sums sums(buckets);
    TRY(file.eachLine(key, [&sums](const HashValue& hash, std::uint64_t) { sums[hash.low % sums.size()].add(hash); }));
    return sums;
}

std::set<std::size_t> differing(const Sums& answer, const Sums& output) {
    std::set<std::size_t> buckets;
    for (std::size_t i = 0; i < answer.size() && buckets.size() < CountedBuckets; ++i) {
        if (answer[i] != output[i]) {
            buckets.insert(i);
        }
    }
    return buckets;
}

/// How much more often each line stands in the answer than in the output.
using Surplus = std::map<HashValue, std::int64_t>;

class UnorderedLineComparator {
public:
    UnorderedLineComparator(File answer, File output)
        : m_answer(std::move(answer)), m_output(std::move(output)), m_key(randomHashKey()),
          m_bucketCount(bucketsFor(m_answer.descriptor)) {}

    Result<Explanation> run() {
        const Sums answer = TRY(sumsOf(m_answer, m_key, m_bucketCount));
        m_buckets = differing(answer, TRY(sumsOf(m_output, m_key, m_bucketCount)));
        return m_buckets.empty() ? Explanation{} : TRY(explain());
    }

private:
    Result<Explanation> explain() const {
        Surplus surplus;
        TRY(count(m_answer, surplus, 1));
        TRY(count(m_output, surplus, -1));
        if (const auto place = TRY(findExcess(m_output, surplus, -1))) {
            return explanation(Kind::UnwantedLine, excerptAround(m_output.descriptor, *place));
        }
        const auto place = TRY(findExcess(m_answer, surplus, 1));
        return explanation(Kind::AbsentLine, excerptAround(m_answer.descriptor, place.value_or(0)));
    }

    Result<void> count(const File& file, Surplus& surplus, int step) const {
        return file.eachLine(m_key, [&](const HashValue& hash, std::uint64_t) {
            if (isCounted(hash)) {
                surplus[hash] += step;
            }
        });
    }

    /// Where the file's first line stands of those that it has too often; of equal ones the last is too many.
    Result<std::optional<std::uint64_t>> findExcess(const File& file, const Surplus& surplus, int sign) const {
        Surplus seen;
        TRY(count(file, seen, 1));
        std::optional<std::uint64_t> place;
        TRY(file.eachLine(m_key, [&](const HashValue& hash, std::uint64_t offset) {
            if (!place && isCounted(hash) && seen[hash]-- <= surplus.at(hash) * sign) {
                place = offset;
            }
        }));
        return place;
    }

    bool isCounted(const HashValue& hash) const { return m_buckets.contains(hash.low % m_bucketCount); }

    static Explanation explanation(Kind kind, const LineExcerpt& line) {
        Explanation why;
        why.kind = kind;
        const bool absent = kind == Kind::AbsentLine;
        (absent ? why.answerLine : why.line) = line.position.line;
        (absent ? why.expected : why.got) = line.text;
        why.column = absent ? 0 : 1;
        why.token = absent ? 0 : 1;
        return why;
    }

    const File m_answer;
    const File m_output;
    const HashKey m_key;
    const std::size_t m_bucketCount;
    std::set<std::size_t> m_buckets;
};

} // namespace

Result<Comparison> compareUnorderedLines(const ComparatorSpec&, int answerDescriptor, const std::string& answerName,
                                         int outputDescriptor) {
    Explanation why =
        TRY(UnorderedLineComparator({answerDescriptor, answerName}, {outputDescriptor, OutputName}).run());
    return Comparison{why.kind == Kind::None, std::move(why)};
}

} // namespace grindstone::judge
