# SPDX-License-Identifier: GPL-3.0-or-later
"""Completes command lines in real shells: test_completion.py GRIND"""
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

GRIND = Path(sys.argv.pop(1)).resolve()
BASH = r"""
source <(grind completion bash)
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_grind
printf '%s\n' "${COMPREPLY[@]}"
"""


class Completion(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="grindstone-completion-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        (self.folder / "sum of two.py").touch()
        (self.folder / "sum.cpp").touch()
        (self.folder / "outputs").mkdir()
        self.home = self.folder / "home"
        self.environment = {"PATH": f"{GRIND.parent}:/usr/bin:/bin", "HOME": str(self.folder), "TERM": "xterm",
                            "LC_ALL": "C.UTF-8", "GRINDSTONE_HOME": str(self.home)}

    def call(self, *command):
        done = subprocess.run(command, cwd=self.folder, env=self.environment, capture_output=True, text=True,
                              stdin=subprocess.DEVNULL, timeout=30)
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        return done.stdout

    def ask(self, *words):
        kind, *lines = self.call(GRIND, "__complete", *words).splitlines()
        return kind, [line.split("\t")[0] for line in lines]

    def pack(self, slug, title):
        package = self.home / "data/packs/mine" / slug
        (package / "data/sample").mkdir(parents=True)
        (package / "problem.yaml").write_text(f"name: {title}\n")
        return package

    def test_knows_commands_options_and_values(self):
        self.assertEqual(self.ask("su"), ("none", ["submit"]))
        self.assertEqual(self.ask("bench", "san"), ("none", ["sandbox"]))
        self.assertEqual(self.ask("run", "--f"), ("none", ["--full"]))
        self.assertEqual(self.ask("run", "--language", "cp"), ("none", ["cpp", "cpp-clang"]))
        self.assertEqual(self.ask("run", "--language=jav"), ("none", ["--language=java", "--language=javascript"]))
        self.assertEqual(self.ask("compare", "tok"), ("files", ["tokens"]))
        self.assertEqual(self.ask("compare", "--kind", ""), ("none", ["icpc", "testlib"]))
        self.assertEqual(self.ask("help", "bench", ""), ("none", self.ask("bench", "")[1]))
        self.assertEqual(self.ask("run", "starter/ech"), ("none", ["starter/echo-sum"]))
        self.assertEqual(self.ask("run", "--full", "echo-s"), ("none", ["echo-sum"]))
        self.assertEqual(self.ask("run", "echo-sum", ""), ("files", []))
        self.assertEqual(self.ask("judge", "a", "b", "c", ""), ("files", []))
        self.assertEqual(self.ask("run", "a", "b", ""), ("none", []))
        self.assertEqual(self.ask("submit", "--keep", ""), ("folders", []))
        self.assertEqual(self.ask("run", "--", "--f"), ("none", []))
        self.assertEqual(self.ask("pack", "show", "sta"), ("files", ["starter"]))
        self.assertEqual(self.ask("pack", "remove", ""), ("files", ["starter"]))
        self.assertEqual(self.ask("bench", "sandbox", "--tier", "full-"), ("none", ["full-v1"]))
        self.assertIn("tag:graphs", self.ask("problems", "tag:g")[1])

    def test_every_command_and_option_of_the_help_is_offered(self):
        for command in self.ask("")[1]:
            text = self.call(GRIND, command, "--help")
            offered = set(self.ask(command, "-")[1])
            self.assertEqual(offered, set(re.findall(r"^  (?:-\w,)?(--[a-z-]+)", text, re.MULTILINE)), command)

    def test_writes_nothing(self):
        self.ask("run", "")
        self.assertFalse(self.home.exists())

    def test_offers_no_word_that_a_shell_would_understand(self):
        self.pack("good", "Good")
        self.pack("$(touch broken)", "Bad")
        self.assertEqual(self.ask("run", "mine/"), ("none", ["mine/good"]))

    def bash(self, *words):
        return self.call("/bin/bash", "-c", BASH, "bash", "grind", *words).splitlines()

    def test_bash(self):
        self.assertEqual(self.bash("ju"), ["judge"])
        self.assertEqual(self.bash("run", "echo-sum", "su"), ["sum of two.py", "sum.cpp"][::-1])
        self.assertEqual(self.bash("judge", "x", "--keep", "=", "ou"), ["outputs"])
        self.assertEqual(self.bash("run", "--language", "=", "cp"), ["cpp", "cpp-clang"])
        self.assertEqual(self.bash("problems", "tag", ":", "graph"), ["graphs"])

    @unittest.skipUnless(shutil.which("fish"), "fish is not installed")
    def test_fish(self):
        def fish(line):
            script = f"grind completion fish | source; complete -C '{line}'"
            return [one.split("\t")[0] for one in self.call("fish", "--no-config", "-c", script).splitlines()]
        self.assertEqual(fish("grind ju"), ["judge"])
        self.assertEqual(fish("grind run echo-sum sum."), ["sum.cpp"])
        self.assertEqual(fish("grind judge x --keep=ou"), ["--keep=outputs/"])
        self.assertEqual(fish("grind run --language=cp"), ["--language=cpp", "--language=cpp-clang"])
        self.assertEqual(fish("grind problems tag:graph"), ["tag:graphs"])

    def zsh(self, typed, wanted):
        """Types into an interactive shell, as a person does; true when the line becomes what is wanted."""
        pid, terminal = pty.fork()
        if pid == 0:
            os.chdir(self.folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], self.environment)
        self.addCleanup(os.close, terminal)
        self.addCleanup(os.waitpid, pid, 0)
        self.addCleanup(os.kill, pid, 9)
        os.write(terminal, b"PS1=; autoload -U compinit; compinit -u; eval \"$(grind completion zsh)\"; echo rea''dy\n")
        self.assertTrue(self.appears(terminal, "ready"))
        os.write(terminal, typed.encode() + b"\t")
        return self.appears(terminal, wanted)

    def appears(self, terminal, wanted):
        seen = ""
        end = time.monotonic() + 20
        while time.monotonic() < end and wanted not in seen:
            if select.select([terminal], [], [], 0.2)[0]:
                seen += os.read(terminal, 4096).decode(errors="replace")
        return wanted in seen

    @unittest.skipUnless(shutil.which("zsh"), "zsh is not installed")
    def test_zsh(self):
        self.assertTrue(self.zsh("grind ju", "grind judge"))
        self.assertTrue(self.zsh("grind run --language=cp", "--language=cpp"))
        self.assertTrue(self.zsh("grind run echo-sum sum.", "sum.cpp"))
        self.assertTrue(self.zsh("grind problems tag:graph", "tag:graphs"))
        self.assertTrue(self.zsh("grind judge x --keep=ou", "--keep=outputs"))


if __name__ == "__main__":
    unittest.main()
