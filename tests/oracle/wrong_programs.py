"""Print wrong programs and what this CPython's parser says of them, one JSON line each.

    python3.12 tests/oracle/wrong_programs.py > tests/golden/syntax/errors.jsonl

They are the programs of this package in which a token was dropped, doubled, swapped or replaced (seeded, so every run
prints the same).  `--seed N --count COUNT` prints others, and `--of FOLDER` mutates the programs there.
"""
import argparse
import ast
import glob
import io
import json
import random
import tokenize
import warnings

OURS = ["tests/oracle/samples", "tests/golden/syntax/programs", "tests/run", "examples"]
WORDS = """( ) [ ] { } : , ; . = == := -> + - * ** / @ ! if else for in def class return lambda not and or is print
    as with try except finally while pass None True import from await async yield global del match case 1 0x 07 'a'
    f'{x}' f'{ b'a' \\ \n x y *a **b f(x)""".split(" ")


def read(path):
    try:
        with open(path, encoding="utf-8") as f:
            return f.read()
    except UnicodeDecodeError:
        return ""


def pieces(folders):
    """The statements of the outermost level, each a few lines long, and whole small programs."""
    for folder in folders:
        for path in sorted(glob.glob(folder + "/**/*.py", recursive=True)):
            text = read(path)
            try:
                body = ast.parse(text).body
            except (SyntaxError, ValueError):
                continue
            if text.count("\n") <= 12:
                yield path, text
            lines = text.split("\n")
            for node in body:
                if 2 <= node.end_lineno - node.lineno <= 25:
                    yield path, "\n".join(lines[node.lineno - 1:node.end_lineno]) + "\n"


def mutants(seed, count, folders):
    rng = random.Random(seed)
    all_pieces = list(pieces(folders))
    for _ in range(count):
        name, text = rng.choice(all_pieces)
        lines = text.splitlines(keepends=True)
        tokens = [t for t in tokenize.generate_tokens(io.StringIO(text).readline)
                  if t.string.strip() and t.type != tokenize.COMMENT and t.start[0] == t.end[0]]
        if not tokens:
            continue
        token = rng.choice(tokens)
        row, (start, end) = token.start[0] - 1, (token.start[1], token.end[1])
        line = lines[row]
        new = rng.choice(["", "", token.string + " " + token.string, rng.choice(WORDS), rng.choice(WORDS),
                          token.string + " " + rng.choice(WORDS), rng.choice(WORDS) + " " + token.string,
                          rng.choice(tokens).string])
        lines[row] = line[:start] + new + line[end:]
        if rng.random() < 0.1:
            lines[row] = " " + lines[row]
        yield name, "".join(lines)


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
    p.add_argument("--count", type=int, default=5000)
    p.add_argument("--of", metavar="FOLDER")
    args = p.parse_args()
    warnings.simplefilter("ignore")
    seen = set()
    programs = mutants(args.seed, args.count, [args.of] if args.of else OURS)
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
