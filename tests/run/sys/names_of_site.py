# What the module site adds to the builtins: each says how it is used, and two of them end the program.
import sys

for name in (exit, quit, copyright, credits, help, license):
    print(type(name).__module__, type(name).__name__, repr(name))
print(sys.copyright == repr(copyright), exit.name, quit.eof)
credits()
copyright()
for leave in (exit, quit):
    for code in ((), (3,), ("bye",)):
        try:
            leave(*code)
        except SystemExit as error:
            print(repr(error), error.code)
try:
    exit(1, 2)
except TypeError as error:
    print(error)


def last():
    try:
        quit(7)
    finally:
        print("leaving")


last()
print("never")
