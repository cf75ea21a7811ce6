# SPDX-License-Identifier: GPL-3.0-or-later
"""Archives that are cut off, changed, locked, or made to fill disks and memory."""
import gzip
import lzma
import struct
import tarfile
import zipfile
import zlib

from hostile.case import Case
from hostile.making import file, given, judged_zip, smallest, tar_bytes, zip_bytes

END = b"PK\x05\x06"
ROW = b"PK\x01\x02"


def zeros(mebibytes):
    """Compressed, and not ended: a piece that can be repeated."""
    piece = zlib.compressobj(9, zlib.DEFLATED, -15)
    return (piece.compress(bytes(1 << 20)) + piece.flush(zlib.Z_FULL_FLUSH)) * mebibytes


ZEROS = zeros(600)


def small_zip():
    return zip_bytes(smallest(), zipfile.ZIP_STORED)


def small_tar(compression=""):
    return tar_bytes(smallest(), compression)


def changed(content, old, new):
    assert old in content and len(old) == len(new)
    return content.replace(old, new)


def flagged(flag):
    """A zip whose entries all have this bit in their flags, in the directory and before the data."""
    content = bytearray(small_zip())
    for mark, offset in ((b"PK\x03\x04", 6), (ROW, 8)):
        at = content.find(mark)
        while at >= 0:
            content[at + offset] |= flag
            at = content.find(mark, at + 4)
    return bytes(content)


def compressed_by(method):
    content = bytearray(small_zip())
    for mark, offset in ((b"PK\x03\x04", 8), (ROW, 10)):
        at = content.find(mark)
        while at >= 0:
            struct.pack_into("<H", content, at + offset, method)
            at = content.find(mark, at + 4)
    return bytes(content)


def zip_bomb():
    """Its directory tells the truth: 600 MiB in 600 KiB."""
    content = bytearray(zip_bytes(smallest() + [file("small/data/zeros", ZEROS)], zipfile.ZIP_STORED))
    struct.pack_into("<H", content, content.rfind(ROW) + 10, zipfile.ZIP_DEFLATED)
    struct.pack_into("<I", content, content.rfind(ROW) + 24, 600 << 20)
    return bytes(content)


def claims(size):
    """A zip whose directory claims that the last file has this size."""
    content = bytearray(small_zip())
    struct.pack_into("<I", content, content.rfind(ROW) + 24, size)
    return bytes(content)


def overlapping():
    """Two rows of the directory share one file's data, as in bombs that are not nested."""
    content = bytearray(zip_bytes([file("small/problem.yaml"), file("small/second")], zipfile.ZIP_STORED))
    struct.pack_into("<I", content, content.rfind(ROW) + 42, 0)
    return bytes(content)


def tar_bomb():
    """What it really holds shows only while it is read."""
    info = tarfile.TarInfo("small/data/zeros")
    info.size = 600 << 20
    header = zlib.compressobj(9, zlib.DEFLATED, -15)
    begin = header.compress(info.tobuf()) + header.flush(zlib.Z_FULL_FLUSH)
    return b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + begin + ZEROS + b"\x03\0" + bytes(8)


def many_entries():
    """200,001 folders in a zip of raw rows, all with the same few bytes of data before them."""
    header = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", 20, 0, 0, 0, 33, 0, 0, 0, 2, 0) + b"a/"
    rows = b"".join(struct.pack("<4sHHHHHHIIIHHHHHII", ROW, 20, 20, 0, 0, 0, 33, 0, 0, 0, 8, 0, 0, 0, 0, 16, 0)
                    + b"%07d/" % number for number in range(200_001))
    return header + rows + struct.pack("<4sHHHHIIH", END, 0, 0, 0xffff, 0xffff, len(rows), len(header), 0)


def nested():
    """A zip in a zip in a zip: the inner ones stay files."""
    inner = zip_bytes([file("zeros", bytes(1 << 20))])
    for _ in range(5):
        inner = zip_bytes([file(f"{number}.zip", inner) for number in range(4)])
    return zip_bytes(smallest() + [file("small/data/42.zip", inner)])


