// SPDX-License-Identifier: GPL-3.0-or-later
// An order as the init of a run gets it from its socket: bytes, and some descriptors beside them. The first byte of an
// input says how many descriptors.
#include "sandbox/helper/run_order.h"
#include "tests/fuzz/promise.h"

#include <fcntl.h>

using namespace grindstone;
using namespace grindstone::sandbox;
using namespace grindstone::sandbox::helper;
using grindstone::tests::promise;

namespace {

constexpr unsigned MostDescriptors = 8;

protocol::Packet packetWith(std::string_view bytes, unsigned descriptors) {
    protocol::Packet packet;
    packet.bytes = bytes;
    for (unsigned i = 0; i < descriptors; ++i) {
        packet.descriptors.emplace_back(::open("/dev/null", O_RDONLY | O_CLOEXEC));
    }
    return packet;
}

/// How many descriptors an order with these bytes must have; nothing when it is none.
std::optional<std::size_t> descriptorsOf(std::string_view bytes) {
    const auto run = protocol::decode<protocol::Run>(bytes);
    return run ? std::optional((run->hasInput ? 3 : 2) + run->spec.files.size()) : std::nullopt;
}

void checkDescriptors(RunOrder& order, std::size_t given) {
    const ProgramOrder program = order.forProgram();
    promise(program.standardOutput >= 0 && program.standardError >= 0, "the program can write");
    promise(program.arguments[0] != nullptr, "there is a program");
    std::size_t used = program.standardInput >= 0 ? 3 : 2;
    for (const FileIn& file : order.spec().files) {
        promise(::fcntl(file.descriptor, F_GETFD) >= 0, "a file's descriptor is open");
        ++used;
    }
    promise(used == given, "each descriptor has its use");
}

void checkRelocation(RunOrder& order) {
    const std::vector<std::string> before = order.spec().arguments;
    order.relocate(Places{});
    promise(order.spec().arguments == before, "a box with a root of its own has its names");
    order.relocate(Places{"/tmp/grindstone/box1"});
    for (std::size_t i = 0; i < before.size(); ++i) {
        promise(order.spec().arguments[i].size() >= before[i].size(), "nothing is cut off");
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const unsigned descriptors = size > 0 ? data[0] % (MostDescriptors + 1) : 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size > 0 ? size - 1 : 0);
    auto order = RunOrder::from(packetWith(bytes, descriptors));
    promise(order.has_value() == (descriptorsOf(bytes) == descriptors), "an order has the descriptors it speaks of");
    if (order) {
        checkDescriptors(*order, descriptors);
        checkRelocation(*order);
    }
    return 0;
}
