"""Texts and bytes in memory that are written to and read from."""

import sys


class StringIO:
    empty = ""

    def __init__(self, value=None, newline="\n"):
        self.value = value or self.empty
        self.at = 0
        self.closed = False

    def write(self, text):
        end = self.at + len(text)
        self.value = self.value[:self.at] + text + self.value[end:]
        self.at = end
        return len(text)

    def read(self, size=-1):
        stop = len(self.value) if size is None or size < 0 else self.at + size
        text = self.value[self.at:stop]
        self.at += len(text)
        return text

    def readline(self, size=-1):
        end = self.value.find(self.newline, self.at)
        return self.read(len(self.value) - self.at if end < 0 else end + 1 - self.at)

    newline = "\n"

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self):
        return list(self)

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def getvalue(self):
        return self.value

    def seek(self, at, whence=0):
        self.at = at
        return at

    def tell(self):
        return self.at

    def truncate(self, size=None):
        self.value = self.value[:self.at if size is None else size]

    def flush(self):
        pass

    def isatty(self):
        return False

    def close(self):
        self.closed = True

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()


class BytesIO(StringIO):
    empty = b""
    newline = b"\n"

    def write(self, data):
        return super().write(bytes(data))

    def getbuffer(self):
        return memoryview(self.value)

    def readinto(self, target):
        data = self.read(len(target))
        target[:len(data)] = data
        return len(data)


TextIOWrapper = type(sys.stdout)
open = open


class UnsupportedOperation(OSError, ValueError):
    pass
