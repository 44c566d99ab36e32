"""The right operand of a comparison is asked first if its class derives from the left one's, be the method its own or
a builtin type's."""


class Number(int):
    def __gt__(self, other):
        print("asked", int(self))
        return True

    def __eq__(self, other):
        print("equal?", int(self))
        return NotImplemented


class Part(Number):
    def __le__(self, other):
        return False


print(Number(1) > Part(2), Number(1) < Part(2), Part(2) < Number(1), Part(2) > Number(1))
print(max(Part(3), Number(-1)) == 3, Number(5) >= Part(5))
print(Number(1) == Part(1), Number(1) != Part(1), Part(1) == Number(1))


class Text(str):
    def __lt__(self, other):
        print("text")
        return NotImplemented


class Derived(Text):
    pass


print(Text("a") < Derived("b"), Derived("a") < Text("b"), Text("a") > Derived("b"), min(Text("b"), Derived("a")))
