// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: throws from a destructor while another exception is on its way
// expect: signalled SIGABRT
#include <stdexcept>

namespace {

struct Thrower {
    ~Thrower() noexcept(false) { throw std::runtime_error("second"); }
};

} // namespace

extern "C" int main(int, char**) {
    try {
        const Thrower thrower;
        throw std::runtime_error("first");
    } catch (const std::exception&) {
        return 0;
    }
}
