<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>  %n problem(s) installed</source>
        <translation>
            <numerusform>  %n problem installed</numerusform>
            <numerusform>  %n problems installed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Time %1 · memory %2 · output %3 · %4 of %n case(s) shown</source>
        <translation>
            <numerusform>Time %1 · memory %2 · output %3 · %4 of %n case shown</numerusform>
            <numerusform>Time %1 · memory %2 · output %3 · %4 of %n cases shown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>other programs kept the machine busy (load %1 on %n CPU(s)): don't trust the times</source>
        <translation>
            <numerusform>other programs kept the machine busy (load %1 on %n CPU): don't trust the times</numerusform>
            <numerusform>other programs kept the machine busy (load %1 on %n CPUs): don't trust the times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n run(s) of each kind in turns</source>
        <translation>
            <numerusform>, %n run of each kind in turns</numerusform>
            <numerusform>, %n runs of each kind in turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n worker(s)</source>
        <translation>
            <numerusform>, %n worker</numerusform>
            <numerusform>, %n workers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n round(s) of each in turns</source>
        <translation>
            <numerusform>, %n round of each in turns</numerusform>
            <numerusform>, %n rounds of each in turns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n small case(s)</source>
        <translation>
            <numerusform>%n small case</numerusform>
            <numerusform>%n small cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) written to %1.</source>
        <translation>
            <numerusform>%n submission written to %1.</numerusform>
            <numerusform>%n submissions written to %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s)</source>
        <translation>
            <numerusform>%n exchange</numerusform>
            <numerusform>%n exchanges</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>held: begun %n time(s), each time the program was killed</source>
        <translation>
            <numerusform>held: begun %n time, and the program was killed</numerusform>
            <numerusform>held: begun %n times, each time the program was killed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waits, %n before it</source>
        <translation>
            <numerusform>waits, %n before it</numerusform>
            <numerusform>waits, %n before it</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of earlier calls that were broken off still wait and are judged now; Ctrl-C leaves them.</source>
        <translation>
            <numerusform>%n job of an earlier call that was broken off still waits and is judged now; Ctrl-C leaves it.</numerusform>
            <numerusform>%n jobs of earlier calls that were broken off still wait and are judged now; Ctrl-C leaves them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n package(s) as it should be</source>
        <translation>
            <numerusform>%1 of %n package as it should be</numerusform>
            <numerusform>%1 of %n packages as they should be</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) as expected</source>
        <translation>
            <numerusform>%n submission as expected</numerusform>
            <numerusform>%n submissions as expected</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not</source>
        <translation>
            <numerusform>%n not</numerusform>
            <numerusform>%n not</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n skipped</numerusform>
            <numerusform>%n skipped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 written: %2 with %n problem(s), %3.</source>
        <translation>
            <numerusform>%1 written: %2 with %n problem, %3.</numerusform>
            <numerusform>%1 written: %2 with %n problems, %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Imported %1, with %n problem(s).</source>
        <translation>
            <numerusform>Imported %1, with %n problem.</numerusform>
            <numerusform>Imported %1, with %n problems.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced %1, with %n problem(s) now.</source>
        <translation>
            <numerusform>Replaced %1, with %n problem now.</numerusform>
            <numerusform>Replaced %1, with %n problems now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced version %2 of %1, with %n problem(s) now.</source>
        <translation>
            <numerusform>Replaced version %2 of %1, with %n problem now.</numerusform>
            <numerusform>Replaced version %2 of %1, with %n problems now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n problem</numerusform>
            <numerusform>%n problems</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 with its %n problem(s)? Submissions are kept. [y/N] </source>
        <translation>
            <numerusform>Remove %1 with its %n problem? Submissions are kept. [y/N] </numerusform>
            <numerusform>Remove %1 with its %n problems? Submissions are kept. [y/N] </numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>    time %1 (%2) · memory %3 · %n case(s)</source>
        <translation>
            <numerusform>    time %1 (%2) · memory %3 · %n case</numerusform>
            <numerusform>    time %1 (%2) · memory %3 · %n cases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::FindBar</name>
    <message numerus="yes">
        <source>%n match(es) replaced</source>
        <translation>
            <numerusform>%n match replaced</numerusform>
            <numerusform>%n matches replaced</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::ProblemBrowser</name>
    <message numerus="yes">
        <source>%n package(s) could not be read:</source>
        <translation>
            <numerusform>%n package could not be read:</numerusform>
            <numerusform>%n packages could not be read:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::TestCasesView</name>
    <message numerus="yes">
        <source>Run the %n sample(s)</source>
        <translation>
            <numerusform>Run the %n sample</numerusform>
            <numerusform>Run the %n samples</numerusform>
        </translation>
    </message>
</context>
</TS>
