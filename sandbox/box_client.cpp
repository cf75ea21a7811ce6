// SPDX-License-Identifier: GPL-3.0-or-later
#include "sandbox/box_client.h"

#include "sandbox/base/sys.h"
#include "sandbox/output_pipe.h"
#include "sandbox/protocol/packet.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>

namespace grindstone::sandbox {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

/// How long after its wall limit a run's answer may come before the box is given up: a machine under heavy load still
/// has to kill and reap a thousand processes.
constexpr auto Patience = 20s;
/// A day: what a wall limit of "for ever" comes to.
constexpr auto LongestRun = 24h;

Error lost() {
    return {"sandbox.box-lost", "the box ended before its run did"};
}

/// What the program gets as its stdin: sealed memory with an offset of its own, or the pipe that was given. A
/// descriptor of a host file would be a way out: through /proc/self/fd/0 it could be opened for writing.
Result<UniqueFd> inputFrom(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        return fail(systemError("sandbox.unsafe-input", "stdin"));
    }
    if (S_ISFIFO(status.st_mode)) {
        return UniqueFd(::fcntl(descriptor, F_DUPFD_CLOEXEC, 0));
    }
    const int seals = ::fcntl(descriptor, F_GET_SEALS);
    if (seals < 0 || (seals & F_SEAL_WRITE) == 0) {
        return fail("sandbox.unsafe-input", "stdin is neither a pipe nor sealed memory");
    }
    return reopenForReading(descriptor);
}

/// The program writes into it, and somebody else reads.
Result<int> pipeFrom(int descriptor) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISFIFO(status.st_mode)) {
        return fail("sandbox.unsafe-output", "stdout is not a pipe");
    }
    return descriptor;
}

/// The files that lie in a box's /program since an earlier run. Sealed memory can't change, and while a descriptor of
/// it is kept here, no other file can have its number: the same numbers are the same bytes.
class LaidProgram {
public:
    /// True when `spec` wants just these.
    bool matches(const LaunchSpec& spec) const;
    /// What the box holds from now on; nothing when some of it could change.
    void remember(const LaunchSpec& spec);
    void forget() { m_files.clear(); }

private:
    struct File {
        std::string path;
        bool executable = false;
        UniqueFd memory;
    };
    static bool isSealed(int descriptor) {
        const int seals = ::fcntl(descriptor, F_GET_SEALS);
        return seals >= 0 && (seals & F_SEAL_WRITE) != 0;
    }
    static bool isSame(const File& laid, const FileIn& wanted);

    std::vector<File> m_files;
};

bool LaidProgram::isSame(const File& laid, const FileIn& wanted) {
    struct stat ours {};
    struct stat theirs {};
    return laid.path == wanted.path && laid.executable == wanted.executable && ::fstat(laid.memory.get(), &ours) == 0 &&
           ::fstat(wanted.descriptor, &theirs) == 0 && ours.st_dev == theirs.st_dev && ours.st_ino == theirs.st_ino;
}

bool LaidProgram::matches(const LaunchSpec& spec) const {
    std::size_t next = 0;
    for (const FileIn& file : spec.files) {
        if (file.area == Area::Program && (next == m_files.size() || !isSame(m_files[next++], file))) {
            return false;
        }
    }
    return next != 0 && next == m_files.size();
}

void LaidProgram::remember(const LaunchSpec& spec) {
    forget();
    for (const FileIn& file : spec.files) {
        if (file.area != Area::Program) {
            continue;
        }
        UniqueFd memory(isSealed(file.descriptor) ? ::fcntl(file.descriptor, F_DUPFD_CLOEXEC, 0) : -1);
        if (!memory) {
            forget();
            return;
        }
        m_files.push_back({file.path, file.executable, std::move(memory)});
    }
}

/// One run, from the order to the outcome.
class RunClient {
public:
    RunClient(int box, const LaunchSpec& spec, LaidProgram& program) : m_box(box), m_spec(spec), m_program(program) {}

    Result<Outcome> run(std::stop_token stop);

private:
    Result<void> order();
    Result<void> send(std::vector<int> descriptors);
    bool isFull() const;
    Result<void> follow();
    Result<bool> readAnswer();
    Result<void> drain();
    void sendStop(LimitHit limit);

    int m_box;
    const LaunchSpec& m_spec;
    LaidProgram& m_program;
    UniqueFd m_cancelled;
    std::optional<OutputPipe> m_output;
    std::optional<OutputPipe> m_error;
    std::optional<Outcome> m_outcome;
    bool m_stopSent = false;
};

