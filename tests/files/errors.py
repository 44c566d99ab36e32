def attempt(call):
    try:
        print(call())
    except (OSError, ValueError, TypeError, LookupError) as error:
        print(type(error).__name__, error)


attempt(lambda: open("missing.txt"))
attempt(lambda: open("no/such/folder.txt", "w"))
attempt(lambda: open("."))
attempt(lambda: open("x.txt", "x").write("1"))
attempt(lambda: open("x.txt", "x"))
for mode in ("q", "", "rw", "rbt", "+", "r++", "rr", "b"):
    attempt(lambda: open("x.txt", mode))
attempt(lambda: open("x.txt", "rb", encoding="utf-8"))
attempt(lambda: open("x.txt", "rb", errors="strict"))
attempt(lambda: open("x.txt", "rb", newline=""))
attempt(lambda: open("x.txt", newline="x"))
attempt(lambda: open("x.txt", encoding="nope"))
attempt(lambda: open("x.txt", buffering=0))
attempt(lambda: open(1.5))
attempt(lambda: open("x.txt", 3))
attempt(lambda: open("x.txt").write("no"))
attempt(lambda: open("x.txt", "w").read())
attempt(lambda: open("x.txt", "w").write(b"no"))
attempt(lambda: open("x.txt", "wb").write("no"))
f = open("x.txt")
f.close()
f.close()
for call in (f.read, f.readline, lambda: next(f), lambda: f.write("x"), f.flush, lambda: f.seek(0), f.tell, f.__enter__):
    attempt(call)
try:
    open("missing.txt")
except FileNotFoundError as error:
    print(error.errno, error.strerror, error.filename)
