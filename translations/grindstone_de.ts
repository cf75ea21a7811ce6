<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en_US">
<context>
    <name>Actions</name>
    <message>
        <source>Problems</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation>Aufgaben suchen</translation>
    </message>
    <message>
        <source>Previous problem</source>
        <translation>Vorherige Aufgabe</translation>
    </message>
    <message>
        <source>Next problem</source>
        <translation>Nächste Aufgabe</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ausführen</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>Einreichen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Save the draft</source>
        <translation>Entwurf speichern</translation>
    </message>
    <message>
        <source>Save a copy of the code…</source>
        <translation>Kopie des Codes speichern …</translation>
    </message>
    <message>
        <source>Find in the code</source>
        <translation>Im Code suchen</translation>
    </message>
    <message>
        <source>Go to line…</source>
        <translation>Gehe zu Zeile …</translation>
    </message>
    <message>
        <source>Larger code</source>
        <translation>Code größer</translation>
    </message>
    <message>
        <source>Smaller code</source>
        <translation>Code kleiner</translation>
    </message>
    <message>
        <source>Normal code size</source>
        <translation>Normale Codegröße</translation>
    </message>
    <message>
        <source>Next failed case</source>
        <translation>Nächster gescheiterter Testfall</translation>
    </message>
    <message>
        <source>Previous failed case</source>
        <translation>Vorheriger gescheiterter Testfall</translation>
    </message>
    <message>
        <source>Go to the statement</source>
        <translation>Zum Aufgabentext</translation>
    </message>
    <message>
        <source>Go to the editor</source>
        <translation>Zum Editor</translation>
    </message>
    <message>
        <source>Go to the test cases</source>
        <translation>Zu den Testfällen</translation>
    </message>
    <message>
        <source>Go to the result</source>
        <translation>Zum Ergebnis</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Replace in the code</source>
        <translation>Im Code ersetzen</translation>
    </message>
</context>
<context>
    <name>CaseView</name>
    <message>
        <source>No answer to compare with</source>
        <translation>Keine Antwort zum Vergleichen</translation>
    </message>
    <message>
        <source>%1 CPU</source>
        <translation>%1 CPU</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>The output differs from the expected one.</source>
        <translation>Die Ausgabe weicht von der erwarteten ab.</translation>
    </message>
</context>
<context>
    <name>Cli</name>
    <message>
        <source>Judges programs on programming problems, on this machine and in a sandbox.</source>
        <translation>Bewertet Programme zu Programmieraufgaben, auf diesem Rechner und in einer Sandbox.</translation>
    </message>
    <message>
        <source>A first round:
  grind doctor                              is everything here that judging needs?
  grind problems difficulty:easy            look for a problem
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
        <translation>Eine erste Runde:
  grind doctor                              ist alles da, was das Bewerten braucht?
  grind problems difficulty:easy            eine Aufgabe suchen
  grind show starter/echo-sum               sie lesen
  grind run starter/echo-sum sum.cpp        eine Lösung an den Beispielen ausprobieren
  grind submit starter/echo-sum sum.cpp     sie an allen Testfällen bewerten lassen

PROBLEM ist PACK/NAME, oder NAME allein, wenn nur eine Sammlung ihn hat.

Exit-Status:
  0  Erfolg, angenommen
  1  bewertet und nicht angenommen
  2  falscher Aufruf: unbekannte Option, fehlendes Argument
  3  Fehlschlag: Fehler der Bewertung, oder etwas Genanntes fehlt oder ist nicht lesbar
  130 nach Strg-C

Mit --json ist die Standardausgabe ein einziges JSON-Dokument, auch bei Fehlern.
GRINDSTONE_HOME=DIR hält Daten, Einstellungen, Zustand und Cache unter DIR; NO_COLOR=1 gibt Text ohne Farben aus.</translation>
    </message>
    <message>
        <source>Print the version and exit</source>
        <translation>Version ausgeben und enden</translation>
    </message>
    <message>
        <source>Print this help and exit</source>
        <translation>Diese Hilfe ausgeben und enden</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>Testfälle</translation>
    </message>
    <message>
        <source>no answer to compare with</source>
        <translation>keine Antwort zum Vergleichen</translation>
    </message>
    <message>
        <source>not run</source>
        <translation>nicht ausgeführt</translation>
    </message>
    <message>
        <source>    (nothing)</source>
        <translation>    (nichts)</translation>
    </message>
    <message>
        <source>    … cut</source>
        <translation>    … gekürzt</translation>
    </message>
    <message>
        <source>    … cut; --keep DIR keeps all of it</source>
        <translation>    … gekürzt; --keep DIR bewahrt alles auf</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>erwartet</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>ausgegeben</translation>
    </message>
    <message>
        <source>output</source>
        <translation>Ausgabe</translation>
    </message>
    <message>
        <source>error output</source>
        <translation>Fehlerausgabe</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>standard output cannot be written: %1</source>
        <translation>In die Standardausgabe lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>warning: </source>
        <translation>Warnung: </translation>
    </message>
    <message>
        <source>error: </source>
        <translation>Fehler: </translation>
    </message>
    <message>
        <source>Language of the source, e.g. cpp; otherwise from the file's name</source>
        <translation>Sprache des Quelltexts, z. B. cpp; sonst nach dem Dateinamen</translation>
    </message>
    <message>
        <source>Don't cut long texts</source>
        <translation>Lange Texte nicht kürzen</translation>
    </message>
    <message>
        <source>Write the whole outputs, a file each, into DIR</source>
        <translation>Die ganzen Ausgaben, je eine Datei, nach DIR schreiben</translation>
    </message>
    <message>
        <source>Compiling …</source>
        <translation>Übersetze …</translation>
    </message>
    <message>
        <source>Judging %1</source>
        <translation>Bewerte %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 KiB</source>
        <translation>%1 KiB</translation>
    </message>
    <message>
        <source>%1 MiB</source>
        <translation>%1 MiB</translation>
    </message>
    <message>
        <source>%1 GiB</source>
        <translation>%1 GiB</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Ran to its end</source>
        <translation>Lief bis zum Ende</translation>
    </message>
    <message>
        <source> · samples only</source>
        <translation> · nur Beispiele</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>  Time and memory are approximate: this machine gives the judge no cgroup. grind doctor says why.</source>
        <translation>  Zeit und Speicher sind ungefähr: Dieser Rechner gibt der Bewertung keine Cgroup. grind doctor sagt, warum.</translation>
    </message>
    <message>
        <source>The compiler said:</source>
        <translation>Der Compiler sagte:</translation>
    </message>
    <message>
        <source>Compiler warnings:</source>
        <translation>Warnungen des Compilers:</translation>
    </message>
    <message>
        <source>This is not your program's fault, and it is not counted.</source>
        <translation>Das liegt nicht am eingereichten Programm und zählt nicht.</translation>
    </message>
    <message>
        <source>Examples:</source>
        <translation>Beispiele:</translation>
    </message>
    <message>
        <source>Print one JSON document on standard output</source>
        <translation>Ein JSON-Dokument auf die Standardausgabe schreiben</translation>
    </message>
    <message>
        <source>Tell what judging needs, what is here, and what to do</source>
        <translation>Sagen, was das Bewerten braucht, was da ist und was zu tun ist</translation>
    </message>
    <message>
        <source>  grind doctor
  grind doctor --json | jq .sandbox.obstacles

Names what is in the way of a better sandbox, and how to cure it.
Exit status 0 when programs can be judged here in at least one language.</source>
        <translation>  grind doctor
  grind doctor --json | jq .sandbox.obstacles

Nennt, was einer besseren Sandbox im Weg ist, und was dagegen hilft.
Exit-Status 0, wenn Programme hier in mindestens einer Sprache bewertet werden können.</translation>
    </message>
    <message>
        <source>Sandbox: </source>
        <translation>Sandbox: </translation>
    </message>
    <message>
        <source>Languages</source>
        <translation>Sprachen</translation>
    </message>
    <message>
        <source>  Your own go into </source>
        <translation>  Eigene gehören nach </translation>
    </message>
    <message>
        <source>Your data</source>
        <translation>Eigene Daten</translation>
    </message>
    <message>
        <source>  cannot be written</source>
        <translation>  nicht beschreibbar</translation>
    </message>
    <message numerus="yes">
        <source>  %n problem(s) installed</source>
        <translation>
            <numerusform>  %n Aufgabe installiert</numerusform>
            <numerusform>  %n Aufgaben installiert</numerusform>
        </translation>
    </message>
    <message>
        <source>Programs can be judged on this machine.</source>
        <translation>Auf diesem Rechner können Programme bewertet werden.</translation>
    </message>
    <message>
        <source>Programs cannot be judged on this machine yet.</source>
        <translation>Auf diesem Rechner können noch keine Programme bewertet werden.</translation>
    </message>
    <message>
        <source>  grind judge ~/packages/hello hello.cpp           one program
  grind judge hello hello/submissions/*/*          several, one after the other
  grind judge hello a.cpp b.py --all --json        a "reports" list, each with its "source"

The package may lie anywhere; nothing is imported and nothing is recorded. With several sources
the exit status is that of the worst.</source>
        <translation>  grind judge ~/packages/hello hello.cpp           ein Programm
  grind judge hello hello/submissions/*/*          mehrere nacheinander
  grind judge hello a.cpp b.py --all --json        eine Liste "reports", jeder mit seiner "source"

Das Paket darf liegen, wo es will; nichts wird importiert und nichts aufgezeichnet. Bei mehreren
Quelltexten ist der Exit-Status der des schlechtesten.</translation>
    </message>
    <message>
        <source>Files, folders, or - for standard input</source>
        <translation>Dateien, Ordner oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>Go on after the first failure</source>
        <translation>Nach dem ersten Fehlschlag weitermachen</translation>
    </message>
    <message>
        <source>Try every language and tell which of them work here</source>
        <translation>Jede Sprache ausprobieren und sagen, welche hier gehen</translation>
    </message>
    <message>
        <source>Nothing is missing: every language works.</source>
        <translation>Es fehlt nichts: Jede Sprache geht.</translation>
    </message>
    <message>
        <source>Only print the command that installs what is missing</source>
        <translation>Nur den Befehl ausgeben, der das Fehlende installiert</translation>
    </message>
    <message>
        <source>  grind languages
  grind languages --json | jq '.languages[] | select(.works).id'
  sudo $(grind languages --install)

Each language compiles and runs a small program in the sandbox. A language of
your own is a TOML file in the folder that grind doctor names.</source>
        <translation>  grind languages
  grind languages --json | jq '.languages[] | select(.works).id'
  sudo $(grind languages --install)

Jede Sprache übersetzt und startet ein kleines Programm in der Sandbox. Eine eigene
Sprache ist eine TOML-Datei in dem Ordner, den grind doctor nennt.</translation>
    </message>
    <message>
        <source>easy</source>
        <translation>leicht</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>hard</source>
        <translation>schwer</translation>
    </message>
    <message>
        <source>No problems are installed.</source>
        <translation>Es sind keine Aufgaben installiert.</translation>
    </message>
    <message>
        <source>No problem matches.</source>
        <translation>Keine Aufgabe passt.</translation>
    </message>
    <message>
        <source>  grind problems                                   all of them
  grind problems tag:graphs difficulty:medium      by tag and difficulty
  grind problems pack:starter sum                  a word of the title or name
  grind problems -- -tag:graphs                    all but those; -- because of the leading -

✓ marks what you have solved, · what you have tried. A package that cannot be read is told as a
warning and doesn't hide the others.</source>
        <translation>  grind problems                                   alle
  grind problems tag:graphs difficulty:medium      nach Schlagwort und Schwierigkeit
  grind problems pack:starter sum                  ein Wort aus Titel oder Name
  grind problems -- -tag:graphs                    alle außer diesen; -- wegen des führenden -

✓ heißt gelöst, · heißt versucht. Ein Paket, das nicht lesbar ist, wird als Warnung gemeldet
und verdeckt die anderen nicht.</translation>
    </message>
    <message>
        <source>List the installed problems</source>
        <translation>Die installierten Aufgaben auflisten</translation>
    </message>
    <message>
        <source>Words, tag:…, difficulty:…, pack:…</source>
        <translation>Wörter, tag:…, difficulty:…, pack:…</translation>
    </message>
    <message>
        <source>  grind run starter/echo-sum sum.cpp               on the samples
  grind run echo-sum sum.py --case mine.in         on an input of your own; mine.ans beside it
                                                   is its answer, if there is one
  echo 1 2 | grind run echo-sum sum.py --stdin -   see what it prints
  grind run echo-sum - --language cpp &lt; sum.cpp    the source from standard input

A run is not recorded. Without an answer it succeeds when the program ends well.</source>
        <translation>  grind run starter/echo-sum sum.cpp               an den Beispielen
  grind run echo-sum sum.py --case mine.in         an einer eigenen Eingabe; mine.ans daneben
                                                   ist ihre Antwort, falls es sie gibt
  echo 1 2 | grind run echo-sum sum.py --stdin -   sehen, was es ausgibt
  grind run echo-sum - --language cpp &lt; sum.cpp    den Quelltext von der Standardeingabe

Ein Lauf wird nicht aufgezeichnet. Ohne Antwort gelingt er, wenn das Programm gut endet.</translation>
    </message>
    <message>
        <source>Try a program on a problem's samples, or on your own inputs</source>
        <translation>Ein Programm an den Beispielen einer Aufgabe oder an eigenen Eingaben ausprobieren</translation>
    </message>
    <message>
        <source>PACK/NAME, or NAME</source>
        <translation>PACK/NAME oder NAME</translation>
    </message>
    <message>
        <source>File, folder, or - for standard input</source>
        <translation>Datei, Ordner oder - für die Standardeingabe</translation>
    </message>
    <message>
        <source>Input of your own instead of the samples; may be repeated</source>
        <translation>Eigene Eingabe statt der Beispiele; mehrfach möglich</translation>
    </message>
    <message>
        <source>One more input, without an answer; - is standard input</source>
        <translation>Eine weitere Eingabe, ohne Antwort; - ist die Standardeingabe</translation>
    </message>
    <message numerus="yes">
        <source>Time %1 · memory %2 · output %3 · %4 of %n case(s) shown</source>
        <translation>
            <numerusform>Zeit %1 · Speicher %2 · Ausgabe %3 · %4 von %n Testfall sichtbar</numerusform>
            <numerusform>Zeit %1 · Speicher %2 · Ausgabe %3 · %4 von %n Testfällen sichtbar</numerusform>
        </translation>
    </message>
    <message>
        <source>Print a problem's statement and limits</source>
        <translation>Aufgabentext und Grenzen einer Aufgabe ausgeben</translation>
    </message>
    <message>
        <source>  grind show starter/echo-sum
  grind show echo-sum --statement de | less</source>
        <translation>  grind show starter/echo-sum
  grind show echo-sum --statement de | less</translation>
    </message>
    <message>
        <source>Language of the statement, e.g. de; otherwise yours</source>
        <translation>Sprache des Aufgabentexts, z. B. de; sonst die eigene</translation>
    </message>
    <message>
        <source>This submission is not in your history.</source>
        <translation>Diese Einreichung steht nicht im Verlauf.</translation>
    </message>
    <message>
        <source>  grind submit starter/echo-sum sum.cpp            all cases, up to the first failure
  grind submit echo-sum sum.py --all               go on after a failure
  grind submit echo-sum sum.py --keep outputs      what the program wrote, case by case
  grind submit echo-sum sum.py --json | jq .verdict

The submission is kept in your history, unless the judge itself failed.</source>
        <translation>  grind submit starter/echo-sum sum.cpp            alle Testfälle bis zum ersten Fehlschlag
  grind submit echo-sum sum.py --all               nach einem Fehlschlag weitermachen
  grind submit echo-sum sum.py --keep outputs      was das Programm schrieb, Fall für Fall
  grind submit echo-sum sum.py --json | jq .verdict

