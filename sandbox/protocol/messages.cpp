// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/protocol/messages.h"

#include "sandbox/protocol/packet.h"

#include <limits>

namespace grindstone::sandbox::protocol {

namespace {

using std::chrono::nanoseconds;

Writer start(Kind kind) {
    Writer writer;
    writer.number(static_cast<std::uint64_t>(kind));
    return writer;
}

/// A reader behind the kind field; one that isn't ok() when the kind differs.
Reader open(std::string_view bytes, Kind kind) {
    Reader reader(bytes);
    return reader.number() == static_cast<std::uint64_t>(kind) ? reader : Reader::failed();
}

template<typename Message> std::optional<Message> whole(Reader& reader, Message message) {
    return reader.finished() ? std::optional<Message>(std::move(message)) : std::nullopt;
}

void write(Writer& writer, const std::vector<std::string>& texts) {
    writer.number(texts.size());
    for (const std::string& text : texts) {
        writer.text(text);
    }
}

template<typename Enum> Enum readEnum(Reader& reader, Enum largest) {
    return static_cast<Enum>(reader.numberUpTo(static_cast<std::uint64_t>(largest)));
}

bool readFlag(Reader& reader) {
    return reader.numberUpTo(1) != 0;
}

unsigned readCount(Reader& reader) {
    return static_cast<unsigned>(reader.numberUpTo(std::numeric_limits<unsigned>::max()));
}

std::vector<std::string> readTexts(Reader& reader) {
    std::vector<std::string> texts(reader.count());
    for (std::string& text : texts) {
        text = reader.text();
    }
    return texts;
}

void write(Writer& writer, const Limits& limits) {
    writer.number(static_cast<std::uint64_t>(limits.cpuTime.count()))
        .number(static_cast<std::uint64_t>(limits.wallTime.count()))
        .number(limits.memory.count())
        .number(limits.output.count())
        .number(limits.fileSpace.count())
        .number(limits.processes);
}

nanoseconds readTime(Reader& reader) {
    return nanoseconds(static_cast<nanoseconds::rep>(reader.number()));
}

Limits readLimits(Reader& reader) {
    Limits limits;
    limits.cpuTime = readTime(reader);
    limits.wallTime = readTime(reader);
    limits.memory = Bytes(reader.number());
    limits.output = Bytes(reader.number());
    limits.fileSpace = Bytes(reader.number());
    limits.processes = readCount(reader);
    return limits;
}

/// More than any number of one that a spec names.
constexpr std::uint64_t MostCpus = 1 << 16;

bool sane(const Limits& limits) {
    return limits.cpuTime.count() > 0 && limits.wallTime.count() > 0 && limits.memory.count() > 0 &&
           limits.processes > 0;
}

} // namespace

std::optional<Kind> kindOf(std::string_view bytes) {
    Reader reader(bytes);
    const std::uint64_t kind = reader.number();
    const bool known = reader.ok() && kind >= static_cast<std::uint64_t>(Kind::Begin) &&
                       kind <= static_cast<std::uint64_t>(Kind::Sweep);
    return known ? std::optional(static_cast<Kind>(kind)) : std::nullopt;
}

std::string encode(const Begin& message) {
    return start(Kind::Begin)
        .number(message.cgroup2 ? 1 : 0)
        .number(message.cgroup1 ? 1 : 0)
        .number(message.namespaces ? 1 : 0)
        .text(message.scopeReason)
        .bytes();
}

template<> std::optional<Begin> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::Begin);
    Begin message;
    message.cgroup2 = readFlag(reader);
    message.cgroup1 = readFlag(reader);
    message.namespaces = readFlag(reader);
    message.scopeReason = reader.text();
    return whole(reader, std::move(message));
}

std::string encode(const Hello& message) {
    Writer writer = start(Kind::Hello);
    writer.number(static_cast<std::uint64_t>(message.landlockAbi)).number(static_cast<std::uint64_t>(message.cgroup));
    write(writer, message.cgroupReasons);
    return writer.bytes();
}

template<> std::optional<Hello> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::Hello);
    Hello message;
    message.landlockAbi = reader.signedNumber();
    message.cgroup = readEnum(reader, CgroupVersion::Two);
    message.cgroupReasons = readTexts(reader);
    return whole(reader, std::move(message));
}

std::string encode(const OpenBox& message) {
    Writer writer = start(Kind::OpenBox);
    write(writer, message.visiblePaths);
    return writer.text(message.caseFolder).bytes();
}

template<> std::optional<OpenBox> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::OpenBox);
    OpenBox message;
    message.visiblePaths = readTexts(reader);
    message.caseFolder = reader.text();
    return whole(reader, std::move(message));
}

std::string encode(const BoxOpened&) {
    return start(Kind::BoxOpened).bytes();
}

std::string encode(const SetupFailed& message) {
    return start(Kind::SetupFailed).text(message.step).number(static_cast<std::uint64_t>(message.error)).bytes();
}

template<> std::optional<SetupFailed> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::SetupFailed);
    SetupFailed message;
    message.step = reader.text();
    message.error = reader.signedNumber();
    return whole(reader, std::move(message));
}

std::string encode(const Run& message) {
    const LaunchSpec& spec = message.spec;
    Writer writer = start(Kind::Run);
    write(writer, spec.arguments);
    write(writer, spec.environment);
    writer.number(spec.files.size());
    for (const FileIn& file : spec.files) {
        writer.number(static_cast<std::uint64_t>(file.area)).text(file.path).number(file.executable ? 1 : 0);
    }
    writer.number(spec.collect.size());
    for (const FileOut& file : spec.collect) {
        writer.text(file.path).number(file.largest.count()).number(static_cast<std::uint64_t>(file.area));
    }
    write(writer, spec.limits);
    writer.number(spec.addressSpace ? spec.addressSpace->count() : 0);
    writer.number(spec.singleCpu ? 1 : 0);
    writer.number(spec.cpu ? *spec.cpu + 1ULL : 0);
    writer.number(message.hasInput ? 1 : 0).number(message.keepProgram ? 1 : 0);
    return writer.bytes();
}

