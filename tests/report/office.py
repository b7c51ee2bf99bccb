# SPDX-License-Identifier: MIT
# Files of office programs, read back: office.py CONVERTED HTML says which words of the HTML report the
# file lacks, read in its order; words of charts, whose letters a PDF draws one by one, are left out.
import re
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from xml.etree import ElementTree


class Words(HTMLParser):
    """What a reader sees of a page but its charts, contents and what is for screen readers."""

    LEFT_OUT = {"head", "style", "svg", "nav"}

    def __init__(self):
        super().__init__()
        self.out, self.within = [], []

    def handle_starttag(self, tag, attrs):
        if tag in self.LEFT_OUT or (tag == "h2" and ("class", "hidden") in attrs):
            self.within.append(tag)
        self.out.append(" ")

    def handle_endtag(self, tag):
        if self.within and self.within[-1] == tag:
            self.within.pop()
        self.out.append(" ")

    def handle_data(self, data):
        if not self.within:
            self.out.append(data)


def words_of_page(path):
    reader = Words()
    reader.feed(open(path, encoding="utf-8").read())
    return "".join(reader.out)


def text_of_pdf(path):
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, capture_output=True).stdout.decode()


def text_of_zip(path, parts):
    """The texts of an office file: runs joined, paragraphs apart."""
    out = []
    with zipfile.ZipFile(path) as file:
        assert file.testzip() is None
        for name in sorted(file.namelist()):
            if not re.fullmatch(parts, name):
                continue
            for element in ElementTree.fromstring(file.read(name)).iter():
                kind = element.tag.split("}")[1]
                out.append(" " if kind in ("p", "tab", "br") else element.text or "" if kind == "t" else "")
    return "".join(out)


READERS = {
    ".pdf": text_of_pdf,
    ".docx": lambda path: text_of_zip(path, r"word/document\.xml"),
    ".pptx": lambda path: text_of_zip(path, r"ppt/slides/slide\d+\.xml"),
}


def words(text):
    """Without what a converter may set otherwise: quotes, dashes, hyphens at the end of a line."""
    text = text.replace("’", "'").replace("‘", "'").replace("“", '"').replace("”", '"').replace("…", "...")
    text = text.lower().replace("–", "-").replace("—", "-")
    return [word for word in re.split(r"[\s\u00a0]+", text) if re.search(r"\w", word) and word != "rekindle"]


def main():
    converted, page = sys.argv[1:]
    there = READERS[converted[converted.rindex("."):]](converted)
    found = set(words(there))
    whole = re.sub(r"[\s\u00a0]+", "", there.lower())
    lacking = [word for word in words(words_of_page(page)) if word not in found and word not in whole]
    for word in lacking[:10]:
        print(f"{converted} lacks {word}")
    print(f"{converted}: {len(words(there))} words, {len(lacking)} of the report's are missing")
    sys.exit(bool(lacking) or len(found) < 50)


main()