Die Einreichung bleibt im Verlauf, außer wenn die Bewertung selbst fehlschlug.</translation>
    </message>
    <message>
        <source>Have a program judged on all cases</source>
        <translation>Ein Programm an allen Testfällen bewerten lassen</translation>
    </message>
    <message>
        <source>  works    </source>
        <translation>  geht     </translation>
    </message>
    <message>
        <source>  missing  </source>
        <translation>  fehlt    </translation>
    </message>
    <message>
        <source>install it: sudo apt install %1</source>
        <translation>installieren: sudo apt install %1</translation>
    </message>
    <message>
        <source>(nothing)</source>
        <translation>(nichts)</translation>
    </message>
    <message>
        <source>Starting programs %1</source>
        <translation>Starte Programme %1</translation>
    </message>
    <message>
        <source>Starting programs without a pause %1</source>
        <translation>Starte Programme ohne Pause %1</translation>
    </message>
    <message>
        <source>Reaching CPU limits %1</source>
        <translation>Erreiche CPU-Grenzen %1</translation>
    </message>
    <message>
        <source>Touching memory %1</source>
        <translation>Berühre Speicher %1</translation>
    </message>
    <message>
        <source>Computing, idle and under load %1</source>
        <translation>Rechne, ohne und unter Last %1</translation>
    </message>
    <message numerus="yes">
        <source>other programs kept the machine busy (load %1 on %n CPU(s)): don't trust the times</source>
        <translation>
            <numerusform>andere Programme belegten den Rechner (Last %1 auf %n CPU): den Zeiten ist nicht zu trauen</numerusform>
            <numerusform>andere Programme belegten den Rechner (Last %1 auf %n CPUs): den Zeiten ist nicht zu trauen</numerusform>
        </translation>
    </message>
    <message>
        <source>Measure what a run in the sandbox costs, and how exact its figures are</source>
        <translation>Messen, was ein Lauf in der Sandbox kostet und wie genau ihre Angaben sind</translation>
    </message>
    <message>
        <source>Runs of each kind; 300 unless given</source>
        <translation>Läufe jeder Art; ohne Angabe 300</translation>
    </message>
    <message>
        <source>Measure another sandbox in turns with ours</source>
        <translation>Eine andere Sandbox im Wechsel mit unserer messen</translation>
    </message>
    <message>
        <source>The tier to measure: full, full-v1, no-cgroup or no-namespaces; the best one unless given</source>
        <translation>Die Stufe, die gemessen wird: full, full-v1, no-cgroup oder no-namespaces; ohne Angabe die beste</translation>
    </message>
    <message>
        <source>Measure Grindstone on this machine, each figure beside its baseline</source>
        <translation>Grindstone auf diesem Rechner messen, jeden Wert neben seinem Vergleichswert</translation>
    </message>
    <message>
        <source>  grind bench sandbox --help</source>
        <translation>  grind bench sandbox --help</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>not enough memory</source>
        <translation>zu wenig Speicher</translation>
    </message>
    <message>
        <source>started plainly (vfork, exec)</source>
        <translation>schlicht gestartet (vfork, exec)</translation>
    </message>
    <message>
        <source>in a box</source>
        <translation>in einer Box</translation>
    </message>
    <message>
        <source>overhead</source>
        <translation>Mehraufwand</translation>
    </message>
    <message>
        <source>overhead without a pause between runs</source>
        <translation>Mehraufwand ohne Pause zwischen den Läufen</translation>
    </message>
    <message>
        <source>in bubblewrap</source>
        <translation>in Bubblewrap</translation>
    </message>
    <message>
        <source>bubblewrap's overhead</source>
        <translation>Mehraufwand von Bubblewrap</translation>
    </message>
    <message>
        <source>A program that does nothing</source>
        <translation>Ein Programm, das nichts tut</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>95 % below</source>
        <translation>95 % unter</translation>
    </message>
    <message>
        <source>Bubblewrap's overhead is %1 times this sandbox's. Its command:</source>
        <translation>Der Mehraufwand von Bubblewrap ist das %1-Fache des Mehraufwands dieser Sandbox. Der Befehl:</translation>
    </message>
    <message>
        <source>A program that a CPU limit ends</source>
        <translation>Ein Programm, das eine CPU-Grenze beendet</translation>
    </message>
    <message>
        <source>CPU time beyond the limit</source>
        <translation>CPU-Zeit über der Grenze</translation>
    </message>
    <message>
        <source>from the limit to the answer</source>
        <translation>von der Grenze bis zur Antwort</translation>
    </message>
    <message>
        <source>A program that touches 50 MiB</source>
        <translation>Ein Programm, das 50 MiB berührt</translation>
    </message>
    <message>
        <source>its peak, less 50 MiB</source>
        <translation>sein Höchstwert, abzüglich 50 MiB</translation>
    </message>
    <message>
        <source>the same, started by a process of 1 GiB</source>
        <translation>dasselbe, gestartet von einem Prozess mit 1 GiB</translation>
    </message>
    <message>
        <source>Spread of the times of one program</source>
        <translation>Streuung der Zeiten eines Programms</translation>
    </message>
    <message>
        <source>idle</source>
        <translation>ohne Last</translation>
    </message>
    <message>
        <source>all CPUs busy</source>
        <translation>alle CPUs belegt</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>wall time</source>
        <translation>Wanduhrzeit</translation>
    </message>
    <message numerus="yes">
        <source>, %n run(s) of each kind in turns</source>
        <translation>
            <numerusform>, %n Lauf jeder Art im Wechsel</numerusform>
            <numerusform>, je %n Läufe jeder Art im Wechsel</numerusform>
        </translation>
    </message>
    <message>
        <source>A run in a box includes %1.</source>
        <translation>Ein Lauf in einer Box enthält %1.</translation>
    </message>
    <message>
        <source>  grind bench sandbox                         300 runs each, in about half a minute
  grind bench sandbox --peer bwrap            beside bubblewrap
  grind bench sandbox --tier no-cgroup        as on a machine without cgroups
  grind bench sandbox --json | jq .overhead_us.median

A program that does nothing is started plainly and in a box, turn by turn. The overhead is
what the box took longer in the same turn. Measure on a machine that is idle.</source>
        <translation>  grind bench sandbox                         je 300 Läufe, in etwa einer halben Minute
  grind bench sandbox --peer bwrap            neben Bubblewrap
  grind bench sandbox --tier no-cgroup        wie auf einem Rechner ohne cgroups
  grind bench sandbox --json | jq .overhead_us.median

Ein Programm, das nichts tut, wird Runde um Runde schlicht und in einer Box gestartet. Der
Mehraufwand ist, was die Box in derselben Runde länger brauchte. Auf einem Rechner ohne Last messen.</translation>
    </message>
    <message>
        <source>    Run this:</source>
        <translation>    Führe das aus:</translation>
    </message>
    <message>
        <source>  Judged without namespaces: the program was held by less than usual. grind doctor says what is lost.</source>
        <translation>  Ohne Namensräume bewertet: Das Programm war weniger geschützt als sonst. grind doctor sagt, was fehlt.</translation>
    </message>
    <message>
        <source>  untried  </source>
        <translation>  offen    </translation>
    </message>
    <message>
        <source>  Languages are tried in the sandbox, and there is none.</source>
        <translation>  Sprachen werden in der Sandbox probiert, und es gibt keine.</translation>
    </message>
    <message>
        <source>Preparing %1</source>
        <translation>Vorbereiten %1</translation>
    </message>
    <message>
        <source>Judging many cases %1</source>
        <translation>Viele Fälle beurteilen %1</translation>
    </message>
    <message>
        <source>Compiling and judging %1</source>
        <translation>Übersetzen und beurteilen %1</translation>
    </message>
    <message>
        <source>Compiling and judging without preparation %1</source>
        <translation>Übersetzen und beurteilen ohne Vorbereitung %1</translation>
    </message>
    <message>
        <source>Judging the same again %1</source>
        <translation>Dasselbe noch einmal beurteilen %1</translation>
    </message>
    <message>
        <source>%1 ×</source>
        <translation>%1 ×</translation>
    </message>
    <message>
        <source>Judge: </source>
        <translation>Judge: </translation>
    </message>
    <message numerus="yes">
        <source>, %n worker(s)</source>
        <translation>
            <numerusform>, %n Arbeiter</numerusform>
            <numerusform>, %n Arbeiter</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n round(s) of each in turns</source>
        <translation>
            <numerusform>, je %n Runde im Wechsel</numerusform>
            <numerusform>, je %n Runden im Wechsel</numerusform>
        </translation>
    </message>
    <message>
        <source>judge</source>
        <translation>Judge</translation>
    </message>
    <message>
        <source>A compiled C++ program</source>
        <translation>Ein übersetztes C++-Programm</translation>
    </message>
    <message>
        <source>bare loop</source>
        <translation>bloße Schleife</translation>
    </message>
    <message numerus="yes">
        <source>%n small case(s)</source>
        <translation>
            <numerusform>%n kleiner Fall</numerusform>
            <numerusform>%n kleine Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>From an edit to the first verdict</source>
        <translation>Von einer Änderung zum ersten Urteil</translation>
    </message>
    <message>
        <source>g++ -O2, run</source>
        <translation>g++ -O2, Lauf</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>so wie es ist</translation>
    </message>
    <message>
        <source>without cache and precompiled header</source>
        <translation>ohne Cache und vorübersetzten Header</translation>
    </message>
    <message>
        <source>The same code again</source>
        <translation>Derselbe Code noch einmal</translation>
    </message>
    <message>
        <source>one case, less the program's own time</source>
        <translation>ein Fall, ohne die Zeit des Programms selbst</translation>
    </message>
    <message>
        <source>Medians. The bare loop runs the program and cmp for each case, as many at once as the judge.</source>
        <translation>Mediane. Die bloße Schleife führt für jeden Fall das Programm und cmp aus, so viele zugleich wie der Judge.</translation>
    </message>
    <message>
        <source>Measure how long a verdict takes, beside doing without a judge</source>
        <translation>Messen, wie lange ein Urteil dauert, neben dem, was es ohne Judge dauerte</translation>
    </message>
    <message>
        <source>  grind bench judge                           100 cases, 15 rounds of each measurement
  grind bench judge --cases 20 --rounds 5     sooner, and less exact
  grind bench judge --json | jq .many_cases.ratio

Judges a C++ program on small cases beside a loop that runs it and cmp, and a C++
source that is another each time beside the plain compiler and a plain run. Measure on
a machine that is idle.</source>
        <translation>  grind bench judge                           100 Fälle, 15 Runden jeder Messung
  grind bench judge --cases 20 --rounds 5     schneller und weniger genau
  grind bench judge --json | jq .many_cases.ratio

Beurteilt ein C++-Programm an kleinen Fällen neben einer Schleife, die es und cmp
ausführt, und einen C++-Quelltext, der jedes Mal ein anderer ist, neben dem bloßen
Compiler und einem bloßen Lauf. Gemessen wird am besten auf einer Maschine, die sonst
nichts tut.</translation>
    </message>
    <message>
        <source>Test cases of the problem; 100 unless given</source>
        <translation>Testfälle der Aufgabe; ohne Angabe 100</translation>
    </message>
    <message>
        <source>Rounds of each measurement; 15 unless given</source>
        <translation>Runden jeder Messung; ohne Angabe 15</translation>
    </message>
    <message>
        <source>Print what lets a shell complete commands, problems and languages</source>
        <translation>Ausgeben, womit eine Shell Befehle, Aufgaben und Sprachen ergänzt</translation>
    </message>
    <message>
        <source>  eval "$(grind completion bash)"                              in ~/.bashrc
  eval "$(grind completion zsh)"                               in ~/.zshrc, after compinit
  grind completion fish &gt; ~/.config/fish/completions/grind.fish

The Debian package brings all three along.</source>
        <translation>  eval "$(grind completion bash)"                              in ~/.bashrc
  eval "$(grind completion zsh)"                               in ~/.zshrc, nach compinit
  grind completion fish &gt; ~/.config/fish/completions/grind.fish

Das Debian-Paket bringt alle drei mit.</translation>
    </message>
    <message>
        <source>bash, fish or zsh</source>
        <translation>bash, fish oder zsh</translation>
    </message>
    <message>
        <source>Preparing faster compiling, this once %1</source>
        <translation>Schnelleres Übersetzen vorbereiten, dieses eine Mal %1</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Compare an output with an answer, and tell where and why they differ</source>
        <translation>Eine Ausgabe mit einer Antwort vergleichen und sagen, wo und warum sie abweicht</translation>
    </message>
    <message>
        <source>What is right</source>
        <translation>Was richtig ist</translation>
    </message>
    <message>
        <source>What a program wrote; - for standard input</source>
        <translation>Was ein Programm geschrieben hat; - für die Standardeingabe</translation>
    </message>
    <message>
        <source>What the program read</source>
        <translation>Was das Programm gelesen hat</translation>
    </message>
    <message>
        <source>An argument of the comparator; may be repeated</source>
        <translation>Ein Argument des Vergleichers; mehrfach möglich</translation>
    </message>
    <message>
        <source>Print the help of a command</source>
        <translation>Die Hilfe eines Befehls ausgeben</translation>
    </message>
    <message>
        <source>  grind help run                                   as grind run --help
  grind help bench sandbox</source>
        <translation>  grind help run                                   wie grind run --help
  grind help bench sandbox</translation>
    </message>
    <message>
        <source>Name of a command; all are listed without</source>
        <translation>Name eines Befehls; ohne ihn werden alle aufgezählt</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumente</translation>
    </message>
    <message>
        <source>Comparators</source>
        <translation>Vergleicher</translation>
    </message>
    <message>
        <source> on files of %1 MiB</source>
        <translation> bei Dateien von %1 MiB</translation>
    </message>
    <message>
        <source>Two files of numbers</source>
        <translation>Zwei Dateien mit Zahlen</translation>
    </message>
    <message>
        <source>beside cmp</source>
        <translation>neben cmp</translation>
    </message>
    <message>
        <source>cmp -s, equal files</source>
        <translation>cmp -s, gleiche Dateien</translation>
    </message>
    <message>
        <source>exact, equal files</source>
        <translation>exact, gleiche Dateien</translation>
    </message>
    <message>
        <source>tokens, equal files</source>
        <translation>tokens, gleiche Dateien</translation>
    </message>
    <message>
        <source>tokens, all blanks differ</source>
        <translation>tokens, jeder Leerraum anders</translation>
    </message>
    <message>
        <source>At most %1 KiB of memory for a comparison.</source>
        <translation>Höchstens %1 KiB Speicher für einen Vergleich.</translation>
    </message>
    <message>
        <source>Comparing %1</source>
        <translation>Vergleichen %1</translation>
    </message>
    <message>
        <source>Measure how long comparing large outputs takes, beside cmp</source>
        <translation>Messen, wie lange das Vergleichen großer Ausgaben dauert, neben cmp</translation>
    </message>
    <message>
        <source>  grind bench compare                         files of 200 MiB, 15 rounds
  grind bench compare --size 20 --rounds 5    sooner, and less exact
  grind bench compare --json | jq .tokens_space.ratio

Three files of that size are written to the temporary folder (TMPDIR) and removed in the
end. Measure on a machine that is idle.</source>
        <translation>  grind bench compare                         Dateien von 200 MiB, 15 Runden
  grind bench compare --size 20 --rounds 5    schneller und ungenauer
  grind bench compare --json | jq .tokens_space.ratio

Drei Dateien dieser Größe werden in den Ordner für temporäre Dateien (TMPDIR) geschrieben
und am Ende entfernt. Miss auf einem Rechner, der sonst nichts zu tun hat.</translation>
    </message>
    <message>
        <source>MiB of each file; 200 unless given</source>
        <translation>MiB je Datei; ohne Angabe 200</translation>
    </message>
    <message>
        <source>  grind compare tokens 1.ans mine.txt                               words and numbers, any blanks
  grind compare tokens 1.ans mine.txt --arg float_tolerance --arg 1e-6
  grind compare lines 1.ans mine.txt                                blanks at line ends are ignored
  ./solution &lt;1.in | grind compare exact 1.ans -                    byte for byte
  grind compare unordered-lines &lt;(seq 9) &lt;(seq 9 | shuf)            lines in any order
  grind compare ./check.cpp 1.ans mine.txt --input 1.in             a checker of your own

Comparators: %1.
A path is the source of a checker, a file or a folder: an ICPC output validator or a testlib
checker. It is compiled and runs in the sandbox.
The exit status is 0 for accepted, 1 for rejected, 2 for an unknown comparator or argument, and 3
when a file cannot be read, the answer is bad for this comparator or a checker gives no judgement.</source>
        <translation>  grind compare tokens 1.ans mine.txt                               Wörter und Zahlen, Leerraum beliebig
  grind compare tokens 1.ans mine.txt --arg float_tolerance --arg 1e-6
  grind compare lines 1.ans mine.txt                                Leerraum am Zeilenende zählt nicht
  ./solution &lt;1.in | grind compare exact 1.ans -                    Byte für Byte
  grind compare unordered-lines &lt;(seq 9) &lt;(seq 9 | shuf)            Zeilen in beliebiger Folge
  grind compare ./check.cpp 1.ans mine.txt --input 1.in             ein eigenes Prüfprogramm

Vergleicher: %1.
Ein Pfad führt zum Quelltext eines Prüfprogramms, einer Datei oder einem Ordner: ein ICPC-Validator
oder ein Checker mit testlib. Er wird übersetzt und läuft in der Sandbox.
Der Rückgabewert ist 0 für angenommen, 1 für abgelehnt, 2 für einen unbekannten Vergleicher oder ein
unbekanntes Argument und 3, wenn eine Datei nicht gelesen werden kann, die Antwort für diesen
Vergleicher nicht taugt oder ein Prüfprogramm kein Urteil fällt.</translation>
    </message>
    <message>
        <source>One of those below, or the path of a checker's source</source>
        <translation>Einer der unten genannten, oder der Pfad zum Quelltext eines Prüfprogramms</translation>
    </message>
    <message>
        <source>How a checker is called: icpc or testlib; told by its source unless given</source>
        <translation>Wie ein Prüfprogramm aufgerufen wird: icpc oder testlib; ohne Angabe sagt es sein Quelltext</translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) written to %1.</source>
        <translation>
            <numerusform>%n Einreichung nach %1 geschrieben.</numerusform>
            <numerusform>%n Einreichungen nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Write your submissions to a file or a folder</source>
        <translation>Die eigenen Einreichungen in eine Datei oder einen Ordner schreiben</translation>
    </message>
    <message>
        <source>  grind export -o history.json                     all that is kept, as JSON
  grind export --format csv -o history.csv         a table for a spreadsheet, without code
  grind export --format folder -o solutions        the sources, in a folder for each problem
  grind export echo-sum --verdict AC --format folder -o accepted

Nothing that is there already is replaced, and an export that fails leaves nothing.</source>
        <translation>  grind export -o history.json                     alles, was aufbewahrt ist, als JSON
  grind export --format csv -o history.csv         eine Tabelle ohne Code für ein Tabellenprogramm
  grind export --format folder -o solutions        die Quelltexte, ein Ordner für jede Aufgabe
  grind export echo-sum --verdict AC --format folder -o accepted

