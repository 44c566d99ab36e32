#!/usr/bin/env python3
"""Write the .pyc that py_compile writes of each file of a list: FOLDER/0.pyc, FOLDER/1.pyc, ...

    pythonX.Y pycs.py LIST FOLDER

What a process has interned shows in the bytes, so each file has a process of its own.
"""
import importlib._bootstrap_external as external
import importlib.machinery
import os
import sys
import warnings


def write(source, target):
    loader = importlib.machinery.SourceFileLoader("<py_compile>", source)
    data = loader.get_data(source)
    try:
        code = loader.source_to_code(data, source)
    except Exception:                        # nothing is written of a program that is none
        return
    stats = loader.path_stats(source)
    with open(target, "wb") as f:
        f.write(external._code_to_timestamp_pyc(code, stats["mtime"], stats["size"]))


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
