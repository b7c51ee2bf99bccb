# SPDX-License-Identifier: MIT
# Damaged databases: flipped bits, cut ends, zeroed, doubled and exchanged pages, foreign bytes, a journal beside them
# that is none. Whatever any four of the commands are told to do with one, they do it or refuse it in words: no signal,
# no hang, an exit code that is documented.
# usage: damaged.py PROGRAM COUNT [SEED]; COUNT files of a fixed seed.
import os
import random
import shutil
import subprocess
import sys
import tempfile

NAME = "Phoenix Labs and GenTech Solutions"
PAGE = 4096
SECONDS = 30
CODES = (0, 1, 2, 3, 4)
COMMANDS = (
    ["list"],
    ["show", NAME],
    ["diagnose", NAME],
    ["report", NAME],
    ["plan", NAME],
    ["export", NAME],
    ["plan", NAME, "--save"],
    ["import", "FILE"],
    ["interview", NAME, "--line", "--party", "GenTech Solutions", "--role", "specialist"],
)


def run(program, home, arguments, typed=b""):
    environment = {"HOME": home, "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC",
                   "REKINDLE_TODAY": "2026-11-26", "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", "")}
    return subprocess.run([program, *arguments], input=typed, capture_output=True, timeout=SECONDS, env=environment)


def prepare(program, home):
    """A database with a plan, answers, undone changes: the alliance of one round, worked on."""
    sound, copy = f"{home}/sound.db", f"{home}/copy.json"
    shutil.copy("tests/data/one-round.json", copy)
    for arguments in (["import", copy], ["plan", NAME, "--save", "--start", "2026-12-07"],
                      ["interview", NAME, "--line", "--party", "GenTech Solutions", "--role", "specialist"]):
        done = run(program, home, ["--db", sound, *arguments], b"y\n\n30\nsome words\n.\n4\n4\n:undo\n:quit\n")
        if done.returncode:
            sys.exit(f"damaged: the sound database: {done.stderr.decode()}")
    with open(sound, "rb") as file:
        return file.read(), copy


def pages(dice, content):
    return dice.randrange(len(content) // PAGE), dice.randrange(len(content) // PAGE)


def flip(dice, content):
    for _ in range(dice.choice((1, 2, 5, 20, 200))):
        content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)


def flip_early(dice, content):
    for _ in range(dice.choice((1, 3))):
        content[dice.randrange(200)] ^= 1 << dice.randrange(8)


def cut(dice, content):
    del content[dice.choice((dice.randrange(len(content)), dice.randrange(len(content) // PAGE) * PAGE)):]


def zero(dice, content):
    for _ in range(dice.choice((1, 1, 4))):
        at, _ = pages(dice, content)
        content[at * PAGE:(at + 1) * PAGE] = bytes(PAGE)


def move(dice, content):
    one, other = pages(dice, content)
    content[one * PAGE:(one + 1) * PAGE] = content[other * PAGE:(other + 1) * PAGE]


def noise(dice, content):
    at = dice.randrange(len(content))
    content[at:at + 100] = dice.randbytes(100)


def lengthen(dice, content):
    content += dice.randbytes(dice.choice((1, PAGE, 5 * PAGE)))


def words(dice, content):
    """Digits and letters for others, where texts and cells are."""
    for _ in range(dice.choice((10, 300))):
        at = dice.randrange(len(content))
        if 32 <= content[at] < 127:
            content[at] = dice.choice(b"0129azZ\"{[,-")


DAMAGES = (flip, flip_early, cut, zero, move, noise, lengthen, words)


def spoil(dice, sound, place):
    content = bytearray(sound)
    damage = dice.choice(DAMAGES)
    damage(dice, content)
    with open(place, "wb") as file:
        file.write(content)
    beside = dice.choice(("", "", "", "-wal", "-journal", "-shm"))
    if beside:
        with open(place + beside, "wb") as file:
            file.write(dice.randbytes(dice.choice((0, 32, PAGE))))
    return damage.__name__ + (f" and {beside}" if beside else "")


def fault_of(done):
    """What is wrong with how a command ended, None: nothing."""
    said = done.stderr.decode(errors="replace")
    if done.returncode not in CODES:
        return f"exit code {done.returncode}"
    if done.returncode and not said.startswith("rekindle: ") and "\nrekindle: " not in said:
        return "nothing is said"
    return "a fault of its own" if "Sanitizer" in said or "Assertion" in said else None


def try_some(program, home, place, copy, what, commands):
    """How the commands ended on one file, as text where it is wrong; and the exit codes."""
    faults, codes = [], []
    for arguments in commands:
        arguments = [copy if word == "FILE" else word for word in arguments]
        try:
            done = run(program, home, ["--db", place, *arguments], b"y\n\n30\n4\n:quit\n")
        except subprocess.TimeoutExpired:
            faults.append(f"{what}: {' '.join(arguments)}: no end after {SECONDS} seconds")
            continue
        codes.append(done.returncode)
        wrong = fault_of(done)
        if wrong:
            faults.append(f"{what}: {' '.join(arguments)}: {wrong}: {done.stderr[-300:].decode(errors='replace')}")
    return faults, codes


def main():
    program, count = os.path.abspath(sys.argv[1]), int(sys.argv[2])
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261126
    dice = random.Random(seed)
    home = tempfile.mkdtemp(prefix="rekindle-sweep-")
    faults, codes = [], []
    try:
        sound, copy = prepare(program, home)
        for number in range(count):
            place = f"{home}/{number}/x.db"
            os.mkdir(f"{home}/{number}")
            what = f"file {number}, {spoil(dice, sound, place)}"
            more, ended = try_some(program, home, place, copy, what, dice.sample(COMMANDS, 4))
            faults, codes = faults + more, codes + ended
            if not more:
                shutil.rmtree(f"{home}/{number}")
    finally:
        if not faults:
            shutil.rmtree(home)
    told = ", ".join(f"{codes.count(code)} with {code}" for code in CODES if code in codes)
    print(f"sweep: {count} damaged files, seed {seed}, {len(codes)} commands ended: {told}")
    if faults:
        sys.exit("\n".join([*faults[:20], f"{len(faults)} faults; the files are in {home}"]))


main()
