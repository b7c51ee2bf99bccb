# SPDX-License-Identifier: MIT
"""A hundred mails as ten mail programs send one sheet in ten situations, each read back by rekindle.

mails.py REKINDLE TOKEN BANK: the sheet of the token is of a round made with that bank ("core 2"). Each mail is
read back to the same answers, or refused with its file and line; which of the two is fixed here.
"""
import base64
import json
import os
import quopri
import re
import subprocess
import sys
import textwrap
import unicodedata

ANSWERS = [  # item, answer, comment
    ("strategy.rationale.5", "4", ""),
    ("strategy.rationale.4", "2", "Fällt ab — seit März, „leider“"),
    ("type.fit.4", "don't know", ""),
    ("type.fit.5", "not applicable", "we have no plant"),
    ("partner.selection.4", "decline", ""),
    ("split.points", "strategy 40, type 10, partner 20, management 30", ""),
    ("open.ideas.one", "First line\nSecond  line\n> a quoted line\n\\begins and ends with a backslash\\\n"
     "Answer Q1: no\nEnd of sheet\n" + "A long line goes on and on until every program breaks it somewhere, "
     "and then some more of it follows so that it is broken twice at least, if not three times.", ""),
    ("management.governance.4", "5", "x" * 90 + " and a word"),
]
WIDE = ("open.ideas.more", "Only UTF-8 has these: 株式会社 → ✓", "")


def crc(text):
    value = 0xFFFF
    for byte in text.encode("utf-8"):
        value ^= byte << 8
        for _ in range(8):
            value = (value << 1 ^ 0x1021 if value & 0x8000 else value << 1) & 0xFFFF
    return "%04x" % value


def settled(text):
    """As the form keeps it: NFC, blanks squeezed, lines without blanks at their ends."""
    text = unicodedata.normalize("NFC", text.replace("\u00a0", " "))
    return "\n".join(" ".join(line.split()) for line in text.split("\n")).strip("\n ")


STRUCTURE = re.compile(r"(?:[\\>|]|From |Rekindle answer sheet|(?:Sheet|Questions|Consent|Attribution|Finished):"
                       r"|Q\d|(?:Answer|Comment|End of sheet)\b)", re.I)


def wrap(line, width=72):
    return textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""]


def mail_line(line, first, meant):
    if not first and STRUCTURE.match(line) and line.strip("\\"):
        line = "\\" + line
    run = len(line) - len(line.rstrip("\\"))
    return line + "\\" * run + ("\\" if meant else "")


def entry(head, text):
    """As the form writes it: no longer than mail programs leave alone, breaks that are meant marked."""
    out, paragraphs = [], text.split("\n")
    for n, paragraph in enumerate(paragraphs):
        apart = n == 0 and paragraph.startswith("\\")
        lines = wrap((head + " " if n == 0 and not apart else "") + paragraph)
        out += [head] if apart else []
        for at, line in enumerate(lines):
            out.append(mail_line(line, n == 0 and at == 0 and not apart,
                                 at == len(lines) - 1 and n < len(paragraphs) - 1))
    return out


def sheet(token, bank, answers):
    grouped = "-".join(token[i:i + 4] for i in range(0, 32, 4))
    lines = ["Rekindle answer sheet, 1", "Sheet: " + grouped, "Questions: " + bank, "Consent: yes",
             "Attribution: role", "Finished: 2026-11-15T10:00:00Z"]
    for n, (item, answer, comment) in enumerate(answers, 1):
        lines += entry("Answer Q%d [%s] ~%s:" % (n, item, crc(settled(answer))), settled(answer))
        if comment:
            lines += entry("Comment Q%d [%s] ~%s:" % (n, item, crc(settled(comment))), settled(comment))
    return "\n".join(lines + ["End of sheet"])


def empty(token, bank):
    return "Rekindle answer sheet, 1\nSheet: %s\nQuestions: %s\nConsent: \nAttribution: \n\n" \
        "Q1 [strategy.rationale.5]\nHow is it?\nAnswer Q1: \nComment Q1: \n\nEnd of sheet" % (token, bank)


# --- ten situations: what becomes of the text ------------------------------------------------------------------

def quoted(text, mark):
    return "\n".join(mark + line for line in text.split("\n"))


def wrapped_quote(text):
    """The mark stands before the first line alone of what was broken."""
    return "\n".join("\n".join(wrap("> " + line)) for line in text.split("\n"))


SITUATIONS = {
    "plain": lambda text, old: text,
    "reply": lambda text, old: "Here it is.\n\nOn 15 Nov 2026, Ana wrote:\n" + quoted(text, "> "),
    "deep": lambda text, old: quoted(text, "> > >> "),
    "bars": lambda text, old: quoted(text, " | "),
    "wrapped": lambda text, old: "\n".join("\n".join(wrap(line)) for line in text.split("\n")),
    "halfmarks": lambda text, old: wrapped_quote(text),
    "footer": lambda text, old: "Hello\n" + text + "\n\n-- \nAna Ruiz\n____\nlist mailing list\nhttp://example.org",
    "blanks": lambda text, old: text.replace(" ", " \u00a0 ").replace(": ", ":\t"),
    "topposted": lambda text, old: text + "\n\nOn 14 Nov 2026, we wrote:\n" + quoted(old, "> "),
    "bottom": lambda text, old: quoted(old, "> ") + "\n\n" + text + "\n\nSent from my telephone",
}


# --- ten programs: how it is sent ------------------------------------------------------------------------------

HEAD = "From: ana@example.org\nTo: office@example.org\nSubject: =?utf-8?Q?F=C3=BCr?= Sie\n" \
    "Date: Sun, 15 Nov 2026 11:00:00 +0100\nMIME-Version: 1.0\n"


