#!/usr/bin/env python3
"""Writes random valid programs, to be compiled by several compilers and compared.

    python3.12 programs.py FOLDER [--count N] [--seed N] [--size N] [--invalid]

The same arguments write the same programs. What they do makes no sense; they are never run. A statement that
the interpreter refuses is left out; with --invalid it stays, so that error messages can be compared.
"""
import argparse
import pathlib

from writer import Writer


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=60, help="statements in a program, about")
    parser.add_argument("--invalid", action="store_true", help="keep what is refused")
    args = parser.parse_args()
    args.folder.mkdir(parents=True, exist_ok=True)
    for number in range(args.count):
        text = Writer(args.seed * 1_000_003 + number, args.size, args.invalid).program()
        (args.folder / f"program_{args.seed}_{number}.py").write_bytes(text)


if __name__ == "__main__":
    main()
