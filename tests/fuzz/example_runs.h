// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sandbox/protocol/messages.h"

#include <vector>

namespace grindstone::tests {

/// Runs as a judge orders them: a compiler's, a program's with input, a checker's.
inline std::vector<sandbox::protocol::Run> exampleRuns() {
    using sandbox::Area;
    sandbox::protocol::Run compiler;
    compiler.spec.arguments = {"/usr/bin/g++", "-O2", "-o", "main", "/work/main.cpp"};
    compiler.spec.environment = {"PATH=/usr/bin", "TMPDIR=/tmp"};
    compiler.spec.files = {{Area::Work, "main.cpp", -1, false}};
    compiler.spec.collect = {{"main", Bytes::mib(64), Area::Work}};
    sandbox::protocol::Run program;
    program.spec.arguments = {"/program/main"};
    program.spec.addressSpace = Bytes::mib(512);
    program.spec.singleCpu = true;
    program.hasInput = true;
    program.keepProgram = true;
    sandbox::protocol::Run checker;
    checker.spec.arguments = {"/program/check", "/case/in", "/case/answer", "/feedback/"};
    checker.spec.files = {{Area::Program, "check", -1, true}, {Area::Case, "deep/answer", -1, false}};
    checker.spec.collect = {{"judgemessage.txt", Bytes::kib(64), Area::Feedback}};
    checker.hasInput = true;
    return {compiler, program, checker};
}

} // namespace grindstone::tests
