// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/limits.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace grindstone::sandbox {

/// The folders of a box that a spec can fill or bring files back from.
enum class Area {
    Program,  ///< `/program`, read-only to the program
    Work,     ///< `/work`, writable, the working folder
    Case,     ///< `/case`, read-only to the program: what a checker compares
    Feedback, ///< `/feedback`, writable: what a checker has to say
};

/// A file to lay into the box before the program starts. Its bytes are copied from `descriptor` (from offset 0); the
/// program never sees the descriptor itself.
struct FileIn {
    Area area = Area::Program;
    std::string path;    ///< relative, no "..", folders are made as needed
    int descriptor = -1; ///< borrowed: stays open until run() returns; a regular file or memfd
    bool executable = false;
};

/// A regular file under `/work` or `/feedback` to bring back after the run, or all of them.
struct FileOut {
    static constexpr const char* Everything = "."; ///< as `path`: whatever files there are
    static constexpr std::size_t MostOfEverything =
        100; ///< how many that brings back at most, none with a path longer than 500 bytes

    std::string path;               ///< relative to the area's folder
    Bytes largest = Bytes::mib(64); ///< a larger file is not brought back
    Area area = Area::Work;         ///< Work or Feedback
};

/// One program to run in a box. Plain value; paths are those inside the box.
struct LaunchSpec {
    std::vector<std::string> arguments;   ///< arguments[0] is the absolute path of the program
    std::vector<std::string> environment; ///< "NAME=value", the whole of it
    std::vector<FileIn> files;
    std::vector<FileOut> collect;
    int standardInput = -1; ///< borrowed; sealed memory (see sealedMemory()), read from its start, or a pipe; -1: empty
    int standardOutput = -1; ///< borrowed; a pipe that somebody else reads, so that nothing is captured or counted;
                             ///< -1: captured in the outcome
    std::function<void()> handedOver; ///< called from run() once the box has its descriptors: who closes the program's
                                      ///< ends of pipes then sees when the program closes them
    Limits limits;
    std::optional<Bytes> addressSpace; ///< RLIMIT_AS where no cgroup bounds memory; only for runtimes that don't
                                       ///< reserve address space ahead
    bool singleCpu = false;            ///< bind the run to one CPU
    std::optional<unsigned> cpu;       ///< bind it to this one of the CPUs that we may use, counted round
};

} // namespace grindstone::sandbox
