

def _sorted(iterable, /, **options):
    items = _list_new(list, iterable)
    items.sort(**options)
    return items


def _list_sort(items, *, key=None, reverse=False):
    """The list is empty meanwhile, so that nobody sees it half sorted."""
    given = list(items)
    made = list(given)
    _replace_list(items, [])
    try:
        keys = given if key is None else [key(item) for item in given]
        if not _sort_by(made, keys, reverse):
            made = [given[at] for at in _Sort(keys).run(reverse)]
    finally:
        changed = len(items)
        _replace_list(items, made)
    if changed:
        raise ValueError("list modified during sort")


def _less(a, b):
    return a < b


def _less_alike(a, b):
    """Between keys of one class its method is asked by itself first, and once more in the usual way if it does not know."""
    answer = _lt_once(a, b)
    return a < b if answer is NotImplemented else answer


def _less_tuples(a, b):
    at = 0
    for x, y in zip(a, b):
        if not (x is y or x == y):
            return x < y if at else _less_alike(x, y)
        at += 1
    return len(a) < len(b)


def _choose_less(keys):
    """How keys are compared: CPython looks at their classes before it sorts."""
    first = keys[0]
    if type(first) is not tuple or not first:
        kind = type(first)
        for key in keys:
            if type(key) is not kind:
                return _less
        return _less_alike
    kind = type(first[0])
    for key in keys:
        if type(key) is not tuple or not key or type(key[0]) is not kind or kind is tuple:
            return _less
    return _less_tuples