Was schon da ist, wird nicht ersetzt, und ein Export, der scheitert, hinterlässt nichts.</translation>
    </message>
    <message>
        <source>json, csv or folder; json unless given</source>
        <translation>json, csv oder folder (ein Ordner); json, wenn nichts angegeben ist</translation>
    </message>
    <message>
        <source>The new file or folder</source>
        <translation>Die neue Datei oder der neue Ordner</translation>
    </message>
    <message>
        <source>No submission matches.</source>
        <translation>Keine Einreichung passt.</translation>
    </message>
    <message>
        <source>The newest %1; --limit 0 lists all of them.</source>
        <translation>Die neuesten %1; --limit 0 zeigt alle.</translation>
    </message>
    <message>
        <source>Show all of one submission, its code too</source>
        <translation>Alles zu einer Einreichung zeigen, auch ihren Code</translation>
    </message>
    <message>
        <source>  grind history show 12
  grind history show 12 --code &gt; sum.cpp     the code as it was submitted
  grind history show 12 --json | jq .cases</source>
        <translation>  grind history show 12
  grind history show 12 --code &gt; sum.cpp     der Code, wie er eingereicht wurde
  grind history show 12 --json | jq .cases</translation>
    </message>
    <message>
        <source>Its number, as grind history lists it</source>
        <translation>Ihre Nummer, wie grind history sie nennt</translation>
    </message>
    <message>
        <source>Only the code, as it was submitted</source>
        <translation>Nur der Code, wie er eingereicht wurde</translation>
    </message>
    <message>
        <source>List your submissions, the newest first</source>
        <translation>Die eigenen Einreichungen auflisten, die neuesten zuerst</translation>
    </message>
    <message>
        <source>  grind history                                    the last 50
  grind history echo-sum --verdict WA              those of a problem
  grind history --since 2026-11-01 --limit 0       all since that day
  grind history show 12                            all of one, and its code</source>
        <translation>  grind history                                    die letzten 50
  grind history echo-sum --verdict WA              die zu einer Aufgabe
  grind history --since 2026-11-01 --limit 0       alle seit diesem Tag
  grind history show 12                            alles zu einer, auch ihr Code</translation>
    </message>
    <message>
        <source>How many at most; 50 unless given, 0 for all</source>
        <translation>Höchstens so viele; 50, wenn nichts angegeben ist, 0 für alle</translation>
    </message>
    <message>
        <source>PACK/NAME, or NAME; all problems unless given</source>
        <translation>PAKET/NAME oder NAME; alle Aufgaben, wenn nichts angegeben ist</translation>
    </message>
    <message>
        <source>Only those with this verdict: AC, WA, TLE …</source>
        <translation>Nur die mit diesem Urteil: AC, WA, TLE …</translation>
    </message>
    <message>
        <source>Only those in this language</source>
        <translation>Nur die in dieser Sprache</translation>
    </message>
    <message>
        <source>Only those from this day on: 2026-11-25, or 2026-11-25T10:30</source>
        <translation>Nur die ab diesem Tag: 2026-11-25 oder 2026-11-25T10:30</translation>
    </message>
    <message>
        <source>submitted</source>
        <translation>eingereicht</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>judged in</source>
        <translation>geprüft in</translation>
    </message>
    <message>
        <source>compiler</source>
        <translation>Compiler</translation>
    </message>
    <message>
        <source>command</source>
        <translation>Befehl</translation>
    </message>
    <message>
        <source>sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>version</source>
        <translation>Version</translation>
    </message>
    <message>
        <source>The code:</source>
        <translation>Der Code:</translation>
    </message>
    <message>
        <source>Judging a conversation %1</source>
        <translation>Ein Gespräch wird bewertet %1</translation>
    </message>
    <message>
        <source>An interactive C++ program</source>
        <translation>Ein interaktives C++-Programm</translation>
    </message>
    <message>
        <source>bare pipes</source>
        <translation>bloße Pipes</translation>
    </message>
    <message numerus="yes">
        <source>%n exchange(s)</source>
        <translation>
            <numerusform>%n Wortwechsel</numerusform>
            <numerusform>%n Wortwechsel</numerusform>
        </translation>
    </message>
    <message>
        <source>Exchanges of the interactive case; 100000 unless given</source>
        <translation>Wortwechsel des interaktiven Falls; ohne Angabe 100000</translation>
    </message>
    <message>
        <source>conversation (&lt; the judge's program, &gt; yours)</source>
        <translation>Gespräch (&lt; das Programm der Jury, &gt; deins)</translation>
    </message>
    <message>
        <source>passes (&lt; the input, &gt; your output)</source>
        <translation>Durchgänge (&lt; die Eingabe, &gt; deine Ausgabe)</translation>
    </message>
    <message>
        <source>    … cut; --full shows more</source>
        <translation>    … gekürzt; --full zeigt mehr</translation>
    </message>
    <message>
        <source>  The database is intact.</source>
        <translation>  Die Datenbank ist unversehrt.</translation>
    </message>
    <message>
        <source>  Its last copy is </source>
        <translation>  Ihre letzte Kopie ist </translation>
    </message>
    <message>
        <source>  Kept since a repair: </source>
        <translation>  Seit einer Reparatur aufbewahrt: </translation>
    </message>
    <message>
        <source>Serving on %1 until Ctrl-C.</source>
        <translation>Der Dienst hört auf %1, bis Strg-C kommt.</translation>
    </message>
    <message>
        <source>  grind serve &amp;
  curl --unix-socket "$XDG_RUNTIME_DIR/grindstone/serve.sock" http://grind/problems
  curl --unix-socket /tmp/judge.sock http://grind/openapi.json     all that it can do

The service listens on a Unix socket that only you can open, never on the network. Without
--socket it is $XDG_RUNTIME_DIR/grindstone/serve.sock, or serve.sock in the folder for state
where there is no such folder. What was handed in is judged, or waits in the queue, whatever
becomes of the service. Ctrl-C or SIGTERM ends it, with status 0.</source>
        <translation>  grind serve &amp;
  curl --unix-socket "$XDG_RUNTIME_DIR/grindstone/serve.sock" http://grind/problems
  curl --unix-socket /tmp/judge.sock http://grind/openapi.json     alles, was er kann

Der Dienst hört auf einem Unix-Socket, den nur du öffnen kannst, nie im Netz. Ohne --socket
ist das $XDG_RUNTIME_DIR/grindstone/serve.sock oder, wo es diesen Ordner nicht gibt,
serve.sock im Ordner für den Zustand. Was abgegeben ist, wird geprüft oder wartet in der
Schlange, was auch aus dem Dienst wird. Strg-C oder SIGTERM beendet ihn, mit Status 0.</translation>
    </message>
    <message>
        <source>Judge for programs, over HTTP on a Unix socket</source>
        <translation>Für Programme prüfen, über HTTP auf einem Unix-Socket</translation>
    </message>
    <message>
        <source>Listen at PATH, of at most 107 bytes</source>
        <translation>An PATH horchen, höchstens 107 Byte lang</translation>
    </message>
    <message numerus="yes">
        <source>held: begun %n time(s), each time the program was killed</source>
        <translation>
            <numerusform>zurückgehalten: %n Mal begonnen, und das Programm wurde gewaltsam beendet</numerusform>
            <numerusform>zurückgehalten: %n Mal begonnen, jedes Mal wurde das Programm gewaltsam beendet</numerusform>
        </translation>
    </message>
    <message>
        <source>next</source>
        <translation>als Nächstes</translation>
    </message>
    <message numerus="yes">
        <source>waits, %n before it</source>
        <translation>
            <numerusform>wartet, %n davor</numerusform>
            <numerusform>wartet, %n davor</numerusform>
        </translation>
    </message>
    <message>
        <source>is judged</source>
        <translation>wird beurteilt</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>Nothing was judged yet.</source>
        <translation>Es wurde noch nichts beurteilt.</translation>
    </message>
    <message>
        <source>Nothing waits to be judged.</source>
        <translation>Nichts wartet darauf, beurteilt zu werden.</translation>
    </message>
    <message>
        <source>Nothing was left waiting.</source>
        <translation>Es ist nichts liegen geblieben.</translation>
    </message>
    <message>
        <source>Take jobs out of the queue, or stop them</source>
        <translation>Aufträge aus der Warteschlange nehmen oder anhalten</translation>
    </message>
    <message>
        <source>  grind jobs cancel 12
  grind jobs cancel 12 13 14

Also those of another terminal or of the window. What was cancelled is in no
history.</source>
        <translation>  grind jobs cancel 12
  grind jobs cancel 12 13 14

Auch die eines anderen Terminals oder des Fensters. Was abgebrochen wurde, steht in keinem
Verlauf.</translation>
    </message>
    <message>
        <source>Its number, as grind jobs shows it</source>
        <translation>Die Nummer, wie grind jobs sie zeigt</translation>
    </message>
    <message>
        <source>Judge what programs that were killed have left</source>
        <translation>Beurteilen, was gewaltsam beendete Programme liegen ließen</translation>
    </message>
    <message>
        <source>  grind jobs resume

Also what is held because it was begun three times by a program that was then killed.</source>
        <translation>  grind jobs resume

Auch, was zurückgehalten wird, weil es dreimal von einem Programm begonnen wurde, das dann
gewaltsam beendet wurde.</translation>
    </message>
    <message>
        <source>List what waits to be judged, or is judged now</source>
        <translation>Zeigen, was auf ein Urteil wartet oder gerade beurteilt wird</translation>
    </message>
    <message>
        <source>  grind jobs                   what is unfinished, whoever handed it in
  grind jobs --all             with what is finished, the newest 200
  grind jobs cancel 12         take one out
  grind jobs resume            judge what a killed program has left
  grind jobs --json | jq '.jobs[] | select(.held).id'

One job is judged at a time, so that none disturbs another's times; runs come before
submissions. What was accepted is kept until it is judged, also when a program is killed.</source>
        <translation>  grind jobs                   was nicht fertig ist, von wem auch immer
  grind jobs --all             mit dem, was fertig ist, die neuesten 200
  grind jobs cancel 12         einen herausnehmen
  grind jobs resume            beurteilen, was ein gewaltsam beendetes Programm liegen ließ
  grind jobs --json | jq '.jobs[] | select(.held).id'

Es wird immer nur ein Auftrag beurteilt, damit keiner die Zeiten eines anderen stört; Läufe
kommen vor Einreichungen. Was angenommen ist, bleibt, bis es beurteilt ist, auch wenn ein
Programm gewaltsam beendet wird.</translation>
    </message>
    <message>
        <source>Also show what is finished</source>
        <translation>Auch zeigen, was fertig ist</translation>
    </message>
    <message>
        <source>Waiting for others %1</source>
        <translation>Warten auf andere %1</translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) of earlier calls that were broken off still wait and are judged now; Ctrl-C leaves them.</source>
        <translation>
            <numerusform>%n Auftrag eines früheren, abgebrochenen Aufrufs wartet noch und wird jetzt beurteilt; Strg-C lässt ihn liegen.</numerusform>
            <numerusform>%n Aufträge früherer, abgebrochener Aufrufe warten noch und werden jetzt beurteilt; Strg-C lässt sie liegen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Judging %1, waiting for memory</source>
        <translation>Bewerte %1, warte auf Speicher</translation>
    </message>
    <message>
        <source>Making test cases %1</source>
        <translation>Erzeuge Testfälle %1</translation>
    </message>
    <message>
        <source>any</source>
        <translation>jedes</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>WRONG</source>
        <translation>FALSCH</translation>
    </message>
    <message>
        <source>ok</source>
        <translation>ok</translation>
    </message>
    <message>
        <source>submission</source>
        <translation>Einreichung</translation>
    </message>
    <message>
        <source>language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>wanted</source>
        <translation>gewollt</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>  as before</source>
        <translation>  wie zuvor</translation>
    </message>
    <message>
        <source>data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>%1 of %2, </source>
        <translation>%1 von %2, </translation>
    </message>
    <message>
        <source>  grind verify ~/packages/hello              one package
  grind verify problemsets                   every package below a folder
  grind verify hello --only 'accepted/*'     some submissions, without the checks of data
  grind verify hello --json | jq '.packages[].problems'

Every submission is judged and has to get what its folder, a comment in it or
submissions.yaml says. What came out as it should is remembered, and is judged again
only when something that it depends on has changed.

Exit status: 0 when all is as it should be, 1 when something isn't, 3 when that
could not be found out.</source>
        <translation>  grind verify ~/pakete/hallo                ein Paket
  grind verify problemsets                   alle Pakete unterhalb eines Ordners
  grind verify hallo --only 'accepted/*'     einige Einreichungen, ohne die Prüfung der Daten
  grind verify hallo --json | jq '.packages[].problems'

Jede Einreichung wird bewertet und muss erreichen, was ihr Ordner, ein Kommentar in ihr
oder submissions.yaml sagt. Was ausfiel, wie es soll, wird behalten und nur dann neu
bewertet, wenn sich etwas geändert hat, von dem es abhängt.

Exit-Status: 0, wenn alles ist, wie es sein soll, 1, wenn etwas nicht so ist, 3, wenn
sich das nicht feststellen ließ.</translation>
    </message>
    <message>
        <source>Check problem packages and judge their submissions</source>
        <translation>Aufgabenpakete prüfen und ihre Einreichungen bewerten</translation>
    </message>
    <message>
        <source>Package folders, folders of packages, or archives</source>
        <translation>Ordner von Paketen, Ordner mit Paketen darin oder Archive</translation>
    </message>
    <message>
        <source>Test cases that are run at the same time; otherwise one for each core</source>
        <translation>Testfälle, die gleichzeitig laufen; sonst einer für jeden Kern</translation>
    </message>
    <message>
        <source>Only submissions whose path matches, e.g. '*.py'</source>
        <translation>Nur Einreichungen, auf deren Pfad das Muster passt, z. B. '*.py'</translation>
    </message>
    <message>
        <source>Judge what has not changed as well</source>
        <translation>Auch bewerten, was sich nicht geändert hat</translation>
    </message>
    <message>
        <source>time limit %1, as the package has it</source>
        <translation>Zeitgrenze %1, wie das Paket sie angibt</translation>
    </message>
    <message>
        <source>time limit %1, inferred: at least %2 × %3 of %4</source>
        <translation>Zeitgrenze %1, erschlossen: mindestens %2 × %3 von %4</translation>
    </message>
    <message>
        <source>time limit %1, inferred when it was imported</source>
        <translation>Zeitgrenze %1, beim Import erschlossen</translation>
    </message>
    <message>
        <source>time limit %1, for lack of anything to infer it from</source>
        <translation>Zeitgrenze %1, mangels Einreichungen, aus denen sie zu erschließen wäre</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Warnung</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n package(s) as it should be</source>
        <translation>
            <numerusform>%1 von %n Paket, wie es sein soll</numerusform>
            <numerusform>%1 von %n Paketen, wie sie sein sollen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) as expected</source>
        <translation>
            <numerusform>%n Einreichung wie erwartet</numerusform>
            <numerusform>%n Einreichungen wie erwartet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not</source>
        <translation>
            <numerusform>%n nicht</numerusform>
            <numerusform>%n nicht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n skipped</source>
        <translation>
            <numerusform>%n ausgelassen</numerusform>
            <numerusform>%n ausgelassen</numerusform>
        </translation>
    </message>
    <message>
        <source>Judge programs on a package folder or archive, with no import</source>
        <translation>Programme an einem Paketordner oder -archiv bewerten, ohne Import</translation>
    </message>
    <message>
        <source>Folder with a problem.yaml, or its archive</source>
        <translation>Ordner mit einer problem.yaml, oder dessen Archiv</translation>
    </message>
    <message numerus="yes">
        <source>%1 written: %2 with %n problem(s), %3.</source>
        <translation>
            <numerusform>%1 geschrieben: %2 mit %n Aufgabe, %3.</numerusform>
            <numerusform>%1 geschrieben: %2 mit %n Aufgaben, %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Writing %1</source>
        <translation>Schreiben %1</translation>
    </message>
    <message>
        <source>The new file</source>
        <translation>Die neue Datei</translation>
    </message>
    <message>
        <source>Also replace a file that is there</source>
        <translation>Auch eine Datei ersetzen, die schon da ist</translation>
    </message>
    <message>
        <source>Make an archive of a pack that you have written</source>
        <translation>Aus einer selbst geschriebenen Aufgabensammlung ein Archiv machen</translation>
    </message>
    <message>
        <source>  grind pack build my-course -o my-course.grindpack

Every package has to be one that can be judged. Hidden files and what compilers leave are not
taken along. The same content makes the same file, byte for byte.</source>
        <translation>  grind pack build my-course -o my-course.grindpack

Jedes Paket muss sich bewerten lassen. Versteckte Dateien und was Compiler hinterlassen, kommt
nicht mit. Derselbe Inhalt ergibt dieselbe Datei, Byte für Byte.</translation>
    </message>
    <message>
        <source>Folder of a pack, or of one problem package</source>
        <translation>Ordner einer Aufgabensammlung oder eines einzelnen Pakets</translation>
    </message>
    <message>
        <source>Make an archive of an installed pack</source>
        <translation>Aus einer installierten Aufgabensammlung ein Archiv machen</translation>
    </message>
    <message>
        <source>  grind pack export contest -o contest.grindpack
  grind pack export contest -o contest.tar.xz     the name tells the form</source>
        <translation>  grind pack export contest -o contest.grindpack
  grind pack export contest -o contest.tar.xz     der Name nennt die Form</translation>
    </message>
    <message>
        <source>Id of a pack</source>
        <translation>Kennung einer Aufgabensammlung</translation>
    </message>
    <message>
        <source>Import packs of problems, and make your own</source>
        <translation>Aufgabensammlungen importieren und eigene machen</translation>
    </message>
    <message>
        <source>  grind pack import contest.zip                what others have made
  grind pack list                              what is installed
  grind pack build my-course -o my-course.grindpack

