#!/usr/bin/env python3
"""Dump what THIS CPython's symtable module says, one JSON line per file, with the options of codedump.py.

    pythonX.Y symbols.py [options] FILE.py [FILE...]

Symbols, and the names in lists, are sorted: what a block only hands on stands in symtable in the order of a set.
"""
import symtable

import codedump

FACTS = ("global", "declared_global", "nonlocal", "local", "free", "parameter", "assigned", "referenced",
         "imported", "annotated", "namespace")
LISTS = ("parameters", "locals", "globals", "nonlocals", "frees")


def symbol(one):
    row = {"name": one.get_name()}
    for fact in FACTS:
        row["is_" + fact] = getattr(one, "is_" + fact)()
    row["namespaces"] = [[t.get_type(), t.get_lineno()] for t in one.get_namespaces()]
    return row


def table(one):
    row = {"type": one.get_type(), "name": one.get_name(), "lineno": one.get_lineno(),
           "is_nested": one.is_nested(), "is_optimized": one.is_optimized(), "has_children": one.has_children()}
    if isinstance(one, symtable.Function):
        for name in LISTS:
            row[name] = sorted(getattr(one, "get_" + name)())
    if isinstance(one, symtable.Class):
        row["methods"] = list(one.get_methods())
    row["symbols"] = [symbol(s) for s in sorted(one.get_symbols(), key=lambda s: s.get_name())]
    row["children"] = [table(child) for child in one.get_children()]
    return row


def do_symbols(source, name, args):
    return {"symbols": table(symtable.symtable(source, name, "exec"))}


if __name__ == "__main__":
    codedump.main((("symbols", do_symbols),))