template<> std::optional<Run> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::Run);
    Run message;
    LaunchSpec& spec = message.spec;
    spec.arguments = readTexts(reader);
    spec.environment = readTexts(reader);
    spec.files.resize(reader.count());
    for (FileIn& file : spec.files) {
        file.area = readEnum(reader, Area::Feedback);
        file.path = reader.text();
        file.executable = readFlag(reader);
    }
    spec.collect.resize(reader.count());
    for (FileOut& file : spec.collect) {
        file.path = reader.text();
        file.largest = Bytes(reader.number());
        file.area = readEnum(reader, Area::Feedback);
    }
    spec.limits = readLimits(reader);
    if (const std::uint64_t addressSpace = reader.number(); addressSpace != 0) {
        spec.addressSpace = Bytes(addressSpace);
    }
    spec.singleCpu = readFlag(reader);
    if (const std::uint64_t cpu = reader.numberUpTo(MostCpus); cpu != 0) {
        spec.cpu = static_cast<unsigned>(cpu - 1);
    }
    message.hasInput = readFlag(reader);
    message.keepProgram = readFlag(reader);
    if (spec.arguments.empty() || !sane(spec.limits)) {
        return std::nullopt;
    }
    return whole(reader, std::move(message));
}

std::string encode(const Stop& message) {
    return start(Kind::Stop).number(static_cast<std::uint64_t>(message.limit)).bytes();
}

template<> std::optional<Stop> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::Stop);
    Stop message{readEnum(reader, LimitHit::Output)};
    return whole(reader, message);
}

std::string encode(const Finished& message) {
    const Outcome& outcome = message.outcome;
    Writer writer = start(Kind::Finished);
    writer.number(static_cast<std::uint64_t>(outcome.ending))
        .number(static_cast<std::uint64_t>(outcome.exitCode))
        .number(static_cast<std::uint64_t>(outcome.signal))
        .number(static_cast<std::uint64_t>(outcome.limit))
        .number(static_cast<std::uint64_t>(outcome.cpuUser.count()))
        .number(static_cast<std::uint64_t>(outcome.cpuSystem.count()))
        .number(static_cast<std::uint64_t>(outcome.wall.count()))
        .number(outcome.peakMemory.count())
        .number(outcome.outOfMemory ? 1 : 0)
        .number(outcome.addressSpaceLimited ? 1 : 0)
        .number(outcome.idle ? 1 : 0)
        .number(static_cast<std::uint64_t>(outcome.starved.count()))
        .number(outcome.survivors)
        .number(outcome.blockedCallsComplete ? 1 : 0);
    write(writer, outcome.blockedCalls);
    writer.number(outcome.collected.size());
    for (const CollectedFile& file : outcome.collected) {
        writer.text(file.path).number(file.size.count()).number(static_cast<std::uint64_t>(file.area));
    }
    return writer.bytes();
}

template<> std::optional<Finished> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::Finished);
    Finished message;
    Outcome& outcome = message.outcome;
    outcome.ending = readEnum(reader, Ending::Stopped);
    outcome.exitCode = reader.signedNumber();
    outcome.signal = reader.signedNumber();
    outcome.limit = readEnum(reader, LimitHit::Output);
    outcome.cpuUser = readTime(reader);
    outcome.cpuSystem = readTime(reader);
    outcome.wall = readTime(reader);
    outcome.peakMemory = Bytes(reader.number());
    outcome.outOfMemory = readFlag(reader);
    outcome.addressSpaceLimited = readFlag(reader);
    outcome.idle = readFlag(reader);
    outcome.starved = readTime(reader);
    outcome.survivors = readCount(reader);
    outcome.blockedCallsComplete = readFlag(reader);
    outcome.blockedCalls = readTexts(reader);
    outcome.collected.resize(reader.count());
    for (CollectedFile& file : outcome.collected) {
        file.path = reader.text();
        file.size = Bytes(reader.number());
        file.area = readEnum(reader, Area::Feedback);
    }
    return whole(reader, std::move(message));
}

std::string encode(const LeaseCgroup&) {
    return start(Kind::LeaseCgroup).bytes();
}

std::string encode(const CgroupLeased& message) {
    return start(Kind::CgroupLeased)
        .number(message.id)
        .number(static_cast<std::uint64_t>(message.version))
        .number(message.files)
        .bytes();
}

template<> std::optional<CgroupLeased> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::CgroupLeased);
    CgroupLeased message;
    message.id = reader.number();
    message.version = readEnum(reader, CgroupVersion::Two);
    message.files = reader.number();
    return whole(reader, message);
}

std::string encode(const ReturnCgroup& message) {
    return start(Kind::ReturnCgroup).number(message.id).bytes();
}

template<> std::optional<ReturnCgroup> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::ReturnCgroup);
    const ReturnCgroup message{reader.number()};
    return whole(reader, message);
}

std::string encode(const Sweep& message) {
    Writer writer = start(Kind::Sweep);
    write(writer, message.folders);
    return writer.bytes();
}

template<> std::optional<Sweep> decode(std::string_view bytes) {
    Reader reader = open(bytes, Kind::Sweep);
    Sweep message{readTexts(reader)};
    return whole(reader, std::move(message));
}

} // namespace grindstone::sandbox::protocol
