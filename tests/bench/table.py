# SPDX-License-Identifier: MIT
# The rows that the benchmarks have written, as one table and as one file of JSON.
# usage: table.py ROWS JSON [BENCHMARK...], those that broke off; exit 1 when any did, a bar is missed or a row
# was left out
import json
import os
import platform
import sys

HEADING = ("what", "against", "median", "least", "median", "least", "", "ratio", "of least", "bar", "")
LEFT = (0, 1, 6, 10)  # columns of words


def number(value):
    return "" if value is None else f"{value:.3f}" if value < 100 else f"{value:.0f}"


def ratio(value):
    return "" if value is None else f"{value:.2f} x"


def cells_of(row):
    measured = [number(side and side[kind]) for side in (row["ours"], row["floor"]) for kind in ("median", "least")]
    told = row["bar"] < 0
    verdict = "left out: " + row["left_out"] if "left_out" in row else "told" if told else "met" if row["met"] else "MISSED"
    return (row["what"], row["against"], *measured, row["unit"], ratio(row["ratio"]), ratio(row["ratio_least"]),
            "" if told else f"{row['bar']:.4g}", verdict)


def print_table(title, rows):
    if not rows:
        return
    table = [HEADING] + [cells_of(row) for row in rows]
    widths = [max(len(line[i]) for line in table) for i in range(len(HEADING))]
    print(f"\n{title}")
    for line in table:
        cells = [cell.ljust(width) if i in LEFT else cell.rjust(width)
                 for i, (cell, width) in enumerate(zip(line, widths))]
        print("  ".join(cells).rstrip())


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    for row in rows:  # which a busy machine disturbs less than the ratio of medians, by which a row is judged
        row["ratio_least"] = row["ours"]["least"] / row["floor"]["least"] if row["ours"] and row["floor"] else None
    path, broken = sys.argv[2], sys.argv[3:]
    growths = [row for row in rows if row["key"].startswith("growth ")]
    print_table("Against what it could cost", [row for row in rows if row not in growths])
    print_table("Ten times as much (linear is 10)", growths)
    missed = [row["key"] for row in rows if not row["met"]]
    with open(path, "w", encoding="utf-8") as file:
        json.dump({"machine": platform.machine(), "processors": os.cpu_count(), "kernel": platform.release(),
                   "rows": rows, "missed": missed, "broken": broken}, file, indent=1)
        file.write("\n")
    for name in broken:
        print(f"\nbench-{name} broke off: what it has not measured is missed")
    print(f"\n{len(rows)} rows, {len(missed)} missed; {path}")
    sys.exit(1 if missed or broken or not rows else 0)


main()
