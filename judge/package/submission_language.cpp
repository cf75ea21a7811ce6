// SPDX-License-Identifier: GPL-3.0-or-later
//
// A package names languages by codes or lets the files tell. Python 2 shares its extension with Python 3 and is no
// language of ours: its programs are told by their first line, or by statements that Python 3 cannot read.
#include "judge/package/submissions.h"

#include "judge/package/package_folder.h"
#include "judge/report/capture.h"
#include "sandbox/base/unique_fd.h"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <set>

namespace grindstone::judge {

namespace fs = std::filesystem;

namespace {

constexpr const char* Code = "submission.language";
constexpr std::size_t MostFiles = 200;

std::vector<fs::path> filesOf(const fs::path& location) {
    std::error_code error;
    if (!fs::is_directory(location, error)) {
        return {location};
    }
    std::vector<fs::path> files;
    fs::recursive_directory_iterator entry(location, error);
    for (; !error && entry != fs::recursive_directory_iterator() && files.size() < MostFiles; entry.increment(error)) {
        std::error_code ignored;
        const fs::file_status status = entry->symlink_status(ignored);
        if (fs::is_regular_file(status) || fs::is_symlink(status)) {
            files.push_back(entry->path());
        }
    }
    std::ranges::sort(files);
    return files;
}

/// Not through a link, which may lead out of the package: its name has to do.
std::string beginningOf(const fs::path& path) {
    constexpr std::size_t MostText = 64 << 10;
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW));
    struct stat status {};
    const bool readable = file && ::fstat(file.get(), &status) == 0 && S_ISREG(status.st_mode);
    return readable ? readAt(file.get(), 0, MostText) : std::string();
}

bool isWordPart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/// `print "x"`, `print x`, `print x, y`, `print f(x)`: no call of a function, no assignment, no sentence.
bool isPrintStatement(std::string_view line) {
    constexpr std::string_view Print = "print ";
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t")));
    if (!line.starts_with(Print)) {
        return false;
    }
    line.remove_prefix(std::min(line.size(), line.find_first_not_of(' ', Print.size())));
    line = line.substr(0, line.find_last_not_of(" \t\r") + 1);
    if (line.starts_with('"') || line.starts_with('\'')) {
        return true;
    }
    const auto end = std::ranges::find_if_not(line, isWordPart);
    return end != line.begin() && (end == line.end() || std::string_view(",%[(+-*/").find(*end) != std::string::npos);
}

bool isPython2(std::string_view text) {
    const std::string_view first = text.substr(0, text.find('\n'));
    if (first.starts_with("#!") && first.find("python2") != std::string_view::npos) {
        return true;
    }
    const bool namesPython3 = first.starts_with("#!") && first.find("python3") != std::string_view::npos;
    while (!text.empty() && !namesPython3) {
        const std::string_view line = text.substr(0, text.find('\n'));
        if (isPrintStatement(line)) {
            return true;
        }
        text.remove_prefix(std::min(text.size(), line.size() + 1));
    }
    return false;
}

bool isPython2File(const fs::path& file) {
    const std::string extension = file.extension().string();
    return extension == ".py2" || (extension == ".py" && isPython2(beginningOf(file)));
}

Result<const Language*> namedLanguage(const std::string& name, const LanguageCatalogue& languages) {
    if (const Language* language = languages.find(name)) {
        return language;
    }
    if (const Language* language = languages.findByIcpcCode(name)) {
        return language;
    }
    return fail(Code, "the language \"" + name + "\" is not known here");
}

std::string extensionsOf(const std::vector<fs::path>& files) {
    std::set<std::string> extensions;
    for (const fs::path& file : files) {
        extensions.insert(shownPath(file.extension().empty() ? file.filename() : file.extension()));
    }
    std::string list;
    for (const std::string& extension : extensions) {
        list += (list.empty() ? "" : ", ") + extension;
    }
    return list.substr(0, 200);
}

} // namespace

Result<const Language*> languageOf(const PackageSubmission& submission, const LanguageCatalogue& languages) {
    if (!submission.language.empty()) {
        return namedLanguage(submission.language, languages);
    }
    const std::vector<fs::path> files = filesOf(submission.location);
    std::set<const Language*> found;
    for (const fs::path& file : files) {
        if (const Language* language = languages.findByExtension(file.extension().string())) {
            found.insert(language);
        }
    }
    if (std::ranges::any_of(files, isPython2File)) {
        return fail(Code, "Python 2, which is not a language here");
    }
    if (files.empty()) {
        return fail(Code, "there is no file in this folder");
    }
    if (found.empty()) {
        return fail(Code, "no language has files like its own (" + extensionsOf(files) + ")");
    }
    if (found.size() > 1) {
        const Language* c = languages.find("c");
        found.erase(found.contains(languages.find("cpp")) ? c : nullptr); // C in a program of C++ is compiled as C++
    }
    if (found.size() > 1) {
        return fail(Code, "its files are of several languages, " + (*found.begin())->name + " and " +
                              (*std::next(found.begin()))->name + " among them");
    }
    return *found.begin();
}

} // namespace grindstone::judge
