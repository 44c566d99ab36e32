# What NameError, AttributeError, ImportError, OSError, StopIteration, SystemExit and SyntaxError hold beside their arguments.
name = NameError("text", name="spelt")
attribute = AttributeError("text", name="spelt", obj=5)
imported = ImportError("text", name="module", path="/p", name_from="thing")
print(name.name, attribute.name, attribute.obj, imported.name, imported.path, imported.msg, imported.name_from, str(imported), name.__str__(), attribute.__str__())
system = OSError(2, "no such", "file.txt", None, "second")
print(system, system.errno, system.strerror, system.filename, system.filename2, system.args, type(system).__name__, system.__str__())
print(StopIteration(1, 2).value, StopIteration().value, SystemExit(3).code, SystemExit(1, 2).code, KeyError("quoted").__str__(), imported.__str__())
syntax = SyntaxError("text", ("f.py", 3, 4, "line", 5, 6))
print(syntax.msg, syntax.filename, syntax.lineno, syntax.offset, syntax.text, syntax.end_lineno, syntax.end_offset, syntax.print_file_and_line, syntax.__str__())
system.characters_written = 5
system.filename, name.name = "other", None
print(system.characters_written, system, name.name, syntax, IndentationError("i").msg, TabError("t").__init__("u"), SyntaxError("only").lineno)
for call in (lambda: OSError(1).characters_written, lambda: NameError(nope=1), lambda: ImportError(x=1), lambda: AttributeError(a=1), lambda: KeyError(x=1)):
    try:
        print(call())
    except (TypeError, AttributeError, ValueError) as error:
        print(type(error).__name__, error)
