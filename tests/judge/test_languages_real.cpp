// SPDX-License-Identifier: GPL-3.0-or-later
// Every language that we describe, in real boxes: a sum, and a source that doesn't compile. Their packages are in
// scripts/packages.txt, so a language that doesn't work here fails.
#include "judge/engine/judge.h"
#include "judge/report/capture.h"
#include "sandbox/sandbox.h"
#include "tests/support/real_judge.h"

#include <QTemporaryDir>
#include <QtTest>

#include <fstream>
#include <set>

using namespace grindstone;
using namespace grindstone::judge;
using namespace std::chrono_literals;

namespace {

struct Programs {
    const char* language;
    const char* file;
    const char* sum;    ///< of all numbers in its input
    const char* broken; ///< doesn't compile
    int line;           ///< of the first diagnostic
};

constexpr Programs AllLanguages[] = {
    {"c", "mine.c",
     "#include <stdio.h>\nint main(void) { long s = 0, n; while (scanf(\"%ld\", &n) == 1) s += n; "
     "printf(\"%ld\\n\", s); }\n",
     "int main(void) {\n    return undeclared;\n}\n", 2},
    {"cpp", "mine.cc",
     "#include <iostream>\nint main() { long s = 0, n; while (std::cin >> n) s += n; std::cout << s << '\\n'; }\n",
     "int main() {\n    return undeclared;\n}\n", 2},
    {"cpp-clang", "mine.cpp",
     "#include <iostream>\nint main() { long s = 0, n; while (std::cin >> n) s += n; std::cout << s << '\\n'; }\n",
     "int main() {\n    return undeclared;\n}\n", 2},
    {"csharp", "mine.cs",
     "using System;\nusing System.Linq;\nclass Sum {\n    static void Main() {\n"
     "        var all = Console.In.ReadToEnd().Split((char[])null, StringSplitOptions.RemoveEmptyEntries);\n"
     "        Console.WriteLine(all.Select(long.Parse).Sum());\n    }\n}\n",
     "class Sum {\n    static void Main() {\n        undeclared();\n    }\n}\n", 3},
    {"go", "mine.go",
     "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tvar s, n int\n\tfor {\n"
     "\t\tif _, err := fmt.Scan(&n); err != nil {\n\t\t\tbreak\n\t\t}\n\t\ts += n\n\t}\n\tfmt.Println(s)\n}\n",
     "package main\n\nfunc main() {\n\tundeclared()\n}\n", 4},
    {"haskell", "mine.hs",
     "main :: IO ()\nmain = interact (\\s -> show (sum (map read (words s) :: [Int])) ++ \"\\n\")\n",
     "main :: IO ()\nmain = undeclared\n", 2},
    {"java", "mine.java",
     "import java.util.*;\n\npublic class Sum {\n    public static void main(String[] arguments) {\n"
     "        Scanner in = new Scanner(System.in);\n        long s = 0;\n"
     "        while (in.hasNextLong()) s += in.nextLong();\n        System.out.println(s);\n    }\n}\n",
     "public class Sum {\n    public static void main(String[] arguments) {\n        undeclared();\n    }\n}\n", 3},
    {"javascript", "mine.js",
     "const all = require('fs').readFileSync(0, 'utf8').split(/\\s+/).filter(Boolean).map(Number);\n"
     "console.log(all.reduce((a, b) => a + b, 0));\n",
     "const a = 1;\nconst b = a +;\n", 2},
    {"kotlin", "mine.kt",
     "fun main() {\n    val all = generateSequence(::readLine).flatMap { it.split(' ').asSequence() }\n"
     "    println(all.filter { it.isNotEmpty() }.map { it.toLong() }.sum())\n}\n",
     "fun main() {\n    undeclared()\n}\n", 2},
    {"lua", "mine.lua",
     "local s = 0\nwhile true do\n    local n = io.read('n')\n    if not n then break end\n    s = s + "
     "n\nend\nprint(s)\n",
     "local s = 1\nprint(s s)\n", 2},
    {"ocaml", "mine.ml",
     "let rec sum s = try Scanf.scanf \" %d\" (fun n -> sum (s + n)) with _ -> s\n"
     "let () = Printf.printf \"%d\\n\" (sum 0)\n",
     "let a = 1\nlet () = print_int undeclared\n", 2},
    {"pascal", "mine.pas",
     "program sum;\nvar s, n: int64;\nbegin\n  s := 0;\n  while not seekeof do begin read(n); s := s + n; end;\n"
     "  writeln(s);\nend.\n",
     "program sum;\nbegin\n  writeln(undeclared);\nend.\n", 3},
    {"php", "mine.php",
     "<?php\n$all = preg_split('/\\s+/', stream_get_contents(STDIN), -1, PREG_SPLIT_NO_EMPTY);\n"
     "echo array_sum($all), \"\\n\";\n",
     "<?php\n$a = 1;\n$b = $a +;\n", 3},
    {"pypy3", "mine.py", "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n", "a = 1\nb = a +\n", 2},
    {"python3", "mine.py", "import sys\nprint(sum(map(int, sys.stdin.read().split())))\n", "a = 1\nb = a +\n", 2},
    {"ruby", "mine.rb", "puts STDIN.read.split.sum(&:to_i)\n", "a = 1\nb = a )\n", 2},
    {"rust", "mine.rs",
     "use std::io::Read;\n\nfn main() {\n    let mut text = String::new();\n"
     "    std::io::stdin().read_to_string(&mut text).unwrap();\n"
     "    let s: i64 = text.split_whitespace().map(|n| n.parse::<i64>().unwrap()).sum();\n"
     "    println!(\"{}\", s);\n}\n",
     "fn main() {\n    undeclared();\n}\n", 2},
    {"typescript", "mine.ts",
     "import { readFileSync } from \"fs\";\n"
     "const all: number[] = readFileSync(0, \"utf8\").split(/\\s+/).filter(Boolean).map(Number);\n"
     "console.log(all.reduce((a: number, b: number): number => a + b, 0));\n",
     "const a: number = 1;\nconst b: number = a +;\n", 2},
};

struct Folder {
    const char* name;
    const char* language;
    std::vector<SourceFile> files;
};

/// Each needs the files that lie beside its entry.
std::vector<Folder> folders() {
    return {
        {"C++ with a header",
         "cpp",
         {{"sum.h", "long sum();\n"},
          {"lib/sum.cpp", "#include \"../sum.h\"\n#include <iostream>\n"
                          "long sum() { long s = 0, n; while (std::cin >> n) s += n; return s; }\n"},
          {"start.cpp", "#include \"sum.h\"\n#include <iostream>\nint main() { std::cout << sum() << '\\n'; }\n"}}},
        {"C with a header",
         "c",
         {{"sum.h", "long sum(void);\n"},
          {"sum.c", "#include \"sum.h\"\n#include <stdio.h>\n"
                    "long sum(void) { long s = 0, n; while (scanf(\"%ld\", &n) == 1) s += n; return s; }\n"},
          {"a.c", "#include \"sum.h\"\n#include <stdio.h>\nint main(void) { printf(\"%ld\\n\", sum()); }\n"}}},
        {"Java in a package",
         "java",
         {{"sums/Adder.java", "package sums;\npublic class Adder {\n    private long sum;\n"
                              "    public void add(long number) { sum += number; }\n"
                              "    public long sum() { return sum; }\n}\n"},
          {"sums/Start.java", "package sums;\nimport java.util.*;\npublic class Start {\n"
                              "    public static void main(String[] arguments) {\n"
                              "        Scanner in = new Scanner(System.in);\n        Adder adder = new Adder();\n"
                              "        while (in.hasNextLong()) adder.add(in.nextLong());\n"
                              "        System.out.println(adder.sum());\n    }\n}\n"}}},
        {"Java with two classes",
         "java",
         {{"Adder.java", "class Adder { static long add(long a, long b) { return a + b; } }\n"},
          {"Main.java", "import java.util.*;\npublic class Main {\n    public static void main(String[] arguments) {\n"
                        "        Scanner in = new Scanner(System.in);\n        long s = 0;\n"
                        "        while (in.hasNextLong()) s = Adder.add(s, in.nextLong());\n"
                        "        System.out.println(s);\n    }\n}\n"}}},
        {"Python with a module",
         "python3",
         {{"adding/__init__.py", ""},
          {"adding/all.py", "def add(numbers):\n    return sum(numbers)\n"},
          {"main.py", "import sys\nfrom adding.all import add\nprint(add(map(int, sys.stdin.read().split())))\n"}}},
        {"Go with a file and a package",
         "go",
         {{"adding/adding.go", "package adding\n\nfunc Add(a, b int) int { return a + b }\n"},
          {"main.go", "package main\n\nimport \"fmt\"\n\nfunc main() {\n\tfmt.Println(readAll())\n}\n"},
          {"read.go", "package main\n\nimport (\n\t\"fmt\"\n\t\"submission/adding\"\n)\n\nfunc readAll() (s int) {\n"
                      "\tvar n int\n\tfor {\n\t\tif _, err := fmt.Scan(&n); err != nil {\n\t\t\treturn\n\t\t}\n"
                      "\t\ts = adding.Add(s, n)\n\t}\n}\n"}}},
        {"Rust with a module",
         "rust",
         {{"adding.rs", "pub fn add(a: i64, b: i64) -> i64 {\n    a + b\n}\n"},
          {"main.rs", "mod adding;\nuse std::io::Read;\n\nfn main() {\n    let mut text = String::new();\n"
                      "    std::io::stdin().read_to_string(&mut text).unwrap();\n"
                      "    let numbers = text.split_whitespace().map(|n| n.parse().unwrap());\n"
                      "    println!(\"{}\", numbers.fold(0, adding::add));\n}\n"}}},
        {"JavaScript with a module",
         "javascript",
         {{"adding.js", "exports.add = (a, b) => a + b;\n"},
          {"main.js", "const { add } = require('./adding');\n"
                      "const all = require('fs').readFileSync(0, 'utf8').split(/\\s+/).filter(Boolean).map(Number);\n"
                      "console.log(all.reduce(add, 0));\n"}}},
        {"TypeScript with a module",
         "typescript",
         {{"adding.ts", "export const add = (a: number, b: number): number => a + b;\n"},
          {"main.ts",
           "import { readFileSync } from 'fs';\nimport { add } from './adding';\n"
           "console.log(readFileSync(0, 'utf8').split(/\\s+/).filter(Boolean).map(Number).reduce(add, 0));\n"}}},
        {"C# with two classes",
         "csharp",
         {{"Adder.cs", "static class Adder { public static long Add(long a, long b) { return a + b; } }\n"},
          {"Start.cs", "using System;\nclass Start {\n    static void Main() {\n        long s = 0;\n"
                       "        foreach (var n in Console.In.ReadToEnd().Split((char[])null, "
                       "StringSplitOptions.RemoveEmptyEntries)) s = Adder.Add(s, long.Parse(n));\n"
                       "        Console.WriteLine(s);\n    }\n}\n"}}},
        {"Haskell with a module",
         "haskell",
         {{"Adding.hs", "module Adding (add) where\n\nadd :: [Int] -> Int\nadd = sum\n"},
          {"main.hs",
           "import Adding\n\nmain :: IO ()\nmain = interact ((++ \"\\n\") . show . add . map read . words)\n"}}},
        {"OCaml with a module that sorts behind its user",
         "ocaml",
         {{"main.ml", "let rec sum s = try Scanf.scanf \" %d\" (fun n -> sum (Zadding.add s n)) with _ -> s\n"
                      "let () = Printf.printf \"%d\\n\" (sum 0)\n"},
          {"zadding.ml", "let add a b = a + b\n"}}},
        {"Pascal with a unit",
         "pascal",
         {{"adding.pas", "unit adding;\ninterface\nfunction add(a, b: int64): int64;\nimplementation\n"
                         "function add(a, b: int64): int64;\nbegin add := a + b; end;\nend.\n"},
          {"main.pas", "program sum;\nuses adding;\nvar s, n: int64;\nbegin\n  s := 0;\n"
                       "  while not seekeof do begin read(n); s := add(s, n); end;\n  writeln(s);\nend.\n"}}},
        {"Pascal with a unit that sorts before its user",
         "pascal",
         {{"adding.pp", "unit adding;\ninterface\nfunction add(a, b: int64): int64;\nimplementation\n"
                        "function add(a, b: int64): int64;\nbegin add := a + b; end;\nend.\n"},
          {"sum.pas", "program sum;\nuses adding;\nvar s, n: int64;\nbegin\n  s := 0;\n"
                      "  while not seekeof do begin read(n); s := add(s, n); end;\n  writeln(s);\nend.\n"}}},
        {"JavaScript modules",
         "javascript",
         {{"adding.mjs", "export const add = (a, b) => a + b;\n"},
          {"also.js", "console.log('the wrong file');\n"},
          {"main.mjs", "import fs from 'fs';\nimport { add } from './adding.mjs';\n"
                       "console.log(fs.readFileSync(0, 'utf8').split(/\\s+/).filter(Boolean).map(Number)"
                       ".reduce(add, 0));\n"}}},
        {"Ruby with a file beside",
         "ruby",
         {{"adding.rb", "def add(numbers) = numbers.sum\n"},
          {"main.rb", "require_relative 'adding'\nputs add(STDIN.read.split.map(&:to_i))\n"}}},
        {"Kotlin with two files",
         "kotlin",
         {{"adding.kt", "fun add(a: Long, b: Long) = a + b\n"},
          {"start.kt",
           "fun main() {\n    val all = generateSequence(::readLine).flatMap { it.split(' ').asSequence() }\n"
           "    println(all.filter { it.isNotEmpty() }.map { it.toLong() }.fold(0L, ::add))\n}\n"}}},
    };
}

} // namespace

