// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "judge/engine/run_gate.h"
#include "judge/engine/submission.h"
#include "judge/language/language.h"
#include "sandbox/box.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace grindstone::judge {

/// What makes compiling faster and takes long to make, such as a precompiled header: one folder for each language and
/// version of its tools, made in a box in which no foreign code is, in the background and at low priority, and read by
/// later compilations. Thread-safe, and safe with several processes on one folder.
class Preparations {
public:
    /// An empty `folder`: nothing is ever prepared. `boxes` and `gate` outlive it.
    Preparations(std::filesystem::path folder, sandbox::BoxSource& boxes, RunGate& gate);
    /// Stops what is under way.
    ~Preparations();
    Preparations(const Preparations&) = delete;
    Preparations& operator=(const Preparations&) = delete;

    /// The absolute folder that serves sources like these; empty where there is none. `language` is equipped.
    std::string find(const Language& language, const std::string& tool, const std::vector<SourceFile>& sources) const;

    /// Begins to prepare what would serve such sources, unless it is there, is being made or could not be made before.
    void request(const Language& language, const std::string& tool, const std::vector<SourceFile>& sources);

    /// True when what find() gave isn't what was once made, or isn't there any more. Then it is removed, and made again
    /// when it is requested. Takes its time: for when a compilation failed.
    bool removeDamaged(const Language& language, const std::string& tool);

    /// True while something is being made.
    bool isBusy() const;
    /// Waits until all that was requested is made, or could not be made, or until a stop request.
    void finish(std::stop_token stop);

private:
    struct Order {
        Language language;
        std::string tool;
        std::filesystem::path target;
    };

    std::filesystem::path targetOf(const Language& language, const std::string& tool) const;
    void work(std::stop_token stop);
    void make(const Order& order, std::stop_token stop);

    const std::filesystem::path m_folder;
    sandbox::BoxSource& m_boxes;
    RunGate& m_gate;

    mutable std::mutex m_mutex; ///< guards what follows
    std::condition_variable_any m_changed;
    std::deque<Order> m_orders;
    std::set<std::filesystem::path> m_known; ///< targets that were ordered, whatever came of them
    bool m_making = false;
    std::jthread m_thread; ///< last, so that it ends before what it uses; started with the first order
};

} // namespace grindstone::judge
