"""Numbers, strings, and expressions of nothing else, which the compiler computes itself."""
from .base import Base

NUMBERS = ["0", "1", "2", "3", "7", "255", "256", "-1", "0x_ff", "0b101", "0o17", "1_000", "00", "2147483647", "4294967296",
           "9223372036854775808", "18446744073709551616", "0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF", "1" + "0" * 50,
           "0.0", "1.5", ".5", "5.", "1e10", "1e400", "1E-400", "1e16", "0.1", "123456789.123456789", "1_0.0_1e+1_0",
           "2j", "0j", "1.5e3J", "1e400j"]
NAMED = ["True", "False", "None", "...", "__debug__"]
ESCAPES = ["\\n", "\\\\", "\\'", '\\"', "\\x41", "\\0", "\\101", "\\u00e9", "\\U0001F600", "\\N{BULLET}", "\\ud800", "\\\n"]
PIECES = ["", "a", "text ", "ü", "😀", "%s", "%d and %r", "{", "}", "#", "  ", "\t", "x" * 40, "é\u200b"]
BINARY = ["+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@"]
FORMATS = ["'%s' % ({},)", "'%r-%s' % ({}, {})", "'%-5s|%a%%' % ({}, {})", "'%d' % {}", "'%5.2s' % ({},)", "'%(a)s' % {}",
           "'%s' % {}", "'%s %s' % ({},)", "'%x' % ({},)", "'%.3r' % ({},)", "'%*s' % (3, {})", "'%s' % ({}, *{})"]


class Constants(Base):
    def number(self):
        text = self.random.choice(NUMBERS)
        if self.chance(8):
            text = str(self.random.randint(-2 ** self.pick(8, 31, 63, 200), 2 ** self.pick(8, 31, 63, 200)))
        return f"({text})" if text.startswith("-") else text

    def string(self):
        """A literal, perhaps of several parts."""
        bytes_ = self.chance(15)
        return " ".join(self.literal(bytes_) for _ in range(self.pick(1, 1, 1, 1, 2, 3)))

    def literal(self, bytes_=False):
        prefix = self.pick("b", "B", "rb", "Br") if bytes_ else self.pick("", "", "", "", "", "r", "R", "u", "U")
        quote = self.pick("'", '"', "'", '"', "'''", '"""')
        text = "".join(self.some(lambda: self.piece(prefix.lower(), quote), 0, 3))
        if len(quote) == 3 and self.chance(50):
            text = text.replace(" ", "\n", 1) + "\n  "
        return f"{prefix}{quote}{text}{quote}"

    def piece(self, prefix, quote):
        text = self.random.choice(PIECES)
        if "r" not in prefix and self.chance(30):
            text = self.random.choice(ESCAPES)
        elif self.chance(2):
            text = "\\d"            # a warning, or in a raw string none
        if "b" in prefix:
            text = text.encode("ascii", "ignore").decode()
            return "" if text[:2] in ("\\u", "\\U", "\\N") else text
        return text

    def constant(self):
        return self.pick(self.number, self.number, self.string, lambda: self.random.choice(NAMED))()

    def folded(self, depth):
        """An operation on constants only."""
        if depth <= 0 or self.chance(20):
            return self.pick(self.constant(), self.constant(), "()", "(1, 2)", "(1, (2.0, 'x'), None)", "(0.0, -0.0)", "''")
        one, two = self.folded(depth - 1), self.folded(depth - 1)
        return self.pick(
            lambda: f"({one} {self.random.choice(BINARY)} {two})", lambda: f"({one} {self.random.choice(BINARY)} {two})",
            lambda: f"({self.pick('-', '+', '~', 'not ')}{one})", lambda: f"({one})[{two}]", lambda: f"({one}, {two})",
            lambda: f"({one})[{self.pick('0', '-1', '1', '5')}]", lambda: f"({self.pick('2', '-2', '10', '0.5')} ** {self.number()})",
            lambda: f"({self.string()} * {self.pick('0', '3', '-1', '4096', '5000', 'True')})",
            lambda: f"({self.pick('1', '-1', '255')} << {self.pick('1', '64', '127', '128', '5000', '-1')})",
            lambda: f"({self.percent(one, two)})", lambda: f"(1, {one}) + ({two},)", lambda: f"({one}, {two}) * {self.number()}",
            lambda: f"({one} if {two} else {one})", lambda: f"({one} and {two} or {one})", lambda: f"({one} in ({two}, {one}))",
        )()

    def percent(self, one, two):
        left, _, right = self.random.choice(FORMATS).rpartition(" % ")
        return left + " % " + right.replace("{}", one, 1).replace("{}", two, 1)