A pack is a folder of problem packages, with a pack.yaml that names it, or an archive of
one. Submissions belong to PACK/NAME and stay when a pack is replaced or removed.</source>
        <translation>  grind pack import contest.zip                was andere gemacht haben
  grind pack list                              was installiert ist
  grind pack build my-course -o my-course.grindpack

Eine Aufgabensammlung ist ein Ordner mit Paketen, dem eine pack.yaml den Namen gibt, oder ein
Archiv davon. Abgaben gehören zu PACK/NAME und bleiben, wenn eine Sammlung ersetzt oder entfernt wird.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>Lesen %1</translation>
    </message>
    <message>
        <source>Checking packages %1</source>
        <translation>Pakete prüfen %1</translation>
    </message>
    <message>
        <source>Making what is missing %1</source>
        <translation>Fehlendes erzeugen %1</translation>
    </message>
    <message numerus="yes">
        <source>Imported %1, with %n problem(s).</source>
        <translation>
            <numerusform>%1 importiert, mit %n Aufgabe.</numerusform>
            <numerusform>%1 importiert, mit %n Aufgaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is installed already, the same in all.</source>
        <translation>%1 ist schon installiert, in allem gleich.</translation>
    </message>
    <message numerus="yes">
        <source>Replaced %1, with %n problem(s) now.</source>
        <translation>
            <numerusform>%1 ersetzt, jetzt mit %n Aufgabe.</numerusform>
            <numerusform>%1 ersetzt, jetzt mit %n Aufgaben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Replaced version %2 of %1, with %n problem(s) now.</source>
        <translation>
            <numerusform>Fassung %2 von %1 ersetzt, jetzt mit %n Aufgabe.</numerusform>
            <numerusform>Fassung %2 von %1 ersetzt, jetzt mit %n Aufgaben.</numerusform>
        </translation>
    </message>
    <message>
        <source>added: %1</source>
        <translation>neu: %1</translation>
    </message>
    <message>
        <source>changed: %1</source>
        <translation>geändert: %1</translation>
    </message>
    <message>
        <source>removed: %1</source>
        <translation>entfernt: %1</translation>
    </message>
    <message>
        <source>%1 was left out. %2</source>
        <translation>%1 wurde ausgelassen. %2</translation>
    </message>
    <message>
        <source>Put packs into the library</source>
        <translation>Aufgabensammlungen in die Bibliothek aufnehmen</translation>
    </message>
    <message>
        <source>Folders or archives</source>
        <translation>Ordner oder Archive</translation>
    </message>
    <message>
        <source>The id that the pack gets, instead of its own</source>
        <translation>Die Kennung, die die Sammlung statt ihrer eigenen bekommt</translation>
    </message>
    <message>
        <source>Refuse a pack of which any package cannot be judged</source>
        <translation>Eine Sammlung ablehnen, von der sich ein Paket nicht bewerten lässt</translation>
    </message>
    <message>
        <source>Also replace a newer version</source>
        <translation>Auch eine neuere Fassung ersetzen</translation>
    </message>
    <message>
        <source>comes with the program</source>
        <translation>gehört zum Programm</translation>
    </message>
    <message>
        <source>from %1, %2</source>
        <translation>aus %1, %2</translation>
    </message>
    <message>
        <source>version %1</source>
        <translation>Fassung %1</translation>
    </message>
    <message numerus="yes">
        <source>%n problem(s)</source>
        <translation>
            <numerusform>%n Aufgabe</numerusform>
            <numerusform>%n Aufgaben</numerusform>
        </translation>
    </message>
    <message>
        <source>No packs are installed.</source>
        <translation>Es sind keine Aufgabensammlungen installiert.</translation>
    </message>
    <message>
        <source>List the installed packs</source>
        <translation>Die installierten Aufgabensammlungen aufzählen</translation>
    </message>
    <message>
        <source>  grind pack list
  grind pack list --json | jq -r '.packs[] | select(.own).id'</source>
        <translation>  grind pack list
  grind pack list --json | jq -r '.packs[] | select(.own).id'</translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 with its %n problem(s)? Submissions are kept. [y/N] </source>
        <translation>
            <numerusform>%1 mit %n Aufgabe entfernen? Abgaben bleiben. [j/N] </numerusform>
            <numerusform>%1 mit %n Aufgaben entfernen? Abgaben bleiben. [j/N] </numerusform>
        </translation>
    </message>
    <message>
        <source>y</source>
        <translation>j</translation>
    </message>
    <message>
        <source>Removed %1. What you have submitted to it is kept.</source>
        <translation>%1 entfernt. Was dazu abgegeben wurde, bleibt.</translation>
    </message>
    <message>
        <source>Take a pack out of the library</source>
        <translation>Eine Aufgabensammlung aus der Bibliothek nehmen</translation>
    </message>
    <message>
        <source>  grind pack remove contest
  grind pack remove contest --yes      without being asked

Submissions are kept, and belong to the problems again when the pack comes back.</source>
        <translation>  grind pack remove contest
  grind pack remove contest --yes      ohne Rückfrage

Abgaben bleiben und gehören wieder zu den Aufgaben, wenn die Sammlung wiederkommt.</translation>
    </message>
    <message>
        <source>Don't ask</source>
        <translation>Nicht fragen</translation>
    </message>
    <message>
        <source>by the package</source>
        <translation>vom Paket</translation>
    </message>
    <message>
        <source>inferred from its submissions</source>
        <translation>aus seinen Abgaben geschlossen</translation>
    </message>
    <message>
        <source>assumed, the package gives none</source>
        <translation>angenommen, das Paket nennt keine</translation>
    </message>
    <message numerus="yes">
        <source>    time %1 (%2) · memory %3 · %n case(s)</source>
        <translation>
            <numerusform>    Zeit %1 (%2) · Speicher %3 · %n Fall</numerusform>
            <numerusform>    Zeit %1 (%2) · Speicher %3 · %n Fälle</numerusform>
        </translation>
    </message>
    <message>
        <source>left out by the import. %1</source>
        <translation>beim Import ausgelassen. %1</translation>
    </message>
    <message>
        <source>Show what is in a pack</source>
        <translation>Zeigen, was in einer Aufgabensammlung ist</translation>
    </message>
    <message>
        <source>  grind pack show starter
  grind pack show contest.zip          before importing it

Tells each problem's limits and how they came about, and what is odd about it.</source>
        <translation>  grind pack show starter
  grind pack show contest.zip          vor dem Import

Nennt die Grenzen jeder Aufgabe, wie sie zustande kamen und was an ihr seltsam ist.</translation>
    </message>
    <message>
        <source>Id of a pack, a folder or an archive</source>
        <translation>Kennung einer Sammlung, ein Ordner oder ein Archiv</translation>
    </message>
    <message>
        <source>  grind pack import contest.grindpack                   or .zip, .tar, .tar.gz, .tar.xz, .tar.bz2, .tar.zst
  grind pack import ~/problems/hello                    one problem package, a pack of its own
  grind pack import course-2.0.zip                      a newer version replaces the older one
  grind pack import contest.zip --id my-contest         under another id

A pack is imported whole or not at all, also when the power fails. A package that cannot be
judged is left out and told with its reason. In the sandbox, generators make the cases that a package
leaves to them, and accepted submissions tell the time limit where it names none.
With --no-run nothing of the pack is run.</source>
        <translation>  grind pack import contest.grindpack                   oder .zip, .tar, .tar.gz, .tar.xz, .tar.bz2, .tar.zst
  grind pack import ~/problems/hello                    ein einzelnes Paket, als eigene Sammlung
  grind pack import course-2.0.zip                      eine neuere Fassung ersetzt die ältere
  grind pack import contest.zip --id my-contest         unter einer anderen Kennung

Eine Aufgabensammlung wird ganz importiert oder gar nicht, auch wenn der Strom ausfällt. Ein Paket,
das sich nicht bewerten lässt, wird ausgelassen und mit seinem Grund genannt. In der Sandbox
erzeugen Generatoren die Fälle, die ein Paket ihnen überlässt, und richtige Abgaben ergeben die Zeitgrenze,
wo keine genannt ist. Mit --no-run läuft nichts aus der Sammlung.</translation>
    </message>
    <message>
        <source>Run nothing of the pack: make no cases, infer no time limits</source>
        <translation>Nichts aus der Sammlung ausführen: keine Fälle erzeugen, keine Zeitgrenzen schließen</translation>
    </message>
    <message>
        <source>Statement in %1 of %2; --statement chooses</source>
        <translation>Aufgabentext in %1 von %2; --statement wählt</translation>
    </message>
</context>
<context>
    <name>Difficulty</name>
    <message>
        <source>Easy</source>
        <translation>Leicht</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Hard</source>
        <translation>Schwer</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Time limit %1 · Memory limit %2</source>
        <translation>Zeitlimit %1 · Speicherlimit %2</translation>
    </message>
</context>
<context>
    <name>ProblemStatus</name>
    <message>
        <source>Solved</source>
        <translation>Gelöst</translation>
    </message>
    <message>
        <source>Tried</source>
        <translation>Versucht</translation>
    </message>
    <message>
        <source>New</source>
        <translation>Neu</translation>
    </message>
</context>
<context>
    <name>ReportSummary</name>
    <message>
        <source>Not counted as an attempt</source>
        <translation>Zählt nicht als Versuch</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>No expected output to compare with</source>
        <translation>Keine erwartete Ausgabe zum Vergleichen</translation>
    </message>
