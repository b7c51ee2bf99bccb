# SPDX-License-Identifier: MIT
# kill -9 at random moments of an import and of an interview in line mode: afterwards the database is whole, everything
# that was called saved is there, and an import is there whole or not at all.
# usage: killed.py PROGRAM COUNT [SEED]; COUNT kills of each, of a fixed seed.
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

SECONDS = 60
READINGS = 400
ROUND = 25  # kills of each before a new database: what is there is read again after every one


def environment(home):
    return {"HOME": home, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}


class Stage:
    """A program and a database of its own."""

    def __init__(self, program, home, dice):
        self.program, self.home, self.dice = program, home, dice
        self.database = f"{home}/x.db"
        self.counted = 0  # answers that are stored
        self.run("new", "--name", "Orion", "--party", "Helix", "--party", "Quark")

    def command(self, *arguments):
        return [self.program, "--db", self.database, *arguments]

    def run(self, *arguments):
        done = subprocess.run(self.command(*arguments), capture_output=True, timeout=SECONDS,
                              env=environment(self.home))
        if done.returncode:
            raise Broken(f"{arguments[0]} ends with {done.returncode}: {done.stderr.decode(errors='replace')}")
        return done.stdout.decode()

    def start(self, *arguments):
        return subprocess.Popen(self.command(*arguments), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.DEVNULL, env=environment(self.home))

    def exported(self):
        return json.loads(self.run("export", "Orion"))

    def whole(self):
        with sqlite3.connect(self.database) as database:
            said = database.execute("PRAGMA integrity_check").fetchall()
        if said != [("ok",)]:
            raise Broken(f"the database is not whole: {said}")


class Broken(Exception):
    pass


def document(stage, number):
    """What the database has, and so many readings of one more measure."""
    whole = stage.exported()
    whole["alliance"].setdefault("kpis", []).append(
        {"category": "financial", "name": f"measure {number}",
         "actuals": [{"date": f"{2000 + i // 12}-{1 + i % 12:02}-01", "value": i} for i in range(READINGS)]})
    place = f"{stage.home}/import.json"
    with open(place, "w", encoding="utf-8") as file:
        json.dump(whole, file)
    return place


def readings_of(stage, number):
    for kpi in stage.exported()["alliance"].get("kpis", []):
        if kpi["name"] == f"measure {number}":
            return len(kpi["actuals"])
    return 0


def killed_import(stage, number):
    place = document(stage, number)
    running = stage.start("import", place)
    time.sleep(stage.dice.random() * stage.dice.choice((0.01, 0.05, 0.15)))
    running.kill()
    said, _ = running.communicate()
    stage.whole()
    found = readings_of(stage, number)
    if found not in (0, READINGS):
        raise Broken(f"{found} of {READINGS} readings are there")
    if b" added" in said and not found:
        raise Broken(f"said to be imported and not there: {said.decode()}")


def answers_of(stage):
    return [a for a in stage.exported()["assessments"][0].get("answers", []) if a.get("state") == "answered"]


def wait_for(running, word):
    """All that is said up to the word, or to the end."""
    said = b""
    while not said.endswith(word):
        byte = running.stdout.read(1)
        if not byte:
            return said
        said += byte
    return said


def say(running, words):
    running.stdin.write(words)
    running.stdin.flush()


def answer(stage, asked):
    """What the question takes: words, or one of five."""
    if b"a line with a single ." in asked:
        return b"some words\nand more\n.\n"
    return b"%d\n" % stage.dice.randrange(1, 6)


def killed_interview(stage, number):
    """Answers until the kill, each counted when it is called saved."""
    running = stage.start("interview", "Orion", "--line", "--party", "Helix", "--role", "manager", "--name",
                          f"person {number}")
    saved, wanted = 0, stage.dice.randrange(9)
    say(running, b"y\n\n200\n")
    asked = wait_for(running, b"Your answer? ")
    while saved < wanted and asked.endswith(b"? "):
        say(running, answer(stage, asked))
        if not wait_for(running, b"Saved").endswith(b"Saved"):
            raise Broken("the interview ended by itself")
        saved += 1
        asked = wait_for(running, b"? ")
    if stage.dice.random() < 0.7:
        say(running, answer(stage, asked))
        time.sleep(stage.dice.random() * 0.01)
    running.kill()
    running.communicate()
    stage.whole()
    before, stage.counted = stage.counted, len(answers_of(stage))
    if not before + saved <= stage.counted <= before + saved + 1:
        raise Broken(f"{saved} answers were called saved, {stage.counted - before} are there")


def main():
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261126
    dice = random.Random(seed)
    for number in range(1, count + 1):
        if number % ROUND == 1:
            home = tempfile.mkdtemp(prefix="rekindle-sweep-")
            stage = Stage(program, home, dice)
        for what, kill in ("import", killed_import), ("interview", killed_interview):
            try:
                kill(stage, number)
            except (Broken, subprocess.TimeoutExpired) as broken:
                sys.exit(f"sweep: seed {seed}, {what} {number}: {broken}; the database is {stage.database}")
        if number % ROUND == 0 or number == count:
            shutil.rmtree(home)
    print(f"sweep: {count} imports and {count} interviews killed, seed {seed}: nothing lost")


main()
