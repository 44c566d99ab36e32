"""Collect the wrong programs in CPython's own tests and print what this CPython says of them, one JSON line each.

    python3.12 tests/oracle/lib_errors.py [--jobs N] > rows.jsonl

The test modules named below are run, each in a process of its own, where an audit hook notes all that is handed to
compile(), exec(), eval(), ast.parse() and their like, and every program that is handed to a Python of its own.  To
those come all doctest examples and all short texts in any test module, and the test files that cannot be compiled.
Each is then compiled as a module, and run as a file.  Rows are printed for those that fail, and with --warned for
those that draw a warning.  The programs are CPython's, so the rows are for a live comparison and not for keeping.

    python3.12 tests/oracle/lib_errors.py --of FILE

takes the programs from a file instead, one JSON line each, where "bytes" has them in base 64 or "source" as text.
"""
import argparse
import ast
import base64
import concurrent.futures
import ctypes
import doctest
import glob
import io
import json
import os
import pickle
import subprocess
import sys
import tempfile
import tokenize
import warnings

TESTS = """test_syntax test_exceptions test_fstring test_grammar test_named_expressions test_patma test_type_params
    test_unicode_identifiers test_eof test_string_literals test_source_encoding test_unpack_ex test_scope
    test_positional_only_arg test_keywordonlyarg test_generators test_coroutines test_asyncgen test_genexps
    test_dictcomps test_listcomps test_setcomps test_except_star test_global test_future test_type_comments test_ast
    test_compile test_codeop test_code test_code_module test_complex test_int test_int_literal test_float test_long
    test_tokenize test_decorators test_extcall test_flufl test_unparse test_unpack test_type_aliases test_type_annotations
    test_types test_typing test_utf8source test_warnings test_with test_yield_from test_augassign test_bytes test_builtin
    test_class test_cmd_line test_cmd_line_script test_compileall test_contextlib test_dataclasses test_dis test_doctest
    test_doctest2 test_dynamicclassattribute test_enum test_eval test_frame test_funcattrs test_functools test_inspect
    test_itertools test_linecache test_metaclass test_opcodes test_peepholer test_peg_generator test_pep646_syntax
    test_positional_only_arg test_pprint test_property test_py_compile test_raise test_repl test_runpy test_string_literals
    test_strtod test_structseq test_super test_symtable test_sys_settrace test_textwrap test_traceback test_tstring
    test_ucn test_unicode_file test_unicodedata test_userstring test_pyclbr test_iter test_lambda test_mangling test_isinstance
    test_descr test_descrtut test_ctypes test_codecs test_multibytecodec test_turtle test_fractions test_pdb test_bdb
    test_trace test_xxlimited test_zipimport test_importlib test_baseexception test_bool test_call test_crossinterp
    test_closure test_cprofile test_lltrace test_opcache test_optparse test_ordered_dict test_parser test_print
    test_pulldom test_richcmp test_sets test_slice test_strftime test_subclassinit test_tuple test_type_cache test_typechecks
    test__opcode test_capi""".split()
LONGEST = 4000
FOLDER = os.path.join(os.path.dirname(os.__file__), "test")


def run_module(name, out):
    """Run one test module and leave what it handed to the compiler in a file."""
    seen = set()

    def note(source):
        if isinstance(source, (bytearray, memoryview)):
            source = bytes(source)
        if isinstance(source, (str, bytes)) and len(source) <= 100_000:
            seen.add(source)

    def hook(event, args):
        if event == "compile":
            note(args[0])
        elif event == "subprocess.Popen":
            words = list(args[1]) if not isinstance(args[1], str) else []
            for option, value in zip(words, words[1:]):
                if option == "-c":
                    note(value)
            for word in words:
                if isinstance(word, str) and word.endswith(".py") and os.path.isfile(word):
                    with open(word, "rb") as f:
                        note(f.read())

    import unittest
    sys.argv = ["test"]
    sys.addaudithook(hook)
    os.chdir(tempfile.mkdtemp(dir=os.path.dirname(out)))

    class Quiet(unittest.TestResult):
        def stopTest(self, test):
            super().stopTest(test)
            with open(out + ".new", "wb") as f:
                pickle.dump(list(seen), f)
            os.replace(out + ".new", out)

    suite = unittest.defaultTestLoader.loadTestsFromName("test." + name)
    suite.run(Quiet())


def dynamic(folder, name, seconds):
    out = os.path.join(folder, name)
    command = [sys.executable, "-X", "utf8", "-W", "ignore", __file__, "--one", name, out]
    try:
        subprocess.run(command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                       timeout=seconds)
    except subprocess.TimeoutExpired:
        pass
    if not os.path.exists(out):
        return []
    with open(out, "rb") as f:
        return pickle.load(f)


def static():
    """Files that do not compile; doctest examples and short texts of those that do."""
    for path in sorted(glob.glob(FOLDER + "/**/*.py", recursive=True)):
        name = os.path.relpath(path, FOLDER)
        with open(path, "rb") as f:
            data = f.read()
        try:
            tree = ast.parse(data)
        except SyntaxError:
            yield name, data
            continue
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, (str, bytes)):
                continue
            if isinstance(node.value, str) and ">>>" in node.value:
                try:
                    yield from ((name, e.source) for e in doctest.DocTestParser().get_examples(node.value))
                except ValueError:
                    pass
            elif len(node.value) < LONGEST and name.startswith("test_"):
                yield name, node.value