</context>
<context>
    <name>grindstone</name>
    <message>
        <source>The answer file cannot be compared with: %1</source>
        <translation>Mit der Antwortdatei lässt sich nicht vergleichen: %1</translation>
    </message>
    <message>
        <source>The package is at fault, not the program. Tell the package's author.</source>
        <translation>Der Fehler liegt am Paket, nicht am Programm. Am besten die Autoren des Pakets benachrichtigen.</translation>
    </message>
    <message>
        <source>No such comparator: %1</source>
        <translation>Diesen Vergleich gibt es nicht: %1</translation>
    </message>
    <message>
        <source>Correct the name in the package, or upgrade Grindstone.</source>
        <translation>Den Namen im Paket berichtigen oder Grindstone aktualisieren.</translation>
    </message>
    <message>
        <source>The file cannot be read: %1</source>
        <translation>Die Datei ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>Prüfen, ob sie existiert und lesbar ist.</translation>
    </message>
    <message>
        <source>Grindstone cannot write to its folder: %1</source>
        <translation>Grindstone kann nicht in seinen Ordner schreiben: %1</translation>
    </message>
    <message>
        <source>Check that the folder is yours and that the disk isn't full, or set GRINDSTONE_HOME to another folder.</source>
        <translation>Prüfen, ob der Ordner der eigene ist und die Platte nicht voll, oder GRINDSTONE_HOME auf einen anderen Ordner setzen.</translation>
    </message>
    <message>
        <source>The judge failed: %1</source>
        <translation>Die Bewertung schlug fehl: %1</translation>
    </message>
    <message>
        <source>This is a fault in Grindstone; please report it.</source>
        <translation>Das ist ein Fehler in Grindstone; bitte melden.</translation>
    </message>
    <message>
        <source>A language's description has an error: %1</source>
        <translation>Die Beschreibung einer Sprache hat einen Fehler: %1</translation>
    </message>
    <message>
        <source>Correct the file, or remove it to get the language as shipped.</source>
        <translation>Die Datei berichtigen, oder sie löschen; dann gilt die mitgelieferte.</translation>
    </message>
    <message>
        <source>The problem doesn't allow this language: %1</source>
        <translation>Die Aufgabe erlaubt diese Sprache nicht: %1</translation>
    </message>
    <message>
        <source>Choose one of the languages that the problem allows.</source>
        <translation>Eine der Sprachen wählen, die die Aufgabe erlaubt.</translation>
    </message>
    <message>
        <source>The language's compiler or interpreter isn't installed: %1</source>
        <translation>Der Compiler oder Interpreter der Sprache ist nicht installiert: %1</translation>
    </message>
    <message>
        <source>Install the package that brings it, for example with “sudo apt install …”, and try again.</source>
        <translation>Das Paket installieren, das ihn enthält, zum Beispiel mit „sudo apt install …“, und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No such language: %1</source>
        <translation>Diese Sprache gibt es nicht: %1</translation>
    </message>
    <message>
        <source>“grind languages” lists the languages that there are.</source>
        <translation>„grind languages“ listet die vorhandenen Sprachen auf.</translation>
    </message>
    <message>
        <source>Two packs have the same id: %1</source>
        <translation>Zwei Aufgabensammlungen haben dieselbe Kennung: %1</translation>
    </message>
    <message>
        <source>Remove one of them, or give it another id in its pack.yaml.</source>
        <translation>Eine davon entfernen oder ihr in ihrer pack.yaml eine andere Kennung geben.</translation>
    </message>
    <message>
        <source>The pack has an error: %1</source>
        <translation>Die Aufgabensammlung hat einen Fehler: %1</translation>
    </message>
    <message>
        <source>Correct the place that is named; the rest of the library works.</source>
        <translation>Die genannte Stelle berichtigen; der Rest der Bibliothek geht.</translation>
    </message>
    <message>
        <source>The folder of packs cannot be read: %1</source>
        <translation>Der Ordner der Aufgabensammlungen ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Check that you may read it.</source>
        <translation>Prüfen, ob er gelesen werden darf.</translation>
    </message>
    <message>
        <source>The problem package has an error: %1</source>
        <translation>Das Aufgabenpaket hat einen Fehler: %1</translation>
    </message>
    <message>
        <source>Correct the place that is named, or get the package again.</source>
        <translation>Die genannte Stelle berichtigen oder das Paket neu beschaffen.</translation>
    </message>
    <message>
        <source>The problem package cannot be read: %1</source>
        <translation>Das Aufgabenpaket ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Check that the folder exists, that it holds a problem.yaml and that you may read it.</source>
        <translation>Prüfen, ob der Ordner existiert, eine problem.yaml enthält und gelesen werden darf.</translation>
    </message>
    <message>
        <source>The problem package needs what this version cannot do: %1</source>
        <translation>Das Aufgabenpaket braucht etwas, das diese Version nicht kann: %1</translation>
    </message>
    <message>
        <source>Upgrade Grindstone, or choose another problem.</source>
        <translation>Grindstone aktualisieren oder eine andere Aufgabe wählen.</translation>
    </message>
    <message>
        <source>Several problems have this name: %1</source>
        <translation>Mehrere Aufgaben haben diesen Namen: %1</translation>
    </message>
    <message>
        <source>Put the pack before it: PACK/PROBLEM.</source>
        <translation>Die Aufgabensammlung davorsetzen: PACK/PROBLEM.</translation>
    </message>
    <message>
        <source>No such problem: %1</source>
        <translation>Diese Aufgabe gibt es nicht: %1</translation>
    </message>
    <message>
        <source>“grind problems” lists the problems that there are.</source>
        <translation>„grind problems“ listet die vorhandenen Aufgaben auf.</translation>
    </message>
    <message>
        <source>The sandbox's helper program failed: %1</source>
        <translation>Das Hilfsprogramm der Sandbox schlug fehl: %1</translation>
    </message>
    <message>
        <source>“grind doctor” tells what the sandbox needs here.</source>
        <translation>„grind doctor“ sagt, was die Sandbox hier braucht.</translation>
    </message>
    <message>
        <source>The sandbox's helper program is missing: %1</source>
        <translation>Das Hilfsprogramm der Sandbox fehlt: %1</translation>
    </message>
    <message>
        <source>Install Grindstone again, or build it again.</source>
        <translation>Grindstone neu installieren oder neu bauen.</translation>
    </message>
    <message>
        <source>There is no memory left for the test data: %1</source>
        <translation>Für die Testdaten ist kein Speicher mehr frei: %1</translation>
    </message>
    <message>
        <source>Close other programs and try again.</source>
        <translation>Andere Programme schließen und es noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The source is empty: %1</source>
        <translation>Der Quelltext ist leer: %1</translation>
    </message>
    <message>
        <source>Write a program first.</source>
        <translation>Zuerst ein Programm schreiben.</translation>
    </message>
    <message>
        <source>The source isn't UTF-8 text: %1</source>
        <translation>Der Quelltext ist kein UTF-8-Text: %1</translation>
    </message>
    <message>
        <source>Save it as UTF-8 in your editor.</source>
        <translation>Ihn im Editor als UTF-8 speichern.</translation>
    </message>
    <message>
        <source>The source is larger than the problem allows: %1</source>
        <translation>Der Quelltext ist größer, als die Aufgabe erlaubt: %1</translation>
    </message>
    <message>
        <source>Shorten it; long tables can often be computed.</source>
        <translation>Ihn kürzen; lange Tabellen lassen sich oft berechnen.</translation>
    </message>
    <message>
        <source>The source cannot be read: %1</source>
        <translation>Der Quelltext ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The database is damaged: %1</source>
        <translation>Die Datenbank ist beschädigt: %1</translation>
    </message>
    <message>
        <source>The database cannot be used: %1</source>
        <translation>Die Datenbank ist nicht benutzbar: %1</translation>
    </message>
    <message>
        <source>Try again; if it stays so, close other windows of Grindstone.</source>
        <translation>Noch einmal versuchen; wenn es so bleibt, andere Fenster von Grindstone schließen.</translation>
    </message>
    <message>
        <source>There is no room left to save: %1</source>
        <translation>Zum Speichern ist kein Platz mehr: %1</translation>
    </message>
    <message>
        <source>Free some space on the disk and try again; what was saved before is still there.</source>
        <translation>Auf der Platte Platz schaffen und es noch einmal versuchen; was vorher gespeichert war, ist noch da.</translation>
    </message>
    <message>
        <source>The database was made by a newer version: %1</source>
        <translation>Die Datenbank stammt von einer neueren Version: %1</translation>
    </message>
    <message>
        <source>Upgrade Grindstone; this version leaves the file as it is.</source>
        <translation>Grindstone aktualisieren; diese Version lässt die Datei, wie sie ist.</translation>
    </message>
    <message>
        <source>The database cannot be written: %1</source>
        <translation>In die Datenbank lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Check that the file and its folder are yours and that the disk isn't read-only.</source>
        <translation>Prüfen, ob die Datei und ihr Ordner die eigenen sind und die Platte nicht schreibgeschützt ist.</translation>
    </message>
    <message>
        <source>The sandbox failed: %1</source>
        <translation>Die Sandbox schlug fehl: %1</translation>
    </message>
    <message>
        <source>line %1, token %2</source>
        <translation>Zeile %1, Wort %2</translation>
    </message>
    <message>
        <source>%1 (line %2 of the answer)</source>
        <translation>%1 (Zeile %2 der Antwort)</translation>
    </message>
    <message>
        <source>the output ended early: expected %1 (line %2 of the answer)</source>
        <translation>die Ausgabe endete zu früh: erwartet war %1 (Zeile %2 der Antwort)</translation>
    </message>
    <message>
        <source>%1: expected %2, got %3</source>
        <translation>%1: erwartet war %2, ausgegeben wurde %3</translation>
    </message>
    <message>
        <source>, off by %1</source>
        <translation>, Abweichung %1</translation>
    </message>
    <message>
        <source> where %1 is allowed</source>
        <translation> bei erlaubten %1</translation>
    </message>
    <message>
        <source>line %1, column %2</source>
        <translation>Zeile %1, Spalte %2</translation>
    </message>
    <message>
        <source>%1: the white space differs: expected %2, got %3</source>
        <translation>%1: der Leerraum ist anders: erwartet war %2, ausgegeben wurde %3</translation>
    </message>
    <message>
        <source>line %1, token %2: the answer ends before this, got %3</source>
        <translation>Zeile %1, Wort %2: die Antwort endet vorher, ausgegeben wurde %3</translation>
    </message>
    <message>
        <source>%1: expected the number %2, got %3</source>
        <translation>%1: erwartet war die Zahl %2, ausgegeben wurde %3</translation>
    </message>
    <message>
        <source>segmentation fault (SIGSEGV): an access outside the program's memory; often an index out of range</source>
        <translation>Speicherzugriffsfehler (SIGSEGV): ein Zugriff außerhalb des eigenen Speichers; oft ein Index außerhalb seiner Grenzen</translation>
    </message>
    <message>
        <source>arithmetic error (SIGFPE): often a division by zero</source>
        <translation>Rechenfehler (SIGFPE): oft eine Division durch null</translation>
    </message>
    <message>
        <source>aborted (SIGABRT): often a failed assertion or an uncaught exception</source>
        <translation>abgebrochen (SIGABRT): oft eine verletzte Zusicherung oder eine nicht gefangene Ausnahme</translation>
    </message>
    <message>
        <source>illegal instruction (SIGILL): often a function that ends without returning its value</source>
        <translation>ungültiger Befehl (SIGILL): oft eine Funktion, die ohne Rückgabewert endet</translation>
    </message>
    <message>
        <source>bus error (SIGBUS): an access to memory that isn't there</source>
        <translation>Busfehler (SIGBUS): ein Zugriff auf Speicher, den es nicht gibt</translation>
    </message>
    <message>
        <source>killed (SIGKILL): ended by force, but by no limit of the judge</source>
        <translation>getötet (SIGKILL): gewaltsam beendet, aber durch keine Grenze der Bewertung</translation>
    </message>
    <message>
        <source>forbidden system call (SIGSYS): the judge doesn't allow it</source>
        <translation>verbotener Systemaufruf (SIGSYS): die Bewertung erlaubt ihn nicht</translation>
    </message>
    <message>
        <source>broken pipe (SIGPIPE): wrote to something that nobody reads</source>
        <translation>unterbrochene Pipe (SIGPIPE): schrieb, was niemand liest</translation>
    </message>
    <message>
        <source>file too large (SIGXFSZ): wrote a larger file than the judge allows</source>
        <translation>Datei zu groß (SIGXFSZ): schrieb eine größere Datei, als die Bewertung erlaubt</translation>
    </message>
    <message>
        <source>trap (SIGTRAP): often a check that the compiler put in</source>
        <translation>Falle (SIGTRAP): oft eine Prüfung, die der Compiler eingebaut hat</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Wrong answer</source>
        <translation>Falsche Antwort</translation>
    </message>
    <message>
        <source>Time limit exceeded</source>
        <translation>Zeitlimit überschritten</translation>
    </message>
    <message>
        <source>Memory limit exceeded</source>
        <translation>Speicherlimit überschritten</translation>
    </message>
    <message>
        <source>Output limit exceeded</source>
        <translation>Ausgabelimit überschritten</translation>
    </message>
    <message>
        <source>Runtime error</source>
        <translation>Laufzeitfehler</translation>
    </message>
    <message>
        <source>Compile error</source>
        <translation>Übersetzungsfehler</translation>
    </message>
    <message>
        <source>Judge error</source>
        <translation>Bewertungsfehler</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>full</source>
        <translation>voll</translation>
    </message>
    <message>
        <source>full (cgroup v1)</source>
        <translation>voll (Cgroup v1)</translation>
    </message>
    <message>
        <source>no cgroup</source>
        <translation>ohne Cgroup</translation>
    </message>
    <message>
        <source>no namespaces</source>
        <translation>ohne Namensräume</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>used %1 of CPU time; the limit is %2</source>
        <translation>brauchte %1 CPU-Zeit; erlaubt sind %2</translation>
    </message>
    <message>
        <source>stopped after %1 of CPU time; the limit is %2</source>
        <translation>nach %1 CPU-Zeit abgebrochen; erlaubt sind %2</translation>
    </message>
    <message>
        <source>slept or waited until the wall limit of %2; it used %1 of CPU time</source>
        <translation>schlief oder wartete bis zur Grenze von %2 Wanduhrzeit; es brauchte %1 CPU-Zeit</translation>
    </message>
    <message>
        <source>was still running at the wall limit of %2; it used %1 of CPU time</source>
        <translation>lief bei der Grenze von %2 Wanduhrzeit noch; es brauchte %1 CPU-Zeit</translation>
    </message>
    <message>
        <source>exit code %1</source>
        <translation>Exit-Code %1</translation>
    </message>
    <message>
        <source>the judge failed</source>
        <translation>die Bewertung schlug fehl</translation>
    </message>
    <message>
        <source>needed more memory than the limit of %1</source>
        <translation>brauchte mehr Speicher als die erlaubten %1</translation>
    </message>
    <message>
        <source>wrote more than the output limit of %1</source>
        <translation>schrieb mehr als die erlaubten %1</translation>
    </message>
    <message>
        <source>did not compile</source>
        <translation>ließ sich nicht übersetzen</translation>
    </message>
    <message>
        <source>not run, because an earlier case failed</source>
        <translation>nicht ausgeführt, weil ein früherer Testfall scheiterte</translation>
    </message>
    <message>
        <source>; it called %1, which the judge forbids</source>
        <translation>; es rief %1 auf, was die Bewertung verbietet</translation>
    </message>
    <message>
        <source>the compiler ran out of time after %1</source>
        <translation>die Zeit des Compilers war nach %1 abgelaufen</translation>
    </message>
    <message>
        <source>the compiler needed more memory than it may have</source>
        <translation>der Compiler brauchte mehr Speicher, als er haben darf</translation>
    </message>
    <message>
        <source>the compiler wrote more than it may</source>
        <translation>der Compiler schrieb mehr, als er darf</translation>
    </message>
    <message>
        <source>line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 passed</source>
        <translation>%1 von %2 bestanden</translation>
    </message>
    <message>
        <source>Only the first 64 KiB are shown.</source>
        <translation>Nur die ersten 64 KiB werden gezeigt.</translation>
    </message>
    <message>
        <source>Sample input %1</source>
        <translation>Beispieleingabe %1</translation>
    </message>
    <message>
        <source>Sample output %1</source>
        <translation>Beispielausgabe %1</translation>
    </message>
    <message>
        <source>%1 of %2 samples are shown.</source>
        <translation>%1 von %2 Beispielen werden gezeigt.</translation>
    </message>
    <message>
        <source>This problem has no statement.</source>
        <translation>Diese Aufgabe hat keinen Aufgabentext.</translation>
    </message>
    <message>
        <source>The statement is a PDF file:</source>
        <translation>Der Aufgabentext ist eine PDF-Datei:</translation>
    </message>
    <message>
        <source>Your own test cases cannot be saved: %1</source>
        <translation>Die eigenen Testfälle lassen sich nicht speichern: %1</translation>
    </message>
    <message>
        <source>The problem's test cases cannot be made: %1</source>
        <translation>Die Testfälle der Aufgabe können nicht erzeugt werden: %1</translation>
    </message>
    <message>
        <source>The test cases that were made cannot be kept: %1</source>
        <translation>Die erzeugten Testfälle können nicht aufgehoben werden: %1</translation>
    </message>
    <message>
        <source>Check that the folder is yours and that the disk isn't full.</source>
        <translation>Prüfen, ob der Ordner der eigene ist und die Platte nicht voll.</translation>
    </message>
    <message>
        <source>The compiler left no program: %1</source>
        <translation>Der Compiler hinterließ kein Programm: %1</translation>
    </message>
    <message>
        <source>“grind languages” tells whether the language works here.</source>
        <translation>„grind languages“ sagt, ob die Sprache hier geht.</translation>
    </message>
    <message>
        <source>The file is too large: %1</source>
        <translation>Die Datei ist zu groß: %1</translation>
    </message>
    <message>
        <source>Give a smaller one.</source>
        <translation>Eine kleinere angeben.</translation>
    </message>
    <message>
        <source>Interrupted: %1</source>
        <translation>Unterbrochen: %1</translation>
    </message>
    <message>
        <source>Stopped: %1</source>
        <translation>Abgebrochen: %1</translation>
    </message>
    <message>
        <source>There is not enough memory to judge: %1</source>
        <translation>Zum Bewerten ist nicht genug Speicher frei: %1</translation>
    </message>
    <message>
        <source>The outputs cannot be kept: %1</source>
        <translation>Die Ausgaben lassen sich nicht aufbewahren: %1</translation>
    </message>
    <message>
        <source>The language doesn't work on this machine: %1</source>
        <translation>Die Sprache geht auf diesem Rechner nicht: %1</translation>
    </message>
    <message>
        <source>Install its package again; “grind languages” shows which one.</source>
        <translation>Ihr Paket neu installieren; „grind languages“ zeigt, welches.</translation>
    </message>
    <message>
        <source>The problem has nothing to judge by: %1</source>
        <translation>Die Aufgabe hat nichts, woran sich bewerten ließe: %1</translation>
    </message>
    <message>
        <source>The package is at fault. Tell the package's author.</source>
        <translation>Der Fehler liegt am Paket. Am besten die Autoren des Pakets benachrichtigen.</translation>
    </message>
    <message>
        <source>The problem has no samples: %1</source>
        <translation>Die Aufgabe hat keine Beispiele: %1</translation>
    </message>
    <message>
        <source>Give a case of your own, or submit.</source>
        <translation>Einen eigenen Testfall angeben oder einreichen.</translation>
    </message>
    <message>
        <source>The sandbox lost a run: %1</source>
        <translation>Die Sandbox verlor einen Lauf: %1</translation>
    </message>
    <message>
        <source>Try again; if it stays so, “grind doctor” tells what the sandbox needs here.</source>
        <translation>Noch einmal versuchen; wenn es so bleibt, sagt „grind doctor“, was die Sandbox hier braucht.</translation>
    </message>
    <message>
        <source>This machine allows no sandbox, and nothing runs without one: %1</source>
        <translation>Dieser Rechner erlaubt keine Sandbox, und ohne sie läuft nichts: %1</translation>
    </message>
    <message>
        <source>“grind doctor” tells how to allow it.</source>
        <translation>„grind doctor“ sagt, wie sie sich erlauben lässt.</translation>
    </message>
    <message>
        <source>The sandbox could not set up a run: %1</source>
        <translation>Die Sandbox konnte einen Lauf nicht vorbereiten: %1</translation>
    </message>
    <message>
        <source>The submission has too much for one run: %1</source>
        <translation>Die Einreichung hat zu viel für einen Lauf: %1</translation>
    </message>
    <message>
        <source>Give fewer or smaller files.</source>
        <translation>Weniger oder kleinere Dateien angeben.</translation>
    </message>
    <message>
        <source>The sandbox doesn't answer: %1</source>
        <translation>Die Sandbox antwortet nicht: %1</translation>
    </message>
    <message>
        <source>Try again when the machine is less busy.</source>
        <translation>Noch einmal versuchen, wenn der Rechner weniger zu tun hat.</translation>
    </message>
    <message>
        <source>The sandbox refused an input: %1</source>
        <translation>Die Sandbox wies eine Eingabe ab: %1</translation>
    </message>
    <message>
        <source>The source's file name cannot be used: %1</source>
        <translation>Der Dateiname des Quelltexts ist nicht verwendbar: %1</translation>
    </message>
    <message>
        <source>Rename the file.</source>
        <translation>Die Datei umbenennen.</translation>
    </message>
    <message>
        <source>The submission has no source of its language: %1</source>
        <translation>Die Einreichung hat keinen Quelltext in ihrer Sprache: %1</translation>
    </message>
    <message>
        <source>Name the language, or add the source.</source>
        <translation>Die Sprache nennen oder den Quelltext hinzufügen.</translation>
    </message>
    <message>
        <source>The language isn't clear: %1</source>
        <translation>Die Sprache ist nicht eindeutig: %1</translation>
    </message>
    <message>
        <source>Standard input can be used once only: %1</source>
        <translation>Die Standardeingabe lässt sich nur einmal verwenden: %1</translation>
    </message>
    <message>
        <source>Wrong usage: %1</source>
        <translation>Falscher Aufruf: %1</translation>
    </message>
    <message>
        <source>The programs to measure with cannot be laid where boxes show them: %1</source>
        <translation>Die Programme zum Messen lassen sich nicht dorthin legen, wo Boxen sie zeigen: %1</translation>
    </message>
    <message>
        <source>Check that the folder can be written and that the disk isn't full.</source>
        <translation>Prüfen, ob der Ordner beschreibbar und der Datenträger nicht voll ist.</translation>
    </message>
    <message>
        <source>This machine doesn't have this sandbox tier: %1</source>
        <translation>Dieser Rechner hat diese Stufe der Sandbox nicht: %1</translation>
    </message>
    <message>
        <source>“grind doctor” tells which one it has, and why.</source>
        <translation>„grind doctor“ sagt, welche er hat und warum.</translation>
    </message>
    <message>
        <source>The sandbox to compare with doesn't work here: %1</source>
        <translation>Die Sandbox zum Vergleichen arbeitet hier nicht: %1</translation>
    </message>
    <message>
        <source>Measure without --peer, or as another user.</source>
        <translation>Ohne --peer messen, oder als anderer Benutzer.</translation>
    </message>
    <message>
        <source>The sandbox to compare with isn't installed: %1</source>
        <translation>Die Sandbox zum Vergleichen ist nicht installiert: %1</translation>
    </message>
    <message>
        <source>Install its package: “sudo apt install bubblewrap”.</source>
        <translation>Das Paket installieren: „sudo apt install bubblewrap“.</translation>
    </message>
    <message>
        <source>A program to measure with failed: %1</source>
        <translation>Ein Programm zum Messen schlug fehl: %1</translation>
    </message>
    <message>
        <source>A program to measure with is missing: %1</source>
        <translation>Ein Programm zum Messen fehlt: %1</translation>
    </message>
    <message>
        <source>The settings have an error: %1</source>
        <translation>Die Einstellungen haben einen Fehler: %1</translation>
    </message>
    <message>
        <source>Correct the place that is named, or remove the file to get the defaults.</source>
        <translation>Berichtige die genannte Stelle, oder entferne die Datei, damit die Vorgaben gelten.</translation>
    </message>
    <message>
        <source>This system gives out no user namespaces, or no more of them (%1).</source>
        <translation>Dieses System vergibt keine User-Namensräume, oder keine weiteren (%1).</translation>
    </message>
    <message>
        <source>To keep that after a restart, write the line “user.max_user_namespaces=15000” into /etc/sysctl.d/60-grindstone.conf.</source>
        <translation>Damit das nach einem Neustart noch gilt, schreibe die Zeile „user.max_user_namespaces=15000“ in /etc/sysctl.d/60-grindstone.conf.</translation>
    </message>
    <message>
        <source>This system gives user namespaces to root alone (%1).</source>
        <translation>Dieses System gibt User-Namensräume nur root (%1).</translation>
    </message>
    <message>
        <source>To keep that after a restart, write the line “kernel.unprivileged_userns_clone=1” into /etc/sysctl.d/60-grindstone.conf.</source>
        <translation>Damit das nach einem Neustart noch gilt, schreibe die Zeile „kernel.unprivileged_userns_clone=1“ in /etc/sysctl.d/60-grindstone.conf.</translation>
    </message>
    <message>
        <source>This kernel was built without the namespaces that isolate programs (%1).</source>
        <translation>Dieser Kernel wurde ohne die Namensräume gebaut, die Programme abschotten (%1).</translation>
    </message>
    <message>
        <source>Start the kernel of your distribution.</source>
        <translation>Starte den Kernel deiner Distribution.</translation>
    </message>
    <message>
        <source>The kernel refuses user namespaces to Grindstone and doesn't say why (%1).</source>
        <translation>Der Kernel verweigert Grindstone User-Namensräume und sagt nicht, warum (%1).</translation>
    </message>
    <message>
        <source>In a chroot there are none: start Grindstone outside of it. In a container, start that with “--privileged”.</source>
        <translation>In einer chroot-Umgebung gibt es keine: Starte Grindstone außerhalb. Einen Container starte mit „--privileged“.</translation>
    </message>
    <message>
        <source>AppArmor keeps programs without a profile of their own from using user namespaces (%1).</source>
        <translation>AppArmor hindert Programme ohne eigenes Profil daran, User-Namensräume zu nutzen (%1).</translation>
    </message>
    <message>
        <source>The command installs a profile for Grindstone's helper program alone.</source>
        <translation>Der Befehl richtet ein Profil nur für das Hilfsprogramm von Grindstone ein.</translation>
    </message>
    <message>
        <source>Grindstone was started under a profile of AppArmor, as in a container, which forbids what isolates programs (%1).</source>
        <translation>Grindstone wurde, wie in einem Container, unter einem AppArmor-Profil gestartet, das verbietet, was Programme abschottet (%1).</translation>
    </message>
    <message>
        <source>Start the container with “--security-opt apparmor=unconfined”.</source>
        <translation>Starte den Container mit „--security-opt apparmor=unconfined“.</translation>
    </message>
    <message>
        <source>Grindstone was started under a filter of system calls, as in a container, which forbids what isolates programs (%1).</source>
        <translation>Grindstone wurde, wie in einem Container, unter einem Filter für Systemaufrufe gestartet, der verbietet, was Programme abschottet (%1).</translation>
    </message>
    <message>
        <source>Start the container with “--security-opt seccomp=unconfined”, or with “--privileged” where that isn't enough. What Grindstone runs gets a filter in any case.</source>
        <translation>Starte den Container mit „--security-opt seccomp=unconfined“, oder mit „--privileged“, wo das nicht reicht. Was Grindstone ausführt, bekommt in jedem Fall einen Filter.</translation>
    </message>
    <message>
        <source>You are root in a user namespace with few users, and boxes need some of their own (%1).</source>
        <translation>Du bist root in einem User-Namensraum mit wenigen Benutzern, und Boxen brauchen eigene (%1).</translation>
    </message>
    <message>
        <source>Start Grindstone as an ordinary user there, or map more users: at least 128, for rootless containers in /etc/subuid.</source>
        <translation>Starte Grindstone dort als gewöhnlicher Benutzer, oder bilde mehr Benutzer ab: mindestens 128, für Container ohne root in /etc/subuid.</translation>
    </message>
    <message>
        <source>Programs cannot get a /proc of their own, as parts of the one here are covered (%1).</source>
        <translation>Programme können kein eigenes /proc bekommen, weil Teile des hiesigen verdeckt sind (%1).</translation>
    </message>
    <message>
        <source>Containers cover them. Start this one with “--security-opt systempaths=unconfined” (Docker) or “--security-opt unmask=ALL” (Podman).</source>
        <translation>Container verdecken sie. Starte diesen mit „--security-opt systempaths=unconfined“ (Docker) oder „--security-opt unmask=ALL“ (Podman).</translation>
    </message>
    <message>
        <source>The kernel takes no filter that reports what programs were refused (%1).</source>
        <translation>Der Kernel nimmt keinen Filter an, der meldet, was Programmen verweigert wurde (%1).</translation>
    </message>
    <message>
        <source>It takes Linux 5.5 or later, and Grindstone must not run under another such filter, as some containers have one: start it outside.</source>
        <translation>Das braucht Linux 5.5 oder neuer, und Grindstone darf nicht unter einem anderen solchen Filter laufen, wie ihn manche Container haben: Starte es außerhalb.</translation>
    </message>
    <message>
        <source>No program can be isolated here (%1).</source>
        <translation>Hier kann kein Programm abgeschottet werden (%1).</translation>
    </message>
    <message>
        <source>In a container, start that with “--privileged”. Otherwise please report this.</source>
        <translation>Einen Container starte mit „--privileged“. Sonst melde das bitte.</translation>
    </message>
    <message>
        <source>The kernel has no Landlock, or a filter keeps it away (%1).</source>
        <translation>Der Kernel hat kein Landlock, oder ein Filter verbirgt es (%1).</translation>
    </message>
    <message>
        <source>With Linux 5.19 or later it is a second wall around files; to do without namespaces takes Linux 6.12.</source>
        <translation>Ab Linux 5.19 ist es eine zweite Mauer um Dateien; ohne Namensräume geht es erst ab Linux 6.12.</translation>
    </message>
    <message>
        <source>The kernel was started without Landlock (%1).</source>
        <translation>Der Kernel wurde ohne Landlock gestartet (%1).</translation>
    </message>
    <message>
        <source>Put “landlock” before the names in /sys/kernel/security/lsm, and start the kernel with that: “lsm=landlock,…”.</source>
        <translation>Stelle „landlock“ vor die Namen in /sys/kernel/security/lsm, und starte den Kernel damit: „lsm=landlock,…“.</translation>
    </message>
    <message>
        <source>The kernel's Landlock is too old to do without namespaces (%1).</source>
        <translation>Das Landlock des Kernels ist zu alt, um ohne Namensräume auszukommen (%1).</translation>
    </message>
    <message>
        <source>That takes Linux 6.12 or later.</source>
        <translation>Das braucht Linux 6.12 oder neuer.</translation>
    </message>
    <message>
        <source>Nor do programs run without namespaces (%1).</source>
        <translation>Auch ohne Namensräume laufen keine Programme (%1).</translation>
    </message>
    <message>
        <source>Programs could be run without namespaces here, but they would be held by less, and you have not allowed it.</source>
        <translation>Programme könnten hier ohne Namensräume laufen, aber weniger geschützt, und du hast das nicht erlaubt.</translation>
    </message>
    <message>
        <source>To allow it, write these two lines into %1:
  [sandbox]
  allow_no_namespaces = true</source>
        <translation>Um es zu erlauben, schreibe diese zwei Zeilen in %1:
  [sandbox]
  allow_no_namespaces = true</translation>
    </message>
    <message>
        <source>Programs could be run without namespaces here, but this machine's administrator has forbidden it (%1).</source>
        <translation>Programme könnten hier ohne Namensräume laufen, aber die Verwaltung dieses Rechners hat es verboten (%1).</translation>
    </message>
    <message>
        <source>There are no cgroups of version 2 to use (%1).</source>
        <translation>Es gibt keine nutzbaren cgroups der Version 2 (%1).</translation>
    </message>
    <message>
        <source>With systemd, start the kernel with “systemd.unified_cgroup_hierarchy=1”; on a Raspberry Pi with “cgroup_enable=memory”, too.</source>
        <translation>Unter systemd starte den Kernel mit „systemd.unified_cgroup_hierarchy=1“; auf einem Raspberry Pi auch mit „cgroup_enable=memory“.</translation>
    </message>
    <message>
        <source>There is no systemd that could give you a cgroup (%1).</source>
        <translation>Es gibt kein systemd, das dir eine cgroup geben könnte (%1).</translation>
    </message>
    <message>
        <source>Root may make cgroups without it.</source>
        <translation>Root darf cgroups auch ohne es anlegen.</translation>
    </message>
    <message>
        <source>You have no session with systemd, which would give you a cgroup (%1).</source>
        <translation>Du hast keine Sitzung bei systemd, das dir eine cgroup gäbe (%1).</translation>
    </message>
    <message>
        <source>Log in as this user at the machine or by ssh; su and sudo start no session. The command starts one that lasts.</source>
        <translation>Melde dich mit diesem Benutzer am Rechner oder über ssh an; su und sudo beginnen keine Sitzung. Der Befehl beginnt eine, die bleibt.</translation>
    </message>
    <message>
        <source>systemd gave no cgroup (%1).</source>
        <translation>systemd gab keine cgroup her (%1).</translation>
    </message>
    <message>
        <source>Try “systemd-run --user --scope -p Delegate=yes grind doctor”: it says more of the reason.</source>
        <translation>Versuche „systemd-run --user --scope -p Delegate=yes grind doctor“: Das sagt mehr zum Grund.</translation>
    </message>
    <message>
        <source>The cgroup that systemd gave cannot limit memory and processes (%1).</source>
        <translation>Die cgroup von systemd kann Speicher und Prozesse nicht begrenzen (%1).</translation>
    </message>
    <message>
        <source>Log out and in again after it.</source>
        <translation>Melde dich danach ab und wieder an.</translation>
    </message>
    <message>
        <source>No cgroup of version 2 can be made (%1).</source>
        <translation>Es kann keine cgroup der Version 2 angelegt werden (%1).</translation>
    </message>
    <message>
        <source>In a container, start that with “--privileged”, or mount /sys/fs/cgroup so that it can be written.</source>
        <translation>Einen Container starte mit „--privileged“, oder hänge /sys/fs/cgroup beschreibbar ein.</translation>
    </message>
    <message>
        <source>There are none of version 1 either (%1).</source>
        <translation>Auch der Version 1 gibt es keine (%1).</translation>
    </message>
    <message>
        <source>The cgroups of version 1 are not yours to divide (%1).</source>
        <translation>Die cgroups der Version 1 darfst du nicht aufteilen (%1).</translation>
    </message>
    <message>
        <source>They are root's. Parts of version 2 can be given to you.</source>
        <translation>Sie gehören root. Teile der Version 2 kann man dir geben.</translation>
    </message>
    <message>
        <source>Not used: %1.</source>
        <translation>Nicht benutzt: %1.</translation>
    </message>
    <message>
        <source>Without namespaces, programs see the names of files and processes, and can read problems that are installed below /usr; what they write lies on the disk until the run has ended. Landlock and a filter of system calls still keep them from your files, your processes and the network.</source>
        <translation>Ohne Namensräume sehen Programme die Namen von Dateien und Prozessen und können Aufgaben lesen, die unter /usr installiert sind; was sie schreiben, liegt bis zum Ende des Laufs auf der Platte. Landlock und ein Filter für Systemaufrufe halten sie weiterhin von deinen Dateien, deinen Prozessen und dem Netz fern.</translation>
    </message>
    <message>
        <source>No program is run here, as none can be isolated.</source>
        <translation>Hier läuft kein Programm, weil keines abgeschottet werden kann.</translation>
    </message>
    <message>
        <source>Without cgroups, time and memory are approximate.</source>
        <translation>Ohne cgroups sind Zeit und Speicher ungefähr.</translation>
    </message>
    <message>
        <source>a division by zero</source>
        <translation>eine Division durch null</translation>
    </message>
    <message>
        <source>an index out of range</source>
        <translation>ein Index außerhalb des Bereichs</translation>
    </message>
    <message>
        <source>a recursion that is too deep</source>
        <translation>eine zu tiefe Rekursion</translation>
    </message>
    <message>
        <source>something looked for that isn't there</source>
        <translation>etwas Gesuchtes, das es nicht gibt</translation>
    </message>
    <message>
        <source>a use of something that is null</source>
        <translation>ein Zugriff auf etwas, das null ist</translation>
    </message>
    <message>
        <source>a value of the wrong type</source>
        <translation>ein Wert vom falschen Typ</translation>
    </message>
    <message>
        <source>a value that makes no sense there</source>
        <translation>ein Wert, der dort keinen Sinn hat</translation>
    </message>
    <message>
        <source>a read beyond the end of the input</source>
        <translation>ein Lesen über das Ende der Eingabe hinaus</translation>
    </message>
    <message>
        <source>a result that is too large</source>
        <translation>ein zu großes Ergebnis</translation>
    </message>
    <message>
        <source>a failed assertion</source>
        <translation>eine nicht erfüllte Zusicherung</translation>
    </message>
    <message>
        <source>a request for more memory than there can be</source>
        <translation>eine Anforderung von mehr Speicher, als es geben kann</translation>
    </message>
    <message>
        <source>a name that doesn't exist</source>
        <translation>ein Name, den es nicht gibt</translation>
    </message>
    <message>
        <source>exit code %1: %2</source>
        <translation>Exit-Code %1: %2</translation>
    </message>
    <message>
        <source>exit code %1, that is 128 + %2, as if by a signal: %3</source>
        <translation>Exit-Code %1, also 128 + %2, wie durch ein Signal: %3</translation>
    </message>
    <message>
        <source>ended by %1: %2</source>
        <translation>beendet durch %1: %2</translation>
    </message>
    <message>
        <source>segmentation fault (SIGSEGV) when its memory was nearly used up: often a recursion without end</source>
        <translation>Speicherzugriffsfehler (SIGSEGV), als der Speicher fast aufgebraucht war: oft eine endlose Rekursion</translation>
    </message>
    <message>
        <source>ended by %1: a timer that the program had set ran out</source>
        <translation>beendet durch %1: Ein Zeitgeber, den das Programm gestellt hatte, lief ab</translation>
    </message>
    <message>
        <source>ended by %1, a signal that the program sent itself</source>
        <translation>beendet durch %1, ein Signal, das das Programm sich selbst schickte</translation>
    </message>
    <message>
        <source>The machine is too busy to judge: %1</source>
        <translation>Der Rechner ist zu beschäftigt, um zu bewerten: %1</translation>
    </message>
    <message>
        <source>was still running at the wall limit of %2, not counting %3 for which other programs had the CPU; it used %1 of CPU time</source>
        <translation>lief bei der Grenze von %2 Wanduhrzeit noch, ohne die %3, in denen andere Programme die CPU hatten; es brauchte %1 CPU-Zeit</translation>
    </message>
    <message>
        <source>A file of a test case cannot be read: %1</source>
        <translation>Eine Datei eines Testfalls kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Check that it is still there and that you may read it; otherwise get the package again.</source>
        <translation>Prüfen Sie, ob sie noch da ist und ob Sie sie lesen dürfen; sonst holen Sie das Paket neu.</translation>
    </message>
    <message>
        <source>The checker crashed: %1</source>
        <translation>Das Prüfprogramm ist abgestürzt: %1</translation>
    </message>
    <message>
        <source>The checker gave up: %1</source>
        <translation>Das Prüfprogramm hat aufgegeben: %1</translation>
    </message>
    <message>
        <source>The checker found a fault in the case's own files, mostly in its answer. Tell the package's author.</source>
        <translation>Das Prüfprogramm fand einen Fehler in den eigenen Dateien des Testfalls, meist in seiner Antwort. Den Autor des Pakets benachrichtigen.</translation>
    </message>
    <message>
        <source>The checker ran out of memory: %1</source>
        <translation>Dem Prüfprogramm ging der Speicher aus: %1</translation>
    </message>
    <message>
        <source>The package is at fault, not the program: its author may raise limits.validation_memory in problem.yaml.</source>
        <translation>Der Fehler liegt beim Paket, nicht beim Programm: Sein Autor kann limits.validation_memory in problem.yaml erhöhen.</translation>
    </message>
    <message>
        <source>The checker is in no language that can be built: %1</source>
        <translation>Das Prüfprogramm ist in keiner Sprache, die übersetzt werden kann: %1</translation>
    </message>
    <message>
        <source>“grind languages” shows what is known here; a folder in the configuration can add one.</source>
        <translation>„grind languages“ zeigt, was hier bekannt ist; ein Ordner der Konfiguration kann weitere hinzufügen.</translation>
    </message>
    <message>
        <source>The checker ended without a judgement: %1</source>
        <translation>Das Prüfprogramm endete ohne Urteil: %1</translation>
    </message>
    <message>
        <source>The checker does not compile: %1</source>
        <translation>Das Prüfprogramm lässt sich nicht übersetzen: %1</translation>
    </message>
    <message>
        <source>The checker wrote too much: %1</source>
        <translation>Das Prüfprogramm hat zu viel geschrieben: %1</translation>
    </message>
    <message>
        <source>The package is at fault, not the program: its author may raise limits.validation_output in problem.yaml.</source>
        <translation>Der Fehler liegt beim Paket, nicht beim Programm: Sein Autor kann limits.validation_output in problem.yaml erhöhen.</translation>
    </message>
    <message>
        <source>The checker gave points: %1</source>
        <translation>Das Prüfprogramm hat Punkte vergeben: %1</translation>
    </message>
    <message>
        <source>The checker did not end in time: %1</source>
        <translation>Das Prüfprogramm wurde nicht rechtzeitig fertig: %1</translation>
    </message>
    <message>
        <source>The package is at fault, not the program: its author may raise limits.validation_time in problem.yaml.</source>
        <translation>Der Fehler liegt beim Paket, nicht beim Programm: Sein Autor kann limits.validation_time in problem.yaml erhöhen.</translation>
    </message>
    <message>
        <source>The checker cannot be read: %1</source>
        <translation>Das Prüfprogramm kann nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>Correct the file that is named, or get the package anew.</source>
        <translation>Die genannte Datei berichtigen oder das Paket neu holen.</translation>
    </message>
    <message>
        <source>The comparator judges by points: %1</source>
        <translation>Der Vergleich urteilt in Punkten: %1</translation>
    </message>
    <message>
        <source>Name another comparator in the package; points give no verdict.</source>
        <translation>Nenne im Paket einen anderen Vergleich; Punkte ergeben kein Urteil.</translation>
    </message>
    <message>
        <source>Wrong arguments of the comparator: %1</source>
        <translation>Falsche Argumente des Vergleichers: %1</translation>
    </message>
    <message>
        <source>“grind compare --help” tells which it knows.</source>
        <translation>„grind compare --help“ nennt die Vergleicher.</translation>
    </message>
    <message>
        <source>%1: expected an integer, got %2</source>
        <translation>%1: erwartet war eine ganze Zahl, ausgegeben wurde %2</translation>
    </message>
    <message>
        <source>%1: expected the integer %2, got %3</source>
        <translation>%1: erwartet war die ganze Zahl %2, ausgegeben wurde %3</translation>
    </message>
    <message>
        <source>the end</source>
        <translation>das Ende</translation>
    </message>
    <message>
        <source>line %1: the answer ends before this, got %2</source>
        <translation>Zeile %1: die Antwort endet vorher, erhalten %2</translation>
    </message>
    <message>
        <source>a line is missing, or comes too seldom: %1 (line %2 of the answer)</source>
        <translation>eine Zeile fehlt oder kommt zu selten vor: %1 (Zeile %2 der Antwort)</translation>
    </message>
    <message>
        <source>line %1: the answer has no such line, or not so often: %2</source>
        <translation>Zeile %1: die Antwort hat diese Zeile nicht oder nicht so oft: %2</translation>
    </message>
    <message>
        <source>%1: expected the line %2, got %3</source>
        <translation>%1: erwartet die Zeile %2, erhalten %3</translation>
    </message>
    <message>
        <source>the checker rejected the output</source>
        <translation>das Prüfprogramm hat die Ausgabe abgelehnt</translation>
    </message>
    <message>
        <source>the checker rejected the output: %1</source>
        <translation>das Prüfprogramm hat die Ausgabe abgelehnt: %1</translation>
    </message>
    <message>
        <source>%1: expected YES or NO (here %2), got %3</source>
        <translation>%1: erwartet war YES oder NO (hier %2), ausgegeben wurde %3</translation>
    </message>
    <message>
        <source>the output lacks %1 (line %2 of the answer)</source>
        <translation>in der Ausgabe fehlt %1 (Zeile %2 der Antwort)</translation>
    </message>
    <message>
        <source>line %1, token %2: the answer has no %3, or fewer</source>
        <translation>Zeile %1, Wort %2: in der Antwort kommt %3 nicht oder seltener vor</translation>
    </message>
    <message>
        <source>Not for this comparator: %1</source>
        <translation>Nicht für diesen Vergleicher: %1</translation>
    </message>
    <message>
        <source>line %1, column %2: the output isn't JSON to compare with</source>
        <translation>Zeile %1, Spalte %2: Die Ausgabe ist kein JSON, das sich vergleichen lässt</translation>
    </message>
    <message>
        <source>%1 is missing: expected %2</source>
        <translation>%1 fehlt: erwartet %2</translation>
    </message>
    <message>
        <source>the answer has no %1, got %2</source>
        <translation>die Antwort hat kein %1, erhalten %2</translation>
    </message>
    <message>
        <source>at %1: expected %2, got %3</source>
        <translation>bei %1: erwartet %2, erhalten %3</translation>
    </message>
    <message>
        <source>The job has ended already: %1</source>
        <translation>Der Auftrag ist schon zu Ende: %1</translation>
    </message>
    <message>
        <source>“GET /jobs/ID” has its report.</source>
        <translation>„GET /jobs/ID“ hat seinen Bericht.</translation>
    </message>
    <message>
        <source>No such job: %1</source>
        <translation>Diesen Auftrag gibt es nicht: %1</translation>
    </message>
    <message>
        <source>“GET /jobs” lists those that there are.</source>
        <translation>„GET /jobs“ listet auf, welche es gibt.</translation>
    </message>
    <message>
        <source>A field of the request is wrong: %1</source>
        <translation>Ein Feld der Anfrage ist falsch: %1</translation>
    </message>
    <message>
        <source>Correct the field that is named; the description of the service is at /openapi.json.</source>
        <translation>Berichtige das genannte Feld; die Beschreibung des Dienstes steht unter /openapi.json.</translation>
    </message>
    <message>
        <source>The request's headers are too large: %1</source>
        <translation>Der Kopf der Anfrage ist zu groß: %1</translation>
    </message>
    <message>
        <source>Send fewer or shorter ones.</source>
        <translation>Sende weniger oder kürzere Kopfzeilen.</translation>
    </message>
    <message>
        <source>The request cannot be understood: %1</source>
        <translation>Die Anfrage ist nicht zu verstehen: %1</translation>
    </message>
    <message>
        <source>Send well-formed HTTP and JSON.</source>
        <translation>Sende wohlgeformtes HTTP und JSON.</translation>
    </message>
    <message>
        <source>The request's body isn't JSON: %1</source>
        <translation>Der Inhalt der Anfrage ist kein JSON: %1</translation>
    </message>
    <message>
        <source>Send it with “Content-Type: application/json”.</source>
        <translation>Sende ihn mit „Content-Type: application/json“.</translation>
    </message>
    <message>
        <source>The service doesn't do this here: %1</source>
        <translation>Das tut der Dienst hier nicht: %1</translation>
    </message>
    <message>
        <source>The header Allow tells what it does.</source>
        <translation>Die Kopfzeile Allow sagt, was er tut.</translation>
    </message>
    <message>
        <source>The service has nothing there: %1</source>
        <translation>Dort hat der Dienst nichts: %1</translation>
    </message>
    <message>
        <source>The description of the service is at /openapi.json.</source>
        <translation>Die Beschreibung des Dienstes steht unter /openapi.json.</translation>
    </message>
    <message>
        <source>The service doesn't answer web pages: %1</source>
        <translation>Der Dienst antwortet keinen Webseiten: %1</translation>
    </message>
    <message>
        <source>Use a program of your own, for example curl.</source>
        <translation>Nimm ein eigenes Programm, zum Beispiel curl.</translation>
    </message>
    <message>
        <source>The request is too large: %1</source>
        <translation>Die Anfrage ist zu groß: %1</translation>
    </message>
    <message>
        <source>Send a smaller one.</source>
        <translation>Sende eine kleinere.</translation>
    </message>
    <message>
        <source>The service cannot start: %1</source>
        <translation>Der Dienst kann nicht beginnen: %1</translation>
    </message>
    <message>
        <source>There is something else where the socket should be: %1</source>
        <translation>Wo der Socket hin soll, ist etwas anderes: %1</translation>
    </message>
    <message>
        <source>Remove it, or choose another path with --socket.</source>
        <translation>Entferne es, oder wähle mit --socket einen anderen Pfad.</translation>
    </message>
    <message>
        <source>Too many jobs wait already: %1</source>
        <translation>Es warten schon zu viele Aufträge: %1</translation>
    </message>
    <message>
        <source>Try again when some of them are done.</source>
        <translation>Versuche es noch einmal, wenn einige davon erledigt sind.</translation>
    </message>
    <message>
        <source>A service is running there already: %1</source>
        <translation>Dort läuft schon ein Dienst: %1</translation>
    </message>
    <message>
        <source>Use it, stop it, or choose another path with --socket.</source>
        <translation>Nutze ihn, beende ihn, oder wähle mit --socket einen anderen Pfad.</translation>
    </message>
    <message>
        <source>The socket cannot be made: %1</source>
        <translation>Der Socket kann nicht angelegt werden: %1</translation>
    </message>
    <message>
        <source>Check that the folder exists and is yours, or choose another path with --socket.</source>
        <translation>Prüfe, ob es den Ordner gibt und er dir gehört, oder wähle mit --socket einen anderen Pfad.</translation>
    </message>
    <message>
        <source>The service is being stopped: %1</source>
        <translation>Der Dienst wird gerade beendet: %1</translation>
    </message>
    <message>
        <source>Try again when it has been started again.</source>
        <translation>Versuche es noch einmal, wenn er wieder gestartet ist.</translation>
    </message>
    <message>
        <source>The service has too many connections: %1</source>
        <translation>Der Dienst hat zu viele Verbindungen: %1</translation>
    </message>
    <message>
        <source>Close some, and try again.</source>
        <translation>Schließe einige, und versuche es noch einmal.</translation>
    </message>
    <message>
        <source>Nothing is replaced by an export: %1</source>
        <translation>Ein Export ersetzt nichts: %1</translation>
    </message>
    <message>
        <source>Choose another name, or move away what is there.</source>
        <translation>Einen anderen Namen wählen oder wegräumen, was dort liegt.</translation>
    </message>
    <message>
        <source>The export cannot be written: %1</source>
        <translation>Der Export lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>Check that its folder is there and yours, and that the disk isn't full. Nothing was left behind.</source>
        <translation>Prüfen, ob es den Ordner gibt, ob er Ihnen gehört und ob die Platte voll ist. Es blieb nichts liegen.</translation>
    </message>
    <message>
        <source>Nothing was submitted yet: %1</source>
        <translation>Es wurde noch nichts eingereicht: %1</translation>
    </message>
    <message>
        <source>“grind submit” keeps what it judges.</source>
        <translation>„grind submit“ behält, was es prüft.</translation>
    </message>
    <message>
        <source>There is no submission with this number: %1</source>
        <translation>Es gibt keine Einreichung mit dieser Nummer: %1</translation>
    </message>
    <message>
        <source>“grind history” lists those that are kept.</source>
        <translation>„grind history“ listet die vorhandenen auf.</translation>
    </message>
    <message>
        <source>The package is at fault, not the program: its author may write “type: scoring” into problem.yaml.</source>
        <translation>Das Paket ist schuld, nicht das Programm: Wer es pflegt, kann „type: scoring“ in problem.yaml schreiben.</translation>
    </message>
    <message>
        <source>The checker gave no score: %1</source>
        <translation>Das Prüfprogramm hat keine Punktzahl angegeben: %1</translation>
    </message>
    <message>
        <source>The checker's score cannot be: %1</source>
        <translation>Die Punktzahl des Prüfprogramms kann nicht sein: %1</translation>
    </message>
    <message>
        <source>A score cannot be: %1</source>
        <translation>Eine Punktzahl kann nicht sein: %1</translation>
    </message>
    <message>
        <source>The checker's score cannot be read: %1</source>
        <translation>Die Punktzahl des Prüfprogramms ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>The checker gave a score where none may be: %1</source>
        <translation>Das Prüfprogramm hat eine Punktzahl angegeben, wo keine sein darf: %1</translation>
    </message>
    <message>
        <source>A file that the package adds to programs cannot be read: %1</source>
        <translation>Eine Datei, die das Paket den Programmen beilegt, ist nicht lesbar: %1</translation>
    </message>
    <message>
        <source>Sample interaction %1</source>
        <translation>Beispielgespräch %1</translation>
    </message>
    <message>
        <source>The checker contradicts itself: %1</source>
        <translation>Der Checker widerspricht sich: %1</translation>
    </message>
    <message>
        <source>The checker wants too many passes: %1</source>
        <translation>Der Checker will zu viele Durchgänge: %1</translation>
    </message>
    <message>
        <source>The package is at fault, not the program: its author may raise limits.validation_passes in problem.yaml.</source>
        <translation>Schuld ist das Paket, nicht das Programm: Wer es geschrieben hat, kann limits.validation_passes in problem.yaml erhöhen.</translation>
    </message>
    <message>
        <source>The package's grader failed: %1</source>
        <translation>Der Bewerter des Pakets ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The package's grader is missing: %1</source>
        <translation>Der Bewerter des Pakets fehlt: %1</translation>
    </message>
    <message>
        <source>The package's grader gave no grade: %1</source>
        <translation>Der Bewerter des Pakets hat keine Bewertung abgegeben: %1</translation>
    </message>
    <message>
        <source>Close all windows of Grindstone and end what else uses it, then start again: it is repaired, and the damaged file is kept beside it.</source>
        <translation>Alle Fenster von Grindstone schließen und beenden, was sie sonst benutzt, dann neu starten: Sie wird repariert, und die beschädigte Datei bleibt daneben liegen.</translation>
    </message>
    <message>
        <source>The socket's path cannot be used: %1</source>
        <translation>Der Pfad des Sockets ist nicht zu gebrauchen: %1</translation>
    </message>
    <message>
        <source>Give another one with --socket.</source>
        <translation>Gib mit --socket einen anderen an.</translation>
    </message>
    <message>
        <source>the program ended before the conversation was over: the judge's program went on waiting for it</source>
        <translation>das Programm endete, bevor das Gespräch vorbei war: Das Programm der Jury wartete weiter auf es</translation>
    </message>
    <message>
        <source>%1 of %2 points</source>
        <translation>%1 von %2 Punkten</translation>
    </message>
    <message>
        <source>points: %1</source>
        <translation>Punkte: %1</translation>
    </message>
    <message>
        <source>all cases</source>
        <translation>alle Fälle</translation>
    </message>
    <message>
        <source>submissions</source>
        <translation>Einreichungen</translation>
    </message>
    <message>
        <source>files of submissions</source>
        <translation>Dateien von Einreichungen</translation>
    </message>
    <message>
        <source>results of cases</source>
        <translation>Ergebnisse von Fällen</translation>
    </message>
    <message>
        <source>drafts</source>
        <translation>Entwürfe</translation>
    </message>
    <message>
        <source>jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>%1: %2 kept; whether others are lost cannot be known</source>
        <translation>%1: %2 behalten; ob weitere verloren sind, lässt sich nicht wissen</translation>
    </message>
    <message>
        <source>%1: %2 kept, none lost</source>
        <translation>%1: %2 behalten, nichts verloren</translation>
    </message>
    <message>
        <source>%1: %2 kept, %3 lost; of %4 of those the code is kept, under %5</source>
        <translation>%1: %2 behalten, %3 verloren; von %4 davon ist der Code behalten, unter %5</translation>
    </message>
    <message>
        <source>%1: %2 kept, %3 lost</source>
        <translation>%1: %2 behalten, %3 verloren</translation>
    </message>
    <message>
        <source>The database was damaged and has been repaired.</source>
        <translation>Die Datenbank war beschädigt und wurde repariert.</translation>
    </message>
    <message>
        <source>The database was damaged so that nothing in it could be read. An empty one has been begun.</source>
        <translation>Die Datenbank war so beschädigt, dass nichts darin zu lesen war. Eine leere wurde begonnen.</translation>
    </message>
    <message>
        <source>What was seen: %1</source>
        <translation>Zu sehen war: %1</translation>
    </message>
    <message>
        <source>The damaged file is kept as %1</source>
        <translation>Die beschädigte Datei liegt jetzt als %1</translation>
    </message>
    <message>
        <source>There is no copy from before.</source>
        <translation>Es gibt keine Kopie von vorher.</translation>
    </message>
    <message>
        <source>The last copy from before is %1</source>
        <translation>Die letzte Kopie von vorher ist %1</translation>
    </message>
    <message>
        <source>Partial score</source>
        <translation>Teilpunkte</translation>
    </message>
    <message>
        <source>the program and the judge's program waited for each other until the wall limit of %1; is the output flushed after each message, and is all read that comes?</source>
        <translation>das Programm und das der Jury warteten bis zur Grenze von %1 Wanduhrzeit aufeinander; wird die Ausgabe nach jeder Nachricht mit flush abgeschickt, und wird alles gelesen, was kommt?</translation>
    </message>
    <message>
        <source>right, but not worth full marks</source>
        <translation>richtig, aber nicht die volle Punktzahl wert</translation>
    </message>
    <message>
        <source>; the judge's program had accepted before</source>
        <translation>; das Programm der Jury hatte zuvor angenommen</translation>
    </message>
    <message>
        <source>… the rest is left out here</source>
        <translation>… der Rest ist hier ausgelassen</translation>
    </message>
    <message>
        <source>--- pass %1: %2, %3 of CPU time</source>
        <translation>--- Durchgang %1: %2, %3 CPU-Zeit</translation>
    </message>
    <message>
        <source>… %1 of the conversation is left out here</source>
        <translation>… %1 des Gesprächs sind hier ausgelassen</translation>
    </message>
    <message>
        <source>There is no unfinished job with this number: %1</source>
        <translation>Es gibt keinen unfertigen Auftrag mit dieser Nummer: %1</translation>
    </message>
    <message>
        <source>grind jobs lists what waits.</source>
        <translation>grind jobs zeigt, was wartet.</translation>
    </message>
    <message>
        <source>This is too large to be queued: %1</source>
        <translation>Das ist zu groß für die Warteschlange: %1</translation>
    </message>
    <message>
        <source>Sources and inputs may have 64 MiB together.</source>
        <translation>Quelltexte und Eingaben dürfen zusammen 64 MiB haben.</translation>
    </message>
    <message>
        <source>arguments: %1</source>
        <translation>Argumente: %1</translation>
    </message>
    <message>
        <source>files in the working folder: %1</source>
        <translation>Dateien im Arbeitsordner: %1</translation>
    </message>
    <message>
        <source>the package's validator rejected the source code</source>
        <translation>der Prüfer des Pakets hat den Quelltext abgelehnt</translation>
    </message>
    <message>
        <source>the package's validator rejected the source code: %1</source>
        <translation>der Prüfer des Pakets hat den Quelltext abgelehnt: %1</translation>
    </message>
    <message>
        <source>The archive is damaged: %1</source>
        <translation>Das Archiv ist beschädigt: %1</translation>
    </message>
    <message>
        <source>Nothing of it was taken.</source>
        <translation>Nichts daraus wurde übernommen.</translation>
    </message>
    <message>
        <source>The archive is encrypted: %1</source>
        <translation>Das Archiv ist verschlüsselt: %1</translation>
    </message>
    <message>
        <source>The archive doesn't fit on the disk: %1</source>
        <translation>Das Archiv passt nicht auf den Datenträger: %1</translation>
    </message>
    <message>
        <source>The archive is too large: %1</source>
        <translation>Das Archiv ist zu groß: %1</translation>
    </message>
    <message>
        <source>This archive cannot be read: %1</source>
        <translation>Dieses Archiv lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>What a file is called doesn't matter, only what it holds.</source>
        <translation>Wie eine Datei heißt, ist gleich; es zählt, was in ihr steht.</translation>
    </message>
    <message>
        <source>The archive cannot be opened: %1</source>
        <translation>Das Archiv lässt sich nicht öffnen: %1</translation>
    </message>
    <message>
        <source>The archive is refused: %1</source>
        <translation>Das Archiv wird abgelehnt: %1</translation>
    </message>
    <message>
        <source>The archive cannot be extracted: %1</source>
        <translation>Das Archiv lässt sich nicht auspacken: %1</translation>
    </message>
    <message>
        <source>The folder cannot be read: %1</source>
        <translation>Der Ordner lässt sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>The pack has packages that cannot be judged: %1</source>
        <translation>Die Aufgabensammlung hat Aufgaben, die sich nicht bewerten lassen: %1</translation>
    </message>
    <message>
        <source>Nothing was imported. Correct what is named, or get the pack again.</source>
        <translation>Nichts wurde importiert. Berichtigen, was genannt ist, oder die Aufgabensammlung neu besorgen.</translation>
    </message>
    <message>
        <source>The pack isn't yours to remove: %1</source>
        <translation>Diese Aufgabensammlung lässt sich nicht entfernen: %1</translation>
    </message>
    <message>
        <source>Only what was imported can be removed.</source>
        <translation>Nur Importiertes lässt sich entfernen.</translation>
    </message>
    <message>
        <source>This is no pack: %1</source>
        <translation>Das ist keine Aufgabensammlung: %1</translation>
    </message>
    <message>
        <source>The pack's id cannot be used: %1</source>
        <translation>Die Kennung der Aufgabensammlung lässt sich nicht verwenden: %1</translation>
    </message>
    <message>
        <source>A newer version of the pack is installed: %1</source>
        <translation>Eine neuere Fassung der Aufgabensammlung ist installiert: %1</translation>
    </message>
    <message>
        <source>Nothing was imported. With --force the older one replaces it.</source>
        <translation>Nichts wurde importiert. Mit --force tritt die ältere an ihre Stelle.</translation>
    </message>
    <message>
        <source>A pack that comes with the program has this id: %1</source>
        <translation>Eine Aufgabensammlung, die zum Programm gehört, hat diese Kennung: %1</translation>
    </message>
    <message>
        <source>Nothing was imported. Give yours another one with --id.</source>
        <translation>Nichts wurde importiert. Mit --id lässt sich eine andere vergeben.</translation>
    </message>
    <message>
        <source>The pack is too large: %1</source>
        <translation>Die Aufgabensammlung ist zu groß: %1</translation>
    </message>
    <message>
        <source>There is no such pack: %1</source>
        <translation>Es gibt keine solche Aufgabensammlung: %1</translation>
    </message>
    <message>
        <source>“grind pack list” lists those that are installed.</source>
        <translation>"grind pack list" zählt die installierten auf.</translation>
    </message>
    <message>
        <source>The pack is refused: %1</source>
        <translation>Die Aufgabensammlung wird abgelehnt: %1</translation>
    </message>
    <message>
        <source>The pack cannot be written: %1</source>
        <translation>Die Aufgabensammlung lässt sich nicht schreiben: %1</translation>
    </message>
    <message>
        <source>The time limit cannot be kept with the problem package: %1</source>
        <translation>Die Zeitgrenze kann nicht beim Aufgabenpaket abgelegt werden: %1</translation>
    </message>
    <message>
        <source>The name tells no form of archive: %1</source>
        <translation>Der Name nennt keine Form von Archiv: %1</translation>
    </message>
    <message>
        <source>This is more than one pack: %1</source>
        <translation>Das ist mehr als eine Aufgabensammlung: %1</translation>
    </message>
    <message>
        <source>Sample arguments %1</source>
        <translation>Beispielargumente %1</translation>
    </message>
    <message>
        <source>File %2 of sample %1</source>
        <translation>Datei %2 zu Beispiel %1</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::Application</name>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::CaseStrip</name>
    <message>
        <source>Test cases</source>
        <translation>Testfälle</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>ran; no answer to compare with</source>
        <translation>lief; keine Antwort zum Vergleichen</translation>
    </message>
    <message>
        <source>Case %1 of %2, %3: %4</source>
        <translation>Testfall %1 von %2, %3: %4</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::CaseView</name>
    <message>
        <source>Use as test case</source>
        <translation>Als Testfall verwenden</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Expected</source>
        <translation>Erwartet</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>Ausgegeben</translation>
    </message>
    <message>
        <source>Standard error</source>
        <translation>Fehlerausgabe</translation>
    </message>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Of this case only the verdict is shown.</source>
        <translation>Von diesem Testfall wird nur das Urteil gezeigt.</translation>
    </message>
    <message>
        <source>The expected output of this case is hidden.</source>
        <translation>Die erwartete Ausgabe dieses Testfalls ist verborgen.</translation>
    </message>
    <message>
        <source>No expected output was given.</source>
        <translation>Es wurde keine erwartete Ausgabe angegeben.</translation>
    </message>
    <message>
        <source>This case was not run.</source>
        <translation>Dieser Testfall wurde nicht ausgeführt.</translation>
    </message>
    <message>
        <source>In turns</source>
        <translation>Im Wechsel</translation>
    </message>
    <message>
        <source>Conversation</source>
        <translation>Gespräch</translation>
    </message>
    <message>
        <source>Passes</source>
        <translation>Durchgänge</translation>
    </message>
    <message>
        <source>There was no conversation, or it is hidden.</source>
        <translation>Es gab kein Gespräch, oder es ist verborgen.</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::CodeEditor</name>
    <message>
        <source>Code editor</source>
        <translation>Code-Editor</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::CompileView</name>
    <message>
        <source>Compiler messages</source>
        <translation>Meldungen des Compilers</translation>
    </message>
    <message>
        <source>Compiler output</source>
        <translation>Ausgabe des Compilers</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>(the rest is left out)</source>
        <translation>(der Rest ist weggelassen)</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::FindBar</name>
    <message>
        <source>Find in the code</source>
        <translation>Im Code suchen</translation>
    </message>
    <message>
        <source>Match case</source>
        <translation>Groß-/Kleinschreibung beachten</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Vorheriger Treffer</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>Regulärer Ausdruck</translation>
    </message>
    <message>
        <source>Replace with</source>
        <translation>Ersetzen durch</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Replace all</source>
        <translation>Alle ersetzen</translation>
    </message>
    <message>
        <source>Not a regular expression</source>
        <translation>Kein regulärer Ausdruck</translation>
    </message>
    <message numerus="yes">
        <source>%n match(es) replaced</source>
        <translation>
            <numerusform>%n Treffer ersetzt</numerusform>
            <numerusform>%n Treffer ersetzt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::HistoryModel</name>
    <message>
        <source>Submitted</source>
        <translation>Eingereicht</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::HistoryView</name>
    <message>
        <source>Load into the editor</source>
        <translation>In den Editor laden</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Einreichungen</translation>
    </message>
    <message>
        <source>Submitted code</source>
        <translation>Eingereichter Code</translation>
    </message>
    <message>
        <source>Nothing submitted yet. Submit judges your code on all cases and keeps it here.</source>
        <translation>Noch nichts eingereicht. Einreichen bewertet den Code an allen Testfällen und bewahrt ihn hier auf.</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::LineCommands</name>
    <message>
        <source>Toggle comment</source>
        <translation>Kommentar umschalten</translation>
    </message>
    <message>
        <source>Move line up</source>
        <translation>Zeile nach oben</translation>
    </message>
    <message>
        <source>Move line down</source>
        <translation>Zeile nach unten</translation>
    </message>
    <message>
        <source>Duplicate line</source>
        <translation>Zeile verdoppeln</translation>
    </message>
    <message>
        <source>Delete line</source>
        <translation>Zeile löschen</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::MainWindow</name>
    <message>
        <source>Grindstone</source>
        <translation>Grindstone</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Submissions</source>
        <translation>Einreichungen</translation>
    </message>
    <message>
        <source>Test cases</source>
        <translation>Testfälle</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Submission not recorded</source>
        <translation>Einreichung nicht aufgezeichnet</translation>
    </message>
    <message>
        <source>%1 – Grindstone</source>
        <translation>%1 – Grindstone</translation>
    </message>
    <message>
        <source>Load submission</source>
        <translation>Einreichung laden</translation>
    </message>
    <message>
        <source>Replace the code in the editor by this submission?</source>
        <translation>Den Code im Editor durch diese Einreichung ersetzen?</translation>
    </message>
    <message>
        <source>Undo brings the present code back.</source>
        <translation>Rückgängig holt den jetzigen Code zurück.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go to line</source>
        <translation>Gehe zu Zeile</translation>
    </message>
    <message>
        <source>Line:</source>
        <translation>Zeile:</translation>
    </message>
    <message>
        <source>Save a copy of the code</source>
        <translation>Kopie des Codes speichern</translation>
    </message>
    <message>
        <source>Not saved</source>
        <translation>Nicht gespeichert</translation>
    </message>
    <message>
        <source>Your code is not saved</source>
        <translation>Der Code ist nicht gespeichert</translation>
    </message>
    <message>
        <source>What you typed could not be saved. Close all the same?</source>
        <translation>Das Getippte ließ sich nicht speichern. Trotzdem schließen?</translation>
    </message>
    <message>
        <source>“Save a copy of the code” in the menu writes it to a file of your choice.</source>
        <translation>„Kopie des Codes speichern“ im Menü schreibt ihn in eine Datei nach Wahl.</translation>
    </message>
    <message>
        <source>Close and lose it</source>
        <translation>Schließen und verlieren</translation>
    </message>
    <message>
        <source>Keep open</source>
        <translation>Offen lassen</translation>
    </message>
    <message>
        <source>Your code is being judged; Stop ends that.</source>
        <translation>Der Code wird gerade geprüft; „Abbrechen“ beendet das.</translation>
    </message>
    <message>
        <source>Open a problem first.</source>
        <translation>Öffnen Sie zuerst eine Aufgabe.</translation>
    </message>
    <message>
        <source>This problem could not be read.</source>
        <translation>Diese Aufgabe konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>This problem allows no language that is set up here.</source>
        <translation>Diese Aufgabe erlaubt keine Sprache, die hier eingerichtet ist.</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::ProblemBrowser</name>
    <message>
        <source>Search, e.g. tag:graph difficulty:easy</source>
        <translation>Suchen, z. B. tag:graph difficulty:easy</translation>
    </message>
    <message>
        <source>Search problems</source>
        <translation>Aufgaben suchen</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Suche leeren</translation>
    </message>
    <message numerus="yes">
        <source>%n package(s) could not be read:</source>
        <translation>
            <numerusform>%n Paket ist nicht lesbar:</numerusform>
            <numerusform>%n Pakete sind nicht lesbar:</numerusform>
        </translation>
    </message>
    <message>
        <source>No problems yet</source>
        <translation>Noch keine Aufgaben</translation>
    </message>
    <message>
        <source>Reading the problems…</source>
        <translation>Aufgaben werden gelesen …</translation>
    </message>
    <message>
        <source>Nothing matches: %1</source>
        <translation>Nichts passt: %1</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::ResultView</name>
    <message>
        <source>CPU time</source>
        <translation>CPU-Zeit</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Run tries your code on the samples: Ctrl+'
