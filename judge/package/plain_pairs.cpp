// SPDX-License-Identifier: GPL-3.0-or-later
//
// Folders of test data have no format; people mark inputs and answers by a word in each path. So all such words are
// taken out of the paths, and two files of which nothing else is left to tell them apart belong together.
#include "judge/package/plain_pairs.h"

#include "judge/package/package_folder.h"
#include "judge/package/pair_name.h"
#include "judge/package/written_package.h"

#include <algorithm>
#include <map>
#include <set>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t MostFiles = 200'000;
constexpr int Deepest = 16;

Result<std::vector<std::string>> filesBelow(const PackageFolder& folder) {
    std::vector<std::string> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder.root(), error);
    for (const fs::recursive_directory_iterator end; !error && entry != end; entry.increment(error)) {
        const bool hidden = entry->path().filename().native().front() == '.';
        const bool isFolder = entry->is_directory(error) && !entry->is_symlink(error);
        if (isFolder && (hidden || entry.depth() >= Deepest)) {
            entry.disable_recursion_pending();
        }
        if (!hidden && entry->is_regular_file(error)) {
            files.push_back(entry->path().lexically_relative(folder.root()).string());
        }
        error.clear();
        if (files.size() > MostFiles) {
            return fail("package.invalid", shownPath(folder.root()) + ": more than 200,000 files; name a folder that "
                                                                      "holds test cases alone");
        }
    }
    if (error) {
        return fail("package.unreadable",
                    shownPath(folder.root()) + ": " + error.message() + "; make it readable for you (chmod -R u+rX)");
    }
    std::ranges::sort(files, comesBefore);
    return files;
}

/// The files that are the same but for their telling words.
struct Family {
    std::vector<std::size_t> inputs;
    std::vector<std::size_t> answers;
};

class PairFinder {
public:
    explicit PairFinder(std::vector<std::string> files) : m_files(std::move(files)) {}

    PlainPairs find();

private:
    void sortIntoFamilies();
    void addPair(const Family& family);
    std::size_t bestAnswer(const Family& family) const;

    const std::vector<std::string> m_files;
    std::vector<PairName> m_names;
    std::map<std::string, Family, bool (*)(std::string_view, std::string_view)> m_families{comesBefore};
    std::set<std::string> m_rules;
    std::vector<bool> m_used;
    PlainPairs m_found;
};

PlainPairs PairFinder::find() {
    sortIntoFamilies();
    m_used.resize(m_files.size());
    for (const auto& [key, family] : m_families) {
        if (family.inputs.size() == 1 && !family.answers.empty()) {
            addPair(family);
        }
    }
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        if (!m_used[i]) {
            m_found.leftOver.push_back(m_files[i]);
        }
    }
    for (const std::string& rule : m_rules) {
        m_found.rule += (m_found.rule.empty() ? "" : ", ") + rule;
    }
    return std::move(m_found);
}

/// A file without a telling word is the input of an answer that has one more extension: "01" of "01.a".
void PairFinder::sortIntoFamilies() {
    for (std::size_t i = 0; i < m_files.size(); ++i) {
        m_names.push_back(pairNameOf(m_files[i]));
        const PairName& name = m_names.back();
        Family& family = m_families[name.side == PairName::Side::Unknown ? name.key + ".*" : name.key];
        (name.side == PairName::Side::Answer ? family.answers : family.inputs).push_back(i);
    }
}

void PairFinder::addPair(const Family& family) {
    const std::size_t input = family.inputs.front();
    const std::size_t answer = bestAnswer(family);
    m_used[input] = m_used[answer] = true;
    m_found.pairs.push_back({m_files[input], m_files[answer], m_names[input].sample});
    m_rules.insert((m_names[input].word.empty() ? "NAME" : m_names[input].word) + "/" + m_names[answer].word);
}

/// Where somebody left the output of a program beside the answer.
std::size_t PairFinder::bestAnswer(const Family& family) const {
    const auto isMeant = [this](std::size_t file) {
        return m_names[file].word == "ans" || m_names[file].word == "a" || m_names[file].word == "answer";
    };
    const auto meant = std::ranges::find_if(family.answers, isMeant);
    return meant == family.answers.end() ? family.answers.front() : *meant;
}

/// Names sort as bytes in a package, so a number of fixed width comes first.
std::string caseName(std::size_t number, std::size_t count) {
    const std::string digits = std::to_string(number);
    const std::size_t width = std::to_string(count).size();
    return std::string(width - digits.size(), '0') + digits;
}

} // namespace

Result<PlainPairs> findPlainPairs(const fs::path& path) {
    const PackageFolder folder = TRY(PackageFolder::open(path));
    return PairFinder(TRY(filesBelow(folder))).find();
}

Result<void> convertPairs(const fs::path& path, const PlainPairs& pairs, const PlainSettings& settings,
                          const fs::path& target) {
    const PackageFolder folder = TRY(PackageFolder::open(path));
    if (pairs.pairs.empty()) {
        return fail("package.invalid", shownPath(folder.root()) +
                                           ": there are no pairs of input and answer here, such as 1.in and 1.out; "
                                           "rename the files, or name the folder that holds them");
    }
    const WrittenPackage package(target);
    TRY(package.writeDescription({settings.name, settings.timeLimit, settings.memoryMib}));
    for (std::size_t i = 0; i < pairs.pairs.size(); ++i) {
        const PlainPair& pair = pairs.pairs[i];
        const std::string name = (pair.sample ? "data/sample/" : "data/secret/") + caseName(i + 1, pairs.pairs.size());
        const fs::path input = TRY(folder.resolveFile(pair.input));
        const fs::path answer = TRY(folder.resolveFile(pair.answer));
        TRY(package.copy(input, name + ".in"));
        TRY(package.copy(answer, name + ".ans"));
    }
    return {};
}

} // namespace grindstone::judge
