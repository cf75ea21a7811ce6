# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes packages, zips and tars from short descriptions, among them such as no tool would make."""
import dataclasses
import io
import os
import stat
import tarfile
import warnings
import zipfile

GONE = object()
FOLDER = object()
PIPE = object()


@dataclasses.dataclass
class Link:
    target: str


SMALLEST = {
    "problem.yaml": "name: Small\nlimits: {time_limit: 1}\n",
    "data/secret/1.in": "1\n",
    "data/secret/1.ans": "1\n",
}


def write(folder, files):
    """Files by their paths: texts, bytes, Link, FOLDER or PIPE. {here} in a link's target is the case's folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if content is FOLDER:
            path.mkdir()
        elif content is PIPE:
            os.mkfifo(path)
        elif isinstance(content, Link):
            path.symlink_to(content.target)
        else:
            path.write_bytes(content.encode() if isinstance(content, str) else content)


def with_changes(files):
    return {name: content for name, content in {**SMALLEST, **files}.items() if content is not GONE}


def placed(value, here):
    return value.replace("{here}", str(here)) if isinstance(value, str) else value


def imported(files):
    """Imports the smallest package with other files in it."""
    def make(here):
        write(here / "small", {name: Link(placed(content.target, here)) if isinstance(content, Link) else content
                               for name, content in with_changes(files).items()})
        return ["pack", "import", "small"]
    return make


def verified(files):
    def make(here):
        imported(files)(here)
        return ["verify", "small"]
    return make


def judged(files, source="print(input())\n"):
    def make(here):
        imported(files)(here)
        (here / "solution.py").write_text(source)
        return ["judge", "small", "solution.py"]
    return make


def pack(files):
    """Imports a folder with just these files."""
    def make(here):
        write(here / "given", files)
        return ["pack", "import", "given"]
    return make


def given(name, content):
    """Imports a file of these bytes."""
    def make(here):
        (here / name).write_bytes(content() if callable(content) else content)
        return ["pack", "import", name]
    return make


@dataclasses.dataclass
class Entry:
    name: str
    content: bytes = b""
    mode: int = 0o644
    kind: int = stat.S_IFREG
    target: str = ""


def file(name, content=b"x\n", mode=0o644):
    return Entry(name, content, mode)


def link(name, target):
    return Entry(name, target.encode(), 0o777, stat.S_IFLNK, target)


def hard_link(name, target):
    return Entry(name, b"", 0o644, -1, target)


def special(name, kind):
    return Entry(name, b"", 0o644, kind)


def smallest():
    return [file("small/" + name, content.encode()) for name, content in SMALLEST.items()]


def zip_bytes(entries, compression=zipfile.ZIP_DEFLATED):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", compression) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # It warns of names that occur twice.
        for entry in entries:
            info = zipfile.ZipInfo("x", (2024, 1, 1, 0, 0, 0))
            info.filename = entry.name  # Not through the constructor, which mends names.
            info.create_system = 3
            info.compress_type = compression
            info.external_attr = (entry.kind | entry.mode) << 16
            archive.writestr(info, entry.content)
    return target.getvalue()


TAR_TYPES = {stat.S_IFREG: tarfile.REGTYPE, stat.S_IFDIR: tarfile.DIRTYPE, stat.S_IFLNK: tarfile.SYMTYPE,
             stat.S_IFCHR: tarfile.CHRTYPE, stat.S_IFBLK: tarfile.BLKTYPE, stat.S_IFIFO: tarfile.FIFOTYPE,
             -1: tarfile.LNKTYPE}


def tar_bytes(entries, compression="", form=tarfile.GNU_FORMAT):
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:" + compression, format=form, encoding="utf-8",
                      errors="surrogateescape") as archive:
        for entry in entries:
            info = tarfile.TarInfo(entry.name)
            info.type, info.mode, info.linkname = TAR_TYPES[entry.kind], entry.mode, entry.target
            info.size = len(entry.content) if entry.kind == stat.S_IFREG else 0
            archive.addfile(info, io.BytesIO(entry.content))
    return target.getvalue()


def zipped(*entries):
    """Imports a zip of the smallest package and these entries, whose names and targets may have {here}."""
    return _archive("given.zip", zip_bytes, entries)


def tarred(*entries):
    return _archive("given.tar", tar_bytes, entries)


def judged_zip(*entries):
    """Judges on a zip as it is, with no import."""
    make = zipped(*entries)

    def make_with_solution(here):
        (here / "solution.py").write_text("print(input())\n")
        return ["judge", make(here)[-1], "solution.py"]
    return make_with_solution


def _archive(name, to_bytes, entries):
    def make(here):
        placed_entries = [dataclasses.replace(entry, name=placed(entry.name, here), target=placed(entry.target, here),
                                              content=entry.content.replace(b"{here}", str(here).encode()))
                          for entry in entries]
        (here / name).write_bytes(to_bytes(smallest() + placed_entries))
        return ["pack", "import", name]
    return make
