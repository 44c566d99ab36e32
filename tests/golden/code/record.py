#!/usr/bin/env python3
"""Records what the real CPython makes of the programs named: FILE.pyc, FILE.json, FILE.dis, and of some FILE.caches.dis.

    python3.12 tests/golden/code/record.py                  (from the root of the repository)
    python3.12 tests/golden/code/record.py FOLDER FILE...   (other programs, to another folder)
"""
import io
import json
import pathlib
import struct
import sys
import warnings

HERE = pathlib.Path(__file__).parent
ORACLE = HERE.parent.parent / "oracle"
sys.path.insert(0, str(ORACLE))
sys.set_int_max_str_digits(0)

import codedump
import importlib.util
import marshal

OUT = HERE
SOURCES = [HERE / "constants.py", *sorted((ORACLE / "samples").glob("*.py"))]
WITH_CACHES = ["asyncs", "constants"]
if sys.argv[1:]:
    OUT, SOURCES = pathlib.Path(sys.argv[1]), [pathlib.Path(name) for name in sys.argv[2:]]


class Options:
    optimize, positions, caches, n_codes = 0, True, False, 0


def record(source, stem):
    text = source.read_bytes()
    name = stem + ".py"
    code = compile(text, name, "exec", dont_inherit=True)
    pyc = importlib.util.MAGIC_NUMBER + struct.pack("<III", 0, 0, len(text)) + marshal.dumps(code)
    target = OUT / stem
    row = {"file": name, "python": "%d.%d.%d" % sys.version_info[:3]}
    row.update(codedump.do_code(text, name, Options))
    row["warnings"] = []
    target.with_suffix(".json").write_text(json.dumps(row, separators=(",", ":")) + "\n")
    for caches, suffix in ((False, ".dis"), (True, ".caches.dis")):
        if caches and stem not in WITH_CACHES:
            continue
        options = Options()
        options.caches = caches
        listing = codedump.do_dis(text, name, options)["dis"]
        target.with_suffix(suffix).write_text(listing, encoding="utf-8", newline="\n")
    target.with_suffix(".pyc").write_bytes(pyc)


warnings.simplefilter("ignore")
sys.setrecursionlimit(100_000)
for number, source in enumerate(SOURCES):
    try:
        record(source, source.stem if OUT == HERE else f"{source.stem}_{number}")
    except (SyntaxError, ValueError) as error:
        print(source, error, file=sys.stderr)
