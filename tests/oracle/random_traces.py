#!/usr/bin/env python3
"""Random programs that end, with what CPython does at each instruction, for `tests/random_traces.rs`.

    python3.12 random_traces.py --first N --count N --seed N [--size N] [--max N] [--apart N]

A program is a line `# NUMBER`, its source in hexadecimal, its output, what it printed to standard error and its exit
status as a line of JSON, and then the rows of `optrace.py --stack --locals`, of which the last is the end.

One that wants more memory than `ROOM` is left out, since what it then does is the machine's business: its number stands
in a line `- NUMBER` instead. With `--apart` the program's objects lie elsewhere in memory: what then comes out in another
way, such as the order of a set of objects that have no hash of their own, nobody can foretell.
"""
import argparse
import gc
import json
import os
import resource
import shutil
import sys
import tempfile

import optrace
from player import Player


# Bytes of memory that a program may use: half of what ours may, whose values are twice as large.
ROOM = 1 << 29


def trace(folder, limit, apart):
    """What `optrace.py` does with the program, in a process of its own that needs not be started anew."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    resource.setrlimit(resource.RLIMIT_AS, (ROOM, ROOM))
    between = [(None,) * size + (at,) for size in range(60) for at in range(apart)]
    # What the tracer itself allocates must not set off collections, which change the order of what is left at the end.
    gc.disable()
    os.dup2(os.open(folder + "/err", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666), 2)
    sys.argv = ["optrace.py", "--stack", "--locals", "--max", str(limit), "-o", folder + "/trace",
                "--script-stdout", folder + "/out", folder + "/program.py"]
    # It leaves by SystemExit, so that the interpreter takes down the program's objects, as it does at its end.
    optrace.main()
    del between


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=40, help="statements in a program, about")
    parser.add_argument("--max", type=int, default=3000, help="instructions at most")
    parser.add_argument("--apart", type=int, default=0, help="objects of each size that lie between")
    args = parser.parse_args()
    read = lambda name: open(f"{folder}/{name}", encoding="utf-8", errors="surrogateescape").read()
    folder, parent = tempfile.mkdtemp(), os.getpid()
    try:
        for number in range(args.first, args.count):
            text = Player(args.seed * 1_000_003 + number, args.size).program()
            with open(folder + "/program.py", "w", encoding="utf-8") as file:
                file.write(text)
            status = trace(folder, args.max, args.apart)
            rows = read("trace")
            if status < 0 or '["MemoryError"' in rows or '"event":"end"' not in rows:
                print("-", number, flush=True)
                continue
            print("#", number)
            print(text.encode().hex())
            print(json.dumps([read("out"), read("err").replace(folder, ""), status]))
            sys.stdout.write(rows)
            sys.stdout.flush()
    finally:
        if os.getpid() == parent:
            shutil.rmtree(folder)


if __name__ == "__main__":
    main()
