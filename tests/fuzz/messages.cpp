// SPDX-License-Identifier: GPL-3.0-or-later
// What judge, helper, keepers and sweeper read from their sockets. Whatever the bytes are, decode() must do no harm,
// and what it takes for a message must be exactly what encode() writes for it: no two packets mean the same.
#include "sandbox/protocol/messages.h"
#include "tests/fuzz/promise.h"

using namespace grindstone::sandbox::protocol;
using grindstone::tests::promise;

namespace {

/// 1 when the bytes are such a message.
template<typename Message> int tryAs(std::string_view bytes, Kind kind) {
    const auto message = decode<Message>(bytes);
    if (!message) {
        return 0;
    }
    promise(kindOf(bytes) == kind, "a message is of its kind");
    promise(encode(*message) == bytes, "what was decoded is encoded to the same bytes");
    return 1;
}

int tryAsRun(std::string_view bytes) {
    if (const auto run = decode<Run>(bytes)) {
        promise(!run->spec.arguments.empty(), "a run has a program");
        promise(run->spec.limits.cpuTime.count() > 0 && run->spec.limits.wallTime.count() > 0, "a run has its time");
    }
    return tryAs<Run>(bytes, Kind::Run);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const int meanings = tryAs<Begin>(bytes, Kind::Begin) + tryAs<Hello>(bytes, Kind::Hello) +
                         tryAs<OpenBox>(bytes, Kind::OpenBox) + tryAs<SetupFailed>(bytes, Kind::SetupFailed) +
                         tryAsRun(bytes) + tryAs<Stop>(bytes, Kind::Stop) + tryAs<Finished>(bytes, Kind::Finished) +
                         tryAs<CgroupLeased>(bytes, Kind::CgroupLeased) +
                         tryAs<ReturnCgroup>(bytes, Kind::ReturnCgroup) + tryAs<Sweep>(bytes, Kind::Sweep);
    promise(meanings <= 1, "a packet is one message");
    return 0;
}
