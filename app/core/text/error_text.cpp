// SPDX-License-Identifier: GPL-3.0-or-later
// Every error code that a person can meet, with its sentence and its cure. `%1` is the error's detail, which names the
// thing. A code that isn't here is shown by its detail alone; a test demands that each code in the sources is here.
#include "app/core/text/phrase.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace grindstone::core::text {

namespace {

struct ErrorText {
    std::string_view code;
    const char* message;
    const char* hint; ///< empty: nothing to say
};

constexpr std::array Texts{
    ErrorText{"archive.damaged", QT_TRANSLATE_NOOP("grindstone", "The archive is damaged: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing of it was taken.")},
    ErrorText{"archive.encrypted", QT_TRANSLATE_NOOP("grindstone", "The archive is encrypted: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing of it was taken.")},
    ErrorText{"archive.no-room", QT_TRANSLATE_NOOP("grindstone", "The archive doesn't fit on the disk: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing of it was taken.")},
    ErrorText{"archive.too-large", QT_TRANSLATE_NOOP("grindstone", "The archive is too large: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing of it was taken.")},
    ErrorText{"archive.unknown", QT_TRANSLATE_NOOP("grindstone", "This archive cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone", "What a file is called doesn't matter, only what it holds.")},
    ErrorText{"archive.unreadable", QT_TRANSLATE_NOOP("grindstone", "The archive cannot be opened: %1"), ""},
    ErrorText{"archive.unsafe", QT_TRANSLATE_NOOP("grindstone", "The archive is refused: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing of it was taken.")},
    ErrorText{"archive.unwritable", QT_TRANSLATE_NOOP("grindstone", "The archive cannot be extracted: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder can be written and that the disk isn't full.")},
    ErrorText{"bench.no-copy",
              QT_TRANSLATE_NOOP("grindstone", "The programs to measure with cannot be laid where boxes show them: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder can be written and that the disk isn't full.")},
    ErrorText{"bench.no-such-tier", QT_TRANSLATE_NOOP("grindstone", "This machine doesn't have this sandbox tier: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind doctor” tells which one it has, and why.")},
    ErrorText{"bench.peer-failed", QT_TRANSLATE_NOOP("grindstone", "The sandbox to compare with doesn't work here: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Measure without --peer, or as another user.")},
    ErrorText{"bench.peer-missing", QT_TRANSLATE_NOOP("grindstone", "The sandbox to compare with isn't installed: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Install its package: “sudo apt install bubblewrap”.")},
    ErrorText{"bench.program-failed", QT_TRANSLATE_NOOP("grindstone", "A program to measure with failed: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Try again when the machine is less busy.")},
    ErrorText{"bench.program-missing", QT_TRANSLATE_NOOP("grindstone", "A program to measure with is missing: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Install Grindstone again, or build it again.")},
    ErrorText{"case.unreadable", QT_TRANSLATE_NOOP("grindstone", "A file of a test case cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone",
                                "Check that it is still there and that you may read it; otherwise get the "
                                "package again.")},
    ErrorText{"cases.not-kept", QT_TRANSLATE_NOOP("grindstone", "The test cases that were made cannot be kept: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder is yours and that the disk isn't full.")},
    ErrorText{"cases.not-made", QT_TRANSLATE_NOOP("grindstone", "The problem's test cases cannot be made: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"cases.unwritable", QT_TRANSLATE_NOOP("grindstone", "Your own test cases cannot be saved: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder is yours and that the disk isn't full.")},
    ErrorText{"checker.crashed", QT_TRANSLATE_NOOP("grindstone", "The checker crashed: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{
        "checker.failed", QT_TRANSLATE_NOOP("grindstone", "The checker gave up: %1"),
        QT_TRANSLATE_NOOP(
            "grindstone",
            "The checker found a fault in the case's own files, mostly in its answer. Tell the package's author.")},
    ErrorText{"checker.memory", QT_TRANSLATE_NOOP("grindstone", "The checker ran out of memory: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program: its author may raise "
                                              "limits.validation_memory in problem.yaml.")},
    ErrorText{
        "checker.no-language", QT_TRANSLATE_NOOP("grindstone", "The checker is in no language that can be built: %1"),
        QT_TRANSLATE_NOOP("grindstone",
                          "“grind languages” shows what is known here; a folder in the configuration can add one.")},
    ErrorText{"checker.next-pass", QT_TRANSLATE_NOOP("grindstone", "The checker contradicts itself: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"checker.no-verdict", QT_TRANSLATE_NOOP("grindstone", "The checker ended without a judgement: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"checker.not-compiled", QT_TRANSLATE_NOOP("grindstone", "The checker does not compile: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"checker.output", QT_TRANSLATE_NOOP("grindstone", "The checker wrote too much: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program: its author may raise "
                                              "limits.validation_output in problem.yaml.")},
    ErrorText{"checker.points", QT_TRANSLATE_NOOP("grindstone", "The checker gave points: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program: its author may write “type: "
                                              "scoring” into problem.yaml.")},
    ErrorText{
        "checker.timeout", QT_TRANSLATE_NOOP("grindstone", "The checker did not end in time: %1"),
        QT_TRANSLATE_NOOP(
            "grindstone",
            "The package is at fault, not the program: its author may raise limits.validation_time in problem.yaml.")},
    ErrorText{"checker.too-many-passes", QT_TRANSLATE_NOOP("grindstone", "The checker wants too many passes: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program: its author may raise "
                                              "limits.validation_passes in problem.yaml.")},
    ErrorText{"checker.unreadable", QT_TRANSLATE_NOOP("grindstone", "The checker cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Correct the file that is named, or get the package anew.")},
    ErrorText{"comparator.bad-answer", QT_TRANSLATE_NOOP("grindstone", "The answer file cannot be compared with: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"comparator.points", QT_TRANSLATE_NOOP("grindstone", "The comparator judges by points: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Name another comparator in the package; points give no verdict.")},
    ErrorText{"comparator.bad-arguments", QT_TRANSLATE_NOOP("grindstone", "Wrong arguments of the comparator: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind compare --help” tells which it knows.")},
    ErrorText{"comparator.unknown", QT_TRANSLATE_NOOP("grindstone", "No such comparator: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Correct the name in the package, or upgrade Grindstone.")},
    ErrorText{"compile.no-program", QT_TRANSLATE_NOOP("grindstone", "The compiler left no program: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind languages” tells whether the language works here.")},
    ErrorText{"export.exists", QT_TRANSLATE_NOOP("grindstone", "Nothing is replaced by an export: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Choose another name, or move away what is there.")},
    ErrorText{"export.form", QT_TRANSLATE_NOOP("grindstone", "The name tells no form of archive: %1"), ""},
    ErrorText{"export.unwritable", QT_TRANSLATE_NOOP("grindstone", "The export cannot be written: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that its folder is there and yours, and that the disk isn't full. "
                                              "Nothing was left behind.")},
    ErrorText{"file.too-large", QT_TRANSLATE_NOOP("grindstone", "The file is too large: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Give a smaller one.")},
    ErrorText{"file.unreadable", QT_TRANSLATE_NOOP("grindstone", "The file cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that it exists and that you may read it.")},
    ErrorText{"history.none", QT_TRANSLATE_NOOP("grindstone", "Nothing was submitted yet: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind submit” keeps what it judges.")},
    ErrorText{"history.unknown", QT_TRANSLATE_NOOP("grindstone", "There is no submission with this number: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind history” lists those that are kept.")},
    ErrorText{"folder.unreadable", QT_TRANSLATE_NOOP("grindstone", "The folder cannot be read: %1"), ""},
    ErrorText{"grader.failed", QT_TRANSLATE_NOOP("grindstone", "The package's grader failed: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"grader.missing", QT_TRANSLATE_NOOP("grindstone", "The package's grader is missing: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"grader.no-grade", QT_TRANSLATE_NOOP("grindstone", "The package's grader gave no grade: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"home.unwritable", QT_TRANSLATE_NOOP("grindstone", "Grindstone cannot write to its folder: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder is yours and that the disk isn't full, or set "
                                              "GRINDSTONE_HOME to another folder.")},
    ErrorText{"interrupted", QT_TRANSLATE_NOOP("grindstone", "Interrupted: %1"), ""},
    ErrorText{"job.finished", QT_TRANSLATE_NOOP("grindstone", "The job has ended already: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“GET /jobs/ID” has its report.")},
    ErrorText{"job.unknown", QT_TRANSLATE_NOOP("grindstone", "No such job: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“GET /jobs” lists those that there are.")},
    ErrorText{"include.unreadable",
              QT_TRANSLATE_NOOP("grindstone", "A file that the package adds to programs cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Correct the file that is named, or get the package anew.")},
    ErrorText{"jobs.finished", QT_TRANSLATE_NOOP("grindstone", "There is no unfinished job with this number: %1"),
              QT_TRANSLATE_NOOP("grindstone", "grind jobs lists what waits.")},
    ErrorText{"judge.cancelled", QT_TRANSLATE_NOOP("grindstone", "Stopped: %1"), ""},
    ErrorText{"judge.failed", QT_TRANSLATE_NOOP("grindstone", "The judge failed: %1"),
              QT_TRANSLATE_NOOP("grindstone", "This is a fault in Grindstone; please report it.")},
    ErrorText{"judge.memory", QT_TRANSLATE_NOOP("grindstone", "There is not enough memory to judge: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Close other programs and try again.")},
    ErrorText{"judge.starved", QT_TRANSLATE_NOOP("grindstone", "The machine is too busy to judge: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Close other programs and try again.")},
    ErrorText{"keep.failed", QT_TRANSLATE_NOOP("grindstone", "The outputs cannot be kept: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder is yours and that the disk isn't full.")},
    ErrorText{"language.broken", QT_TRANSLATE_NOOP("grindstone", "The language doesn't work on this machine: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Install its package again; “grind languages” shows which one.")},
    ErrorText{"language.invalid", QT_TRANSLATE_NOOP("grindstone", "A language's description has an error: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Correct the file, or remove it to get the language as shipped.")},
    ErrorText{"language.not-allowed", QT_TRANSLATE_NOOP("grindstone", "The problem doesn't allow this language: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Choose one of the languages that the problem allows.")},
    ErrorText{"language.not-installed",
              QT_TRANSLATE_NOOP("grindstone", "The language's compiler or interpreter isn't installed: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Install the package that brings it, for example with "
                                              "“sudo apt install …”, and try again.")},
    ErrorText{"language.unknown", QT_TRANSLATE_NOOP("grindstone", "No such language: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind languages” lists the languages that there are.")},
    ErrorText{"pack.broken", QT_TRANSLATE_NOOP("grindstone", "The pack has packages that cannot be judged: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing was imported. Correct what is named, or get the pack again.")},
    ErrorText{"pack.built-in", QT_TRANSLATE_NOOP("grindstone", "The pack isn't yours to remove: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Only what was imported can be removed.")},
    ErrorText{"pack.duplicate", QT_TRANSLATE_NOOP("grindstone", "Two packs have the same id: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Remove one of them, or give it another id in its pack.yaml.")},
    ErrorText{"pack.empty", QT_TRANSLATE_NOOP("grindstone", "This is no pack: %1"), ""},
    ErrorText{"pack.id", QT_TRANSLATE_NOOP("grindstone", "The pack's id cannot be used: %1"), ""},
    ErrorText{"pack.invalid", QT_TRANSLATE_NOOP("grindstone", "The pack has an error: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Correct the place that is named; the rest of the library works.")},
    ErrorText{"pack.newer", QT_TRANSLATE_NOOP("grindstone", "A newer version of the pack is installed: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing was imported. With --force the older one replaces it.")},
    ErrorText{"pack.several", QT_TRANSLATE_NOOP("grindstone", "This is more than one pack: %1"), ""},
    ErrorText{"pack.taken", QT_TRANSLATE_NOOP("grindstone", "A pack that comes with the program has this id: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing was imported. Give yours another one with --id.")},
    ErrorText{"pack.too-large", QT_TRANSLATE_NOOP("grindstone", "The pack is too large: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing of it was taken.")},
    ErrorText{"pack.unknown", QT_TRANSLATE_NOOP("grindstone", "There is no such pack: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind pack list” lists those that are installed.")},
    ErrorText{"pack.unreadable", QT_TRANSLATE_NOOP("grindstone", "The folder of packs cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that you may read it.")},
    ErrorText{"pack.unsafe", QT_TRANSLATE_NOOP("grindstone", "The pack is refused: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Nothing of it was taken.")},
    ErrorText{"pack.unwritable", QT_TRANSLATE_NOOP("grindstone", "The pack cannot be written: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder is yours and that the disk isn't full.")},
    ErrorText{"package.invalid", QT_TRANSLATE_NOOP("grindstone", "The problem package has an error: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Correct the place that is named, or get the package again.")},
    ErrorText{"package.unreadable", QT_TRANSLATE_NOOP("grindstone", "The problem package cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder exists, that it holds a problem.yaml and that you "
                                              "may read it.")},
    ErrorText{"package.unsupported",
              QT_TRANSLATE_NOOP("grindstone", "The problem package needs what this version cannot do: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Upgrade Grindstone, or choose another problem.")},
    ErrorText{"package.unwritable",
              QT_TRANSLATE_NOOP("grindstone", "The time limit cannot be kept with the problem package: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the folder is yours and that the disk isn't full.")},
    ErrorText{"problem.ambiguous", QT_TRANSLATE_NOOP("grindstone", "Several problems have this name: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Put the pack before it: PACK/PROBLEM.")},
    ErrorText{"problem.no-cases", QT_TRANSLATE_NOOP("grindstone", "The problem has nothing to judge by: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault. Tell the package's author.")},
    ErrorText{"problem.no-samples", QT_TRANSLATE_NOOP("grindstone", "The problem has no samples: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Give a case of your own, or submit.")},
    ErrorText{"problem.unknown", QT_TRANSLATE_NOOP("grindstone", "No such problem: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind problems” lists the problems that there are.")},
    ErrorText{
        "request.field", QT_TRANSLATE_NOOP("grindstone", "A field of the request is wrong: %1"),
        QT_TRANSLATE_NOOP("grindstone",
                          "Correct the field that is named; the description of the service is at /openapi.json.")},
    ErrorText{"request.headers-too-large", QT_TRANSLATE_NOOP("grindstone", "The request's headers are too large: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Send fewer or shorter ones.")},
    ErrorText{"request.invalid", QT_TRANSLATE_NOOP("grindstone", "The request cannot be understood: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Send well-formed HTTP and JSON.")},
    ErrorText{"request.media-type", QT_TRANSLATE_NOOP("grindstone", "The request's body isn't JSON: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Send it with “Content-Type: application/json”.")},
    ErrorText{"request.method", QT_TRANSLATE_NOOP("grindstone", "The service doesn't do this here: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The header Allow tells what it does.")},
    ErrorText{"request.not-found", QT_TRANSLATE_NOOP("grindstone", "The service has nothing there: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The description of the service is at /openapi.json.")},
    ErrorText{"request.origin", QT_TRANSLATE_NOOP("grindstone", "The service doesn't answer web pages: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Use a program of your own, for example curl.")},
    ErrorText{"request.too-large", QT_TRANSLATE_NOOP("grindstone", "The request is too large: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Send a smaller one.")},
    ErrorText{"sandbox.box-lost", QT_TRANSLATE_NOOP("grindstone", "The sandbox lost a run: %1"),
              QT_TRANSLATE_NOOP("grindstone",
                                "Try again; if it stays so, “grind doctor” tells what the sandbox needs here.")},
    ErrorText{"sandbox.helper-failed", QT_TRANSLATE_NOOP("grindstone", "The sandbox's helper program failed: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind doctor” tells what the sandbox needs here.")},
    ErrorText{"sandbox.helper-missing", QT_TRANSLATE_NOOP("grindstone", "The sandbox's helper program is missing: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Install Grindstone again, or build it again.")},
    ErrorText{"sandbox.memory", QT_TRANSLATE_NOOP("grindstone", "There is no memory left for the test data: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Close other programs and try again.")},
    ErrorText{"sandbox.none",
              QT_TRANSLATE_NOOP("grindstone", "This machine allows no sandbox, and nothing runs without one: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind doctor” tells how to allow it.")},
    ErrorText{"sandbox.setup", QT_TRANSLATE_NOOP("grindstone", "The sandbox could not set up a run: %1"),
              QT_TRANSLATE_NOOP("grindstone", "“grind doctor” tells what the sandbox needs here.")},
    ErrorText{"sandbox.spec-too-large", QT_TRANSLATE_NOOP("grindstone", "The submission has too much for one run: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Give fewer or smaller files.")},
    ErrorText{"sandbox.unresponsive", QT_TRANSLATE_NOOP("grindstone", "The sandbox doesn't answer: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Try again when the machine is less busy.")},
    ErrorText{"sandbox.unsafe-input", QT_TRANSLATE_NOOP("grindstone", "The sandbox refused an input: %1"),
              QT_TRANSLATE_NOOP("grindstone", "This is a fault in Grindstone; please report it.")},
    ErrorText{"score.missing", QT_TRANSLATE_NOOP("grindstone", "The checker gave no score: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"score.outside", QT_TRANSLATE_NOOP("grindstone", "The checker's score cannot be: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"score.range", QT_TRANSLATE_NOOP("grindstone", "A score cannot be: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"score.unreadable", QT_TRANSLATE_NOOP("grindstone", "The checker's score cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"score.unwanted", QT_TRANSLATE_NOOP("grindstone", "The checker gave a score where none may be: %1"),
              QT_TRANSLATE_NOOP("grindstone", "The package is at fault, not the program. Tell the package's author.")},
    ErrorText{"server.failed", QT_TRANSLATE_NOOP("grindstone", "The service cannot start: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Try again when the machine is less busy.")},
    ErrorText{"server.not-a-socket",
              QT_TRANSLATE_NOOP("grindstone", "There is something else where the socket should be: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Remove it, or choose another path with --socket.")},
    ErrorText{"server.queue-full", QT_TRANSLATE_NOOP("grindstone", "Too many jobs wait already: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Try again when some of them are done.")},
    ErrorText{"server.running", QT_TRANSLATE_NOOP("grindstone", "A service is running there already: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Use it, stop it, or choose another path with --socket.")},
    ErrorText{"server.socket", QT_TRANSLATE_NOOP("grindstone", "The socket cannot be made: %1"),
              QT_TRANSLATE_NOOP("grindstone",
                                "Check that the folder exists and is yours, or choose another path with --socket.")},
    ErrorText{"server.stopping", QT_TRANSLATE_NOOP("grindstone", "The service is being stopped: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Try again when it has been started again.")},
    ErrorText{"server.too-many-connections",
              QT_TRANSLATE_NOOP("grindstone", "The service has too many connections: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Close some, and try again.")},
    ErrorText{
        "settings.invalid", QT_TRANSLATE_NOOP("grindstone", "The settings have an error: %1"),
        QT_TRANSLATE_NOOP("grindstone", "Correct the place that is named, or remove the file to get the defaults.")},
    ErrorText{"source.bad-name", QT_TRANSLATE_NOOP("grindstone", "The source's file name cannot be used: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Rename the file.")},
    ErrorText{"source.empty", QT_TRANSLATE_NOOP("grindstone", "The source is empty: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Write a program first.")},
    ErrorText{"source.no-source", QT_TRANSLATE_NOOP("grindstone", "The submission has no source of its language: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Name the language, or add the source.")},
    ErrorText{"source.not-utf8", QT_TRANSLATE_NOOP("grindstone", "The source isn't UTF-8 text: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Save it as UTF-8 in your editor.")},
    ErrorText{"source.too-large", QT_TRANSLATE_NOOP("grindstone", "The source is larger than the problem allows: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Shorten it; long tables can often be computed.")},
    ErrorText{"source.unreadable", QT_TRANSLATE_NOOP("grindstone", "The source cannot be read: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that it exists and that you may read it.")},
    ErrorText{"store.damaged", QT_TRANSLATE_NOOP("grindstone", "The database is damaged: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Close all windows of Grindstone and end what else uses it, then start "
                                              "again: it is repaired, and the damaged file is kept beside it.")},
    ErrorText{"store.failed", QT_TRANSLATE_NOOP("grindstone", "The database cannot be used: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Try again; if it stays so, close other windows of Grindstone.")},
    ErrorText{"store.full", QT_TRANSLATE_NOOP("grindstone", "There is no room left to save: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Free some space on the disk and try again; what was saved before is "
                                              "still there.")},
    ErrorText{"store.too-large", QT_TRANSLATE_NOOP("grindstone", "This is too large to be queued: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Sources and inputs may have 64 MiB together.")},
    ErrorText{"store.too-new", QT_TRANSLATE_NOOP("grindstone", "The database was made by a newer version: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Upgrade Grindstone; this version leaves the file as it is.")},
    ErrorText{"store.unwritable", QT_TRANSLATE_NOOP("grindstone", "The database cannot be written: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Check that the file and its folder are yours and that the disk isn't "
                                              "read-only.")},
    ErrorText{"usage.language", QT_TRANSLATE_NOOP("grindstone", "The language isn't clear: %1"), ""},
    ErrorText{"usage.no-checker", QT_TRANSLATE_NOOP("grindstone", "Not for this comparator: %1"), ""},
    ErrorText{"usage.socket", QT_TRANSLATE_NOOP("grindstone", "The socket's path cannot be used: %1"),
              QT_TRANSLATE_NOOP("grindstone", "Give another one with --socket.")},
    ErrorText{"usage.standard-input", QT_TRANSLATE_NOOP("grindstone", "Standard input can be used once only: %1"), ""},
    ErrorText{"usage.wrong", QT_TRANSLATE_NOOP("grindstone", "Wrong usage: %1"), ""},
};

constexpr ErrorText OtherSandboxError{
    "sandbox.*", QT_TRANSLATE_NOOP("grindstone", "The sandbox failed: %1"),
    QT_TRANSLATE_NOOP("grindstone", "“grind doctor” tells what the sandbox needs here.")};

const ErrorText* findText(const Error& error) {
    const auto found = std::ranges::find(Texts, std::string_view(error.code), &ErrorText::code);
    if (found != Texts.end()) {
        return &*found;
    }
    return error.code.starts_with("sandbox.") ? &OtherSandboxError : nullptr;
}

} // namespace

QString errorMessage(const Error& error, Wording wording) {
    const QString detail = QString::fromStdString(error.detail.empty() ? error.code : error.detail);
    const ErrorText* text = findText(error);
    return text != nullptr ? say(wording, text->message).arg(detail) : detail;
}

QString errorHint(const Error& error, Wording wording) {
    const ErrorText* text = findText(error);
    return text != nullptr && *text->hint != 0 ? say(wording, text->hint) : QString();
}

} // namespace grindstone::core::text
