"""The same program spelt oddly: indentation, line ends, spaces, comments, lines that go on."""
import io
import tokenize

from .base import Base

COMMENTS = ["#", "# comment", "# größe 😀", "#!x", "# type: ignore", "#\tx\\", "# " + "long " * 60]
UNITS = [" ", "  ", "    ", "    ", "    ", "\t", "        ", "   ", " \t", "\t  "]
OPEN, CLOSE = ("(", "[", "{"), (")", "]", "}")
STRINGS = (tokenize.FSTRING_START, tokenize.FSTRING_END)


class Layout(Base):
    def render(self):
        """The lines as bytes, in a layout of their own."""
        odd = self.pick(0, 0, 4, 10, 30)
        unit = self.random.choice(UNITS)
        indents, out = [""], []
        for level, text in self.lines:
            del indents[level + 1:]
            if level == len(indents):
                indents.append(indents[-1] + (self.random.choice(UNITS) if self.chance(odd) else unit))
            if self.chance(odd):
                out.append(self.between(indents[-1]))
            if self.chance(odd):
                text = self.respell(text)
            comment = self.pick("  ", "", "\t") + self.random.choice(COMMENTS) if self.chance(odd / 4) else ""
            feed = "\f" if self.chance(odd / 15) else ""
            out.append(f"{feed}{indents[level]}{text}{self.pick('', '  ', chr(12)) if self.chance(odd) else ''}{comment}\n")
        text = "".join(out)
        if self.chance(15):
            text = text[:-1] + self.pick("", "", "\n\n", "\n  ", "\n# end", "\n\t# end", " # end", "\n\f")
        return self.encode(self.line_ends(text))

    def between(self, indent):
        return self.pick("\n", "   \n", "\t\n", "\f\n", f"{indent}{self.random.choice(COMMENTS)}\n", f"{self.random.choice(COMMENTS)}\n",
                         f"{indent}      # deeper\n", "\n\n\n")

    def line_ends(self, text):
        kind = self.pick("\n", "\n", "\n", "\n", "\n", "\n", "\r\n", "\r", "mixed")
        if kind == "mixed":
            return "".join(line[:-1] + self.pick("\n", "\r\n", "\r") if line.endswith("\n") else line for line in text.splitlines(True))
        return text.replace("\n", kind)

    def encode(self, text):
        kind = self.pick(*[""] * 12, "bom", "utf-8", "latin-1")
        if kind == "latin-1":
            try:
                return b"# -*- coding: latin-1 -*-\n" + text.encode("latin-1")
            except UnicodeEncodeError:
                kind = "utf-8"
        start = {"bom": b"\xef\xbb\xbf", "utf-8": b"#!python\n# vim: set fileencoding=utf-8 :\n"}.get(kind, b"")
        return start + text.encode("utf-8")

    def respell(self, text):
        """Other space between the tokens of a line, and other lines where brackets are open."""
        try:
            tokens = list(tokenize.generate_tokens(io.StringIO(text + "\n").readline))
        except (tokenize.TokenError, SystemError):      # the second is a mistake of 3.12.1's
            return text
        lines = text.splitlines(True) + [""]
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line))
        place = lambda at: starts[at[0] - 1] + at[1]
        out, end, brackets, strings = [], 0, 0, 0
        before = None
        for token in tokens:
            if token.type in (tokenize.NEWLINE, tokenize.ENDMARKER):
                break
            gap = text[end:place(token.start)]
            if before is not None and not strings:
                gap = self.gap(gap, before, token, brackets)
            out.append(gap + text[place(token.start):place(token.end)])
            end = place(token.end)
            before = token
            brackets += (token.string in OPEN) - (token.string in CLOSE) if not strings else 0
            strings += (token.type == STRINGS[0]) - (token.type == STRINGS[1])
        return "".join(out)

    def gap(self, gap, before, token, brackets):
        may_touch = before.type == tokenize.OP or token.type == tokenize.OP or before.type == tokenize.NUMBER and self.chance(5)
        if gap and may_touch and self.chance(25) and not (before.type == tokenize.NUMBER and token.string == "."):
            return ""
        if not gap and not self.chance(15) or self.chance(50):
            return gap
        if brackets and self.chance(60):
            comment = self.random.choice(COMMENTS) if self.chance(30) else ""
            far = "\n" * self.pick(1, 1, 1, 1, 2, 20, 70)
            return self.pick("", " ") + comment + far + self.pick("", " ", "\t", "        ", " " * 260 if self.chance(10) else "  ")
        return self.pick(" ", "  ", "\t", "\f ", " \\\n", " \\\n   ", "\\\n\t", " " * 300 if self.chance(5) else "   ")
