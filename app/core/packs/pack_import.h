// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/packs/pack_record.h"
#include "judge/archive/extraction.h"
#include "judge/problem/problem.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace grindstone::core {

/// What an import is asked for.
struct ImportOrder {
    std::filesystem::path source; ///< a package, a pack or several, as a folder or an archive; see findOrMakePacks()
    std::filesystem::path root;   ///< where the person's packs lie
    std::vector<std::filesystem::path> otherRoots; ///< packs whose ids are taken: those that come with the program
    QString id;          ///< for the one pack that there is; empty: what it says itself, or its file's name
    bool strict = false; ///< refuse the pack when one of its packages cannot be judged
    bool force = false;  ///< also replace a newer version
    judge::ExtractionLimits limits;
    /// Makes for a package in its place what a person would wait for at the first submission, and returns what is odd,
    /// English. May be null.
    std::function<std::vector<std::string>(const judge::Problem&, std::stop_token)> complete;
};

enum class ProblemChange { Added, Changed, Same };

struct ImportedProblem {
    QString slug;
    QString title;
    ProblemChange change = ProblemChange::Added;
    std::vector<std::string> warnings; ///< English, each with its file
};

enum class PackChange {
    New,
    Replaced,
    Unchanged ///< it was there already, the same in all: nothing was done but what `complete` does
};

struct ImportedPack {
    QString id;
    QString title;
    QString version;
    PackChange change = PackChange::New;
    QString versionBefore; ///< of the one that was replaced
    std::vector<ImportedProblem> problems;
    QStringList removed; ///< slugs that the one before had; what was submitted to them stays
    std::vector<LeftOutPackage> leftOut;
    std::vector<std::string> warnings; ///< of the pack itself
};

struct ImportProgress {
    enum class Step { Reading, Checking, Completing };
    Step step = Step::Reading;
    double share = 0;     ///< of Reading, 0 to 1
    std::size_t done = 0; ///< packages, of the others
    std::size_t total = 0;
};
using ImportSink = std::function<void(const ImportProgress&)>;

/// Imports packs into `root`, each of them whole or not at all, also when the process is killed. Nothing of them is
/// run, but by `complete`. Packages that cannot be judged are left out and told; with none left, or `strict`, nothing
/// is imported. Submissions belong to "pack/slug", so they stay with the problem when a newer version comes. Fails with
/// - what judge::extractArchive() and judge::copyFolder() fail with
/// - "pack.empty", "pack.invalid", "pack.unwritable"
/// - "pack.broken": packages cannot be judged, and the order is strict or none is left; the detail has all reasons
/// - "pack.taken": the id is that of a pack which comes with the program
/// - "pack.newer": a newer version is there
/// - "pack.id": the id cannot be one, or there are several packs to bear it
/// - "interrupted".
Result<std::vector<ImportedPack>> importPacks(const ImportOrder& order, const ImportSink& sink, std::stop_token stop);

} // namespace grindstone::core
