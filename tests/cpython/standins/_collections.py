"""What `collections` takes from C."""


class deque:
    __hash__ = None

    def __init__(self, iterable=(), maxlen=None):
        self.items = []
        self._maxlen = maxlen
        self.changes = 0
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, item):
        self.changes += 1
        self.items.append(item)
        if self._maxlen is not None and len(self.items) > self._maxlen:
            del self.items[0]

    def appendleft(self, item):
        self.changes += 1
        self.items.insert(0, item)
        if self._maxlen is not None and len(self.items) > self._maxlen:
            del self.items[-1]

    def extend(self, iterable):
        for item in list(iterable):
            self.append(item)

    def extendleft(self, iterable):
        for item in list(iterable):
            self.appendleft(item)

    def pop(self):
        if not self.items:
            raise IndexError("pop from an empty deque")
        self.changes += 1
        return self.items.pop()

    def popleft(self):
        if not self.items:
            raise IndexError("pop from an empty deque")
        self.changes += 1
        return self.items.pop(0)

    def clear(self):
        self.changes += 1
        self.items.clear()

    def copy(self):
        return type(self)(self.items, self._maxlen)

    __copy__ = copy

    def count(self, value):
        return self.items.count(value)

    def index(self, *args):
        return self.items.index(*args)

    def insert(self, at, item):
        self.changes += 1
        self.items.insert(at, item)

    def remove(self, value):
        self.changes += 1
        if value not in self.items:
            raise ValueError("deque.remove(x): x not in deque")
        self.items.remove(value)

    def reverse(self):
        self.items.reverse()

    def rotate(self, n=1):
        if self.items:
            n %= len(self.items)
            self.items[:] = self.items[-n:] + self.items[:-n]

    def __iter__(self):
        return self._walk(range(len(self.items)))

    def __reversed__(self):
        return self._walk(range(len(self.items) - 1, -1, -1))

    def _walk(self, places):
        changes = self.changes
        for at in places:
            if self.changes != changes:
                raise RuntimeError("deque mutated during iteration")
            yield self.items[at]

    def __len__(self):
        return len(self.items)

    def __contains__(self, value):
        return value in self.items

    def __getitem__(self, at):
        return self.items[at]

    def __setitem__(self, at, value):
        self.items[at] = value

    def __delitem__(self, at):
        del self.items[at]

    def __eq__(self, other):
        return self.items == other.items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self.items < other.items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self.items <= other.items if isinstance(other, deque) else NotImplemented

    def __add__(self, other):
        return type(self)(self.items + other.items, self._maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __repr__(self):
        limit = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"deque({self.items!r}{limit})"

    def __reduce__(self):
        return type(self), (list(self.items), self._maxlen)


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **names):
        super().__init__(*args, **names)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        self[key] = value = self.default_factory()
        return value

    def __repr__(self):
        return f"defaultdict({self.default_factory!r}, {dict.__repr__(self)})"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __reduce__(self):
        return type(self), (self.default_factory,), None, None, iter(self.items())
