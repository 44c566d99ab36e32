with open("b.bin", "wb") as f:
    print(f, f.write(b"0123456789"), f.seek(3), f.write(bytearray(b"abc")), f.seek(15), f.write(b"z"), f.tell())
with open("b.bin", "rb") as f:
    print(f, f.read(4), f.tell(), f.read(), f.read(), f.seek(-2, 2), f.read1(), f.seek(0), f.peek(3)[:3])
    room = bytearray(4)
    print(f.readinto(room), room, f.readable(), f.writable(), f.seekable())
with open("b.bin", "r+b") as f:
    print(f, f.read(2), f.write(b"XY"), f.read(2), f.truncate(6), f.seek(0), f.read())
with open("b.bin", "rb", buffering=0) as f:
    print(f, f.readall())
with open("b.bin", "ab") as f:
    f.write(b"line\nend")
print(open("b.bin", "rb").readlines())
