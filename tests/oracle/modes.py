#!/usr/bin/env python3
"""What this CPython makes of pieces of programs in the modes `eval` and `single`: one JSON line each.

    pythonX.Y modes.py FILE.py [FILE...]

The pieces are the files' expressions and statements, as they are written and damaged: a token dropped, another
piece behind. A line has the mode, the text, and the code or the error.
"""
import ast
import json
import sys
import warnings

from codedump import code


def pieces(source):
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, (ast.expr, ast.stmt)):
            text = ast.get_source_segment(source, node)
            if text and len(text) < 2000:
                yield text


def variants(text, before, number):
    yield text
    yield (text + "\n", "\n" + text, " " + text, "# c\n" + text, text + "  # c", text + ";")[number % 6]
    yield (text[:-1], text[1:], f"{text}; {before}", f"{text}\n{before}", f"{text}, *{before}")[number % 5]


def answer(text, mode):
    row = {"mode": mode, "text": text}
    try:
        row["code"] = code(compile(text, "<piece>", mode, dont_inherit=True))
    except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
        row["error"] = [type(error).__name__, str(error.args[0])]
        if isinstance(error, SyntaxError):
            row["error"] += [error.lineno, error.offset, error.end_lineno, error.end_offset, error.text]
    return row


def main(files):
    warnings.simplefilter("ignore")
    seen = set()
    before, number = "x", 0
    for name in files:
        with open(name, encoding="utf-8") as file:
            source = file.read()
        for text in pieces(source):
            for variant in variants(text, before, number):
                if variant not in seen:
                    seen.add(variant)
                    for mode in ("eval", "single"):
                        print(json.dumps(answer(variant, mode)))
            before, number = text, number + 1


main(sys.argv[1:])
