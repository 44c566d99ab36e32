"""How many keyword arguments a function takes is said of keywords alone, or of all arguments."""


def says(call):
    try:
        print(call())
    except TypeError as error:
        print(error)


names = {"a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
for function in (min, max, zip, sum, int.from_bytes, (1).to_bytes, "".split, "".encode, print,
                 compile, round, pow, NameError, AttributeError, ImportError, ValueError, "".expandtabs,
                 property, memoryview, [].sort):
    says(lambda: function(**names))
    says(lambda: function(0, **names))
    says(lambda: function("x", a=1))
for args in ((b"a", "little", False), (), (b"a", "little", False, 4, 5)):
    says(lambda: int.from_bytes(*args))

import sys

module = type(sys)("mod")
says(module)
module.mod = 1
says(module)
module.mod = len
says(module)
says(lambda: module("abc"))
