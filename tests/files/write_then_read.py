with open("a.txt", "w") as f:
    print(f.write("one\ntwo\n"), f.tell(), f.name, f.mode, f.closed, f.writable(), f.readable())
    f.writelines(["three\n", "f\u00fcnf"])
    print(f"printed {1}", file=f)
print(f.closed, f)
with open("a.txt") as f:
    print(repr(f.read()))
    print(repr(f.read()), f.tell())
for line in open("a.txt", encoding="utf-8"):
    print(repr(line))
with open("a.txt") as f:
    print(f.readline(), f.readline(2), f.read(3), f.readlines())
    f.seek(0)
    print(next(f), list(f))
open("a.txt", "a").write("more")
print(open("a.txt").read()[-10:])
with open("a.txt", "r+") as f:
    f.write("ONE")
print(open("a.txt").readline())
