// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion_values.h"

#include "app/cli/command_tree.h"
#include "app/cli/completion_scripts.h"
#include "app/core/packs/installed_packs.h"
#include "app/core/text/text.h"
#include "judge/compare/comparator.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <string_view>

namespace grindstone::cli {

namespace {

using Candidates = std::vector<Candidate>;

struct Asked {
    const CLI::App& root;
    std::span<const std::string> before;
    const std::string& typed;
    Services& services;
};

/// Ids; names alone, too, where only one pack has them and that is what is being typed.
Candidates problems(const Asked& asked) {
    Candidates candidates;
    std::map<QString, int> packs;
    for (const core::ProblemEntry& entry : asked.services.library().entries()) {
        ++packs[entry.slug];
    }
    const bool name = !asked.typed.empty() && asked.typed.find('/') == std::string::npos;
    for (const core::ProblemEntry& entry : asked.services.library().entries()) {
        candidates.push_back({entry.id.toStdString(), entry.title.toStdString()});
        if (name && packs[entry.slug] == 1) {
            candidates.push_back({entry.slug.toStdString(), entry.title.toStdString()});
        }
    }
    return candidates;
}

/// "tag:…", "difficulty:…" and "pack:…", of what is there.
Candidates queries(const Asked& asked) {
    std::set<QString> words;
    for (const core::ProblemEntry& entry : asked.services.library().entries()) {
        words.insert(QStringLiteral("pack:") + entry.pack);
        if (!entry.difficulty.isEmpty()) {
            words.insert(QStringLiteral("difficulty:") + entry.difficulty);
        }
        for (const QString& tag : entry.tags) {
            words.insert(QStringLiteral("tag:") + tag);
        }
    }
    Candidates candidates;
    for (const QString& word : words) {
        candidates.push_back({word.toStdString(), {}});
    }
    return candidates;
}

Candidates languages(const Asked& asked) {
    Candidates candidates;
    for (const judge::Language& language : asked.services.languages().languages()) {
        candidates.push_back({language.id, language.name});
    }
    return candidates;
}

Candidates packs(const Asked& asked) {
    Candidates candidates;
    for (const core::InstalledPack& pack : core::installedPacks(asked.services.paths().packRoots())) {
        candidates.push_back({pack.file.id.toStdString(), pack.file.title.toStdString()});
    }
    return candidates;
}

Candidates comparators(const Asked&) {
    Candidates candidates;
    for (const std::string& name : judge::comparatorNames()) {
        candidates.push_back({name, {}});
    }
    return candidates;
}

Candidates commands(const Asked& asked) {
    const Result<const CLI::App*> parent = commandAt(asked.root, asked.before);
    Candidates candidates;
    for (const CLI::App* command : parent ? commandsOf(**parent) : std::vector<const CLI::App*>()) {
        candidates.push_back({command->get_name(), command->get_description()});
    }
    return candidates;
}

Candidates shells(const Asked&) {
    Candidates candidates;
    for (const std::string& shell : completionShells()) {
        candidates.push_back({shell, {}});
    }
    return candidates;
}

Candidates tiers(const Asked&) {
    using sandbox::Tier;
    Candidates candidates;
    for (const Tier tier : {Tier::Full, Tier::FullCgroup1, Tier::NoCgroup, Tier::NoNamespaces}) {
        candidates.push_back({std::string(code(tier)), {}});
    }
    return candidates;
}

Candidates checkerKinds(const Asked&) {
    return {{"icpc", {}}, {"testlib", {}}};
}

Candidates verdicts(const Asked&) {
    using judge::Verdict;
    Candidates candidates;
    for (const Verdict verdict :
         {Verdict::Accepted, Verdict::Partial, Verdict::WrongAnswer, Verdict::TimeLimit, Verdict::MemoryLimit,
          Verdict::OutputLimit, Verdict::RuntimeError, Verdict::CompileError}) {
        candidates.push_back({std::string(judge::code(verdict)), core::text::verdictName(verdict).toStdString()});
    }
    return candidates;
}

Candidates formats(const Asked&) {
    return {{"json", {}}, {"csv", {}}, {"folder", {}}};
}

Candidates bubblewrap(const Asked&) {
    return {{"bwrap", {}}};
}

Candidates none(const Asked&) {
    return {};
}

struct ValueKind {
    std::string_view name;
    Candidates (*candidates)(const Asked& asked);
    PathKind paths = PathKind::None;
};

/// By the names that arguments and values have in --help.
constexpr std::array Kinds{
    ValueKind{"PROBLEM", problems},
    ValueKind{"QUERY", queries},
    ValueKind{"PACK", packs, PathKind::Files},
    ValueKind{"ID", languages},
    ValueKind{"COMPARATOR", comparators, PathKind::Files},
    ValueKind{"KIND", checkerKinds},
    ValueKind{"COMMAND", commands},
    ValueKind{"SHELL", shells},
    ValueKind{"TIER", tiers},
    ValueKind{"VERDICT", verdicts},
    ValueKind{"FORMAT", formats},
    ValueKind{"bwrap", bubblewrap},
    ValueKind{"SOURCE", none, PathKind::Files},
    ValueKind{"JOB", none},
    ValueKind{"FILE", none, PathKind::Files},
    ValueKind{"ANSWER", none, PathKind::Files},
    ValueKind{"OUTPUT", none, PathKind::Files},
    ValueKind{"PACKAGE", none, PathKind::Files},
    ValueKind{"DIR", none, PathKind::Folders},
};

} // namespace

Completion completeValue(const CLI::App& root, const CLI::Option& option, std::span<const std::string> before,
                         const std::string& typed, Services& services) {
    const std::string name = option.get_positional() ? option.get_name() : option.get_type_name();
    const auto kind = std::ranges::find(Kinds, std::string_view(name), &ValueKind::name);
    if (kind == Kinds.end()) {
        return {};
    }
    Completion completion{kind->candidates({root, before, typed, services}), kind->paths};
    std::erase_if(completion.candidates, [&](const Candidate& one) { return !one.word.starts_with(typed); });
    return completion;
}

} // namespace grindstone::cli
