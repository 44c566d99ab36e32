"""Numbers that look random, the same in every run."""


class Random:
    def __init__(self, x=None):
        self.seed(x)

    def seed(self, a=None, version=2):
        self.state = (hash(a) if a is not None else 20231207) & ((1 << 64) - 1)

    def _word(self):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) & ((1 << 64) - 1)
        return self.state >> 32

    def getrandbits(self, k):
        bits = 0
        for _ in range(0, k, 32):
            bits = bits << 32 | self._word()
        return bits & ((1 << k) - 1)

    def random(self):
        return self.getrandbits(53) / (1 << 53)

    def randrange(self, start, stop=None, step=1):
        choices = range(start) if stop is None else range(start, stop, step)
        count = (choices.stop - choices.start + choices.step - 1) // choices.step
        return choices.start + choices.step * (self.getrandbits(count.bit_length() + 32) % count)

    def randint(self, a, b):
        return self.randrange(a, b + 1)

    def uniform(self, a, b):
        return a + (b - a) * self.random()

    def choice(self, items):
        return items[self.randrange(len(items))]

    def choices(self, items, *, k=1):
        return [self.choice(items) for _ in range(k)]

    def shuffle(self, items):
        for at in range(len(items) - 1, 0, -1):
            other = self.randrange(at + 1)
            items[at], items[other] = items[other], items[at]

    def sample(self, items, k):
        items = list(items)
        self.shuffle(items)
        return items[:k]

    def randbytes(self, n):
        return bytes([self.getrandbits(8) for _ in range(n)])


_shared = Random()
seed = _shared.seed
random = _shared.random
randrange = _shared.randrange
randint = _shared.randint
uniform = _shared.uniform
choice = _shared.choice
choices = _shared.choices
shuffle = _shared.shuffle
sample = _shared.sample
getrandbits = _shared.getrandbits
randbytes = _shared.randbytes
