// SPDX-License-Identifier: GPL-3.0-or-later
//
// attempt: asks which files there are on the host
// expect: exited 0
// expect[no-namespaces]: exited 1
#if __has_include(SECRET) || __has_include("/etc/shadow") || __has_include("/etc/machine-id")
#error there are files of the host
#endif

int main() {}
