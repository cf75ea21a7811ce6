# SPDX-License-Identifier: GPL-3.0-or-later
"""run.sh in a made-up tree whose cmake and ninja are scripts: what it builds, starts, and says where."""
import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CMAKE = """#!/bin/bash
echo "cmake $*"; echo "cmake $*" >>"$LOG"
[[ -z ${BREAK_CMAKE:-} ]] || exit 1
mkdir -p build/release/bin
echo "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" >build/release/CMakeCache.txt
touch build/release/build.ninja
"""
NINJA = """#!/bin/bash
if [[ $* == *" -n"* ]]; then
    [[ ! -e $2/built ]] || echo "ninja: no work to do."
    exit
fi
echo "compiling"; echo "ninja" >>"$LOG"
[[ -z ${BREAK_NINJA:-} ]] || { echo "error: no such thing" >&2; exit 1; }
for program in grind grindstone; do
    printf '#!/bin/bash\\nprintf "%%s|" %s "$@"; cat; exit 7\\n' $program >"$2/bin/$program"
    chmod +x "$2/bin/$program"
done
touch "$2/built"
"""


class RunScript(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        self.root = self.folder / "a tree"
        shutil.copytree(ROOT / "scripts", self.root / "scripts", ignore=shutil.ignore_patterns("__pycache__"))
        (self.root / "scripts/packages.txt").write_text("build shell command:sh the shell\n")
        shutil.copy(ROOT / "run.sh", self.root)
        (self.root / "CMakePresets.json").write_text("{}")
        os.utime(self.root / "CMakePresets.json", (1, 1))
        accepted = self.root / "problemsets/starter/echo-sum/submissions/accepted"
        accepted.mkdir(parents=True)
        (accepted / "sum.cpp").touch()
        tools = self.folder / "tools"
        tools.mkdir()
        for name, text in (("cmake", CMAKE), ("ninja", NINJA)):
            (tools / name).write_text(text)
            (tools / name).chmod(0o755)
        self.log = self.folder / "log"

    def start(self, *arguments, script=None, stdin="", **environment):
        """Runs it from another folder, with hardly any environment; returns what the tools were asked, and the rest."""
        self.log.write_text("")
        environment |= {"PATH": f"{self.folder}/tools:/usr/bin:/bin", "LOG": str(self.log)}
        done = subprocess.run([script or self.root / "run.sh", *arguments], env=environment, input=stdin,
                              capture_output=True, text=True, cwd="/")
        return self.log.read_text(), done

    def test_gives_arguments_input_and_exit_status_to_grind_and_keeps_its_own_talk_off_stdout(self):
        asked, done = self.start("submit", "a b", "", stdin="typed")
        self.assertEqual(asked, "cmake --preset release\nninja\n")
        self.assertEqual((done.stdout, done.returncode), ("grind|submit|a b||typed", 7))
        self.assertIn("compiling\n", done.stderr)

    def test_a_second_start_is_silent_and_builds_nothing(self):
        self.start("doctor")
        asked, done = self.start("doctor")
        self.assertEqual((asked, done.stderr, done.stdout), ("", "", "grind|doctor|"))

    def test_configures_again_when_the_presets_changed(self):
        self.start("doctor")
        os.utime(self.root / "CMakePresets.json")
        os.utime(self.root / "build/release/build.ninja", (2, 2))
        self.assertEqual(self.start("doctor")[0], "cmake --preset release\n")

    def test_configures_afresh_in_a_tree_that_was_moved(self):
        self.start("doctor")
        self.root = self.root.rename(self.folder / "another tree")
        self.assertEqual(self.start("doctor")[0], "cmake --preset release --fresh\n")

    def test_opens_the_window_where_there_is_a_display(self):
        self.assertEqual(self.start(DISPLAY=":1")[1].stdout, "grindstone|")
        self.assertEqual(self.start(WAYLAND_DISPLAY="wayland-0")[1].stdout, "grindstone|")

    def test_judges_the_first_problem_where_there_is_no_display(self):
        done = self.start()[1]
        problem = f"{self.root}/problemsets/starter/echo-sum"
        self.assertEqual(done.stdout, f"grind|judge|{problem}|{problem}/submissions/accepted/sum.cpp|")
        self.assertIn("grindstone: no display here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no window.\n",
                      done.stderr)

    def test_works_through_a_symbolic_link(self):
        link = self.folder / "link"
        link.symlink_to(self.root / "run.sh")
        self.assertEqual(self.start("doctor", script=link)[1].stdout, "grind|doctor|")

    def test_says_what_failed(self):
        done = self.start("doctor", BREAK_CMAKE="1")[1]
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("grindstone: cmake could not configure the build; ", done.stderr)
        done = self.start("doctor", BREAK_NINJA="1")[1]
        self.assertEqual((done.returncode, done.stdout), (1, ""))
        self.assertIn("grindstone: the build failed; ", done.stderr)


if __name__ == "__main__":
    unittest.main()
