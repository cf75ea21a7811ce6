# SPDX-License-Identifier: GPL-3.0-or-later
"""Entries of archives that would come to lie where they must not, or that cannot be told apart."""
import stat

from hostile.case import Case
from hostile.making import (SMALLEST, Link, file, given, hard_link, judged_zip, link, pack, smallest, special, tarred,
                            zip_bytes, zipped)

PIECES = "/".join(["part"] * 40)

CASES = [
    Case("zip: absolute path", zipped(file("{here}/outside/new.txt")),
         "archive.unsafe: given.zip: {here}/outside/new.txt: the path is absolute; pack again with "
         "paths that begin in the pack's folder"),
    Case("tar: absolute path", tarred(file("{here}/outside/new.txt")),
         "archive.unsafe: given.tar: {here}/outside/new.txt: the path is absolute; pack again with "
         "paths that begin in the pack's folder"),
    Case("zip: path that goes up", zipped(file("small/../../outside/new.txt")),
         'archive.unsafe: given.zip: small/../../outside/new.txt: the path goes up with ".."; pack '
         "again with paths that begin in the pack's folder"),
    Case("tar: path that goes up", tarred(file("../outside/new.txt")),
         'archive.unsafe: given.tar: ../outside/new.txt: the path goes up with ".."; pack again with '
         "paths that begin in the pack's folder"),
    Case("zip: path that goes up and comes back", zipped(file("small/../small/new.txt")),
         'archive.unsafe: given.zip: small/../small/new.txt: the path goes up with ".."; pack again '
         "with paths that begin in the pack's folder"),
    Case("zip: path that goes up, judged without import", judged_zip(file("../outside/new.txt")),
         'archive.unsafe: given.zip: ../outside/new.txt: the path goes up with ".."; pack again with '
         "paths that begin in the pack's folder"),
    Case("zip: Windows path that goes up", zipped(file("small\\..\\..\\outside\\new.txt")),
         'archive.unsafe: given.zip: small/../../outside/new.txt: the path goes up with ".."; pack '
         "again with paths that begin in the pack's folder"),
    Case("zip: Windows path with a drive", zipped(file("C:\\outside\\new.txt")),
         "archive.unsafe: given.zip: C:/outside/new.txt: the path is absolute; pack again with paths "
         "that begin in the pack's folder"),
    Case("zip: Windows path that is absolute", zipped(file("\\outside\\new.txt")),
         "archive.unsafe: given.zip: /outside/new.txt: the path is absolute; pack again with paths "
         "that begin in the pack's folder"),
    Case("zip: empty name", zipped(file("")),
         "archive.unsafe: given.zip: an entry has no name; pack again"),
    Case("zip: name of blanks and dots", zipped(file("./././")),
         "imported given: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("zip: NUL in a name", given("given.zip", lambda: zip_bytes(smallest() + [file("small/nul?.txt")])
                                     .replace(b"nul?", b"nul\0")),
         "archive.unsafe: given.zip: small/nul\\x00.txt: the name has control characters; rename it "
         "and pack again"),
    Case("zip: line break in a name", zipped(file("small/new\nerror: line.txt")),
         "archive.unsafe: given.zip: small/new\\x0aerror: line.txt: the name has control characters; "
         "rename it and pack again"),
    Case("tar: escape sequence in a name", tarred(file("small/\x1b]0;title\x07.txt")),
         "archive.unsafe: given.tar: small/\\x1b]0;title\\x07.txt: the name has control characters; "
         "rename it and pack again"),
    Case("tar: control character of Unicode in a name", tarred(file("small/\u009b31m.txt")),
         "archive.unsafe: given.tar: small/\x9b31m.txt: the name has control characters; rename it and "
         "pack again"),
    Case("tar: name that is not UTF-8", tarred(file("small/\udcff\udcfe.txt")),
         "archive.unsafe: given.tar: small/\\xff\\xfe.txt: the name is not UTF-8; rename it and pack again"),
    Case("zip: name that is not UTF-8", given("given.zip", lambda: zip_bytes(smallest() + [file("small/bad?.txt")])
                                              .replace(b"bad?", b"bad\xff")),
         "archive.unsafe: given.zip: small/bad\\xff.txt: the name is not UTF-8; rename it and pack again"),
    Case("zip: name of 300 bytes", zipped(file("small/" + "a" * 300)),
         "archive.unsafe: given.zip: "
         "small/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
         "a: a name is longer than 255 bytes; shorten it and pack again"),
    Case("tar: 40 folders deep", tarred(file(PIECES)),
         "archive.unsafe: given.tar: "
         "part/part/part/part/part/part/part/part/part/part/part/part/part/part/part/part/part/part/"
         "part/part/part/part/part/part/part/part/part/part/part/part/part/part/part/part/part/part/"
         "part/part/part/part: it lies more than 31 folders deep; put it higher and pack again"),
    Case("tar: path of 1500 bytes", tarred(file("/".join(["p" * 149] * 10))),
         "archive.unsafe: given.tar: "
         "pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp"
         "pppppppppppppppppppppppppppppp…ppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp"
         "p: the path is longer than 1000 bytes; shorten it and pack again"),
    Case("zip: the same file twice", zipped(file("small/problem.yaml", b"name: Other\n")),
         "archive.unsafe: given.zip: small/problem.yaml: the archive has this name twice; leave one "
         "of them out"),
    Case("tar: the same file twice", tarred(file("small/./problem.yaml", b"name: Other\n")),
         "archive.unsafe: given.tar: small/./problem.yaml: the archive has this name twice; leave one "
         "of them out"),
    Case("zip: file that is also a folder", zipped(file("small/new"), file("small/new/below.txt")),
         "archive.unsafe: given.zip: small/new/below.txt: small/new is a file in the archive, and a "
         "folder here; rename one of them"),
    Case("tar: folder that is also a file", tarred(file("small/new/below.txt"), file("small/new")),
         "archive.unsafe: given.tar: small/new: this name is a folder in the archive, and a file; "
         "rename one of them"),
    # Composed and decomposed: they look the same, and are the same file on other systems.
    Case("zip: two spellings of the same letters", zipped(file("small/\u00e9.txt"), file("small/e\u0301.txt")),
         "archive.unsafe: given.zip: small/é.txt: the archive has this name twice; leave one of them out"),
    Case("tar: device", tarred(special("small/disk", stat.S_IFBLK)),
         "archive.unsafe: given.tar: small/disk: this is a device; a pack has files, folders and "
         "links only, so take it out"),
    Case("tar: character device", tarred(special("small/null", stat.S_IFCHR)),
         "archive.unsafe: given.tar: small/null: this is a device; a pack has files, folders and "
         "links only, so take it out"),
    Case("tar: named pipe", tarred(special("small/pipe", stat.S_IFIFO)),
         "archive.unsafe: given.tar: small/pipe: this is a named pipe; a pack has files, folders and "
         "links only, so take it out"),
    Case("zip: device", zipped(special("small/disk", stat.S_IFBLK)),
         "archive.unsafe: given.zip: small/disk: this is a device; a pack has files, folders and "
         "links only, so take it out"),
    Case("zip: socket", zipped(special("small/socket", stat.S_IFSOCK)),
         "archive.unsafe: given.zip: small/socket: this is a socket; a pack has files, folders and "
         "links only, so take it out"),
    Case("tar: setuid program", tarred(file("small/data/tool", b"#!/bin/sh\n", 0o6755)),
         "imported given: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
]

