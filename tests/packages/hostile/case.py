# SPDX-License-Identifier: GPL-3.0-or-later
"""One hostile thing, what grind is to do with it, and what has to come of that."""
import dataclasses
import hashlib
import json
import os
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Callable

LARGEST_HASHED = 64 << 20
SECONDS = 30  # Each takes far below one, or a second where something is compiled.

# What verify says of every package that is as small as ours.
OF_SMALL_PACKAGES = {
    "warning: input_validators: there is no program that checks the inputs; add one, which accepts an input by exit "
    "code 42",
    'warning: problem.yaml: there is no license, so that nobody else may use the problem; add one, such as "license: '
    'cc by-sa"',
    "warning: statement: there is no statement; write one into statement/problem.en.md",
}


@dataclasses.dataclass
class Case:
    """`make` gets an empty folder and returns the words to give to grind, relative to that folder. `says` has a line
    for an error, else one for all that is told of packages, findings and submissions; {here} is the folder."""
    name: str
    make: Callable[[Path], list]
    says: str


def of_error(document):
    return [f"{document['error']['code']}: {document['error']['detail']}"]


def of_import(document):
    for pack in document["packs"]:
        yield f"imported {pack['id']}: {', '.join(problem['slug'] for problem in pack['problems'])}"
        yield from (f"warning: {warning}" for warning in pack["warnings"])
        for problem in pack["problems"]:
            yield from (f"warning: {problem['slug']}: {warning}" for warning in problem["warnings"])
        for package in pack["left_out"]:
            yield f"left out: {package['name']}: {package['error']['code']}: {package['error']['detail']}"


def of_verification(document):
    for package in document["packages"]:
        for finding in package["problems"]:
            line = f":{finding['line']}" if finding["line"] else ""
            place = f"{finding['file']}{line}: " if finding["file"] else ""
            text = f"{finding['severity']}: {place}{finding['message']}"
            if text not in OF_SMALL_PACKAGES:
                yield text
        for one in package["submissions"]:
            error = one["error"] and one["error"]["detail"]
            why = "; ".join(text for text in (one["reason"], one["skipped"], error) if text)
            yield f"{one['path']}: {one['verdict']}" + (f" ({why})" if why else "")


def of_report(document):
    yield f"verdict: {document['verdict']}"
    if document.get("error"):
        yield from of_error(document)


READERS = {"grindstone-error/1": of_error, "grindstone-import/1": of_import, "grindstone-verify/1": of_verification,
           "grindstone-report/1": of_report}


def status_for(document):
    if document["schema"] == "grindstone-error/1":
        return 2 if document["error"]["code"].startswith("usage.") else 3
    if document["schema"] == "grindstone-verify/1":
        return 0 if all(package["ok"] for package in document["packages"]) else 1
    return {"AC": 0, "JE": 3}.get(document.get("verdict", "AC"), 1)


def snapshot(folder):
    """Everything below, what kind it is and what is in it. Nothing is followed."""
    found = {}
    for top, folders, files in os.walk(folder):
        for name in folders + files:
            path = Path(top, name)
            status = path.lstat()
            plain = stat.S_ISREG(status.st_mode) and status.st_size < LARGEST_HASHED
            content = hashlib.sha256(path.read_bytes()).hexdigest() if plain else ""
            found[str(path)] = (status.st_mode, status.st_mtime_ns, content)
    return found


class Trial:
    """A folder with the thing, and beside it a home, a place for temporary files and things that nobody may touch."""

    def __init__(self, case, folder, grind):
        self.folder, self.grind, self.case = folder, grind, case
        self.here = folder / "here"
        self.home, self.temporary = folder / "home", folder / "tmp"
        for path in (self.here, self.home, self.temporary):
            path.mkdir(parents=True)
        for path in (folder, self.here):
            (path / "outside").mkdir()
            (path / "outside/kept.txt").write_text("not yours\n")
        self.complaints = []

    def run(self):
        words = self.case.make(self.here)
        before = self.untouchable()
        environment = {"PATH": "/usr/bin:/bin", "HOME": str(self.here), "GRINDSTONE_HOME": str(self.home),
                       "TMPDIR": str(self.temporary), "LC_ALL": "C.UTF-8"}
        command = [self.grind, *words, "--json"]
        try:
            done = subprocess.run(command, cwd=self.here, env=environment, capture_output=True,
                                  stdin=subprocess.DEVNULL, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return f"no end within {SECONDS} seconds"
        said = self.judge(done)
        self.expect(self.untouchable() == before, "something changed outside of the home")
        self.expect(not list(self.temporary.iterdir()), "temporary files are left")
        self.expect_packs(said)
        return said

    def untouchable(self):
        found = snapshot(self.folder)
        return {path: state for path, state in found.items()
                if not Path(path).is_relative_to(self.home) and Path(path) != self.temporary}

    def expect(self, holds, complaint):
        if not holds:
            self.complaints.append(complaint)

    def judge(self, done):
        """What was said, in lines; the paths that change from run to run are named."""
        self.expect(done.returncode >= 0, f"died of signal {-done.returncode}")
        self.expect(done.stderr == b"", f"standard error: {done.stderr[:500]!r}")
        try:
            document = json.loads(done.stdout.decode("utf-8"))
        except ValueError as error:
            return f"no JSON ({error}): {done.stdout[:500]!r}"
        self.expect(done.returncode == status_for(document), f"exit status {done.returncode}")
        said = "\n".join(READERS[document["schema"]](document))
        self.expect(str(self.home) not in said and "/.importing" not in said, "the path of the working folder is told")
        return said.replace(str(self.here), "{here}")

    def expect_packs(self, said):
        """Only what was told to be imported is there, and nothing unfinished."""
        packs = self.home / "data/packs"
        there = sorted(path.name for path in packs.iterdir()) if packs.is_dir() else []
        told = sorted(line.split()[1].rstrip(":") for line in said.splitlines() if line.startswith("imported "))
        self.expect(there == told, f"the library has {there}")
        unfinished = [path for form in (".staging*", ".extracting*") for path in self.home.rglob(form)]
        self.expect(not unfinished, f"{unfinished} is left")


def attempt(case, folder, grind):
    """What grind said, and complaints of all that must hold in every case."""
    trial = Trial(case, folder, grind)
    said = trial.run()
    shutil.rmtree(folder, ignore_errors=True)
    return said, trial.complaints
