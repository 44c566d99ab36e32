#!/usr/bin/env python3
"""Records what the real CPython makes of the programs named: FILE.pyc, FILE.json, FILE.dis, and of some FILE.caches.dis.

    python3.12 tests/golden/code/record.py        (from the root of the repository)
"""
import io
import json
import pathlib
import struct
import sys

HERE = pathlib.Path(__file__).parent
ORACLE = HERE.parent.parent / "oracle"
sys.path.insert(0, str(ORACLE))
sys.set_int_max_str_digits(0)

import codedump
import importlib.util
import marshal

SOURCES = [HERE / "constants.py", *sorted((ORACLE / "samples").glob("*.py"))]
WITH_CACHES = ["asyncs", "constants"]


class Options:
    optimize, positions, caches, n_codes = 0, True, False, 0


for source in SOURCES:
    text = source.read_bytes()
    name = source.name
    code = compile(text, name, "exec", dont_inherit=True)
    pyc = importlib.util.MAGIC_NUMBER + struct.pack("<III", 0, 0, len(text)) + marshal.dumps(code)
    target = HERE / source.stem
    target.with_suffix(".pyc").write_bytes(pyc)
    row = {"file": name, "python": "%d.%d.%d" % sys.version_info[:3]}
    row.update(codedump.do_code(text, name, Options))
    row["warnings"] = []
    target.with_suffix(".json").write_text(json.dumps(row, separators=(",", ":")) + "\n")
    for caches, suffix in ((False, ".dis"), (True, ".caches.dis")):
        if caches and source.stem not in WITH_CACHES:
            continue
        options = Options()
        options.caches = caches
        text_of = codedump.do_dis(text, name, options)["dis"]
        if isinstance(text_of, dict):
            text_of = bytes.fromhex(text_of["wtf8"]).decode("utf-8", "surrogatepass")
        target.with_suffix(suffix).write_text(text_of, encoding="utf-8", newline="\n")
