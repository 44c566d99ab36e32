"""Scenes: short plays written by hand in `scenes/*.txt`, where chance chooses between what stands in « ¦ ».

`#` is a number of this scene's own. A line that begins with `?` prints an expression, one with `!` does something: what
goes wrong in either is caught and printed. The rest may end the scene. `{int}` and the like are values by chance.
"""
import pathlib
import re

from .statements import Statements

CHOICE = re.compile("«([^«»]*)»")
VALUES = {"any": ["0", "1", "-3", "2.5", "'a'", "''", "None", "[1, 2]", "()", "(1, 'x')", "{'k': 1}", "{3}", "True", "b'b'", "10**20"],
          "int": ["0", "1", "2", "5", "-1", "10**20"], "str": ["'ab'", "''", "'1 + 1'", "'é'", "'undefined'"],
          "list": ["[1]", "[3, 1, 2]", "[]", "['x']"], "pick": ["0", "1", "2", "3"]}
HANDLER = "except Exception as error: print(type(error).__name__, error)"


class Scenes(Statements):
    def written(self):
        """One of them, as chance has it this time."""
        text = self.random.choice(ALL).replace("#", self.new(""))
        while choice := CHOICE.search(text):
            # Inner choices come first: what is in braces of f-strings is none.
            text = text[:choice.start()] + self.random.choice(choice[1].split("¦")) + text[choice.end():]
        return re.sub(r"\{(any|int|str|list|pick)\}", lambda kind: self.random.choice(VALUES[kind[1]]), text)

    def written_scene(self):
        self.budget -= 12
        self.emit(0, "try:")
        lines = self.written().split("\n")
        while lines:
            line = lines.pop(0)
            words = line.lstrip()
            indent, mark = line[:len(line) - len(words)], words[:1]
            if mark not in ("?", "!"):
                self.emit(1, line)
                continue
            # A few are left out, so that the others come to pass in other states.
            first = f"print({words[1:]})" if mark == "?" else words[1:]
            rest = []
            while lines and lines[0].startswith(indent + " ") and not indent:
                rest.append(lines.pop(0))
            if self.chance(35):
                continue
            self.emit(1, f"{indent}try:\n{indent}    {first}")
            for line in rest:
                self.emit(2, line[1:])
            self.emit(1, indent + HANDLER)
        self.emit(0, HANDLER)


def read():
    folder = pathlib.Path(__file__).parent / "scenes"
    return [text for file in sorted(folder.glob("*.txt")) for text in file.read_text(encoding="utf-8").strip("\n").split("\n---\n")]


ALL = read()
