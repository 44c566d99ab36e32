#!/usr/bin/env python3
"""What stands between CPython's code generator and its code objects, one JSON line a module.

    python3.12 stages.py [--bodies] [--limit N] FILE.py [FILE...]

Each line has the pseudo-code of the module (from `_testinternalcapi.compiler_codegen`) and the module's code
object after the flow graph and the assembler. `holder` and `expected` are marshal data in hexadecimal: a code
object that only carries the constants as the code generator left them, and the finished one.
With --bodies the body of every function also becomes a module of its own (`return` turned into `raise`, what
only a function may hold dropped), because the interpreter hands out pseudo-code of modules only.
It does not hand out labels to which nothing jumps; modules in which one may matter are left out.
"""
import argparse
import ast
import json
import marshal
import opcode
import sys
import warnings

import _testinternalcapi

NAMES = {number: name for name, number in opcode.opmap.items()}


class Loosen(ast.NodeTransformer):
    """Makes statements of a function fit for a module."""

    def visit_Return(self, node):
        return ast.copy_location(ast.Raise(exc=node.value), node)

    def visit_FunctionDef(self, node):
        return node

    visit_AsyncFunctionDef = visit_ClassDef = visit_Lambda = visit_FunctionDef

    def visit_Yield(self, node):
        return node.value or ast.copy_location(ast.Constant(None), node)

    def visit_YieldFrom(self, node):
        return node.value

    visit_Await = visit_YieldFrom

    def visit_Nonlocal(self, node):
        return ast.copy_location(ast.Pass(), node)


def modules(tree, bodies):
    if bodies:
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef):
                yield ast.Module([Loosen().visit(statement) for statement in node.body], [])
    else:
        yield tree


def keys(table):
    """The names of a table in the order of their numbers."""
    return sorted(table, key=table.get)


def constants(table):
    found = [None] * len(table)
    for key, number in table.items():
        found[number] = key[1] if type(key) is tuple else key
    return tuple(found)


def hides_a_label(instrs):
    """A label stands behind each `for` loop, and splits a block if no jump does."""
    ops = [NAMES[instr[0]] for instr in instrs]
    return ("END_FOR", "POP_BLOCK") in zip(ops, ops[1:])


def row(file, tree):
    expected = compile(tree, file, "exec", dont_inherit=True)
    instrs, unit = _testinternalcapi.compiler_codegen(tree, file, 0)
    if hides_a_label(instrs):
        return None
    holder = compile("0", file, "exec").replace(co_consts=constants(unit["consts"]))
    return {
        "file": file,
        "instrs": [[NAMES[op], *rest] for op, *rest in instrs],
        "names": keys(unit["names"]), "varnames": keys(unit["varnames"]),
        "cellvars": keys(unit["cellvars"]), "freevars": keys(unit["freevars"]),
        "holder": marshal.dumps(holder).hex(), "expected": marshal.dumps(expected).hex(),
    }


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--bodies", action="store_true")
    parser.add_argument("--limit", type=int, default=10**9, help="stop after so many lines")
    parser.add_argument("files", nargs="+")
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    sys.setrecursionlimit(10000)
    count = 0
    for file in args.files:
        with open(file, "rb") as source:
            text = source.read()
        try:
            tree = ast.parse(text)
        except (SyntaxError, ValueError):
            continue
        for module in modules(tree, args.bodies):
            try:
                line = row(file, module)
            except (SyntaxError, ValueError):
                continue
            if line is None:
                continue
            print(json.dumps(line, separators=(",", ":")))
            count += 1
            if count >= args.limit:
                return


if __name__ == "__main__":
    main()
