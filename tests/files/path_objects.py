class Path:
    def __init__(self, name):
        self.name = name

    def __fspath__(self):
        print("asked for the path")
        return self.name


with open(Path("p.txt"), "w") as f:
    f.write("by path")
print(open(Path(b"p.txt")).read(), open(b"p.txt").name)
try:
    open(Path(3))
except TypeError as error:
    print(error)
