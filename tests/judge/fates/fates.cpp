// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the name of a fate and meets it. "good" is to print 3.
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include <unistd.h>

namespace {

volatile int zero = 0;

int recurse(int depth) {
    volatile char room[1000];
    room[depth % 1000] = static_cast<char>(depth);
    return recurse(depth + 1) + room[depth % 1000];
}

void good() {
    std::cout << 3 << std::endl;
}

void allocate() {
    std::vector<std::unique_ptr<std::vector<char>>> all;
    while (true) {
        all.push_back(std::make_unique<std::vector<char>>(1 << 20, 'x'));
    }
}

void flood(std::ostream& stream) {
    while (true) {
        stream << "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy\n";
    }
}

void wait() {
    std::mutex mutex;
    std::condition_variable never;
    std::unique_lock lock(mutex);
    never.wait(lock, [] { return zero == 1; });
}

void leaveThread() {
    good();
    std::thread([] { pause(); }).detach();
}

void joinlessThread() {
    std::thread thread([] { pause(); });
}

void spinInThreads() {
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([] {
            while (zero == 0) {
            }
        });
    }
    threads.front().join();
}

const std::map<std::string, std::function<void()>> Fates{
    {"good", good},
    {"wrong", [] { std::cout << 4 << '\n'; }},
    {"silent", [] {}},
    {"allocate", allocate},
    {"absurd-request", [] { volatile long size = 1L << 50; std::cout << (new char[size])[5]; }},
    {"loop", [] { while (zero == 0) {} }},
    {"spin-in-threads", spinInThreads},
    {"sleep", [] { std::this_thread::sleep_for(std::chrono::hours(1)); }},
    {"wait", wait},
    {"read-on", [] { for (std::string word; std::cin >> word;) {} }},
    {"flood", [] { flood(std::cout); }},
    {"flood-stderr", [] { flood(std::cerr); }},
    {"leave-thread", leaveThread},
    {"divide", [] { std::cout << 3 / zero; }},
    {"recurse", [] { std::cout << recurse(0); }},
    {"exit-3", [] { good(); std::exit(3); }},
    {"throw", [] { throw std::runtime_error("thrown\nin two lines"); }},
    {"throw-number", [] { throw 3; }},
    {"joinless-thread", joinlessThread},
    {"index", [] { std::cout << std::vector<int>(2).at(5 + static_cast<std::size_t>(zero)); }},
    {"null", [] { *static_cast<volatile int*>(nullptr) = 1; }},
    {"bytes", [] { std::cout << std::string("3\0\xFF\xC3(\n", 6); }},
    {"close-stdout", [] { close(1); good(); }},
    {"crash-after-answer", [] { good(); std::abort(); }},
};

} // namespace

int main() {
    std::string fate;
    int number = 0;
    std::cin >> fate >> number;
    if (fate == "signal") {
        std::signal(number, SIG_DFL);
        kill(getpid(), number);
        pause();
    }
    Fates.at(fate)();
}
