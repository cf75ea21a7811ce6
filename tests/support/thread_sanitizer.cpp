// SPDX-License-Identifier: GPL-3.0-or-later
// What the thread sanitizer shall not report: Qt's libraries are built without it, so it doesn't see how Qt's own
// threads (QtTest's watchdog above all) wait for each other. Part of each test, so that it also holds for one that
// another user runs.
#include <sched.h>

#include <cstdarg>

extern "C" const char* __tsan_default_suppressions() {
    return "called_from_lib:libQt6Core.so\n"
           "called_from_lib:libQt6Test.so\n"
           "race:QWaitCondition\n"
           "race:QTest::qRun\n";
}

extern "C" int __clone(int (*function)(void*), void* stack, int flags, void* argument, ...) noexcept;

/// Instead of the sanitizer's own. QProcess calls it for a child in the same memory, which the sanitizer takes for a
/// fork: what it writes down for the child, to look at nothing from now on, holds for the thread that calls, whose
/// locks it then no longer sees.
extern "C" int clone(int (*function)(void*), void* stack, int flags, void* argument, ...) noexcept {
    std::va_list rest;
    va_start(rest, argument);
    void* const parent = va_arg(rest, void*);
    void* const storage = va_arg(rest, void*);
    void* const child = va_arg(rest, void*);
    va_end(rest);
    return __clone(function, stack, flags, argument, parent, storage, child);
}
