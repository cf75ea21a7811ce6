// SPDX-License-Identifier: GPL-3.0-or-later
#include "judge/bench/number_files.h"

#include "sandbox/base/sys.h"
#include "sandbox/bench/conditions.h"

#include <algorithm>
#include <fstream>
#include <random>

namespace grindstone::judge::bench {

namespace {

constexpr std::size_t Mebibyte = 1 << 20;
constexpr unsigned LongestNumber = 10;
constexpr unsigned NumbersOnLine = 20;

/// Exactly a mebibyte, ending with a newline.
std::string numbers(std::minstd_rand& random) {
    std::string text;
    text.reserve(Mebibyte + LongestNumber + 1);
    while (text.size() < Mebibyte) {
        const auto number = static_cast<unsigned>(random());
        text += std::to_string(number >> (random() % 31));
        text += random() % NumbersOnLine == 0 ? '\n' : ' ';
    }
    text.resize(Mebibyte);
    text.back() = '\n';
    return text;
}

std::string withBlanksSwapped(std::string text) {
    std::ranges::replace(text, ' ', '\t');
    std::ranges::replace(text, '\n', ' ');
    std::ranges::replace(text, '\t', '\n');
    return text;
}

Result<void> append(std::ofstream& file, const std::filesystem::path& path, const std::string& text) {
    file.write(text.data(), static_cast<std::streamsize>(text.size()));
    file.flush();
    if (!file) {
        return fail(systemError("bench.no-folder", path.string()));
    }
    return {};
}

} // namespace

Result<NumberFiles> writeNumberFiles(const BenchFolder& folder, std::size_t mebibytes, const std::stop_token& stop) {
    const NumberFiles paths{folder.path() / "answer", folder.path() / "equal", folder.path() / "spaced"};
    std::ofstream answer(paths.answer, std::ios::binary);
    std::ofstream equal(paths.equal, std::ios::binary);
    std::ofstream spaced(paths.spaced, std::ios::binary);
    std::minstd_rand random(1); // the same files on each machine
    for (std::size_t done = 0; done < mebibytes; ++done) {
        TRY(sandbox::bench::stopIfAsked(stop));
        const std::string text = numbers(random);
        TRY(append(answer, paths.answer, text));
        TRY(append(equal, paths.equal, text));
        TRY(append(spaced, paths.spaced, withBlanksSwapped(text)));
    }
    return paths;
}

} // namespace grindstone::judge::bench
