#!/usr/bin/env python3
"""Says which parts of Python's grammar the random programs reach.

    python3.12 program_coverage.py [--count N] [--seed N] [--size N] [--all]

Each kind of node with each of its fields: an optional one present and absent, a list empty, with one and with more
items; each instruction of the compiler's; and its warnings. What is never reached is printed, and fails.
"""
import argparse
import ast
import collections
import dis
import re
import sys
import types
import warnings

from writer import Writer

# Never made by the parser from a program, or by no program.
NEVER = {"FunctionType", "Interactive", "Expression", "TypeIgnore", "expr_context", "AugLoad", "AugStore", "Param", "Suite", "Index",
         "ExtSlice", "_ast_Ellipsis", "Num", "Str", "Bytes", "NameConstant", "Ellipsis", "type_ignore", "slice"}
NEVER_FIELDS = {"type_comment", "type_ignores"}
# An empty list is none for the grammar, or one item is none.
NEVER_STATES = {f"{node}.{field} {state}" for state, fields in {
    "empty": """Assign.targets AsyncFor.body AsyncFunctionDef.body AsyncWith.body AsyncWith.items BoolOp.values ClassDef.body
        Compare.comparators Compare.ops Delete.targets DictComp.generators ExceptHandler.body For.body FunctionDef.body
        GeneratorExp.generators Global.names If.body Import.names ImportFrom.names ListComp.generators Match.cases MatchOr.patterns
        Nonlocal.names Set.elts SetComp.generators Try.body TryStar.body TryStar.handlers While.body With.body With.items
        match_case.body""",
    "one": "BoolOp.values MatchOr.patterns",
    "absent": "ImportFrom.level",
}.items() for name in fields.split() for node, _, field in [name.partition(".")]}
# Made by no rule of 3.12's compiler, or for what is compiled by other ways than from a file.
NEVER_OPS = {"CACHE", "PRINT_EXPR", "INTERPRETER_EXIT", "ENTER_EXECUTOR", "RESERVED"}


def wanted():
    for name, kind in vars(ast).items():
        if not (isinstance(kind, type) and issubclass(kind, ast.AST)) or name in NEVER or not kind.__module__ == "ast":
            continue
        if kind.__subclasses__() and name not in ("Constant", "Tuple"):
            continue
        yield name
        for type_, mark, field in re.findall(r"(\w+)([?*]?) (\w+)", kind.__doc__ or ""):
            if field not in NEVER_FIELDS:
                states = {"": [], "?": ["absent", "present"], "*": ["empty", "one", "more"]}[mark]
                yield from (f"{name}.{field} {state}" for state in states)


def note_tree(tree, seen):
    for node in ast.walk(tree):
        name = type(node).__name__
        seen[name] += 1
        for field, value in ast.iter_fields(node):
            if isinstance(value, list):
                seen[f"{name}.{field} {('empty', 'one', 'more')[min(len(value), 2)]}"] += 1
            else:
                seen[f"{name}.{field} {'absent' if value is None else 'present'}"] += 1


def note_code(code, seen):
    for instruction in dis.get_instructions(code):
        seen[instruction.opname] += 1
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            note_code(constant, seen)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--count", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--size", type=int, default=15)
    parser.add_argument("--all", action="store_true", help="print everything with its count")
    args = parser.parse_args()
    nodes, ops, warned = collections.Counter(), collections.Counter(), collections.Counter()
    for number in range(args.count):
        text = Writer(args.seed * 1_000_003 + number, args.size).program()
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            note_tree(ast.parse(text), nodes)
            note_code(compile(text, "<program>", "exec", dont_inherit=True), ops)
        warned.update(re.sub(r"'.*?'|\d", "...", str(warning.message)) for warning in caught)
    made = [name for name in dis.opmap if dis.opmap[name] < 237 and name not in NEVER_OPS]
    missing = [name for name in wanted() if not nodes[name] and name not in NEVER_STATES]
    missing += [name for name in made if not ops[name]]
    if args.all:
        for counter in (nodes, ops, warned):
            for name in sorted(counter):
                print(f"{counter[name]:8} {name}")
    print(f"{sum(1 for _ in wanted())} kinds, fields and states, {len(made)} instructions, {len(warned)} warnings;",
          "never reached:", ", ".join(missing) or "nothing")
    sys.exit(bool(missing))


if __name__ == "__main__":
    main()