def part(text, charset, encoding, extra=""):
    raw = text.encode(charset, "replace")
    body = {"8bit": lambda: raw, "base64": lambda: base64.encodebytes(raw),
            "quoted-printable": lambda: quopri.encodestring(raw)}[encoding]()
    kind = "Content-Type: text/plain; charset=\"%s\"%s\nContent-Transfer-Encoding: %s\n\n" % (
        charset, extra, encoding)
    return kind.encode() + body


def mail(text, *how):
    return HEAD.encode() + part(text, *how)


def flowed(text, deletes):
    """Lines of at most 72 signs that end in a blank where they go on; those that begin with a mark are stuffed."""
    out = []
    for line in text.split("\n"):
        mark = line[:len(line) - len(line.lstrip(">| "))] if line[:1] in ">|" else ""
        pieces = wrap(line[len(mark):])
        for n, piece in enumerate(pieces):
            last = n == len(pieces) - 1
            piece = (" " if piece[:1] in (">", " ") and not mark else "") + piece
            out.append(mark + piece + ("" if last else "  " if deletes else " "))
    return "\n".join(out)


def html(text):
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("ä", "&auml;")
    lines = "<br>\n".join(line.replace("  ", "&nbsp; ") for line in text.split("\n"))
    return "<html><head><style>p { color: red }</style></head><body><div>" + lines + "</div></body></html>"


def multipart(kind, *parts):
    mark = b"=_part 1"
    return HEAD.encode() + b"Content-Type: multipart/" + kind + b"; boundary=\"=_part 1\"\n\nThis is MIME.\n" + \
        b"".join(b"--" + mark + b"\n" + one + b"\n" for one in parts) + b"--" + mark + b"--\n"


def as_html(text):
    return part(html(text), "utf-8", "quoted-printable").replace(b"text/plain", b"text/html", 1)


def from_mbox(text):
    other = "From x@example.org Sun Nov 15 09:00:00 2026\n" + HEAD + "\nNothing of interest.\n>From here on nothing.\n\n"
    return other.encode() + b"From ana@example.org Sun Nov 15 10:00:00 2026\n" + mail(text, "utf-8", "8bit") + b"\n\n"


PROGRAMS = {
    "mutt": lambda text: mail(text, "utf-8", "8bit"),
    "apple": lambda text: mail(text, "utf-8", "quoted-printable").replace(b"\n", b"\r\n"),
    "gmail": lambda text: multipart(b"alternative", part(text, "utf-8", "base64"), as_html(text)),
    "thunderbird": lambda text: mail(flowed(text, False), "utf-8", "8bit", "; format=flowed"),
    "delsp": lambda text: mail(flowed(text, True), "utf-8", "quoted-printable", "; format=flowed; delsp=yes"),
    "outlook": lambda text: mail(text, "windows-1252", "quoted-printable"),
    "webmail": lambda text: HEAD.encode() + as_html(text),
    "forwarded": lambda text: multipart(b"mixed", part("See below.", "us-ascii", "8bit"),
                                        b"Content-Type: message/rfc822\n\n" + mail(text, "utf-8", "8bit")),
    "utf16": lambda text: mail(text, "utf-16", "base64"),
    "mbox": from_mbox,
}


# --- reading them back -----------------------------------------------------------------------------------------

def read(rekindle, name, data):
    with open(name, "wb") as file:
        file.write(data)
    done = subprocess.run([rekindle, "sheet", "--read", name, "--json"], stdin=subprocess.DEVNULL,
                          capture_output=True)
    return done.returncode, done.stdout, done.stderr.decode("utf-8", "replace")


def understood(out):
    found = {}
    for one in json.loads(out)["sheets"]:
        for answer in one["answers"]:
            found[answer["item"]] = (answer["state"], answer["answer"], answer["comment"])
    return found


STATES = {"don't know": "dont_know", "not applicable": "not_applicable", "decline": "declined"}


def expected(answers):
    found = {}
    for item, answer, comment in answers:
        state = STATES.get(answer, "answered")
        said = None if state != "answered" else "40 10 20 30" if item == "split.points" else settled(answer)
        found[item] = (state, said, settled(comment) or None)
    return found


def same(found, wanted):
    return found.keys() == wanted.keys() and all(
        found[item][0] == wanted[item][0] and found[item][2] == wanted[item][2] and
        (wanted[item][1] is None or found[item][1] == wanted[item][1]) for item in wanted)


def try_one(rekindle, name, data, answers, refused):
    code, out, err = read(rekindle, name, data)
    if refused:
        return code == 3 and (name + ":") in err and err.split(name, 1)[1][1:2].isdigit() or (code, err)
    if code:
        return (code, err)
    return same(understood(out), expected(answers)) or understood(out)


def main():
    rekindle, token, bank = sys.argv[1:4]
    counts = {"same": 0, "refused": 0, "wrong": 0}
    for program, send in PROGRAMS.items():
        for situation, change in SITUATIONS.items():
            name = "%s-%s.eml" % (program, situation)
            # what one charset cannot say is refused by its check, not taken as something else
            for answers, refused in ((ANSWERS, False), (ANSWERS + [WIDE], program == "outlook")):
                text = change(sheet(token, bank, answers), empty(token, bank))
                done = try_one(rekindle, name, send(text), answers, refused)
                counts["refused" if refused else "same"] += done is True
                if done is not True:
                    counts["wrong"] += 1
                    print("%s: %s" % (name, done))
                else:
                    os.unlink(name)
    print("%(same)d read back to the same, %(refused)d refused by line, %(wrong)d wrong" % counts)
    return counts["wrong"] != 0


if __name__ == "__main__":
    sys.exit(main())
