"""Records what CPython 3.12 makes of the programs here.

    python3.12 tests/golden/codegen/record.py            writes the files
    python3.12 tests/golden/codegen/record.py --check    says whether they are still what it would write
"""
import json
import pathlib
import sys
import warnings

HERE = pathlib.Path(__file__).parent
SYMBOLS = HERE.parent / "symbols"
sys.path.insert(0, str(HERE.parents[1] / "oracle"))
from codedump import code
from early_stages import scopes, sequence


def programs(path):
    return [text.strip("\n") + "\n" for text in path.read_text("utf-8").split("\n---\n")]


def failure(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, "<test>", "exec")
            error = None
        except SyntaxError as e:
            error = [e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset]
    return {"source": source, "error": error, "warnings": [[str(w.message), w.lineno] for w in caught]}


def folded(expression):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {"expression": expression, "code": code(compile(expression, "<test>", "exec"))}


def main():
    files = {
        HERE / "programs.jsonl": map(sequence, programs(HERE / "programs.txt")),
        HERE / "errors.jsonl": map(failure, programs(HERE / "errors.txt")),
        HERE / "folding.jsonl": map(folded, (HERE / "folding.txt").read_text("utf-8").splitlines()),
        SYMBOLS / "programs.jsonl": map(scopes, programs(SYMBOLS / "programs.txt")),
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
