#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the layers of ARCHITECTURE.md apart: reports every #include that a layer may not have.

    check_includes.py [ROOT]

Exits with 1 and one line for each finding. LAYERS below is the one place that says who may include what.
What counts is which module a header belongs to, not how its name is spelled: <QWidget>, <QtWidgets/QWidget>,
<qwidget.h> and "qwidget.h" are all QtWidgets. Debian keeps all Qt modules under one include root, so linking alone
would stop none of them.
"""
import re
import sys
from dataclasses import dataclass
from pathlib import Path

QT_ROOTS = ("/usr/include/*/qt6", "/usr/include/qt6")

# Libraries by the start of their headers' names. Whatever is neither here, nor Qt's, nor ours is the standard
# library or the system, which every layer may use.
LIBRARIES = {
    "CLI11": ("CLI/",),
    "libarchive": ("archive.h", "archive_entry.h"),
    "libmicrohttpd": ("microhttpd.h",),
    "libseccomp": ("seccomp.h",),
    "libsystemd": ("systemd/",),
    "librsvg": ("librsvg/",),
    "libsodium": ("sodium.h", "sodium/"),
    "md4c": ("md4c.h", "md4c-html.h", "entity.h"),
    "nlohmann-json": ("nlohmann/",),
    "pugixml": ("pugixml.hpp",),
    "sqlite3": ("sqlite3.h",),
    "tl-expected": ("tl/",),
    "toml++": ("toml++/",),
    "yaml-cpp": ("yaml-cpp/",),
    "zlib": ("zlib.h",),
}


@dataclass(frozen=True)
class Layer:
    folders: tuple  # folders of ours that it may include; its own comes by itself
    libraries: tuple = ()
    qt: tuple = ()


# Files belong to the layer with the longest matching folder.
LAYERS = {
    "sandbox": Layer(folders=(), libraries=("libseccomp", "libsystemd", "tl-expected")),
    "sandbox/helper": Layer(folders=("sandbox",), libraries=("libseccomp", "tl-expected")),
    "judge": Layer(
        folders=("sandbox",),
        libraries=("libarchive", "libsodium", "nlohmann-json", "pugixml", "tl-expected", "toml++", "yaml-cpp", "zlib"),
    ),
    "app/core": Layer(
        folders=("judge", "sandbox"),
        libraries=("libsodium", "md4c", "nlohmann-json", "tl-expected", "toml++"),
        qt=("QtCore", "QtSql", "QtQml"),
    ),
    "app/desktop": Layer(
        folders=("app/core", "judge", "sandbox/base"),
        libraries=("librsvg", "tl-expected"),
        qt=("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtDBus", "QtPdf", "QtSvg", "Qsci"),
    ),
    "app/cli": Layer(
        folders=("app/core", "app/server", "judge", "sandbox"),
        libraries=("CLI11", "nlohmann-json", "tl-expected"),
        qt=("QtCore",),
    ),
    "app/server": Layer(
        folders=("app/core", "judge", "sandbox"),
        libraries=("libmicrohttpd", "nlohmann-json", "tl-expected"),
        qt=("QtCore",),
    ),
}

SOURCES = {".h", ".hpp", ".c", ".cpp", ".inc"}
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include(?:_next)?[ \t]*(.*)$', re.MULTILINE)
GENERATED = re.compile(r"^(?:moc_\w+\.cpp|\w+\.moc|ui_\w+\.h|qrc_\w+\.cpp)$")
LOOKS_LIKE_QT = re.compile(r"^(?:Qt?[A-Z]\w*(?:/.*)?|Qsci/.*|q[a-z0-9_]+\.h)$")


def qt_modules():
    """Header name → Qt module, for every header of the Qt that is installed."""
    modules = {}
    for pattern in QT_ROOTS:
        for folder in sorted(Path("/").glob(pattern[1:] + "/Q*")):
            for header in folder.iterdir():
                modules.setdefault(header.name, folder.name)
    return modules


def layer_of(path):
    """The name of the layer that a path (relative to the root) lies in, or None."""
    inside = [name for name in LAYERS if path.startswith(name + "/")]
    return max(inside, key=len, default=None)


def library_of(header):
    for name, starts in LIBRARIES.items():
        if any(header == start or (start.endswith("/") and header.startswith(start)) for start in starts):
            return name
    return None


def qt_module_of(header, modules):
    if not LOOKS_LIKE_QT.match(header):
        return None
    if "/" in header:
        return header.split("/")[0]
    return modules.get(header, "an unknown Qt module")


def without_comments(text):
    """The text with its comments blanked and its lines kept; strings stay, since they are what is included."""
    def blank(match):
        found = match.group(0)
        return found if found.startswith('"') else re.sub(r"[^\n]", " ", found)
    return COMMENT_OR_STRING.sub(blank, text)


def finding(root, name, header, quoted, modules):
    """Why the layer `name` may not include `header`, or None."""
    layer = LAYERS[name]
    if quoted and GENERATED.match(header):
        return None
    if ".." in header.split("/"):
        return "include from the root of the repository, not through '..'"
    if (root / header).is_file():
        allowed = (name,) + layer.folders
        return None if any(header.startswith(f + "/") for f in allowed) else f"{name}/ may not include {header}"
    module = qt_module_of(header, modules)
    if module is not None:
        return None if module in layer.qt else f"{name}/ may not use {module} ({header})"
    library = library_of(header)
    if library is not None:
        return None if library in layer.libraries else f"{name}/ may not use {library} ({header})"
    if quoted:
        return f'"{header}" is not a file below the root of the repository'
    return None


def findings_in(root, path, modules):
    name = layer_of(path.relative_to(root).as_posix())
    text = without_comments(path.read_text(encoding="utf-8"))
    for match in INCLUDE.finditer(text):
        line = text.count("\n", 0, match.start()) + 1
        spelled = re.match(r'<([^>]+)>|"([^"]+)"', match.group(1))
        if spelled is None:
            yield line, "an #include must name its file, so that it can be checked"
            continue
        why = finding(root, name, spelled.group(1) or spelled.group(2), spelled.group(2) is not None, modules)
        if why is not None:
            yield line, why


def check(root):
    """All findings below `root`, as lines for people; and how many files were read."""
    modules = qt_modules()
    messages, files = [], 0
    for top in sorted({name.split("/")[0] for name in LAYERS}):
        for path in sorted((root / top).rglob("*")):
            if path.suffix not in SOURCES or layer_of(path.relative_to(root).as_posix()) is None:
                continue
            files += 1
            where = path.relative_to(root).as_posix()
            messages += [f"{where}:{line}: {why}" for line, why in findings_in(root, path, modules)]
    return messages, files


def main(arguments):
    root = Path(arguments[1] if len(arguments) > 1 else Path(__file__).parent.parent).resolve()
    messages, files = check(root)
    for message in messages:
        print(message, file=sys.stderr)
    if files == 0:
        print(f"{root}: no sources found", file=sys.stderr)
        return 1
    print(f"{files} files, {len(messages)} forbidden includes")
    return 1 if messages else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
