#!/usr/bin/env python3
"""Random programs with CPython's answers, four lines of each: source, code, tree, tokens.

    python3.12 random_rows.py --first N --count N --seed N [--size N] [--invalid]
    python3.12 random_rows.py FILE

With a file, the programs in it, which stand between lines of `---`.
The source is in hexadecimal, the others are as `codedump.py` writes them. Each program is written out before the
interpreter is asked for the answers, so that it is known on which one it crashed.
"""
import argparse
import json
import sys
import warnings

import codedump
from writer import Writer


def rows(name, source, args):
    for make in (codedump.do_code, codedump.do_ast, codedump.do_tokens):
        row = {"file": name, "python": "%d.%d.%d" % sys.version_info[:3]}
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            try:
                row.update(make(source, name, args))
            except Exception as error:
                row["error"] = codedump.error(error)
        # What is warned of while folding constants is said to stand in `codedump.py`.
        row["warnings"] = [[warning.category.__name__, codedump.text(str(warning.message)), warning.lineno if warning.filename == name else 1]
                           for warning in caught]
        yield json.dumps(row, separators=(",", ":"))


def programs(args):
    """Each with its number, which is printed before the program is put together: that may crash as well."""
    if args.file:
        with open(args.file, encoding="utf-8", newline="") as file:
            for number, text in enumerate(file.read().split("---\n")):
                print("#", number)
                yield number, text.encode()
        return
    for number in range(args.first, args.count):
        print("#", number, flush=True)
        yield number, Writer(args.seed * 1_000_003 + number, args.size, args.invalid).program()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", nargs="?")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=15, help="statements in a program, about")
    parser.add_argument("--invalid", action="store_true", help="keep what is refused")
    args = parser.parse_args()
    # What codedump's functions ask of their options.
    sys.setrecursionlimit(20_000)       # for `ast.dump`, which is Python
    args.optimize, args.positions, args.n_codes = 0, False, 0
    for number, source in programs(args):
        print(source.hex(), flush=True)
        for row in rows(f"<random {args.seed}/{number}>", source, args):
            print(row)


if __name__ == "__main__":
    main()
