"""Records what CPython 3.12's assembler makes of the instructions here.

    python3.12 tests/golden/assemble/record.py            writes the files
    python3.12 tests/golden/assemble/record.py --check    says whether they are still what it would write
"""
import ast
import itertools
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parents[1] / "oracle"))
import graphs
import stages

NONE = (-1, -1, -1, -1)
HERE_AT = (1, 1, 0, 0)
END = ("RETURN_CONST", 0, *NONE)


def at(line, end_line, col, end_col):
    return ("NOP", 0, line, end_line, col, end_col)


def nops(count):
    return [at(*HERE_AT)] * count


def op(name, arg=0):
    return (name, arg, *HERE_AT)


def over(count):
    """A jump forward over so many units."""
    return [op("JUMP", count + 1), *nops(count), END]


def back(count):
    """A jump back over so many units, itself not counted."""
    return [*nops(count), op("JUMP", 0)]


def back_if(count):
    return [*nops(count), op("LOAD_NAME"), op("POP_JUMP_IF_TRUE", 0), END]


# Each jump fits a byte only if the other does.
TANGLED = [op("LOAD_NAME"), op("POP_JUMP_IF_TRUE", 258), *nops(127), op("LOAD_NAME"), op("POP_JUMP_IF_NONE", 384), *nops(127),
           END, *nops(126), END]

SEQUENCES = {
    "a jump over 255 units has one byte": over(255),
    "over 256 it needs a prefix": over(256),
    "back over 254": back(254),
    "over 255, which the prefix makes longer": back(255),
    "back over 256 with a condition": back_if(256),
    "jumps that are longer because of each other": TANGLED,
    "many labels, short jumps": [*itertools.chain.from_iterable(
        (op("JUMP", 2 * number + 2), op("NOP")) for number in range(300)), END],
    "a loop counts the caches": [op("LOAD_NAME"), op("GET_ITER"), op("FOR_ITER", 54), op("POP_TOP"),
                                 *itertools.chain.from_iterable([op("LOAD_GLOBAL", 2), op("POP_TOP")] for _ in range(24)),
                                 op("JUMP", 2), END, op("END_FOR"), END],
    "arguments of one to four bytes": [op("RESUME", 255), op("RESUME", 256), op("RESUME", 65535),
                                       op("RESUME", 65536), op("RESUME", (1 << 24) - 1),
                                       op("RESUME", 1 << 24), op("RESUME", (1 << 30) - 1), END],
    "caches": [op("LOAD_NAME"), op("LOAD_ATTR", 1), op("LOAD_ATTR", 2), op("COPY", 1), op("BINARY_OP", 13), op("COPY", 1),
               op("COMPARE_OP", 2), op("COPY", 1), op("BINARY_SUBSCR"), op("PUSH_NULL"), op("SWAP", 2), op("CALL", 0),
               op("UNPACK_SEQUENCE", 2), op("STORE_ATTR", 3), END],
    "a prefix and caches": [op("LOAD_GLOBAL", 512), op("POP_TOP"), END],
    "more than eight units of one place": nops(20) + [END],
    "one instruction of ten units": [op("LOAD_NAME"), ("LOAD_ATTR", 0, 3, 3, 1, 5), op("POP_TOP"), END],
    "the short form, by column": [at(1, 1, col, col + 3) for col in (0, 7, 8, 15, 16, 71, 72, 79, 80)] + [END],
    "the short form, by width": [at(1, 1, 5, 5 + width) for width in (0, 1, 15, 16, 100)] + [END],
    "an end before the beginning": [at(1, 1, 9, 4), at(1, 1, 90, 4), END],
    "one line on, two, three, back": [at(line, line, 3, 4) for line in (1, 2, 4, 7, 6, 6)] + [END],
    "columns up to 127 and beyond": [at(2, 2, 0, 127), at(2, 2, 0, 128), at(2, 2, 127, 127), at(2, 2, 128, 128),
                                     at(2, 2, 255, 256), at(2, 2, 256, 300), at(2, 2, 70000, 70001), END],
    "several lines": [at(1, 2, 0, 5), at(1, 64, 0, 5), at(1, 65, 62, 63), at(9, 5000, 63, 64), END],
    "far lines": [at(line, line, 0, 1) for line in (32, 64, 128, 100, 1, 3000, 100000, 2, 1 << 24)] + [END],
    "without columns": [at(1, 1, -1, -1), at(2, -1, -1, -1), at(40, 40, -1, 5), at(3, 3, 5, -1), END],
    "without columns, but several lines": [at(1, 3, -1, -1), at(2, 3, 5, -1), END],
    "without a line": [at(*NONE), at(5, 5, 1, 2), at(*NONE), at(*NONE), at(5, 5, 1, 2), END],
    "only the last number differs": [at(1, 1, 1, 2), at(1, 1, 1, 3), at(1, 1, 1, 3), END],
}

