class Endless:
    def __init__(self, step): self.step = step
    def __getitem__(self, key): return key * self.step
for f in (bytes, bytearray, lambda v: int.from_bytes(v), bytearray().extend):
    for step in (100, -1, 'a', 10**20, True):
        try: print(f(Endless(step)))
        except (TypeError, ValueError, OverflowError) as e: print(type(e).__name__, e)
