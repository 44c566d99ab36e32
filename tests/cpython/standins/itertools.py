"""`itertools` in Python."""

import operator


class chain:
    def __init__(self, *iterables):
        self.walk = _chained(iterables)

    @classmethod
    def from_iterable(cls, iterables):
        made = cls()
        made.walk = _chained(iterables)
        return made

    def __iter__(self):
        return self

    def __next__(self):
        return next(self.walk)


def _chained(iterables):
    for iterable in iterables:
        yield from iterable


class count:
    def __init__(self, start=0, step=1):
        self.now = start
        self.step = step

    def __iter__(self):
        return self

    def __next__(self):
        now = self.now
        self.now = now + self.step
        return now


class repeat:
    def __init__(self, value, times=None):
        self.value = value
        self.left = times

    def __iter__(self):
        return self

    def __next__(self):
        if self.left is not None:
            if self.left <= 0:
                raise StopIteration
            self.left -= 1
        return self.value


def cycle(iterable):
    kept = []
    for item in iterable:
        kept.append(item)
        yield item
    while kept:
        yield from kept


def islice(iterable, *bounds):
    bounds = slice(*bounds)
    start, stop, step = bounds.start or 0, bounds.stop, bounds.step or 1
    walk = iter(iterable)
    at = 0
    while stop is None or start < stop:
        for item in walk:
            at += 1
            if at > start:
                yield item
                break
        else:
            return
        start += step
    while at < stop:
        for item in walk:
            break
        else:
            return
        at += 1


def starmap(function, iterable):
    for args in iterable:
        yield function(*args)


def takewhile(predicate, iterable):
    for item in iterable:
        if not predicate(item):
            return
        yield item


def dropwhile(predicate, iterable):
    walk = iter(iterable)
    for item in walk:
        if not predicate(item):
            yield item
            break
    yield from walk


def filterfalse(predicate, iterable):
    for item in iterable:
        if not (item if predicate is None else predicate(item)):
            yield item


def compress(data, selectors):
    for item, selector in zip(data, selectors):
        if selector:
            yield item


def accumulate(iterable, function=operator.add, *, initial=None):
    total = initial
    started = initial is not None
    if started:
        yield total
    for item in iterable:
        total = function(total, item) if started else item
        started = True
        yield total


def pairwise(iterable):
    walk = iter(iterable)
    for before in walk:
        for after in walk:
            yield before, after
            before = after


def batched(iterable, n):
    walk = iter(iterable)
    while batch := tuple(islice(walk, n)):
        yield batch


def zip_longest(*iterables, fillvalue=None):
    walks = [iter(iterable) for iterable in iterables]
    live = len(walks)
    while live:
        row = []
        for at, walk in enumerate(walks):
            item = fillvalue
            if walk is not None:
                try:
                    item = next(walk)
                except StopIteration:
                    walks[at] = None
                    live -= 1
                    if not live:
                        return
            row.append(item)
        yield tuple(row)


def product(*iterables, repeat=1):
    rows = [()]
    for pool in [tuple(iterable) for iterable in iterables] * repeat:
        rows = [row + (item,) for row in rows for item in pool]
    return iter(rows)


def _chosen(pool, size, after):
    """Tuples of `size` items by place; `after` says which places may follow those chosen."""
    if size == 0:
        yield ()
        return

    def grow(places):
        if len(places) == size:
            yield tuple([pool[at] for at in places])
            return
        for at in after(places):
            yield from grow(places + [at])

    yield from grow([])


def permutations(iterable, r=None):
    pool = tuple(iterable)
    return _chosen(pool, len(pool) if r is None else r,
                   lambda places: [at for at in range(len(pool)) if at not in places])


def combinations(iterable, r):
    pool = tuple(iterable)
    return _chosen(pool, r, lambda places: range(places[-1] + 1 if places else 0, len(pool)))


def combinations_with_replacement(iterable, r):
    pool = tuple(iterable)
    return _chosen(pool, r, lambda places: range(places[-1] if places else 0, len(pool)))


def groupby(iterable, key=None):
    group = []
    group_key = None
    for item in iterable:
        item_key = item if key is None else key(item)
        if group and item_key != group_key:
            yield group_key, iter(group)
            group = []
        group_key = item_key
        group.append(item)
    if group:
        yield group_key, iter(group)


def tee(iterable, n=2):
    walk = iter(iterable)
    waiting = [[] for _ in range(n)]

    def branch(mine):
        while True:
            if not mine:
                try:
                    item = next(walk)
                except StopIteration:
                    return
                for each in waiting:
                    each.append(item)
            yield mine.pop(0)

    return tuple([branch(mine) for mine in waiting])
