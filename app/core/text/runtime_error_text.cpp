// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/runtime_error_text.h"

#include "app/core/text/phrase.h"
#include "app/core/text/printable.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <string_view>

namespace grindstone::core::text {

namespace {

using judge::CaseResult;
using judge::UncaughtError;

constexpr const char* DivisionByZero = QT_TRANSLATE_NOOP("grindstone", "a division by zero");
constexpr const char* OutOfRange = QT_TRANSLATE_NOOP("grindstone", "an index out of range");
constexpr const char* TooDeep = QT_TRANSLATE_NOOP("grindstone", "a recursion that is too deep");
constexpr const char* NotThere = QT_TRANSLATE_NOOP("grindstone", "something looked for that isn't there");
constexpr const char* Nothing = QT_TRANSLATE_NOOP("grindstone", "a use of something that is null");
constexpr const char* WrongType = QT_TRANSLATE_NOOP("grindstone", "a value of the wrong type");
constexpr const char* WrongValue = QT_TRANSLATE_NOOP("grindstone", "a value that makes no sense there");
constexpr const char* EndOfInput = QT_TRANSLATE_NOOP("grindstone", "a read beyond the end of the input");
constexpr const char* Overflow = QT_TRANSLATE_NOOP("grindstone", "a result that is too large");
constexpr const char* Assertion = QT_TRANSLATE_NOOP("grindstone", "a failed assertion");
constexpr const char* Memory = QT_TRANSLATE_NOOP("grindstone", "a request for more memory than there can be");
constexpr const char* NoSuchName = QT_TRANSLATE_NOOP("grindstone", "a name that doesn't exist");

/// Of any language, without the packages and namespaces before their names.
struct KnownError {
    std::string_view name;
    const char* meaning; ///< null: the name says no more
};

constexpr std::array KnownErrors{
    KnownError{"ZeroDivisionError", DivisionByZero},
    KnownError{"ArithmeticException", DivisionByZero},
    KnownError{"DivideByZeroException", DivisionByZero},
    KnownError{"DivisionByZeroError", DivisionByZero},
    KnownError{"Division_by_zero", DivisionByZero},
    KnownError{"EDivByZero", DivisionByZero},
    KnownError{"Runtime error 200", DivisionByZero},
    KnownError{"IndexError", OutOfRange},
    KnownError{"IndexOutOfBoundsException", OutOfRange},
    KnownError{"ArrayIndexOutOfBoundsException", OutOfRange},
    KnownError{"StringIndexOutOfBoundsException", OutOfRange},
    KnownError{"IndexOutOfRangeException", OutOfRange},
    KnownError{"NegativeArraySizeException", WrongValue},
    KnownError{"out_of_range", OutOfRange},
    KnownError{"ERangeError", OutOfRange},
    KnownError{"Runtime error 201", OutOfRange},
    KnownError{"RecursionError", TooDeep},
    KnownError{"StackOverflowError", TooDeep},
    KnownError{"StackOverflowException", TooDeep},
    KnownError{"SystemStackError", TooDeep},
    KnownError{"Stack_overflow", TooDeep},
    KnownError{"stack overflow", TooDeep},
    KnownError{"Runtime error 202", TooDeep},
    KnownError{"KeyError", NotThere},
    KnownError{"KeyNotFoundException", NotThere},
    KnownError{"Not_found", NotThere},
    KnownError{"NullPointerException", Nothing},
    KnownError{"NullReferenceException", Nothing},
    KnownError{"EAccessViolation", Nothing},
    KnownError{"Runtime error 216", Nothing},
    KnownError{"TypeError", WrongType},
    KnownError{"ClassCastException", WrongType},
    KnownError{"InvalidCastException", WrongType},
    KnownError{"InputMismatchException", WrongType},
    KnownError{"ValueError", WrongValue},
    KnownError{"NumberFormatException", WrongValue},
    KnownError{"FormatException", WrongValue},
    KnownError{"EConvertError", WrongValue},
    KnownError{"ArgumentError", WrongValue},
    KnownError{"invalid_argument", WrongValue},
    KnownError{"length_error", WrongValue},
    KnownError{"EOFError", EndOfInput},
    KnownError{"NoSuchElementException", EndOfInput},
    KnownError{"EndOfStreamException", EndOfInput},
    KnownError{"End_of_file", EndOfInput},
    KnownError{"OverflowError", Overflow},
    KnownError{"OverflowException", Overflow},
    KnownError{"EIntOverflow", Overflow},
    KnownError{"Runtime error 215", Overflow},
    KnownError{"AssertionError", Assertion},
    KnownError{"MemoryError", Memory},
    KnownError{"NoMemoryError", Memory},
    KnownError{"OutOfMemoryException", Memory},
    KnownError{"Out_of_memory", Memory},
    KnownError{"bad_alloc", Memory},
    KnownError{"bad_array_new_length", Memory},
    KnownError{"Runtime error 203", Memory},
    KnownError{"NameError", NoSuchName},
    KnownError{"AttributeError", NoSuchName},
    KnownError{"ReferenceError", NoSuchName},
    KnownError{"NoMethodError", NoSuchName},
    KnownError{"Exception", nullptr},
    KnownError{"Error", nullptr},
    KnownError{"RuntimeError", nullptr},
    KnownError{"RangeError", nullptr},
    KnownError{"RuntimeException", nullptr},
    KnownError{"IllegalArgumentException", nullptr},
    KnownError{"IllegalStateException", nullptr},
    KnownError{"InvalidOperationException", nullptr},
    KnownError{"ConcurrentModificationException", nullptr},
    KnownError{"runtime_error", nullptr},
    KnownError{"logic_error", nullptr},
    KnownError{"Failure", nullptr},
    KnownError{"panic", nullptr},
    KnownError{"fatal error", nullptr},
};

const KnownError* findKnown(std::string_view name) {
    const std::size_t qualified = name.find_last_of(".:");
    name = qualified == name.npos ? name : name.substr(qualified + 1);
    const auto found = std::ranges::find(KnownErrors, name, &KnownError::name);
    return found != KnownErrors.end() ? &*found : nullptr;
}

/// "java.lang.StackOverflowError (a recursion that is too deep)"
QString nameWithMeaning(std::string_view name, const KnownError* known, Wording wording) {
    const QString shown = printable(name);
    return known != nullptr && known->meaning != nullptr
               ? QStringLiteral("%1 (%2)").arg(shown, say(wording, known->meaning))
               : shown;
}

QString errorWords(const UncaughtError& error, judge::Visibility visibility, Wording wording) {
    const KnownError* known = findKnown(error.name);
    if (visibility != judge::Visibility::Shown) {
        return known != nullptr ? nameWithMeaning(known->name, known, wording) : QString();
    }
    if (error.message.empty()) {
        return nameWithMeaning(error.name, known, wording);
    }
    return error.name.empty() ? printable(error.message)
                              : QStringLiteral("%1: %2").arg(printable(error.name), printable(error.message));
}

/// Shells, and runtimes that clean up before they end, report so a program that a signal ended.
bool meansSignal(int exitCode) {
    const int signal = exitCode - 128;
    return signal == SIGSEGV || signal == SIGABRT || signal == SIGFPE || signal == SIGILL || signal == SIGBUS ||
           signal == SIGKILL || signal == SIGTRAP || signal == SIGSYS || signal == SIGPIPE || signal == SIGTERM ||
           signal == SIGINT;
}

QString exitSentence(int code, const QString& words, Wording wording) {
    if (!words.isEmpty()) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "exit code %1: %2")).arg(QString::number(code), words);
    }
    if (meansSignal(code)) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "exit code %1, that is 128 + %2, as if by a signal: %3"))
            .arg(QString::number(code), QString::number(code - 128), signalSentence(code - 128, wording));
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "exit code %1")).arg(code);
}

} // namespace

QString runtimeErrorSentence(const CaseResult& result, const judge::EffectiveLimits& limits, Wording wording) {
    const QString words = result.uncaught ? errorWords(*result.uncaught, result.visibility, wording) : QString();
    if (!result.signal) {
        return exitSentence(result.exitCode.value_or(0), words, wording);
    }
    if (!words.isEmpty()) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "ended by %1: %2")).arg(signalName(*result.signal), words);
    }
    if (*result.signal == SIGSEGV && result.memory.count() >= limits.memory.count() / 10 * 9) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "segmentation fault (SIGSEGV) when its memory was nearly "
                                                            "used up: often a recursion without end"));
    }
    return signalSentence(*result.signal, wording);
}

} // namespace grindstone::core::text
