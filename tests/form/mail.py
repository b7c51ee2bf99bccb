# SPDX-License-Identifier: MIT
"""The text that a form makes for a mail, read back by rekindle-sheet(5): another reader than the program's."""
import re
import unicodedata

STATES = {"don't know": "dont_know", "not applicable": "not_applicable", "decline": "declined"}


def check_of(text):
    crc = 0xFFFF
    for byte in text.encode():
        crc ^= byte << 8
        for _ in range(8):
            crc = (crc << 1 ^ 0x1021 if crc & 0x8000 else crc << 1) & 0xFFFF
    return f"{crc:04x}"


def squeezed(text):
    return re.sub(r"[ \t\u00a0]+", " ", text).strip(" ")


def meant(line):
    """A line without what its backslashes stand for, and whether it ends there."""
    line = squeezed(line)
    run = len(line) - len(line.rstrip("\\"))
    alone = run == len(line)
    line = line[: len(line) - run] + "\\" * (run // 2)
    return (line[1:] if line.startswith("\\") and not alone else line), run % 2 == 1


def joined(first, lines):
    text, broken = meant(first) if not first.strip().startswith("\\") else (None, None)
    for line in lines:
        more, ends = meant(line)
        text = text + ("\n" if broken else " " if text and more else "") + more
        broken = ends
    return unicodedata.normalize("NFC", text).strip(" \n")


HEAD = re.compile(r"(Answer|Comment) Q(\d+) \[([a-z0-9_.]+)\] ~([0-9a-f]{4}):(.*)", re.S)
ANY = re.compile(r"(Answer|Comment) Q\d|(Sheet|Questions|Consent|Attribution|Finished):|End of sheet$|Rekindle answer sheet, 1$")


def read(text):
    """{'Sheet': …, 'Consent': …, 'entries': {(word, item): value}}; every check has to fit."""
    found, lines, entries = {}, text.split("\n"), {}
    assert lines[0] == "Rekindle answer sheet, 1" and lines[-2:] == ["End of sheet", ""], lines[:1] + lines[-2:]
    assert all(len(line) <= 78 for line in lines if " " in line[:70]), "a line is broken by mail programs"
    at = 1
    while lines[at] != "End of sheet":
        begin, at = at, at + 1
        while not ANY.match(lines[at]):
            at += 1
        head = HEAD.match(lines[begin])
        if not head:
            name, _, value = lines[begin].partition(": ")
            found[name] = value
            continue
        value = joined(head[5], lines[begin + 1 : at])
        assert check_of(value) == head[4], f"the check of {lines[begin]} does not fit {value!r}"
        entries[head[1], head[3]] = value
    found["entries"] = entries
    return found
