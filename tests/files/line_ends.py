with open("n.txt", "wb") as f:
    f.write(b"a\r\nb\rc\nd")
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("n.txt", newline=newline) as f:
        print(repr(newline), f.readlines(), f.newlines)
for newline in (None, "", "\n", "\r", "\r\n"):
    with open("m.txt", "w", newline=newline) as f:
        f.write("x\ny\r\n")
    print(repr(newline), open("m.txt", "rb").read())
with open("n.txt") as f:
    print(repr(f.read(3)), repr(f.read(1)), repr(f.read()))
