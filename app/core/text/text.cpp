// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/text/text.h"

#include "app/core/text/explanation_text.h"
#include "app/core/text/phrase.h"
#include "app/core/text/runtime_error_text.h"

namespace grindstone::core::text {

namespace {

using judge::CaseResult;
using judge::EffectiveLimits;
using judge::Verdict;

const char* verdictPhrase(Verdict verdict) {
    switch (verdict) {
    case Verdict::Accepted:
        return QT_TRANSLATE_NOOP("grindstone", "Accepted");
    case Verdict::WrongAnswer:
        return QT_TRANSLATE_NOOP("grindstone", "Wrong answer");
    case Verdict::TimeLimit:
        return QT_TRANSLATE_NOOP("grindstone", "Time limit exceeded");
    case Verdict::MemoryLimit:
        return QT_TRANSLATE_NOOP("grindstone", "Memory limit exceeded");
    case Verdict::OutputLimit:
        return QT_TRANSLATE_NOOP("grindstone", "Output limit exceeded");
    case Verdict::RuntimeError:
        return QT_TRANSLATE_NOOP("grindstone", "Runtime error");
    case Verdict::CompileError:
        return QT_TRANSLATE_NOOP("grindstone", "Compile error");
    case Verdict::JudgeError:
        return QT_TRANSLATE_NOOP("grindstone", "Judge error");
    case Verdict::Skipped:
        return QT_TRANSLATE_NOOP("grindstone", "Skipped");
    case Verdict::Partial:
        return QT_TRANSLATE_NOOP("grindstone", "Partial score");
    }
    return "";
}

QString timeLimit(const CaseResult& result, const EffectiveLimits& limits, Wording wording) {
    if (result.interaction && result.interaction->note == judge::Interaction::Note::BothWaited) {
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "the program and the judge's program waited for each other "
                                                            "until the wall limit of %1; is the output flushed after "
                                                            "each message, and is all read that comes?"))
            .arg(duration(limits.wallTime));
    }
    const char* phrase = QT_TRANSLATE_NOOP("grindstone", "used %1 of CPU time; the limit is %2");
    if (result.limit == sandbox::LimitHit::Cpu) {
        phrase = QT_TRANSLATE_NOOP("grindstone", "stopped after %1 of CPU time; the limit is %2");
    } else if (result.limit == sandbox::LimitHit::Wall) {
        phrase = result.idle ? QT_TRANSLATE_NOOP("grindstone", "slept or waited until the wall limit of %2; it used "
                                                               "%1 of CPU time")
                             : QT_TRANSLATE_NOOP("grindstone", "was still running at the wall limit of %2; it used %1 "
                                                               "of CPU time");
    }
    if (result.limit == sandbox::LimitHit::Wall && !result.idle && result.starved >= std::chrono::milliseconds(10)) {
        return say(wording,
                   QT_TRANSLATE_NOOP("grindstone", "was still running at the wall limit of %2, not counting %3 for "
                                                   "which other programs had the CPU; it used %1 of CPU time"))
            .arg(duration(result.cpu), duration(limits.wallTime), duration(result.starved));
    }
    const auto limit = result.limit == sandbox::LimitHit::Wall ? limits.wallTime : limits.cpuTime;
    return say(wording, phrase).arg(duration(result.cpu), duration(limit));
}

QString judgeError(const CaseResult& result, Wording wording) {
    return result.error ? errorMessage(*result.error, wording)
                        : say(wording, QT_TRANSLATE_NOOP("grindstone", "the judge failed"));
}

/// What was expected of a hidden case stays hidden; only what a checker says to the person is for them in any case.
QString wrongAnswer(const CaseResult& result, Wording wording) {
    const bool leftEarly = result.explanation.kind == judge::Explanation::Kind::EndedEarly;
    if (result.visibility == judge::Visibility::Shown || leftEarly) {
        return explanationSentence(result.explanation, wording);
    }
    const bool checked = result.explanation.kind == judge::Explanation::Kind::CheckerRejected;
    return checked ? checkerSentence(result.feedback.teamMessage, wording) : QString();
}

