"""f-strings: fields in all their forms, in each other and in strings of several lines."""
from .base import Base

OR = 2          # what needs no parentheses in a field
SPEC_TEXT = ["", ">10", "x", ".3f", "^", "%H:%M", " ", "\\n", "ü"]


class FStrings(Base):
    def fstring(self, depth):
        parts = [self.one_fstring(depth)]
        while self.chance(20):
            parts.insert(self.pick(0, len(parts)), self.pick(self.literal().lstrip("uU"), self.one_fstring(depth - 1)))
        return " ".join(parts)

    def one_fstring(self, depth):
        prefix = self.pick("f", "f", "f", "F", "rf", "fR")
        quote = self.pick("'", '"', "'", '"', "'''", '"""')
        raw, multiline = "r" in prefix.lower(), len(quote) == 3
        parts = self.some(lambda: self.part(depth, raw, multiline), 0, 4)
        return f"{prefix}{quote}{''.join(parts)}{quote}"

    def part(self, depth, raw, multiline):
        if self.chance(35):
            texts = ["text ", "{{", "}}", "{{a}}", "ü", "😀", " ", "%", "#", ":", "!"]
            texts += [] if raw else ["\\n", "\\x41", "\\N{BULLET}", "\\\\", "\\{{", "\\\n", "\\ud83d"]
            texts += ["\n", "\n\t"] if multiline else []
            return self.random.choice(texts)
        return self.field(depth, multiline)

    def field(self, depth, multiline, nested=0):
        # A field may go over lines even where its string may not.
        space = lambda: self.pick("", "", "", "", " ", "\t ", "\n " if multiline or self.chance(20) else "")
        value = self.field_value(depth)
        before = " " if value.startswith("{") else space()
        debug = "=" + self.pick("", " ") if self.chance(15) and not nested else ""
        conversion = self.pick("", "", "", "!r", "!s", "!a")
        # A line end in the format of a string in single quotes ends the string.
        spec = ":" + self.spec(depth, multiline, nested) if self.chance(30) else ""
        return "{" + before + value + space() + debug + conversion + spec + "}"

    def spec(self, depth, multiline, nested):
        parts = []
        for _ in range(self.pick(0, 1, 1, 2, 3)):
            if nested < 1 and self.chance(40):
                parts.append(self.field(depth - 2, multiline, nested + 1))
            else:
                parts.append(self.random.choice(SPEC_TEXT))
        return "".join(parts)

    def field_value(self, depth):
        forms = [self.name, self.name, lambda: self.expr(depth, OR), lambda: self.expr(depth, OR),
                 lambda: f"{self.expr(depth, OR)}, {self.name()}", lambda: f"*{self.name()}, {self.name()}",
                 lambda: f"(lambda {self.name()}: {self.name()})", lambda: f"({self.expr(depth)})"]
        if self.context.yields:
            forms.append(lambda: f"yield {self.expr(depth, OR)}")
        return self.random.choice(forms)()
