#!/usr/bin/env python3
"""What CPython's symbol table and code generator make of programs, one JSON line each.

    python3.12 early_stages.py scopes FILE.py [FILE...]        the scopes, with flags as `symtable.h` numbers them
    python3.12 early_stages.py sequences FILE.py [FILE...]     the pseudo-code, before the flow graph

The interpreter hands out pseudo-code of modules only: what is inside functions comes out as code objects, before
which nothing is shown. So the body of each function also becomes a module of its own (see `stages.py`), written out
again as a text. A line has the text it speaks of, but for a program that does not compile, which has none.
"""
import ast
import json
import sys
import warnings

import _symtable
import _testinternalcapi

import stages

BLOCKS = {getattr(_symtable, "TYPE_" + name): block for name, block in [
    ("MODULE", "Module"), ("CLASS", "Class"), ("FUNCTION", "Function"), ("TYPE_VAR_BOUND", "TypeVarBound"),
    ("TYPE_ALIAS", "TypeAlias"), ("TYPE_PARAM", "TypeParams")]}


def scopes(source):
    return {"source": source, "scope": scope(_symtable.symtable(source, "<test>", "exec"))}


def scope(entry):
    return {"name": entry.name, "block": BLOCKS[entry.type], "nested": bool(entry.nested), "params": entry.varnames,
            "symbols": dict(sorted(entry.symbols.items())), "children": [scope(child) for child in entry.children]}


def sequence(source):
    # What does not compile must not come to the test module, which crashes over it.
    compile(source, "<test>", "exec", dont_inherit=True)
    instructions, unit = _testinternalcapi.compiler_codegen(ast.parse(source), "<test>", 0)
    rows = [[stages.NAMES[op], *rest] for op, *rest in instructions]
    return {"source": source, "names": stages.keys(unit["names"]), "consts": len(unit["consts"]), "instructions": rows}


def bodies(source):
    """A module, and its functions' bodies as modules."""
    yield source
    for module in stages.modules(ast.parse(source), True):
        yield ast.unparse(module) + "\n"


def main():
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    stage, *files = sys.argv[1:]
    for file in files:
        try:
            with open(file, encoding="utf-8") as program:
                source = program.read()
            texts = list(bodies(source)) if stage == "sequences" else [source]
        except (SyntaxError, ValueError):
            continue
        for text in texts:
            try:
                print(json.dumps({"scopes": scopes, "sequences": sequence}[stage](text), separators=(",", ":")))
            except (SyntaxError, ValueError):
                continue


if __name__ == "__main__":
    main()
