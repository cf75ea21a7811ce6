// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/limits.h"

#include <optional>
#include <string>
#include <vector>

namespace grindstone::sandbox {

/// The two folders of a box that a spec can fill.
enum class Area {
    Program, ///< `/program`, read-only to the program
    Work,    ///< `/work`, writable, the working folder
};

/// A file to lay into the box before the program starts. Its bytes are copied from `descriptor` (from offset 0); the
/// program never sees the descriptor itself.
struct FileIn {
    Area area = Area::Program;
    std::string path;    ///< relative, no "..", folders are made as needed
    int descriptor = -1; ///< borrowed: stays open until run() returns; a regular file or memfd
    bool executable = false;
};

/// A regular file under `/work` to bring back after the run.
struct FileOut {
    std::string path;               ///< relative to /work
    Bytes largest = Bytes::mib(64); ///< a larger file is not brought back
};

/// One program to run in a box. Plain value; paths are those inside the box.
struct LaunchSpec {
    std::vector<std::string> arguments;   ///< arguments[0] is the absolute path of the program
    std::vector<std::string> environment; ///< "NAME=value", the whole of it
    std::vector<FileIn> files;
    std::vector<FileOut> collect;
    int standardInput = -1; ///< borrowed; sealed memory (see sealedMemory()), read from its start, or a pipe; -1: empty
    Limits limits;
    std::optional<Bytes> addressSpace; ///< RLIMIT_AS where no cgroup bounds memory; only for runtimes that don't
                                       ///< reserve address space ahead
    bool singleCpu = false;            ///< bind the run to one CPU
};

} // namespace grindstone::sandbox
