// SPDX-License-Identifier: GPL-3.0-or-later
// What the thread sanitizer shall not report: Qt's libraries are built without it, so it doesn't see how Qt's own
// threads (QtTest's watchdog above all) wait for each other. Part of each test, so that it also holds for one that
// another user runs.
extern "C" const char* __tsan_default_suppressions() {
    return "called_from_lib:libQt6Core.so\n"
           "called_from_lib:libQt6Test.so\n"
           "race:QWaitCondition\n"
           "race:QTest::qRun\n";
}
