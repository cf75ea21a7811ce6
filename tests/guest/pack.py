# SPDX-License-Identifier: GPL-3.0-or-later
"""pack.py ROOT BUILD PAYLOAD [CTEST_ARGUMENT…]: makes the folder PAYLOAD for the guest.

    tree/            this source tree, with the programs, data and tests of BUILD at their place in it
    root             where tree/ must lie there
    tests.json       what CTest knows of each test of label `guest`; arguments choose among these (-R, -E, -L)
    start.sh, …      what inside/ has

A test that has the label needs nothing else, so long as what it uses is in one of BUILD_FOLDERS or a source file.
"""
import json
import shutil
import subprocess
import sys
from pathlib import Path

BUILD_FOLDERS = ("bin", "libexec", "share", "test-bin")
LABEL = "guest"
WINDOWED = ("grindstone",)  # would bring the libraries of a whole desktop
HERE = Path(__file__).resolve().parent


def ask_ctest(build, *arguments):
    listing = subprocess.run(["ctest", "--test-dir", build, "--show-only=json-v1", *arguments], check=True,
                             stdout=subprocess.PIPE, text=True).stdout
    return json.loads(listing)["tests"]


def properties(test):
    return {each["name"]: each["value"] for each in test.get("properties", ())}


def described(test):
    """What run_tests.py wants to know."""
    known = properties(test)
    return {
        "name": test["name"],
        "command": test["command"],
        "labels": known.get("LABELS", []),
        "folder": known.get("WORKING_DIRECTORY", "/tmp"),
        "environment": dict(each.split("=", 1) for each in known.get("ENVIRONMENT", ())),
        "timeout": known.get("TIMEOUT", 120),
        "skipCode": known.get("SKIP_RETURN_CODE"),
    }


def programs_of_others(build, tests):
    """Test programs that only tests without the label run."""
    every = {test["command"][0] for test in ask_ctest(build) if test.get("command")}
    wanted = {argument for test in tests for argument in test["command"]}
    return {Path(program) for program in every - wanted}


def copy_tree(source, target, leave=lambda path: False):
    shutil.copytree(source, target, symlinks=True,
                    ignore=lambda folder, names: [name for name in names if leave(Path(folder) / name)])


def fill(payload, root, build, tests):
    tree = payload / "tree"
    copy_tree(root, tree, lambda path: path in (root / ".git", root / "build"))
    others = programs_of_others(build, tests)
    for folder in BUILD_FOLDERS:
        if (build / folder).is_dir():
            copy_tree(build / folder, tree / build.relative_to(root) / folder,
                      lambda path: path in others or path.name in WINDOWED and path.parent.name == "bin")
    shutil.copytree(HERE / "inside", payload, dirs_exist_ok=True)
    (payload / "root").write_text(str(root))
    (payload / "tests.json").write_text(json.dumps({"build": str(build), "tests": tests}, indent=1))
    # Whatever the umask here, everybody reads there; the tests' homes are of the user who runs them.
    subprocess.run(["chmod", "-R", "a+rX", payload], check=True)
    homes = tree / build.relative_to(root) / "test-home"
    homes.mkdir()
    homes.chmod(0o1777)


def main(root, build, payload, *arguments):
    tests = [described(test) for test in ask_ctest(build, *arguments, "-L", f"^{LABEL}$") if test.get("command")]
    if not tests:
        return f"pack.py: no test of label {LABEL} is built and chosen"
    if payload.exists():
        shutil.rmtree(payload)
    payload.mkdir(parents=True)
    fill(payload, root, build, tests)
    return None


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:4]), *sys.argv[4:]))