Submit judges it on every case: Ctrl+Enter</source>
        <translation>Ausführen probiert den Code an den Beispielen: Strg+'
Einreichen bewertet ihn an allen Testfällen: Strg+Eingabe</translation>
    </message>
    <message>
        <source>Waiting for the judge</source>
        <translation>Wartet auf die Bewertung</translation>
    </message>
    <message>
        <source>Compiling</source>
        <translation>Wird übersetzt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>This case has not ended yet.</source>
        <translation>Dieser Testfall ist noch nicht fertig.</translation>
    </message>
    <message>
        <source>Stopped before this case ended.</source>
        <translation>Abgebrochen, bevor dieser Testfall fertig war.</translation>
    </message>
    <message>
        <source>Waiting for memory</source>
        <translation>Wartet auf Speicher</translation>
    </message>
    <message>
        <source>Making test cases (%1 of %2)</source>
        <translation>Erzeugt Testfälle (%1 von %2)</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::ScoreTable</name>
    <message>
        <source>Points of the groups</source>
        <translation>Punkte der Gruppen</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::StatementPane</name>
    <message>
        <source>Open PDF</source>
        <translation>PDF öffnen</translation>
    </message>
    <message>
        <source>Language of the statement</source>
        <translation>Sprache des Aufgabentexts</translation>
    </message>
    <message>
        <source>Open the statement's PDF file in the program for such files</source>
        <translation>Die PDF-Datei des Aufgabentexts im Programm für solche Dateien öffnen</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::StatementView</name>
    <message>
        <source>Problem statement</source>
        <translation>Aufgabentext</translation>
    </message>
    <message>
        <source>Open a link</source>
        <translation>Link öffnen</translation>
    </message>
    <message>
        <source>Open this address in the web browser?</source>
        <translation>Diese Adresse im Webbrowser öffnen?</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::StatusLine</name>
    <message>
        <source>Sandbox: starting…</source>
        <translation>Sandbox: startet …</translation>
    </message>
    <message>
        <source>Sandbox: %1</source>
        <translation>Sandbox: %1</translation>
    </message>
    <message>
        <source>%1: not installed</source>
        <translation>%1: nicht installiert</translation>
    </message>
    <message>
        <source>Draft saved %1</source>
        <translation>Entwurf gespeichert %1</translation>
    </message>
    <message>
        <source>Ln %1, Col %2</source>
        <translation>Z. %1, Sp. %2</translation>
    </message>
    <message>
        <source>Queue: %1</source>
        <translation>Warteschlange: %1</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::TestCasesView</name>
    <message>
        <source>Run my own cases</source>
        <translation>Eigene Testfälle ausführen</translation>
    </message>
    <message>
        <source>Input of the case</source>
        <translation>Eingabe des Testfalls</translation>
    </message>
    <message>
        <source>Expected output of the case, optional</source>
        <translation>Erwartete Ausgabe des Testfalls, freiwillig</translation>
    </message>
    <message>
        <source>My own cases</source>
        <translation>Eigene Testfälle</translation>
    </message>
    <message>
        <source>Leave it empty to see the output only</source>
        <translation>Leer lassen, um nur die Ausgabe zu sehen</translation>
    </message>
    <message>
        <source>Add a case</source>
        <translation>Testfall hinzufügen</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Expected output (optional)</source>
        <translation>Erwartete Ausgabe (freiwillig)</translation>
    </message>
    <message numerus="yes">
        <source>Run the %n sample(s)</source>
        <translation>
            <numerusform>Das Beispiel ausführen (%n)</numerusform>
            <numerusform>Die %n Beispiele ausführen</numerusform>
        </translation>
    </message>
    <message>
        <source>This problem has no samples</source>
        <translation>Diese Aufgabe hat keine Beispiele</translation>
    </message>
    <message>
        <source>Your test cases are not saved; the text stays here. %1</source>
        <translation>Die Testfälle sind nicht gespeichert; der Text bleibt hier. %1</translation>
    </message>
    <message>
        <source>Case %1</source>
        <translation>Testfall %1</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::TextPane</name>
    <message>
        <source>The file cannot be read any more.</source>
        <translation>Die Datei ist nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>%1 in all; this is the part around the first difference.</source>
        <translation>Insgesamt %1; dies ist der Teil um den ersten Unterschied.</translation>
    </message>
    <message>
        <source>%1 in all; this is the first part.</source>
        <translation>Insgesamt %1; dies ist der erste Teil.</translation>
    </message>
    <message>
        <source>%1 (empty)</source>
        <translation>%1 (leer)</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::ToolBar</name>
    <message>
        <source>Main tool bar</source>
        <translation>Hauptwerkzeugleiste</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
</context>
<context>
    <name>grindstone::desktop::Workspace</name>
    <message>
        <source>Programming language</source>
        <translation>Programmiersprache</translation>
    </message>
    <message>
        <source>&amp;Language:</source>
        <translation>&amp;Sprache:</translation>
    </message>
    <message>
        <source>Your draft is not saved; the text stays here. %1 %2</source>
        <translation>Der Entwurf ist nicht gespeichert; der Text bleibt hier. %1 %2</translation>
    </message>
    <message>
        <source>Run and Submit are off: none of the languages that this problem allows is set up here (%1). What you type is kept all the same.</source>
        <translation>Ausführen und Einreichen sind aus: Keine der Sprachen, die diese Aufgabe erlaubt, ist hier eingerichtet (%1). Was Sie schreiben, wird trotzdem gespeichert.</translation>
    </message>
    <message>
        <source>%1 (not installed)</source>
        <translation>%1 (nicht installiert)</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Grindstone cannot start</source>
        <translation>Grindstone kann nicht starten</translation>
    </message>
</context>
</TS>
