"""Records what CPython 3.12 makes of the programs here.

    python3.12 tests/golden/codegen/record.py            writes the files
    python3.12 tests/golden/codegen/record.py --check    says whether they are still what it would write
"""
import ast
import json
import opcode
import pathlib
import sys
import warnings

import _symtable
import _testinternalcapi

HERE = pathlib.Path(__file__).parent
SYMBOLS = HERE.parent / "symbols"
PSEUDO = ("SETUP_FINALLY SETUP_CLEANUP SETUP_WITH POP_BLOCK JUMP JUMP_NO_INTERRUPT LOAD_METHOD LOAD_SUPER_METHOD "
          "LOAD_ZERO_SUPER_METHOD LOAD_ZERO_SUPER_ATTR STORE_FAST_MAYBE_NULL").split()
NAMES = {number: name for name, number in opcode.opmap.items()} | dict(enumerate(PSEUDO, 256))
BLOCKS = {getattr(_symtable, "TYPE_" + name): block for name, block in [
    ("MODULE", "Module"), ("CLASS", "Class"), ("FUNCTION", "Function"), ("TYPE_VAR_BOUND", "TypeVarBound"),
    ("TYPE_ALIAS", "TypeAlias"), ("TYPE_PARAM", "TypeParams")]}


def programs(path):
    return [text.strip("\n") + "\n" for text in path.read_text("utf-8").split("\n---\n")]


def in_order(table):
    return [name for name, _ in sorted(table.items(), key=lambda item: item[1])]


def sequence(source):
    """The pseudo-code of a module; what is inside functions comes out as code objects, before which nothing is shown."""
    instructions, unit = _testinternalcapi.compiler_codegen(ast.parse(source), "<test>", 0)
    rows = [[NAMES[op], arg, line, end_line, col, end_col] for op, arg, line, end_line, col, end_col in instructions]
    return {"source": source, "names": in_order(unit["names"]), "consts": len(unit["consts"]), "instructions": rows}


def failure(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<test>", "exec")
            error = None
        except SyntaxError as e:
            error = [e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    return {"source": source, "error": error, "warnings": [[str(w.message), w.lineno] for w in caught]}


def scope(entry):
    return {"name": entry.name, "block": BLOCKS[entry.type], "nested": bool(entry.nested), "params": entry.varnames,
            "symbols": dict(sorted(entry.symbols.items())), "children": [scope(child) for child in entry.children]}


def folded(expression):
    sys.path.insert(0, str(HERE.parents[1] / "oracle"))
    from codedump import code
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {"expression": expression, "code": code(compile(expression, "<test>", "exec"))}


def main():
    files = {
        HERE / "programs.jsonl": map(sequence, programs(HERE / "programs.txt")),
        HERE / "errors.jsonl": map(failure, programs(HERE / "errors.txt")),
        HERE / "folding.jsonl": map(folded, (HERE / "folding.txt").read_text("utf-8").splitlines()),
        SYMBOLS / "programs.jsonl": ({"source": source, "scope": scope(_symtable.symtable(source, "<test>", "exec"))}
                                     for source in programs(SYMBOLS / "programs.txt")),
    }
    stale = []
    for path, rows in files.items():
        text = "".join(json.dumps(row) + "\n" for row in rows)
        if "--check" not in sys.argv:
            path.write_text(text, "utf-8")
        elif path.read_text("utf-8") != text:
            stale.append(path.name)
    if stale:
        sys.exit("not what this CPython makes: " + ", ".join(stale))


main()