class TestLanguagesReal : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    std::unique_ptr<tests::RealJudge> m_real;
    std::shared_ptr<Problem> m_problem;

    std::string write(const std::string& name, const std::string& text) {
        const std::string path = m_folder.path().toStdString() + "/" + name;
        std::ofstream(path, std::ios::binary) << text;
        return path;
    }
    Report judge(const std::string& language, std::vector<SourceFile> sources) {
        JudgeRequest request;
        request.problem = m_problem;
        request.problemId = "test/sum";
        request.language = language;
        request.sources = std::move(sources);
        return m_real->judge->judge(request, {}, std::stop_token());
    }
    static std::string describe(const Report& report) {
        std::string text = report.verdict ? std::string(code(*report.verdict)) : "no verdict";
        text += report.error ? ": " + report.error->detail : "";
        for (const CaseResult& one : report.cases) {
            text += one.standardError ? " | " + readCapture(one.standardError, 0, 1000) : "";
            text += one.standardOutput ? " | " + readCapture(one.standardOutput, 0, 1000) : "";
        }
        return text + " | " + report.compile.output;
    }

private Q_SLOTS:
    void initTestCase() {
        auto started = tests::RealJudge::start();
        QVERIFY2(started.has_value(), started ? "" : started.error().detail.c_str());
        m_real = *std::move(started);
        m_problem = std::make_shared<Problem>();
        m_problem->slug = "sum";
        m_problem->limits.cpuTime = 2000ms;
        m_problem->limits.memory = Bytes::mib(64);
        for (const auto& [input, answer] :
             {std::pair("1 2\n", "3\n"), std::pair("10 20 30\n", "60\n"), std::pair("-5 5\n", "0\n")}) {
            TestCase testCase;
            testCase.name = "secret/" + std::to_string(m_problem->cases.size());
            testCase.inputPath = write(std::to_string(m_problem->cases.size()) + ".in", input);
            testCase.answerPath = write(std::to_string(m_problem->cases.size()) + ".ans", answer);
            m_problem->cases.push_back(testCase);
        }
    }

    void everyLanguageIsHere() {
        std::set<std::string> tested;
        for (const Programs& programs : AllLanguages) {
            tested.insert(programs.language);
        }
        for (const Language& language : m_real->languages.languages()) {
            QVERIFY2(tested.contains(language.id), language.id.c_str());
        }
        QCOMPARE(m_real->languages.languages().size(), std::size(AllLanguages));
    }

    void addsNumbers_data() {
        QTest::addColumn<int>("index");
        for (std::size_t i = 0; i < std::size(AllLanguages); ++i) {
            QTest::newRow(AllLanguages[i].language) << static_cast<int>(i);
        }
    }
    void addsNumbers() {
        QFETCH(int, index);
        const Programs& programs = AllLanguages[index];
        const Report report = judge(programs.language, {{programs.file, programs.sum}});
        QVERIFY2(report.verdict == Verdict::Accepted, describe(report).c_str());
        QVERIFY2(report.compile.diagnostics.empty(), report.compile.output.c_str());
        for (const CaseResult& one : report.cases) {
            QVERIFY2(one.blockedCalls.empty(), one.blockedCalls.empty() ? "" : one.blockedCalls.front().c_str());
        }
    }

    void saysWhereASourceIsBroken_data() { addsNumbers_data(); }
    void saysWhereASourceIsBroken() {
        QFETCH(int, index);
        const Programs& programs = AllLanguages[index];
        const Report report = judge(programs.language, {{programs.file, programs.broken}});
        QVERIFY2(report.verdict == Verdict::CompileError, describe(report).c_str());
        QVERIFY2(!report.compile.diagnostics.empty(), report.compile.output.c_str());
        const Diagnostic& first = report.compile.diagnostics.front();
        QCOMPARE(QString::fromStdString(first.file), QString::fromUtf8(programs.file));
        QCOMPARE(first.line, programs.line);
        QCOMPARE(first.severity, std::string("error"));
        QVERIFY(!first.message.empty());
    }

    void compilesFolders_data() {
        QTest::addColumn<int>("index");
        const std::vector<Folder> all = folders();
        for (std::size_t i = 0; i < all.size(); ++i) {
            QTest::newRow(all[i].name) << static_cast<int>(i);
        }
    }
    void compilesFolders() {
        QFETCH(int, index);
        const Folder folder = folders()[static_cast<std::size_t>(index)];
        const Report report = judge(folder.language, folder.files);
        QVERIFY2(report.verdict == Verdict::Accepted, describe(report).c_str());
    }
};

QTEST_GUILESS_MAIN(TestLanguagesReal)
#include "test_languages_real.moc"
