# SPDX-License-Identifier: MIT
# A shell on a pseudo-terminal: what a line is completed to. usage: complete.py SHELL PROGRAM LINE...
# Each LINE is typed, with TAB where it has <TAB>, and entered; what the program was then given is printed, one JSON
# list a line. The program answers completions itself; anything else a stand-in writes down.
import json
import os
import pty
import select
import shlex
import sys
import tempfile
import time

DEADLINE = 20
PROMPT = "READY-%s> "
START = {
    "bash": ["bash", "--norc", "--noprofile", "-i"],
    "zsh": ["zsh", "-f", "-i"],
    "fish": ["fish", "--no-config", "-i"],
}
SETUP = {
    "bash": "bind 'set enable-bracketed-paste off'; source <(rekindle completion bash); PS1='READY''-{turn}> '",
    "zsh": "unsetopt zle_bracketed_paste prompt_cr prompt_sp; rekindle completion zsh > {place}/_rekindle; "
           "fpath=({place} $fpath); autoload -U compinit; compinit -u -d {place}/dump; PS1='READY''-{turn}> '",
    "fish": "rekindle completion fish | source; function fish_prompt; printf 'READY%s-{turn}> ' ''; end",
}
STAND_IN = """#!/bin/sh
if [ "$1" = completion ]; then exec {program} "$@"; fi
{python} -c 'import json, sys; print(json.dumps(sys.argv[1:]))' "$@" > {place}/given.part
mv {place}/given.part {place}/given
"""


def program_in(place, program):
    path = os.path.join(place, "rekindle")
    with open(path, "w", encoding="utf-8") as file:
        file.write(STAND_IN.format(program=shlex.quote(program), python=shlex.quote(sys.executable), place=place))
    os.chmod(path, 0o755)


class Shell:
    def __init__(self, name, place):
        self.seen = b""
        pid, self.terminal = pty.fork()
        if pid == 0:
            os.environ.update(PATH=place + ":" + os.environ["PATH"], TERM="dumb" if name != "fish" else "xterm",
                              LC_ALL="C.UTF-8", COLUMNS="200", fish_greeting="")
            os.execvp(name, START[name])

    def type(self, text):
        os.write(self.terminal, text.encode())

    def read(self):
        if select.select([self.terminal], [], [], 0.05)[0]:
            try:
                self.seen += os.read(self.terminal, 65536)
            except OSError:
                raise SystemExit("the shell ended: " + repr(self.seen[-2000:])) from None
            if b"\x1b[c" in self.seen or b"\x1b[0c" in self.seen:  # fish asks what the terminal is
                self.seen = self.seen.replace(b"\x1b[c", b"").replace(b"\x1b[0c", b"")
                self.type("\x1b[?62c")

    def until(self, done):
        end = time.monotonic() + DEADLINE
        while not done():
            if time.monotonic() > end:
                raise SystemExit("waited in vain: " + repr(self.seen[-2000:]))
            self.read()


def main(name, program, lines):
    with tempfile.TemporaryDirectory() as place:
        program_in(place, os.path.abspath(program))
        shell = Shell(name, place)
        given = os.path.join(place, "given")
        for turn, line in enumerate(lines):
            shell.type(" " + SETUP[name].replace("{place}", place).replace("{turn}", str(turn)) + "\n")
            prompt = (PROMPT % turn).encode()
            shell.until(lambda wanted=prompt: wanted in shell.seen)
            shell.seen = b""
            parts = line.split("<TAB>")
            for part in parts[:-1]:
                shell.type(part + "\t")
            shell.type(parts[-1] + "\n")
            shell.until(lambda: os.path.exists(given))
            with open(given, encoding="utf-8") as file:
                print(json.dumps(json.load(file), ensure_ascii=False))
            os.remove(given)
        os.close(shell.terminal)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
