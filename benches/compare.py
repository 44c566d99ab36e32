#!/usr/bin/env python3
"""Run the benchmark programs under two commands in turn and print time ratios.

    compare.py [-n ROUNDS] [--size FACTOR] [--dir FOLDER] 'COMMAND A' 'COMMAND B' [PROGRAM ...]

    compare.py 'target/release/opstep run' python3.12
    compare.py 'target/release/opstep run --record' python3.12 fib nbody

Each program prints a checksum; a wrong one counts as a failure, not as a time. Times are CPU seconds of the
whole process (user + system), the two commands alternating, and the ratio A/B is the median of the rounds:
these machines are noisy, so quote ratios. Exit status 1 where a program failed.
"""
import argparse
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent


def programs(folder, wanted):
    found = sorted(p for p in folder.glob("*.py") if p.stem != "compare")
    return [p for p in found if not wanted or p.stem in wanted]


def default_size(program):
    return int(re.search(r"^DEFAULT = (\d+)", program.read_text(), re.M).group(1))


def once(command, program, size):
    """CPU seconds, peak MiB and checksum of one run; the checksum is None where it failed."""
    with tempfile.TemporaryFile() as out:
        child = subprocess.Popen([*command.split(), str(program), str(size)], stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = status
        out.seek(0)
        text = out.read().decode("utf-8", "replace")
    check = re.search(r"checksum (.*)", text)
    if status or not check:
        return None, None, f"FAILED: {text.strip().splitlines()[-1][:100] if text.strip() else status}"
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, check.group(1)


def main():
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("-n", type=int, default=3, metavar="ROUNDS")
    ask.add_argument("--size", type=float, default=1.0, metavar="FACTOR", help="scale every program's input")
    ask.add_argument("--dir", type=pathlib.Path, default=HERE / "programs")
    ask.add_argument("a")
    ask.add_argument("b")
    ask.add_argument("names", nargs="*")
    args = ask.parse_args()

    ratios, failed = [], 0
    print(f"{'program':12} {'A s':>8} {'B s':>8} {'A/B':>7}   {'A MiB':>7} {'B MiB':>7}")
    for program in programs(args.dir, args.names):
        size = max(1, int(default_size(program) * args.size))
        rounds = []
        for _ in range(args.n):
            (a, mem_a, check_a), (b, mem_b, check_b) = once(args.a, program, size), once(args.b, program, size)
            if check_a != check_b:
                failed += 1
                print(f"{program.stem:12} A: {check_a}   B: {check_b}")
                break
            rounds.append((a, b, a / b, mem_a, mem_b))
        else:
            a, b, ratio, mem_a, mem_b = (statistics.median(column) for column in zip(*rounds))
            ratios.append(ratio)
            print(f"{program.stem:12} {a:8.3f} {b:8.3f} {ratio:6.2f}x   {mem_a:7.1f} {mem_b:7.1f}")
    if ratios:
        print(f"{'geomean':12} {'':8} {'':8} {math.exp(statistics.fmean(map(math.log, ratios))):6.2f}x   of {len(ratios)}, {failed} failed")
    return 1 if failed or not ratios else 0


if __name__ == "__main__":
    sys.exit(main())
