// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/hostile/launcher.h"

#include "sandbox/base/sys.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>

namespace grindstone::hostile {

namespace {

using sandbox::Area;
using sandbox::LaunchSpec;
using sandbox::Limits;

/// In the guest machine, which is emulated, other limits than that of the wall clock must still be met first.
unsigned long slowness() {
    return std::getenv("GRINDSTONE_GUEST") != nullptr ? 4 : 1;
}

/// Generous in time, since the machine may be busy; cases that run into a limit name a small one.
Limits limitsFor(const std::string& program) {
    Limits limits;
    limits.cpuTime = std::chrono::seconds(3);
    limits.wallTime = std::chrono::seconds(20);
    limits.memory = Bytes::mib(64);
    limits.output = Bytes::kib(64);
    limits.fileSpace = Bytes::mib(16);
    limits.processes = 16;
    if (program == "/usr/bin/java") {
        limits.cpuTime = std::chrono::seconds(8);
        limits.memory = Bytes::mib(512);
        limits.processes = 256;
    } else if (program == "/usr/bin/node") {
        limits.memory = Bytes::mib(256);
        limits.processes = 64;
    } else if (program == "/usr/bin/g++" || program == "/usr/bin/gcc") {
        limits.cpuTime = std::chrono::seconds(8);
        limits.memory = Bytes::mib(512);
        limits.fileSpace = Bytes::mib(64);
        limits.processes = 64;
    }
    limits.cpuTime *= slowness();
    limits.wallTime *= slowness();
    return limits;
}

void readLimits(Limits& limits, const CaseFile& hostileCase, const Situation& situation) {
    const auto read = [&](const char* key, auto set) {
        if (const auto value = hostileCase.value(key, situation)) {
            set(std::stoul(*value));
        }
    };
    read("cpu-ms", [&](unsigned long value) { limits.cpuTime = std::chrono::milliseconds(value * slowness()); });
    read("wall-ms", [&](unsigned long value) { limits.wallTime = std::chrono::milliseconds(value * slowness()); });
    read("memory-mib", [&](unsigned long value) { limits.memory = Bytes::mib(value); });
    read("output-kib", [&](unsigned long value) { limits.output = Bytes::kib(value); });
    read("file-space-kib", [&](unsigned long value) { limits.fileSpace = Bytes::kib(value); });
    read("processes", [&](unsigned long value) { limits.processes = static_cast<unsigned>(value); });
}

/// Heap far below the memory limit, so that the runtime's own out-of-memory report comes first.
const std::vector<std::string> JavaCommand{
    "/usr/bin/java", "-XX:+UseSerialGC", "-XX:ActiveProcessorCount=1", "-XX:TieredStopAtLevel=1", "-Xshare:auto",
    "-Xss1m",        "-Xmx64m"};
const std::vector<std::string> NodeCommand{"/usr/bin/node", "--max-old-space-size=64"};
const std::vector<std::string> PythonCommand{"/usr/bin/python3", "-I", "-B"};

} // namespace

Launcher::Launcher(std::filesystem::path data, std::string marker, std::string secret)
    : m_data(std::move(data)), m_marker(std::move(marker)), m_secret(std::move(secret)) {}

sandbox::BoxOptions Launcher::boxOptions() {
    sandbox::BoxOptions options;
    options.visiblePaths.push_back("/etc/ssl/openssl.cnf"); // Node wants to read it, or at least to find it absent.
    std::error_code error;
    // Debian's Java keeps its configuration there, and links to it.
    for (const auto& entry : std::filesystem::directory_iterator("/etc", error)) {
        if (entry.path().filename().string().starts_with("java-")) {
            options.visiblePaths.push_back(entry.path().string());
        }
    }
    return options;
}

std::string Launcher::placeOf(const std::filesystem::path& file) const {
    return m_marker + "-" + file.filename().string();
}

Result<void> Launcher::addFile(LaunchSpec& spec, const std::filesystem::path& file, bool executable) {
    UniqueFd& opened = m_files[file.string()];
    if (!opened) {
        opened.reset(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
    }
    if (!opened) {
        return fail(systemError("file.unreadable", file.string()));
    }
    spec.files.push_back({Area::Program, placeOf(file), opened.get(), executable});
    return {};
}

Result<void> Launcher::addProgram(LaunchSpec& spec, const CaseFile& hostileCase, const Situation& situation) {
    const std::string name = hostileCase.file().stem().string();
    const bool own = hostileCase.value("binary", situation) == "own";
    const std::filesystem::path program = m_data / "bin" / (own ? name : "hostile-programs");
    spec.arguments = {"/program/" + placeOf(program), name};
    return addFile(spec, program, true);
}

Result<void> Launcher::addInterpreted(LaunchSpec& spec, const CaseFile& hostileCase, std::vector<std::string> command,
                                      const std::filesystem::path& file) {
    if (::access(command[0].c_str(), X_OK) != 0) {
        return fail("hostile.absent", command[0] + " is not installed");
    }
    if (file.extension() == ".jar" && !std::filesystem::exists(file)) {
        return fail("hostile.absent", file.filename().string() + " was not built: there was no JDK");
    }
    spec.arguments = std::move(command);
    const std::string place = "/program/" + placeOf(file);
    if (file.extension() == ".jar") {
        spec.arguments.insert(spec.arguments.end(), {"-cp", place, hostileCase.file().stem().string()});
    } else {
        spec.arguments.push_back(place);
    }
    return addFile(spec, file, false);
}

Result<void> Launcher::addCompiler(LaunchSpec& spec, const CaseFile& hostileCase, const char* compiler) {
    spec.collect.push_back({"main", Bytes::mib(16)});
    return addInterpreted(spec, hostileCase, {compiler, "-DSECRET=\"" + m_secret + "/1.ans\"", "-o", "main"},
                          hostileCase.file());
}

Result<LaunchSpec> Launcher::specFor(const CaseFile& hostileCase, const Situation& situation) {
    LaunchSpec spec;
    const std::filesystem::path& file = hostileCase.file();
    if (file.parent_path().filename() == "compilers") {
        TRY(addCompiler(spec, hostileCase, file.extension() == ".c" ? "/usr/bin/gcc" : "/usr/bin/g++"));
    } else if (file.extension() == ".py") {
        TRY(addInterpreted(spec, hostileCase, PythonCommand, file));
    } else if (file.extension() == ".java") {
        TRY(addInterpreted(spec, hostileCase, JavaCommand, m_data / "bin" / "hostile.jar"));
    } else if (file.extension() == ".js") {
        TRY(addInterpreted(spec, hostileCase, NodeCommand, file));
    } else {
        TRY(addProgram(spec, hostileCase, situation));
    }
    for (const std::string& word : words(hostileCase.value("arguments", situation).value_or(""))) {
        spec.arguments.push_back(word);
    }
    for (const char* key : {"brings-back", "keeps-back", "may-bring-back"}) {
        for (const std::string& path : hostileCase.lines(key, situation)) {
            spec.collect.push_back({path, Bytes::mib(16)});
        }
    }
    spec.environment = {"PATH=/usr/bin:/bin", "TMPDIR=/tmp", "HOSTILE_SECRET=" + m_secret};
    spec.limits = limitsFor(spec.arguments[0]);
    spec.singleCpu = hostileCase.has("single-cpu", situation);
    spec.standardInput = m_input ? m_input.get() : -1;
    readLimits(spec.limits, hostileCase, situation);
    return spec;
}

Result<void> Launcher::prepareInput(const CaseFile& hostileCase) {
    m_input.reset();
    m_inputWriter.reset();
    if (const auto text = hostileCase.value("input", {})) {
        m_input = TRY(sandbox::sealedMemory("hostile-input", *text + "\n"));
    } else if (hostileCase.has("input-pipe", {})) {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0) {
            return fail(systemError("sandbox.memory", "pipe"));
        }
        m_input.reset(ends[0]);
        m_inputWriter.reset(ends[1]);
    }
    return {};
}

} // namespace grindstone::hostile
