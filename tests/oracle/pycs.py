#!/usr/bin/env python3
"""Write the .pyc that py_compile writes of each file of a list: FOLDER/0.pyc, FOLDER/1.pyc, ...

    pythonX.Y pycs.py LIST FOLDER

What a process has interned shows in the bytes, so each file has a process of its own.
"""
import os
import py_compile
import sys
import warnings


def write(source, target):
    try:
        py_compile.compile(source, target, doraise=True)
    except py_compile.PyCompileError:        # nothing is written of a program that is none
        pass


def main():
    warnings.simplefilter("ignore")
    with open(sys.argv[1]) as f:
        names = [line.rstrip("\n") for line in f]
    for number, name in enumerate(names):
        child = os.fork()
        if not child:
            write(name, "%s/%d.pyc" % (sys.argv[2], number))
            os._exit(0)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main()