def bad_crc():
    return changed(small_zip(), b"name: Small", b"name: Other")


CASES = [
    Case("empty file", given("given.zip", b""),
         "archive.damaged: given.zip: the file is empty; get it again"),
    Case("text that is called a zip", given("given.zip", b"This is no archive.\n" * 100),
         "archive.unknown: given.zip: this is no archive that can be read here; give a zip, or a tar "
         "that may be compressed with gzip, bzip2, xz or zstd"),
    Case("7z", given("given.7z", b"7z\xbc\xaf\x27\x1c\0\4" + bytes(100)),
         "archive.unknown: given.7z: this is no archive that can be read here; give a zip, or a tar "
         "that may be compressed with gzip, bzip2, xz or zstd"),
    Case("rar", given("given.rar", b"Rar!\x1a\x07\x01\0" + bytes(100)),
         "archive.unknown: given.rar: this is no archive that can be read here; give a zip, or a tar "
         "that may be compressed with gzip, bzip2, xz or zstd"),
    Case("program that is called a tar", given("given.tar", b"\x7fELF" + bytes(2000)),
         "archive.unknown: given.tar: this is no archive that can be read here; give a zip, or a tar "
         "that may be compressed with gzip, bzip2, xz or zstd"),
    Case("picture and zip at once", given("given.gif", lambda: b"GIF89a" + bytes(50) + small_zip()),
         "archive.unknown: given.gif: this is no archive that can be read here; give a zip, or a tar "
         "that may be compressed with gzip, bzip2, xz or zstd"),
    Case("zip with words before it", given("given.zip", lambda: b"#!/bin/sh\n" + small_zip()),
         "archive.unknown: given.zip: this is no archive that can be read here; give a zip, or a tar "
         "that may be compressed with gzip, bzip2, xz or zstd"),
    Case("zip with words behind it", given("given.zip", lambda: small_zip() + b"more" * 10),
         "imported given: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("zip with nothing in it", given("given.zip", lambda: zip_bytes([])),
         "pack.empty: given.zip: there is no problem package in it; a pack is a folder with packages "
         "(folders with a problem.yaml or a problem.xml) in it"),
    Case("tar with nothing in it", given("given.tar", lambda: tar_bytes([])),
         "archive.unknown: given.tar: this is no archive that can be read here; give a zip, or a tar "
         "that may be compressed with gzip, bzip2, xz or zstd"),
    Case("zip without its end", given("given.zip", lambda: small_zip()[:-30]),
         "archive.damaged: given.zip: the file ends before the zip's directory; get it again, it is "
         "not whole"),
    Case("half a zip", given("given.zip", lambda: small_zip()[:200]),
         "archive.damaged: given.zip: the file ends before the zip's directory; get it again, it is "
         "not whole"),
    Case("zip whose data is cut out", given("given.zip", lambda: small_zip()[:60] + small_zip()[200:]),
         "archive.damaged: given.zip: the zip's directory cannot be read; get the file again"),
    Case("half a tar", given("given.tar", lambda: small_tar()[:1100]),
         "archive.damaged: given.tar: small/problem.yaml: the archive ends here, too early; get it "
         "again, it is not whole"),
    Case("half a tar.gz", given("given.tar.gz", lambda: small_tar("gz")[:120]),
         "archive.damaged: given.tar.gz: small/problem.yaml: the archive ends here, too early; get it "
         "again, it is not whole"),
    Case("half a tar.xz", given("given.tar.xz", lambda: small_tar("xz")[:150]),
         "archive.damaged: given.tar.xz: the archive ends here, too early; get it again, it is not whole"),
    Case("half a tar.bz2", given("given.tar.bz2", lambda: small_tar("bz2")[:150]),
         "archive.damaged: given.tar.bz2: the archive ends here, too early; get it again, it is not whole"),
    Case("gzip with no tar in it", given("given.tar.gz", lambda: gzip.compress(b"words\n" * 500)),
         "archive.unknown: given.tar.gz: this is compressed, but there is no tar in it; give a zip, "
         "or a tar that may be compressed"),
    Case("xz with a zip in it", given("given.tar.xz", lambda: lzma.compress(small_zip())),
         "archive.unknown: given.tar.xz: this is compressed, but there is no tar in it; give a zip, "
         "or a tar that may be compressed"),
    Case("zip with a wrong checksum", given("given.zip", bad_crc),
         "archive.damaged: given.zip: small/problem.yaml: the data does not match its checksum; get "
         "the archive again"),
    Case("tar.gz with a wrong checksum",
         given("given.tar.gz", lambda: small_tar("gz")[:-8] + b"1234" + small_tar("gz")[-4:]),
         "archive.damaged: given.tar.gz: the data does not match its checksum; get the archive again"),
    Case("tar with a wrong checksum", given("given.tar", lambda: changed(
        small_tar(), b"small/data/secret/1.in", b"small/data/secret/9.in")),
         "archive.damaged: given.tar: small/problem.yaml: the data is damaged; get the archive again"),
    Case("tar.xz that is changed", given("given.tar.xz", lambda: bytes(byte ^ 0x55 if 80 < i < 90 else byte
                                                                        for i, byte in enumerate(small_tar("xz")))),
         "archive.damaged: given.tar.xz: the data is damaged; get the archive again"),
    Case("zip with a password", given("given.zip", lambda: flagged(1)),
         "archive.encrypted: given.zip: small/problem.yaml: this entry is encrypted; pack again "
         "without a password"),
    Case("zip with an unknown compression", given("given.zip", lambda: compressed_by(77)),
         "archive.damaged: given.zip: small/problem.yaml: this is compressed in a way that cannot be "
         "read here; pack again with the usual one (deflate)"),
    Case("zip in several files", given("given.zip", lambda: small_zip()[:-18] + b"\1\0\1\0" + small_zip()[-14:]),
         "archive.damaged: given.zip: the zip's directory cannot be read; get the file again"),
    Case("zip whose directory lies behind the end",
         given("given.zip", lambda: small_zip()[:-6] + b"\xff\xff\xff\x7f\0\0"),
         "archive.damaged: given.zip: the zip's directory cannot be read; get the file again"),
    Case("zip that claims 4 GiB in one entry", given("given.zip", lambda: claims(0xfffffffe)),
         "archive.too-large: given.zip: its files have more than 250 times the size of the archive, "
         "as only archives have that are made to fill disks"),
    Case("zip whose entries overlap", given("given.zip", overlapping),
         "archive.damaged: given.zip: the zip's directory names entries that overlap; get the file again"),
    Case("zip bomb", given("given.zip", zip_bomb),
         "archive.too-large: given.zip: its files have more than 250 times the size of the archive, "
         "as only archives have that are made to fill disks"),
    Case("tar.gz bomb", given("given.tar.gz", tar_bomb),
         "archive.too-large: given.tar.gz: small/data/zeros: its files have more than 250 times the "
         "size of the archive, as only archives have that are made to fill disks"),
    Case("zip of 200,001 entries", given("given.zip", many_entries),
         "archive.too-large: given.zip: it has more than 200000 entries; split the pack into smaller ones"),
    Case("zip in a zip in a zip", given("given.zip", nested),
         "imported given: small\n"
         "warning: small: statement: there is no statement; write one into statement/problem.en.md"),
    Case("two packages in a zip, judged without import", judged_zip(file("other/problem.yaml", b"name: Other\n")),
         "pack.several: given.zip: there are 2 packages in it (other, small); import it, or give the "
         "archive of one"),
    Case("broken package in a zip, judged without import", judged_zip(file("small/data/secret/2.in")),
         "package.invalid: data/secret/2.in: there is no answer file 2.ans beside it; add it, or "
         "remove the .in file"),
    Case("device instead of an archive", lambda here: ["pack", "import", "/dev/zero"],
         "archive.unreadable: /dev/zero: this is not a regular file; name an archive"),
    Case("no such file", lambda here: ["pack", "import", "missing.zip"],
         "archive.unreadable: missing.zip: there is no such file; check the path"),
]
