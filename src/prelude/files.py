

class UnsupportedOperation(OSError, ValueError):
    """An operation that a file was not opened for."""


class _IOBase:
    """What text and binary files share. Their content lies in the machine; the world is asked at `open`, and
    told at `flush`."""

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def __del__(self):
        self.close()

    def _checkClosed(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def isatty(self):
        self._checkClosed()
        return False

    def fileno(self):
        raise UnsupportedOperation("opstep's files have no numbers")

    def readlines(self, hint=-1, /):
        lines = []
        size = 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def writelines(self, lines, /):
        self._checkClosed()
        for line in lines:
            self.write(line)


class _Buffered(_IOBase):
    def __init__(self, name, mode, flags, content):
        self.name = name
        self.mode = mode
        self.closed = False
        self._flags = flags
        self._content = content
        self._at = len(content) if "a" in flags else 0
        self._pending = []
        self._size = 0

    def __repr__(self):
        return f"<_io.{type(self).__name__} name={self.name!r}>"

    def readable(self):
        self._checkClosed()
        return "r" in self._flags or "+" in self._flags

    def writable(self):
        self._checkClosed()
        return "r" not in self._flags or "+" in self._flags

    def seekable(self):
        self._checkClosed()
        return True

    def _checkClosed(self):
        if self.closed:
            raise ValueError(f"{self._word} of closed file")

    _word = "read"

    def _ready(self, word):
        if self.closed:
            raise ValueError(f"{word} closed file")
        if word == "read of" and not self.readable():
            raise UnsupportedOperation("read")
        if word == "write to" and not self.writable():
            raise UnsupportedOperation("write")

    def read(self, size=-1, /):
        self._ready("read of")
        size = len(self._content) if size is None or _index(size) < 0 else _index(size)
        part = bytes(self._content[self._at:self._at + size])
        self._at += len(part)
        return part

    def read1(self, size=-1, /):
        return self.read(size)

    def peek(self, size=0, /):
        self._ready("read of")
        return bytes(self._content[self._at:])

    def readinto(self, buffer, /):
        part = self.read(len(buffer))
        buffer[:len(part)] = part
        return len(part)

    def readline(self, size=-1, /):
        self._ready("read of")
        end = self._content.find(b"\n", self._at) + 1 or len(self._content)
        if size is not None and size >= 0:
            end = min(end, self._at + size)
        return self.read(end - self._at)

    def write(self, data, /):
        self._ready("write to")
        if isinstance(data, str) or not _is_bytes_like(data):
            raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
        data = bytes(data)
        if "a" in self._flags:
            self._at = len(self._content)
        if self._at > len(self._content):
            self._content.extend(bytes(self._at - len(self._content)))
        self._content[self._at:self._at + len(data)] = data
        self._pending.append((self._at, data))
        self._at += len(data)
        self._size += len(data)
        if self._size > 8192:
            self.flush()
        return len(data)

    def flush(self):
        if self.closed:
            raise ValueError("flush of closed file")
        pending, self._pending, self._size = self._pending, [], 0
        for at, data in pending:
            question = ("write", self.name, -1 if "a" in self._flags else at, data)
            _ask_file(question, self.name)

    def close(self):
        if not self.closed:
            self.flush()
            self.closed = True

    def tell(self):
        self._ready("tell of")
        return self._at

    def seek(self, target, whence=0, /):
        self._ready("seek of")
        if whence == 1:
            target += self._at
        elif whence == 2:
            target += len(self._content)
        elif whence != 0:
            raise ValueError(f"whence value {whence} unsupported")
        if target < 0:
            raise OSError(22, "Invalid argument")
        self._at = target
        return target

    def truncate(self, size=None, /):
        self._ready("write to")
        self.flush()
        size = self._at if size is None else size
        del self._content[size:]
        self._content.extend(bytes(size - len(self._content)))
        _ask_file(("truncate", self.name, size, b""), self.name)
        return size


class BufferedReader(_Buffered):
    pass


class BufferedWriter(_Buffered):
    _word = "write"


class BufferedRandom(_Buffered):
    pass


class FileIO(_Buffered):
    closefd = True

    def __repr__(self):
        return f"<_io.FileIO name={self.name!r} mode={self.mode!r} closefd=True>"

    def write(self, data, /):
        count = _Buffered.write(self, data)
        self.flush()
        return count

    def readall(self):
        return self.read()


class _TextFile(_IOBase):
    line_buffering = False
    write_through = False

    def __init__(self, buffer, mode, encoding, errors, newline):
        self.buffer = buffer
        self.mode = mode
        self.encoding = "UTF-8" if encoding is None or encoding == "locale" else encoding
        self.errors = "strict" if errors is None else errors
        self._newline = newline
        self._seen = []
        self._text = None
        self._place = 0
        self._start = buffer._at

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"

    @property
    def name(self):
        return self.buffer.name

    @property
    def closed(self):
        return self.buffer.closed

    @property
    def newlines(self):
        if len(self._seen) < 2:
            return self._seen[0] if self._seen else None
        return tuple([end for end in ("\r", "\n", "\r\n") if end in self._seen])

    def readable(self):
        return self.buffer.readable()

    def writable(self):
        return self.buffer.writable()

    def seekable(self):
        return self.buffer.seekable()

    def _load(self):
        self._checkClosed()
        if not self.buffer.readable():
            raise UnsupportedOperation("not readable")
        if self._text is None:
            self._start = self.buffer._at
            self._text = self.buffer.read().decode(self.encoding, self.errors)
            self._place = 0

    def _unload(self):
        """Forgets what was decoded: the buffer stands again where the reader does."""
        if self._text is not None:
            self.buffer._at = self._start + len(self._text[:self._place].encode(self.encoding, self.errors))
            self._text = None

    def _shown(self, text):
        """Text as the reader gets it: line ends of any kind as one, unless others were asked for."""
        if self._newline:
            return text
        ends = text.replace("\r\n", "")
        for end, within in (("\r\n", text), ("\r", ends), ("\n", ends)):
            if end in within and end not in self._seen:
                self._seen.append(end)
        if self._newline is None:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def read(self, size=-1, /):
        self._load()
        if size is None or _index(size) < 0:
            part = self._text[self._place:]
            self._place = len(self._text)
            return self._shown(part)
        made = ""
        while len(made) < size and self._place < len(self._text):
            end = self._place + size - len(made)
            if self._newline is None and self._text[end - 1:end + 1] == "\r\n":
                end += 1
            made += self._shown(self._text[self._place:end])
            self._place = end
        return made

    def _line_end(self):
        text, place = self._text, self._place
        if self._newline in ("\r", "\n", "\r\n"):
            at = text.find(self._newline, place)
            return len(text) if at < 0 else at + len(self._newline)
        line = text.find("\n", place)
        back = text.find("\r", place, line if line >= 0 else len(text))
        if back >= 0:
            return back + (2 if text[back:back + 2] == "\r\n" else 1)
        return len(text) if line < 0 else line + 1

    def readline(self, size=-1, /):
        self._load()
        end = self._line_end()
        if size is not None and size >= 0:
            end = min(end, self._place + size)
        part = self._text[self._place:end]
        self._place = end
        return self._shown(part)

    def write(self, text, /):
        if self.closed:
            raise ValueError("I/O operation on closed file.")
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if not self.buffer.writable():
            raise UnsupportedOperation("not writable")
        self._unload()
        data = text
        if self._newline in ("\r", "\r\n"):
            data = text.replace("\n", self._newline)
        self.buffer.write(data.encode(self.encoding, self.errors))
        return len(text)

    def flush(self):
        self._checkClosed()
        self.buffer.flush()

    def close(self):
        self.buffer.close()

    def tell(self):
        self._checkClosed()
        if self._text is None:
            return self.buffer._at
        return self._start + len(self._text[:self._place].encode(self.encoding, self.errors))

    def seek(self, cookie, whence=0, /):
        self._checkClosed()
        if whence == 1 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero cur-relative seeks")
        if whence == 2 and cookie != 0:
            raise UnsupportedOperation("can't do nonzero end-relative seeks")
        if whence == 0 and cookie < 0:
            raise ValueError(f"negative seek position {cookie}")
        self._unload()
        return self.buffer.seek(cookie, whence)

    def truncate(self, size=None, /):
        self._unload()
        return self.buffer.truncate(size)


_TextFile.__name__ = _TextFile.__qualname__ = "TextIOWrapper"
UnsupportedOperation.__module__ = "io"
for _each in (_IOBase, _Buffered, BufferedReader, BufferedWriter, BufferedRandom, FileIO, _TextFile):
    _each.__module__ = "_io"


def _is_bytes_like(value):
    return isinstance(value, (bytes, bytearray, memoryview)) or _lends(value)


def _ask_file(question, name):
    """What the world says: the file's bytes, or an error."""
    errno, answer = _file(question)
    if errno:
        raise OSError(errno, answer, name)
    return answer


def _file_path(file):
    if isinstance(file, (str, bytes)):
        return file
    if isinstance(file, int):
        raise OSError("opstep opens files by their names only")
    method = _special(file, "__fspath__")
    if method is None:
        raise TypeError(f"expected str, bytes or os.PathLike object, not {type(file).__name__}")
    path = method(file)
    if not isinstance(path, (str, bytes)):
        kind = type(file).__name__
        raise TypeError(f"expected {kind}.__fspath__() to return str or bytes, not {type(path).__name__}")
    return path


def _file_flags(mode):
    """The letters of a mode that say how, without those that say what is in it."""
    for letter in mode:
        if letter not in "rwaxbt+" or mode.count(letter) > 1:
            raise ValueError(f"invalid mode: {mode!r}")
    if "b" in mode and "t" in mode:
        raise ValueError("can't have text and binary mode at once")
    flags = "".join([letter for letter in mode if letter in "rwax"])
    if len(flags) != 1:
        text = "must have exactly one of create/read/write/append mode"
        if not flags:
            text = "Must have exactly one of create/read/write/append mode and at most one plus"
        raise ValueError(text)
    return flags + ("+" if "+" in mode else "")


def _open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    path = _file_path(file)
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    flags = _file_flags(mode)
    binary = "b" in mode
    if binary:
        for what, value in (("encoding", encoding), ("errors", errors), ("newline", newline)):
            if value is not None:
                raise ValueError(f"binary mode doesn't take an {what} argument" if what != "newline"
                                 else "binary mode doesn't take a newline argument")
    elif buffering == 0:
        raise ValueError("can't have unbuffered text I/O")
    if newline not in (None, "", "\n", "\r", "\r\n"):
        raise ValueError(f"illegal newline value: {newline}")
    if encoding is not None:
        "x".encode("utf-8" if encoding == "locale" else encoding)
    name = path if isinstance(path, str) else path.decode("utf-8", "surrogateescape")
    content = bytearray(_ask_file(("open", name, flags, b""), file))
    shown = flags[0] + "b" + flags[1:]
    if buffering == 0:
        return FileIO(path, "rb+" if flags == "w+" else shown, flags, content)
    kind = BufferedRandom if "+" in flags else BufferedReader if flags == "r" else BufferedWriter
    made = kind(path, "rb+" if flags in ("r+", "w+") else shown, flags, content)
    return made if binary else _TextFile(made, mode, encoding, errors, newline)
