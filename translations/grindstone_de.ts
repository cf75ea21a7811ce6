<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>Cli</name>
    <message>
        <source>Judges programs on programming problems, on this machine and in a sandbox.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A first round:
  grind doctor                              is everything here that judging needs?
  grind problems tag:warmup                 look for a problem
  grind show starter/echo-sum               read it
  grind run starter/echo-sum sum.cpp        try a solution on the samples
  grind submit starter/echo-sum sum.cpp     have it judged on all cases

PROBLEM is PACK/NAME, or NAME alone where only one pack has it.

Exit status:
  0  success, accepted
  1  judged, and not accepted
  2  wrong usage: an unknown option, a missing argument
  3  failure: a judge error, or something named is not there or cannot be read
  130 after Ctrl-C

With --json, standard output is one JSON document, also for errors.
GRINDSTONE_HOME=DIR keeps data, settings, state and cache below DIR; NO_COLOR=1 prints plain text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cases</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer to compare with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    (nothing)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>    … cut; --keep DIR keeps all of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>(no such line)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>standard output cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>warning: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error: </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the source, e.g. cpp; otherwise from the file&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Don&apos;t cut long texts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the whole outputs, a file each, into DIR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiling …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judging %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ran to its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> · samples only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>  Time and memory are approximate: this machine gives the judge no cgroup. grind doctor says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The compiler said:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compiler warnings:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not your program&apos;s fault, and it is not counted.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Difficulty</name>
    <message>
        <source>Easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hard</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProblemStatus</name>
    <message>
        <source>Solved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>grindstone</name>
    <message>
        <source>The answer file cannot be compared with: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package is at fault, not the program. Tell the package&apos;s author.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such comparator: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the name in the package, or upgrade Grindstone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grindstone cannot write to its folder: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder is yours and that the disk isn&apos;t full, or set GRINDSTONE_HOME to another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judge failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a fault in Grindstone; please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A language&apos;s description has an error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the file, or remove it to get the language as shipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The problem doesn&apos;t allow this language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the languages that the problem allows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language&apos;s compiler or interpreter isn&apos;t installed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the package that brings it, for example with “sudo apt install …”, and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such language: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“grind languages” lists the languages that there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two packs have the same id: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove one of them, or give it another id in its pack.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pack has an error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the place that is named; the rest of the library works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder of packs cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The problem package has an error: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the place that is named, or get the package again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The problem package cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the folder exists, that it holds a problem.yaml and that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The problem package needs what this version cannot do: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade Grindstone, or choose another problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several problems have this name: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the pack before it: PACK/PROBLEM.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No such problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“grind problems” lists the problems that there are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox&apos;s helper program failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“grind doctor” tells what the sandbox needs here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox&apos;s helper program is missing: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install Grindstone again, or build it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no memory left for the test data: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is empty: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write a program first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source isn&apos;t UTF-8 text: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8 in your editor.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source is larger than the problem allows: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shorten it; long tables can often be computed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source cannot be read: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database is damaged: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing in it was changed. Move the file away to begin with an empty one, or put a copy of it back; copies made before an upgrade lie beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be used: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again; if it stays so, close other windows of Grindstone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left to save: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space on the disk and try again; what was saved before is still there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database was made by a newer version: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upgrade Grindstone; this version leaves the file as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database cannot be written: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check that the file and its folder are yours and that the disk isn&apos;t read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sandbox failed: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, token %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (line %2 of the answer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the output ended early: expected %1 (line %2 of the answer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: expected %2, got %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>, off by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> where %1 is allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the white space differs: expected %2, got %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1, token %2: the answer ends before this, got %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: expected the number %2, got %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>segmentation fault (SIGSEGV): an access outside the program&apos;s memory; often an index out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arithmetic error (SIGFPE): often a division by zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>aborted (SIGABRT): often a failed assertion or an uncaught exception</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>illegal instruction (SIGILL): often a function that ends without returning its value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bus error (SIGBUS): an access to memory that isn&apos;t there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>killed (SIGKILL): ended by force, but by no limit of the judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>forbidden system call (SIGSYS): the judge doesn&apos;t allow it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken pipe (SIGPIPE): wrote to something that nobody reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>file too large (SIGXFSZ): wrote a larger file than the judge allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trap (SIGTRAP): often a check that the compiler put in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ended by %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time limit exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory limit exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Output limit exceeded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Runtime error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compile error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full (cgroup v1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no cgroup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>used %1 of CPU time; the limit is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped after %1 of CPU time; the limit is %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slept or waited until the wall limit of %2; it used %1 of CPU time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>was still running at the wall limit of %2; it used %1 of CPU time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the judge failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>needed more memory than the limit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wrote more than the output limit of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>did not compile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not run, because an earlier case failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>; it called %1, which the judge forbids</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compiler ran out of time after %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compiler needed more memory than it may have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compiler wrote more than it may</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::CodeEditor</name>
    <message>
        <source>Code editor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::FindBar</name>
    <message>
        <source>Find in the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Match case</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not found</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::HistoryModel</name>
    <message>
        <source>Submitted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::HistoryView</name>
    <message>
        <source>Load into the editor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Submitted code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing submitted yet. Submit judges your code on all cases and keeps it here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::LineCommands</name>
    <message>
        <source>Toggle comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move line up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move line down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Duplicate line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete line</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::ProblemBrowser</name>
    <message>
        <source>Search, e.g. tag:graph difficulty:easy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Problems</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) could not be read:</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No problems yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the problems…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::StatementView</name>
    <message>
        <source>Problem statement</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open this address in the web browser?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