# Programs whose exception tables are the point.
LINES = "\n".join
HANDLERS = {
    "one handler": "try:\n    f()\nexcept E:\n    g()\n",
    "finally": "try:\n    f()\nfinally:\n    g()\n",
    "a loop left through finally": "for x in y:\n    try:\n        if x: break\n        continue\n    finally:\n        g()\n",
    "with": "with a as b, c:\n    f()\n",
    "twenty blocks deep": LINES([" " * depth + ("with a:" if depth % 2 else "try:") for depth in range(19)] + [" " * 19 + "f()"]
                                + [" " * depth + "finally: g()" for depth in range(18, -1, -2)]) + "\n",
    "a range of more than 63 units": "try:\n" + "    f()\n" * 12 + "except:\n    g()\n",
    "a range of more than 4095 units": "try:\n" + "    f()\n" * 700 + "finally:\n    g()\n",
    "handlers beyond 4095 units": "f()\n" * 700 + "try:\n    f()\nexcept E as e:\n    g()\nwith a:\n    h()\n",
    "a handler with a deep stack": "for a in b:\n  for c in d:\n    for e in f:\n      with g:\n        h()\n      try: i()\n      except: j()\n",
    "handlers side by side": "try:\n    f()\nexcept A:\n    g()\nexcept B:\n    h()\nelse:\n    i()\ntry:\n    f()\nexcept:\n    pass\n",
    "groups": "try:\n    f()\nexcept* A as a:\n    g()\nexcept* B:\n    h()\n",
    "a handler that guards nothing": "try:\n    pass\nexcept E:\n    g()\n",
}


def runs(rows):
    return [[len(list(group)), *row] for row, group in itertools.groupby(rows)]


def assembled(why, instrs):
    names = ["n" + str(number) for number in range(max(arg for name, arg, *_ in instrs if name != "RESUME") // 2 + 1)]
    question = {"ask": "assemble", "instrs": instrs, "consts": "(None,)", "names": names, "varnames": [], "cellvars": [],
                "freevars": [], "argcount": 0}
    return {"why": why, "names": len(names), "instrs": runs(instrs), **graphs.answer(question)}


def guarded(why, source):
    line = stages.row(why, ast.parse(source))
    if line is None:
        sys.exit(f"{why}: this interpreter does not show all labels of it")
    return line


def main():
    files = {
        HERE / "sequences.jsonl": itertools.starmap(assembled, SEQUENCES.items()),
        HERE.parent / "flow" / "handlers.jsonl": itertools.starmap(guarded, HANDLERS.items()),
    }
    stale = []
    for path, rows in files.items():
        text = "".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)
        if "--check" not in sys.argv:
            path.write_text(text, "utf-8")
        elif path.read_text("utf-8") != text:
            stale.append(path.name)
    if stale:
        sys.exit("not what this CPython makes: " + ", ".join(stale))


main()
