"""Print wrong programs and what this CPython's parser says of them, one JSON line each.

    python3.12 tests/oracle/wrong_programs.py > tests/golden/syntax/errors.jsonl

The programs come from CPython's own tests: doctest examples and the short texts that are handed to compile() and
its like there; and from functions of the standard library in which a token was dropped, doubled, swapped or
replaced (seeded, so every run prints the same).  `--seed N --only-mutants COUNT` prints other mutants.
"""
import argparse
import ast
import doctest
import io
import json
import os
import random
import sys
import tokenize
import warnings

TESTS = """test_syntax test_exceptions test_fstring test_grammar test_eof test_string_literals test_named_expressions
    test_positional_only_arg test_patma test_type_params test_except_star test_unpack_ex test_generators
    test_coroutines test_tokenize test_dictcomps test_global test_future test_compile test_keywordonlyarg test_genexps
    test_cmd_line_script test_unparse test_type_comments test_decorators test_complex test_int_literal test_unicode_identifiers
    test_listcomps test_setcomps test_extcall test_codeop test_peg_generator test_with test_flufl""".split()
MUTATED = """abc bisect calendar cmd codeop contextlib copy csv dataclasses dis enum fnmatch fractions functools heapq
    inspect json/decoder keyword operator pprint queue random reprlib sched shlex string textwrap token traceback
    typing types weakref""".split()
WORDS = """( ) [ ] { } : , ; . = == := -> + - * ** / @ ! if else for in def class return lambda not and or is print
    as with try except finally while pass None True import from await async yield global del match case 1 0x 07 'a'
    f'{x}' f'{ b'a' \\ \n x y *a **b f(x)""".split(" ")


def lib(name):
    return os.path.join(os.path.dirname(os.__file__), name + ".py")


def read(path):
    with open(path, encoding="utf-8") as f:
        return f.read()


def texts_of_tests():
    for name in TESTS:
        path = lib("test/" + name)
        if not os.path.exists(path):
            continue
        for node in ast.walk(ast.parse(read(path))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 1500:
                if ">>>" in node.value:
                    continue
                called = any(c in node.value for c in "()[]{}=:\n'\"\\")
                if called:
                    yield name, node.value
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and ">>>" in node.value:
                try:
                    examples = doctest.DocTestParser().get_examples(node.value)
                except ValueError:
                    continue
                for example in examples:
                    yield name, example.source


def functions():
    for name in MUTATED:
        text = read(lib(name))
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef) and 3 <= node.end_lineno - node.lineno <= 15 and node.col_offset == 0:
                yield name, "\n".join(text.split("\n")[node.lineno - 1:node.end_lineno]) + "\n"


def mutants(seed, count):
    rng = random.Random(seed)
    all_functions = list(functions())
    for _ in range(count):
        name, text = rng.choice(all_functions)
        lines = text.splitlines(keepends=True)
        tokens = [t for t in tokenize.generate_tokens(io.StringIO(text).readline)
                  if t.string.strip() and t.type != tokenize.COMMENT and t.start[0] == t.end[0]]
        token = rng.choice(tokens)
        row, (start, end) = token.start[0] - 1, (token.start[1], token.end[1])
        line = lines[row]
        new = rng.choice(["", "", token.string + " " + token.string, rng.choice(WORDS), rng.choice(WORDS),
                          token.string + " " + rng.choice(WORDS), rng.choice(WORDS) + " " + token.string,
                          rng.choice(tokens).string])
        lines[row] = line[:start] + new + line[end:]
        if rng.random() < 0.1:
            lines[row] = " " + lines[row]
        yield "mutant of " + name, "".join(lines)


def answer(source):
    try:
        compile(source, "<wrong>", "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    except SyntaxError as e:
        return {"type": type(e).__name__, "msg": e.msg, "lineno": e.lineno, "offset": e.offset,
                "end_lineno": e.end_lineno, "end_offset": e.end_offset, "text": e.text}
    except (ValueError, MemoryError, RecursionError, OverflowError) as e:
        return None
    return None


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--seed", type=int, default=312)
    p.add_argument("--only-mutants", type=int)
    args = p.parse_args()
    warnings.simplefilter("ignore")
    seen = set()
    programs = mutants(args.seed, args.only_mutants or 1500)
    if args.only_mutants is None:
        programs = [*texts_of_tests(), *programs]
    for origin, source in programs:
        if source in seen:
            continue
        seen.add(source)
        try:
            source.encode()
        except UnicodeEncodeError:
            continue
        error = answer(source)
        if error is not None:
            try:
                print(json.dumps({"from": origin, "source": source, **error}))
            except UnicodeEncodeError:
                pass


if __name__ == "__main__":
    main()
