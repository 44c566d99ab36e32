#!/usr/bin/env python3
"""Print what THIS CPython knows of each instruction, one JSON line an instruction.

    pythonX.Y opfacts.py > tests/golden/isa/opcodes-X.Y.jsonl

The first line says which Python it was and holds the tables of operators. `effects` maps an argument ("" for
none) to `dis.stack_effect` without and with the jump; null where CPython declines to say.
"""
import dis
import importlib.util
import json
import opcode
import sys

CLASSES = ("hasarg", "hasconst", "hasname", "hasjrel", "haslocal", "hasfree", "hascompare", "hasexc")
ARGUMENTS = (0, 1, 2, 3, 4, 5, 7, 8, 11, 15, 16, 64, 255, 256, 257, 258, 515, 1000)
LARGEST = {"RAISE_VARARGS": 2, "RERAISE": 2}            # larger ones mean nothing


def effects(name, number):
    found = {}
    arguments = ARGUMENTS if number in dis.hasarg else (None,)
    for arg in arguments:
        if arg is not None and arg > LARGEST.get(name, arg):
            continue
        pair = []
        for jump in (False, True):
            try:
                pair.append(dis.stack_effect(number, arg, jump=jump))
            except ValueError:
                pair.append(None)
        found["" if arg is None else str(arg)] = pair
    return found


def main():
    caches = opcode._inline_cache_entries
    print(json.dumps({
        "command": "python3 tests/oracle/opfacts.py",
        "python": "%d.%d.%d" % sys.version_info[:3],
        "magic": importlib.util.MAGIC_NUMBER.hex(),
        "have_argument": opcode.HAVE_ARGUMENT,
        "binary": [symbol for _, symbol in opcode._nb_ops],
        "compare": list(opcode.cmp_op),
        "intrinsic_1": opcode._intrinsic_1_descs,
        "intrinsic_2": opcode._intrinsic_2_descs,
    }))
    for name, number in sorted(opcode.opmap.items(), key=lambda item: item[1]):
        print(json.dumps({
            "name": name,
            "number": number,
            "caches": caches[number] if number < len(caches) else 0,
            "classes": [each for each in CLASSES if number in getattr(opcode, each)],
            "effects": effects(name, number),
        }))


main()
