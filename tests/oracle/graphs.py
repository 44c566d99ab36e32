#!/usr/bin/env python3
"""What CPython's flow graph and assembler make of pseudo-code written by hand: JSON lines in, JSON lines out.

    python3.12 graphs.py < QUESTIONS

A question has the instructions as [name, argument, line, end line, column, end column] (a jump's argument is the
index of an instruction), the constants as the text of a tuple, and lists of names.
{"ask": "optimize", ...} gives the instructions and constants after the passes that CPython calls the optimizer,
{"ask": "assemble", ...} the code object, as marshal data, of instructions that have been through them.
"""
import json
import marshal
import sys

import _testinternalcapi

from stages import NAMES

NUMBERS = {name: number for number, name in NAMES.items()}


def numbered(names):
    return {name: number for number, name in enumerate(names)}


def optimize(instrs, consts, question):
    made = _testinternalcapi.optimize_cfg(instrs, consts, len(question["varnames"]))
    return {"instrs": [[NAMES[op], *rest] for op, *rest in made],
            "consts": "(" + "".join(repr(const) + "," for const in consts) + ")"}


def assemble(instrs, consts, question):
    free = {name: len(question["cellvars"]) + number for number, name in enumerate(question["freevars"])}
    metadata = {
        "name": "f", "qualname": "f", "firstlineno": 1, "fasthidden": {},
        "consts": {(number, const): number for number, const in enumerate(consts)},
        "names": numbered(question["names"]), "varnames": numbered(question["varnames"]),
        "cellvars": numbered(question["cellvars"]), "freevars": free,
        "argcount": question["argcount"], "posonlyargcount": 0, "kwonlyargcount": 0,
    }
    code = _testinternalcapi.assemble_code_object("<test>", instrs, metadata)
    return {"code": marshal.dumps(code).hex()}


def answer(question):
    instrs = [(NUMBERS[op], *rest) for op, *rest in question["instrs"]]
    consts = list(eval(question["consts"], {}))
    return {"optimize": optimize, "assemble": assemble}[question["ask"]](instrs, consts, question)


if __name__ == "__main__":
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))))