QString verdictSentence(const CaseResult& result, const EffectiveLimits& limits, Wording wording) {
    switch (*result.verdict) {
    case Verdict::Accepted:
        return {};
    case Verdict::WrongAnswer:
        return wrongAnswer(result, wording);
    case Verdict::TimeLimit:
        return timeLimit(result, limits, wording);
    case Verdict::MemoryLimit:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "needed more memory than the limit of %1"))
            .arg(size(limits.memory));
    case Verdict::OutputLimit:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "wrote more than the output limit of %1"))
            .arg(size(limits.output));
    case Verdict::RuntimeError:
        return runtimeErrorSentence(result, limits, wording);
    case Verdict::CompileError:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "did not compile"));
    case Verdict::JudgeError:
        return judgeError(result, wording);
    case Verdict::Skipped:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "not run, because an earlier case failed"));
    case Verdict::Partial:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "right, but not worth full marks"));
    }
    return {};
}

/// "; it called socket(), which the judge forbids"
QString blockedCalls(const CaseResult& result, Wording wording) {
    if (result.blockedCalls.empty()) {
        return {};
    }
    QStringList calls;
    for (const std::string& call : result.blockedCalls) {
        calls << QString::fromStdString(call) + QStringLiteral("()");
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "; it called %1, which the judge forbids"))
        .arg(calls.join(QStringLiteral(", ")));
}

QString afterAcceptance(const CaseResult& result, Wording wording) {
    const bool was = result.interaction && result.interaction->note == judge::Interaction::Note::AfterAcceptance;
    return was ? say(wording, QT_TRANSLATE_NOOP("grindstone", "; the judge's program had accepted before")) : QString();
}

} // namespace

QString verdictName(Verdict verdict, Wording wording) {
    return say(wording, verdictPhrase(verdict));
}

QString caseMessage(const CaseResult& result, const EffectiveLimits& limits, Wording wording) {
    if (!result.verdict || result.verdict == Verdict::Accepted) {
        return {};
    }
    return verdictSentence(result, limits, wording) + afterAcceptance(result, wording) + blockedCalls(result, wording);
}

QString compileMessage(const judge::CompileResult& result, Wording wording) {
    if (result.ok) {
        return {};
    }
    switch (result.limit.value_or(sandbox::LimitHit::None)) {
    case sandbox::LimitHit::Cpu:
    case sandbox::LimitHit::Wall:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "the compiler ran out of time after %1"))
            .arg(duration(result.wall));
    case sandbox::LimitHit::Memory:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "the compiler needed more memory than it may have"));
    case sandbox::LimitHit::Output:
        return say(wording, QT_TRANSLATE_NOOP("grindstone", "the compiler wrote more than it may"));
    case sandbox::LimitHit::None:
        break;
    }
    for (const judge::Diagnostic& diagnostic : result.diagnostics) {
        if (diagnostic.severity == "error" && diagnostic.line > 0) {
            return say(wording, QT_TRANSLATE_NOOP("grindstone", "line %1: %2"))
                .arg(QString::number(diagnostic.line), QString::fromStdString(diagnostic.message));
        }
    }
    return say(wording, QT_TRANSLATE_NOOP("grindstone", "did not compile"));
}

QString passedCount(std::size_t passed, std::size_t total) {
    return say(Wording::Translated, QT_TRANSLATE_NOOP("grindstone", "%1 of %2 passed")).arg(passed).arg(total);
}

judge::JsonOptions jsonOptions(bool full) {
    judge::JsonOptions options;
    options.full = full;
    options.caseMessage = [](const CaseResult& result, const EffectiveLimits& limits) {
        return caseMessage(result, limits, Wording::English).toStdString();
    };
    options.hint = [](const Error& error) { return errorHint(error, Wording::English).toStdString(); };
    return options;
}

} // namespace grindstone::core::text