LINKS = [
    Case("zip: link to an absolute path", zipped(link("small/data/secret/2.in", "/etc/passwd")),
         "archive.unsafe: given.zip: small/data/secret/2.in: this link leads out of the pack, to "
         "/etc/passwd; put the file itself into the pack"),
    Case("tar: link to an absolute path", tarred(link("small/data/secret/2.in", "/etc/passwd")),
         "archive.unsafe: given.tar: small/data/secret/2.in: this link leads out of the pack, to "
         "/etc/passwd; put the file itself into the pack"),
    Case("zip: link to an absolute path, judged without import",
         judged_zip(link("small/data/secret/2.in", "/etc/passwd"), file("small/data/secret/2.ans")),
         "archive.unsafe: given.zip: small/data/secret/2.in: this link leads out of the pack, to "
         "/etc/passwd; put the file itself into the pack"),
    Case("zip: link that goes up", zipped(link("small/out", "../../outside/kept.txt")),
         "archive.unsafe: given.zip: small/out: this link leads out of the pack, to "
         "../../outside/kept.txt; put the file itself into the pack"),
    Case("tar: write through a link to the outside",
         tarred(link("small/out", "{here}/outside"), file("small/out/kept.txt", b"mine now\n")),
         "archive.unsafe: given.tar: small/out/kept.txt: small/out is a link in the archive, and a "
         "folder here; rename one of them"),
    Case("zip: write through a link to the outside",
         zipped(link("small/out", "../../outside"), file("small/out/kept.txt", b"mine now\n")),
         "archive.unsafe: given.zip: small/out/kept.txt: small/out is a link in the archive, and a "
         "folder here; rename one of them"),
    # The name comes first, the link that would lead it out comes after.
    Case("tar: folder that becomes a link", tarred(file("small/out/new.txt"), link("small/out", "{here}/outside")),
         "archive.unsafe: given.tar: small/out: this name is a folder in the archive, and a link; "
         "rename one of them"),
    Case("tar: write through a link that stays inside",
         tarred(link("small/alias", "data"), file("small/alias/new.txt")),
         "archive.unsafe: given.tar: small/alias/new.txt: small/alias is a link in the archive, and a "
         "folder here; rename one of them"),
    # Each leads one folder up from where the one before led.
    Case("tar: chain of links that climbs", tarred(link("a", "small"), link("small/b", "../a/.."),
                                                   link("small/c", "b/../../outside/kept.txt")),
         "archive.unsafe: given.tar: small/c: this link leads out of the pack, to "
         "b/../../outside/kept.txt; put the file itself into the pack"),
    Case("zip: links in a circle", zipped(link("small/a", "b"), link("small/b", "a")),
         "archive.unsafe: given.zip: small/a: this link leads in a circle or far around, to b; "
         "correct it and pack again"),
    Case("zip: link to itself", zipped(link("small/data/secret/2.in", "2.in")),
         "archive.unsafe: given.zip: small/data/secret/2.in: this link leads in a circle or far "
         "around, to 2.in; correct it and pack again"),
    Case("tar: links that double at each step",
         tarred(*[link(f"small/l{i}", f"l{i + 1}/l{i + 1}") for i in range(60)]),
         "archive.unsafe: given.tar: small/l0: this link leads in a circle or far around, to l1/l1; "
         "correct it and pack again"),
    Case("zip: link with no target", zipped(link("small/empty", "")),
         "archive.unsafe: given.zip: small/empty: this link's target cannot be a path; put the file "
         "itself into the pack"),
    Case("tar: hard link to the outside", tarred(hard_link("small/data/secret/2.in", "{here}/outside/kept.txt")),
         "archive.unsafe: given.tar: small/data/secret/2.in: this hard link leads to "
         "{here}/outside/kept.txt, which is no file of the archive before it; put the file itself "
         "into the pack"),
    Case("tar: hard link that goes up", tarred(hard_link("small/data/secret/2.in", "../outside/kept.txt")),
         "archive.unsafe: given.tar: small/data/secret/2.in: this hard link leads to "
         "../outside/kept.txt, which is no file of the archive before it; put the file itself into the pack"),
    Case("tar: hard link to a file that comes later",
         tarred(hard_link("small/first.txt", "small/later.txt"), file("small/later.txt")),
         "archive.unsafe: given.tar: small/first.txt: this hard link leads to small/later.txt, which "
         "is no file of the archive before it; put the file itself into the pack"),
    # A hard link to a link would be a link somewhere else.
    Case("tar: hard link to a link", tarred(link("small/data/x/inner", "../../data/secret/1.in"),
                                            hard_link("small/outer", "small/data/x/inner")),
         "archive.unsafe: given.tar: small/outer: this hard link leads to small/data/x/inner, which "
         "is no file of the archive before it; put the file itself into the pack"),
    Case("tar: hard link to a folder", tarred(hard_link("small/loop", "small/data")),
         "archive.unsafe: given.tar: small/loop: this hard link leads to small/data, which is no file "
         "of the archive before it; put the file itself into the pack"),
    Case("folder: link that leaves the pack", pack({**{"p/" + name: text for name, text in SMALLEST.items()},
                                                    "p/data/secret/2.in": Link("/etc/passwd")}),
         "pack.unsafe: given: p/data/secret/2.in: this link leads out of the pack, to /etc/passwd; "
         "put the file itself into the pack"),
]
