// SPDX-License-Identifier: GPL-3.0-or-later
//
// How the sanitizers behave in a helper that was built with them; it is started without an environment that could say
// so. Reports go to its standard error, which no program in a box inherits: that has its own by then.

// What leaks only the warden can tell, the one process that ends by itself. A frame moved off the stack would lie where
// the processes of a box, which share their memory, overwrite each other's. Memory that is freed but kept back counts
// as a program's as long as the process that is to become it shares it: it must stay far below every limit.
extern "C" const char* __asan_default_options() {
    return "exitcode=66:detect_leaks=1:detect_stack_use_after_return=0:quarantine_size_mb=4:strict_string_checks=1";
}

extern "C" const char* __ubsan_default_options() {
    return "print_stacktrace=1";
}
