"""Random programs that run to an end, and do a good deal on the way.

`Player(seed, size).program()` is the text of one. Loops are short, functions call only what stands above them, and
numbers and texts are cut down where they could grow. What goes wrong is caught and printed: errors are behaviour.
"""
import warnings

from .scenes import Scenes


class Player(Scenes):
    def program(self):
        """The first of what is put together that CPython accepts."""
        budget = self.budget
        while True:
            text = self.text()
            try:
                with warnings.catch_warnings(action="ignore"):
                    compile(text, "program.py", "exec", dont_inherit=True)
                return text
            except SyntaxError:
                self.__init__(self.random.getrandbits(64), budget)

    def text(self):
        for _ in range(self.pick(0, 1, 1, 2)):
            self.class_()
        for _ in range(self.pick(1, 2, 3)):
            self.function()
        while self.budget > 0:
            self.scene()
        if self.chance(4):
            self.emit(0, self.pick("raise ValueError('the end')", "undefined_name", "import sys; sys.exit(3)", "1 / 0"))
        return "\n".join(self.lines) + "\n"

    def scene(self):
        """Some statements at the top, whose failure does not end the program."""
        if self.chance(25):
            return self.written_scene()
        if self.chance(10):
            return self.class_()
        if self.chance(15):
            return self.function()
        self.emit(0, "try:")
        self.block(1)
        self.emit(0, "except Exception as error:")
        self.emit(1, "print(type(error).__name__, error)")
        if self.chance(15):
            self.emit(0, "finally:")
            self.block(1)