class _Sort:
    """Merges runs as timsort does, because each comparison may be a call of the program's own `__lt__`."""

    def __init__(self, keys):
        self.keys = keys
        self.less = _choose_less(keys) if len(keys) > 1 else _less
        self.order = list(range(len(keys)))
        self.runs = []
        self.eager = 7

    def run(self, reverse):
        total = len(self.order)
        if reverse:
            self.order.reverse()
        shortest = total
        odd = 0
        while shortest >= 64:
            odd |= shortest & 1
            shortest >>= 1
        shortest += odd
        start = 0
        while start < total and total > 1:
            end = self.natural_run(start, total)
            if end - start < shortest:
                sorted_to = end
                end = min(total, start + shortest)
                self.insert(start, end, sorted_to)
            self.make_room(start, end - start, total)
            self.runs.append([start, end - start, 0])
            start = end
        while len(self.runs) > 1:
            at = len(self.runs) - 2
            if at > 0 and self.runs[at - 1][1] < self.runs[at + 1][1]:
                at -= 1
            self.merge_at(at)
        if reverse:
            self.order.reverse()
        return self.order

    def natural_run(self, start, stop):
        """Where the run ends that begins here; one that falls is turned round."""
        keys, order, less = self.keys, self.order, self.less
        at = start + 1
        if at == stop:
            return at
        falls = True if less(keys[order[at]], keys[order[start]]) else False
        at += 1
        while at < stop:
            if (True if less(keys[order[at]], keys[order[at - 1]]) else False) is not falls:
                break
            at += 1
        if falls:
            order[start:at] = order[start:at][::-1]
        return at

    def insert(self, start, stop, at):
        """Sorts what follows a sorted part into it."""
        keys, order, less = self.keys, self.order, self.less
        if at == start:
            at += 1
        while at < stop:
            item = order[at]
            low, high = start, at
            while low < high:
                middle = low + (high - low >> 1)
                if less(keys[item], keys[order[middle]]):
                    high = middle
                else:
                    low = middle + 1
            del order[at]
            order.insert(low, item)
            at += 1

    def make_room(self, start, length, total):
        """Merges runs that lie deeper in the tree of merges than the place between the last two."""
        if not self.runs:
            return
        before = self.runs[-1]
        a = 2 * before[0] + before[1]
        b = a + before[1] + length
        power = 0
        while True:
            power += 1
            if a >= total:
                a -= total
                b -= total
            elif b >= total:
                break
            a <<= 1
            b <<= 1
        while len(self.runs) > 1 and self.runs[-2][2] > power:
            self.merge_at(len(self.runs) - 2)
        self.runs[-1][2] = power

    def merge_at(self, at):
        start, left = self.runs[at][0], self.runs[at][1]
        middle, right = self.runs[at + 1][0], self.runs[at + 1][1]
        self.runs[at][1] = left + right
        del self.runs[at + 1]
        skipped = self.right_place(self.order[middle], self.order, start, left, 0)
        start += skipped
        left -= skipped
        if not left:
            return
        right = self.left_place(self.order[start + left - 1], self.order, middle, right, right - 1)
        if right <= 0:
            return
        if left <= right:
            self.merge_up(start, left, right)
        else:
            self.merge_down(start, left, right)

    def left_place(self, item, of, base, count, hint):
        """How many are less than the item, looked for from a place in bigger and bigger steps."""
        keys, less = self.keys, self.less
        key = keys[item]
        last, step = 0, 1
        if less(keys[of[base + hint]], key):
            most = count - hint
            while step < most and less(keys[of[base + hint + step]], key):
                last, step = step, step * 2 + 1
            step = min(step, most)
            low, high = hint + last, hint + step
        else:
            most = hint + 1
            while step < most:
                if less(keys[of[base + hint - step]], key):
                    break
                last, step = step, step * 2 + 1
            step = min(step, most)
            low, high = hint - step, hint - last
        low += 1
        while low < high:
            middle = low + (high - low >> 1)
            if less(keys[of[base + middle]], key):
                low = middle + 1
            else:
                high = middle
        return high

    def right_place(self, item, of, base, count, hint):
        """How many are not more than the item."""
        keys, less = self.keys, self.less
        key = keys[item]
        last, step = 0, 1
        if less(key, keys[of[base + hint]]):
            most = hint + 1
            while step < most and less(key, keys[of[base + hint - step]]):
                last, step = step, step * 2 + 1
            step = min(step, most)
            low, high = hint - step, hint - last
        else:
            most = count - hint
            while step < most:
                if less(key, keys[of[base + hint + step]]):
                    break
                last, step = step, step * 2 + 1
            step = min(step, most)
            low, high = hint + last, hint + step
        low += 1
        while low < high:
            middle = low + (high - low >> 1)
            if less(key, keys[of[base + middle]]):
                high = middle
            else:
                low = middle + 1
        return high

    def merge_up(self, start, left, right):
        """The left part is the shorter one: it is laid aside, and the places are filled from the left."""
        keys, order, less = self.keys, self.order, self.less
        aside = order[start:start + left]
        to, b = start, start + left
        a, a_end, b_end = 0, left, b + right
        order[to] = order[b]
        to += 1
        b += 1
        while b < b_end and a_end - a > 1:
            wins_a = wins_b = 0
            while True:
                if less(keys[order[b]], keys[aside[a]]):
                    order[to] = order[b]
                    to, b, wins_b, wins_a = to + 1, b + 1, wins_b + 1, 0
                    if b == b_end or wins_b >= self.eager:
                        break
                else:
                    order[to] = aside[a]
                    to, a, wins_a, wins_b = to + 1, a + 1, wins_a + 1, 0
                    if a_end - a == 1 or wins_a >= self.eager:
                        break
            if b == b_end or a_end - a == 1:
                break
            self.eager += 1
            while True:
                self.eager -= self.eager > 1
                wins_a = self.right_place(order[b], aside, a, a_end - a, 0)
                order[to:to + wins_a] = aside[a:a + wins_a]
                to, a = to + wins_a, a + wins_a
                if wins_a and a_end - a <= 1:
                    break
                order[to] = order[b]
                to, b = to + 1, b + 1
                if b == b_end:
                    break
                wins_b = self.left_place(aside[a], order, b, b_end - b, 0)
                order[to:to + wins_b] = order[b:b + wins_b]
                to, b = to + wins_b, b + wins_b
                if b == b_end:
                    break
                order[to] = aside[a]
                to, a = to + 1, a + 1
                if a_end - a == 1:
                    break
                if wins_a < 7 and wins_b < 7:
                    self.eager += 1
                    break
        if a_end - a == 1 and b < b_end:
            order[to:to + b_end - b] = order[b:b_end]
            to += b_end - b
        order[to:to + a_end - a] = aside[a:a_end]

    def merge_down(self, start, left, right):
        """The right part is the shorter one: the places are filled from the right."""
        keys, order, less = self.keys, self.order, self.less
        aside = order[start + left:start + left + right]
        to = start + left + right - 1
        a, b = start + left - 1, right - 1
        order[to] = order[a]
        to -= 1
        a -= 1
        while a >= start and b > 0:
            wins_a = wins_b = 0
            while True:
                if less(keys[aside[b]], keys[order[a]]):
                    order[to] = order[a]
                    to, a, wins_a, wins_b = to - 1, a - 1, wins_a + 1, 0
                    if a < start or wins_a >= self.eager:
                        break
                else:
                    order[to] = aside[b]
                    to, b, wins_b, wins_a = to - 1, b - 1, wins_b + 1, 0
                    if b == 0 or wins_b >= self.eager:
                        break
            if a < start or b == 0:
                break
            self.eager += 1
            while True:
                self.eager -= self.eager > 1
                count = a - start + 1
                wins_a = count - self.right_place(aside[b], order, start, count, count - 1)
                order[to - wins_a + 1:to + 1] = order[a - wins_a + 1:a + 1]
                to, a = to - wins_a, a - wins_a
                if a < start:
                    break
                order[to] = aside[b]
                to, b = to - 1, b - 1
                if b == 0:
                    break
                wins_b = b + 1 - self.left_place(order[a], aside, 0, b + 1, b)
                order[to - wins_b + 1:to + 1] = aside[b - wins_b + 1:b + 1]
                to, b = to - wins_b, b - wins_b
                if wins_b and b <= 0:
                    break
                order[to] = order[a]
                to, a = to - 1, a - 1
                if a < start:
                    break
                if wins_a < 7 and wins_b < 7:
                    self.eager += 1
                    break
        if b == 0 and a >= start:
            order[start + 1:to + 1] = order[start:a + 1]
            to = start
        order[to - b:to + 1] = aside[:b + 1]