def fields(e):
    row = {"type": type(e).__name__, "msg": str(e), "lineno": None, "offset": None, "end_lineno": None,
           "end_offset": None, "text": None}
    if isinstance(e, SyntaxError):
        row.update((name, getattr(e, name)) for name in row if name != "type")
    return row


WRONG = SyntaxError, ValueError, MemoryError, RecursionError, OverflowError, SystemError


def answer(source, name):
    """What compile() says, as a row."""
    row = {}
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            compile(source, name, "exec", dont_inherit=True)
        except WRONG as e:
            row = fields(e)
    row["warnings"] = [[w.category.__name__, str(w.message), w.lineno if w.filename == name else 1] for w in caught]
    return row


C = ctypes.CDLL(None)
C.fopen.restype, C.fopen.argtypes = ctypes.c_void_p, [ctypes.c_char_p] * 2
C.fclose.argtypes = [ctypes.c_void_p]
RUN = ctypes.pythonapi.PyRun_FileExFlags
RUN.restype = ctypes.py_object
RUN.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int] + [ctypes.py_object] * 2 + [ctypes.c_int, ctypes.c_void_p]
FILE_INPUT = 257


def script_answer(source):
    """What the command says that runs a file with a wrong program, and what it prints."""
    with open("x.py", "wb") as f:
        f.write(source if isinstance(source, bytes) else source.encode())
    file = C.fopen(b"x.py", b"rb")
    try:
        # Programs that have nothing wrong must not run.
        RUN(file, b"x.py", FILE_INPUT, {"__builtins__": {}}, {}, 0, None)
    except WRONG as e:
        if e.__traceback__ is not None and e.__traceback__.tb_next is not None:
            return None
        stderr, sys.stderr = sys.stderr, io.StringIO()
        try:
            sys.__excepthook__(type(e), e.with_traceback(None), None)
            return {**fields(e), "printed": sys.stderr.getvalue()}
        finally:
            sys.stderr = stderr
    except BaseException:
        return None
    finally:
        C.fclose(file)
    return None


def tokenize_answer():
    """What `python -m tokenize` prints of the file that was just written, and its status."""
    saved = sys.stdout, sys.stderr, sys.argv
    sys.stdout, sys.stderr, sys.argv = io.StringIO(), io.StringIO(), ["tokenize", "x.py"]
    status = 0
    try:
        tokenize.main()
    except SystemExit as e:
        status = e.code
    except Exception as e:
        # What is unexpected goes on up with its traceback.
        sys.stderr.write(f"{type(e).__name__}: {e}\n")
        status = 1
    finally:
        out, err = sys.stdout.getvalue(), sys.stderr.getvalue()
        sys.stdout, sys.stderr, sys.argv = saved
    return [out, err, status]


def print_rows(found, warned):
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for source, name in found:
            said = {"source": source} if isinstance(source, str) else {"bytes": base64.b64encode(source).decode()}
            row = answer(source, "<lib>")
            if "type" not in row and not (warned and row["warnings"]):
                continue
            try:
                if isinstance(source, str):
                    source.encode()
                if "type" in row:
                    with warnings.catch_warnings():
                        warnings.simplefilter("ignore")
                        row["script"] = script_answer(source)
                    row["tokenize"] = tokenize_answer()
                print(json.dumps({"from": name, **said, **row}, ensure_ascii=False))
            except UnicodeEncodeError:
                pass    # a text with lone surrogates is in no file


def main():
    p = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    p.add_argument("--one", nargs=2)
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--seconds", type=int, default=60, help="the most that one module may take")
    p.add_argument("--of", metavar="FILE", help="programs from here")
    p.add_argument("--warned", action="store_true", help="also the programs that only draw warnings")
    args = p.parse_args()
    sys.stdout.reconfigure(encoding="utf-8")
    if args.one:
        return run_module(*args.one)
    if args.of:
        with open(args.of, encoding="utf-8") as f:
            rows = [json.loads(line) for line in f]
        program = lambda row: base64.b64decode(row["bytes"]) if "bytes" in row else row["source"]
        return print_rows([(program(row), row.get("from")) for row in rows], args.warned)
    found = {}
    names = [name for name in dict.fromkeys(TESTS) if glob.glob(f"{FOLDER}/{name}*")]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        with concurrent.futures.ThreadPoolExecutor(args.jobs) as pool:
            for name, sources in zip(names, pool.map(lambda name: dynamic(folder, name, args.seconds), names)):
                print(f"{name}: {len(sources)}", file=sys.stderr)
                for source in sorted(sources, key=lambda source: (isinstance(source, bytes), repr(source))):
                    found.setdefault(source, name)
    for name, source in static():
        found.setdefault(source, name)
    # exec() of a text is noted as the bytes it was made.
    texts = {source.encode("utf-8", "replace") for source in found if isinstance(source, str)}
    print_rows(((source, name) for source, name in found.items() if source not in texts), args.warned)


if __name__ == "__main__":
    main()
