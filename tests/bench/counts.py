# SPDX-License-Identifier: MIT
# How many instructions the program takes for a start and for a key, by callgrind: no clock and no other program
# has a say in that, so that it can be held against a record. usage: counts.py [write] RECORD REKINDLE KEYS MAKE
# KEYS is what gives the keys (keys.c), MAKE makes the portfolio of 100 alliances. Exit 1 when something has become
# dearer by more than SLACK; `write` makes the record anew. A record counts only where the build, the libraries and
# the processor, by which the C library chooses, are those that it was made with: elsewhere it says so, and nothing is
# compared. All instructions count, those of the dynamic linker too: they are what a start costs, and do not vary.
import os
import pty
import re
import shutil
import subprocess
import sys
import tempfile

SLACK = 0.05
MOVES = 10
TODAY = "2026-11-16"
PACKAGES = "valgrind libc6 libncursesw6 libtinfo6 libsqlite3-0 libunistring2 libjansson4 libcsv3 libcyaml1 libyaml-0-2"
DOWN, UP, PAGE_DOWN, ENTER = "\x1b[B", "\x1b[A", "\x1b[6~", "\r"
TO_RATING = [PAGE_DOWN, PAGE_DOWN]
TO_CHOICE = TO_RATING + ["g", "4", "2", ENTER]  # a question with a list to choose from


def circumstances(program):
    """Whatever the counts depend on, beside the program's source."""
    with open(program, "rb") as file:
        compiler = re.search(rb"(GCC: \([^)]*\)|clang version) [0-9.]+", file.read())
    found = subprocess.run(["dpkg-query", "-W", "-f=${Package} ${Version}\n", *PACKAGES.split()], check=False,
                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout.split("\n")
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        flags = re.search(r"^flags\s*:(.*)$", file.read(), flags=re.M)
    has = set(flags.group(1).split() if flags else ())
    return sorted(line for line in found if line) + [
        "built as " + os.environ.get("BUILT", "").strip(),
        compiler.group().decode() if compiler else "a compiler that is not known",
        "machine " + os.uname().machine + "".join(" " + flag for flag in ("avx2", "bmi2", "erms") if flag in has)]


class Counter:
    def __init__(self, program, keys, make):
        self.program, self.keys = program, keys
        made = subprocess.run([make], check=True, stdout=subprocess.PIPE, text=True).stdout.split("\n")
        self.database, self.round, self.person = made[:3]

    def instructions(self, arguments, keys):
        """Of one run, from its start to its end: the first key is there before it looks for one."""
        with tempfile.TemporaryDirectory() as folder:
            database, counted = folder + "/counted.db", folder + "/callgrind"
            shutil.copy(self.database, database)
            os.mkdir(folder + "/backups")
            with open(f"{folder}/backups/counted-{TODAY}.db", "w", encoding="utf-8"):
                pass
            environment = {"PATH": "/usr/bin:/bin", "HOME": folder, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
                           "TZ": "UTC", "REKINDLE_TODAY": TODAY, "LD_PRELOAD": self.keys,
                           "BENCH_KEYS": "\n".join(keys)}
            command = ["valgrind", "-q", "--tool=callgrind", "--callgrind-out-file=" + counted, self.program, "--db",
                       database, *arguments]
            status, shown = on_terminal(command, environment)
            if status or not os.path.exists(counted):
                sys.exit(f"counts: {' '.join(command)} ended with {status}:\n{shown.decode(errors='replace')}")
            with open(counted, encoding="utf-8") as file:
                return int(re.search(r"^(?:summary|totals): (\d+)", file.read(), flags=re.M).group(1))

    def of_a_key(self, arguments, way, keys):
        """The keys alone, without what leads to them and what is done once nothing is typed."""
        end = ["q"] * (3 if arguments else 1)
        return (self.instructions(arguments, ["", *way, *keys, *end]) -
                self.instructions(arguments, ["", *way, *end])) // len(keys)

    def all(self):
        interview = ["interview", self.round, "--respondent", self.person]
        return {"start to the first paint, and the end": self.instructions([], ["q"]),
                "key on the portfolio": self.of_a_key([], [], [DOWN] * MOVES + [UP] * MOVES),
                "key in an interview": self.of_a_key(interview, TO_CHOICE, [DOWN, UP] * MOVES),
                "rated answer": self.of_a_key(interview, TO_RATING, ["2", "4"] * MOVES)}


def on_terminal(command, environment):
    """Its status, and all that it writes."""
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    shown = b""
    while True:
        try:
            more = os.read(terminal, 65536)
        except OSError:
            more = b""
        if not more:
            break
        shown += more
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), shown


def read_record(path):
    counts, around = {}, []
    with open(path, encoding="utf-8") as file:
        for line in file:
            found = re.match(r"(\d+) (.+)", line)
            if found:
                counts[found.group(2)] = int(found.group(1))
            elif not line.startswith("#"):
                around.append(line.strip())
    return counts, around


def write_record(path, counts, around):
    with open(path, "w", encoding="utf-8") as file:
        file.write("# SPDX-License-Identifier: MIT\n# Instructions, by `make counts`, which writes this file, with:\n")
        file.write("".join(line + "\n" for line in around))
        file.write("".join(f"{count} {name}\n" for name, count in counts.items()))
    print(f"counts: {path} is written")


def compare(counts, record):
    """Prints each; how many are dearer than they may be."""
    dearer = 0
    for name, count in counts.items():
        change = count / record[name] - 1
        verdict = "as it was" if abs(change) <= SLACK else "DEARER" if change > 0 else "cheaper: make counts, so that it stays so"
        dearer += change > SLACK
        print(f"{name:40}{count:12,} instructions  {change:+7.1%}  {verdict}")
    return dearer


def main():
    writes = sys.argv[1] == "write"
    path, program, keys, make = sys.argv[1 + writes:]
    around = circumstances(program)
    record, recorded = ({}, around) if writes else read_record(path)
    if recorded != around:
        print("counts: left out, since they are compared only where build, libraries and processor are those of "
              f"{path}; of these differ: " + "; ".join(sorted(set(around) ^ set(recorded))))
        return
    counts = Counter(program, keys, make).all()
    if writes:
        write_record(path, counts, around)
    elif counts.keys() != record.keys():
        sys.exit(f"counts: {path} has other counts: make counts")
    elif compare(counts, record):
        sys.exit("counts: dearer than it may be: callgrind_annotate says by what; where that is worth it, make counts")


main()
