#!/usr/bin/env python3
"""What CPython answers to programs that nest deeply or go on for long, at depths around its limits.

    python3.12 deep_programs.py tests/golden/deep/families.jsonl > tests/golden/deep/answers.jsonl

Each row of the input is a family: `head`, then `open` as often as the depth says, `middle`, `close` as often, and
`tail`. In each of them `{n}` is the number of the level and `{in}` a space for every level. The depth at which the
answer changes is sought up to `most`, and the answers on both sides of it are printed, with one at `most` itself. Each
program is a file that an interpreter of its own compiles and runs: there is no other Python code beneath it that
would use up some of its depth, and it may crash, or take too long. The program itself ends at its first line.
"""
import json
import os
import re
import subprocess
import sys
import tempfile

PATIENCE = 20           # seconds; some rules of CPython's parser take time that grows faster than the program
FIRST = "raise SystemExit\n"


def program(family, depth):
    def part(name, level):
        text = family.get(name, "")
        return text.replace("{n}", str(level)).replace("{in}", " " * level) if "{" in text else text
    opened = "".join(part("open", level) for level in range(depth))
    closed = "".join(part("close", level) for level in reversed(range(depth)))
    return family.get("first", FIRST) + part("head", 0) + opened + part("middle", depth) + closed + part("tail", 0)


def answer(family, depth, folder):
    path = os.path.join(folder, "deep.py")
    with open(path, "w", encoding="utf-8") as file:
        file.write(program(family, depth))
    command = [sys.executable, "-I", "-S", "-W", "ignore", "deep.py"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        return "slow"
    if done.returncode < 0:
        return "crash"
    error = done.stderr.decode("utf-8", "replace")
    lines = error.splitlines()
    if not lines:
        return "fine"
    # Of an error its line and its last words; what stands between shows a part of the program.
    where = re.match(r'  File ".*", (line \d+)$', lines[0])
    return f"{where[1]}: {lines[-1]}" if where else lines[-1]


def kind(text):
    """Without the numbers of lines."""
    return re.sub(r"line \d+", "", text)


def rows(family, folder):
    most = family["most"]
    last = answer(family, most, folder)
    found = {most: last}
    low, high = 1, most
    found[low] = answer(family, low, folder)
    # The answer may change more than once: from the top down, each time what lies below the last change.
    while kind(found[low]) != kind(found[high]):
        bottom, top = low, high
        while top - bottom > 1:
            middle = (bottom + top) // 2
            found[middle] = answer(family, middle, folder)
            if kind(found[middle]) == kind(found[high]):
                top = middle
            else:
                bottom = middle
        high = bottom
        if len(found) > 80:
            break
    keep = sorted(found)
    changes = {depth for one, two in zip(keep, keep[1:]) if kind(found[one]) != kind(found[two]) for depth in (one, two)}
    for depth in sorted(changes | {keep[0], keep[-1]}):
        yield {"family": family["name"], "depth": depth, "answer": found[depth]}


def main():
    with open(sys.argv[1], encoding="utf-8") as file, tempfile.TemporaryDirectory() as folder:
        for line in file:
            family = json.loads(line)
            if len(sys.argv) > 2 and family["name"] not in sys.argv[2:]:
                continue
            for row in rows(family, folder):
                print(json.dumps(row), flush=True)


if __name__ == "__main__":
    main()