Result<Outcome> RunClient::run(std::stop_token stop) {
    if (stop.stop_possible()) {
        m_cancelled.reset(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
    }
    if (stop.stop_possible() && !m_cancelled) {
        return fail(systemError("sandbox.memory", "eventfd"));
    }
    TRY(order());
    const std::stop_callback onStop(stop, [this] {
        const std::uint64_t one = 1;
        [[maybe_unused]] const ssize_t written = ::write(m_cancelled.get(), &one, sizeof one);
    });
    TRY(follow());
    TRY(drain());
    // The program may have ended by itself with too much in the pipe. Stopped by no limit, it was cancelled.
    if (isFull() && m_outcome->ending != Ending::Stopped) {
        m_outcome->limit = LimitHit::Output;
    }
    if (m_output) {
        m_outcome->standardOutput = TRY(m_output->take());
    }
    m_outcome->standardError = TRY(m_error->take());
    return std::move(*m_outcome);
}

Result<void> RunClient::order() {
    m_error.emplace(TRY(OutputPipe::create("grindstone-stderr")));
    UniqueFd input;
    std::vector<int> descriptors;
    if (m_spec.standardInput >= 0) {
        input = TRY(inputFrom(m_spec.standardInput));
        descriptors.push_back(input.get());
    }
    if (m_spec.standardOutput < 0) {
        m_output.emplace(TRY(OutputPipe::create("grindstone-stdout")));
    }
    descriptors.push_back(m_output ? m_output->writeEnd() : TRY(pipeFrom(m_spec.standardOutput)));
    descriptors.push_back(m_error->writeEnd());
    TRY(send(std::move(descriptors)));
    if (m_output) {
        m_output->closeWriteEnd();
    }
    m_error->closeWriteEnd();
    input.reset();
    if (m_spec.handedOver) {
        m_spec.handedOver();
    }
    return {};
}

Result<void> RunClient::send(std::vector<int> descriptors) {
    protocol::Run order{m_spec, m_spec.standardInput >= 0, m_program.matches(m_spec)};
    if (order.keepProgram) {
        std::erase_if(order.spec.files, [](const FileIn& file) { return file.area == Area::Program; });
    } else {
        m_program.remember(m_spec);
    }
    for (const FileIn& file : order.spec.files) {
        descriptors.push_back(file.descriptor);
    }
    if (!protocol::sendPacket(m_box, protocol::encode(order), descriptors)) {
        m_program.forget();
        return errno == EMSGSIZE ? fail("sandbox.spec-too-large", "too many files, arguments or variables for one run")
                                 : fail(lost());
    }
    return {};
}

bool RunClient::isFull() const {
    return (m_output && m_output->cut()) || m_error->cut();
}

/// Until the answer is there: keeps what the program writes, stops it when that is too much or when we are asked to.
Result<void> RunClient::follow() {
    const auto wallTime = std::min<std::chrono::nanoseconds>(m_spec.limits.wallTime, LongestRun);
    const auto deadline = Clock::now() + wallTime * (1 + MostStarvation) + Patience;
    while (true) {
        const bool full = isFull();
        std::array<pollfd, 4> sources{{{m_box, POLLIN, 0},
                                       {m_stopSent ? -1 : m_cancelled.get(), POLLIN, 0},
                                       {full || !m_output ? -1 : m_output->readEnd(), POLLIN, 0},
                                       {full ? -1 : m_error->readEnd(), POLLIN, 0}}};
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
        const int ready = ::poll(sources.data(), sources.size(), static_cast<int>(std::max<decltype(left)>(left, 0)));
        if (ready == 0) {
            return fail("sandbox.unresponsive", "the box did not answer long after its wall limit");
        }
        if (sources[1].revents != 0) {
            sendStop(LimitHit::None);
        }
        if (sources[2].revents != 0 || sources[3].revents != 0) {
            TRY(drain());
        }
        if (sources[0].revents != 0 && TRY(readAnswer())) {
            return {};
        }
    }
}

Result<bool> RunClient::readAnswer() {
    protocol::Packet packet;
    if (protocol::receivePacket(m_box, packet) != protocol::Received::Packet) {
        return fail(lost());
    }
    if (const auto failure = protocol::decode<protocol::SetupFailed>(packet.bytes)) {
        return fail(setupError(*failure));
    }
    auto finished = protocol::decode<protocol::Finished>(packet.bytes);
    if (!finished || finished->outcome.collected.size() != packet.descriptors.size()) {
        return fail("sandbox.box-lost", "the box gave an answer that makes no sense");
    }
    m_outcome = std::move(finished->outcome);
    for (std::size_t i = 0; i < packet.descriptors.size(); ++i) {
        m_outcome->collected[i].file = std::move(packet.descriptors[i]);
    }
    return true;
}

Result<void> RunClient::drain() {
    for (std::optional<OutputPipe>* pipe : {&m_output, &m_error}) {
        if (*pipe && !isFull()) {
            const Bytes kept = (m_output ? m_output->kept() : Bytes()) + m_error->kept();
            TRY((*pipe)->drain(Bytes(m_spec.limits.output.count() - kept.count())));
        }
    }
    if (isFull()) {
        sendStop(LimitHit::Output);
    }
    return {};
}

void RunClient::sendStop(LimitHit limit) {
    if (!m_stopSent && !m_outcome) {
        m_stopSent = true;
        protocol::sendPacket(m_box, protocol::encode(protocol::Stop{limit}));
    }
}

class BoxClient final : public Box {
public:
    explicit BoxClient(UniqueFd socket) : m_socket(std::move(socket)) {}
    Result<Outcome> run(const LaunchSpec& spec, std::stop_token stop) override {
        Result<Outcome> outcome = RunClient(m_socket.get(), spec, m_program).run(std::move(stop));
        if (!outcome) {
            m_program.forget(); // Nobody knows how far laying it in went.
        }
        return outcome;
    }

private:
    UniqueFd m_socket;
    LaidProgram m_program;
};

} // namespace

Error setupError(const protocol::SetupFailed& failure) {
    std::string detail = failure.step;
    if (failure.error != 0) {
        detail += std::string(": ") + std::strerror(failure.error);
    }
    return {"sandbox.setup", std::move(detail)};
}

Result<std::unique_ptr<Box>> openBoxClient(UniqueFd socket) {
    protocol::Packet packet;
    if (protocol::receivePacket(socket.get(), packet) != protocol::Received::Packet) {
        return fail("sandbox.box-lost", "the box ended before it was open");
    }
    if (const auto failure = protocol::decode<protocol::SetupFailed>(packet.bytes)) {
        return fail(setupError(*failure));
    }
    return std::make_unique<BoxClient>(std::move(socket));
}

} // namespace grindstone::sandbox
