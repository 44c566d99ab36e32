class A:
    def __init__(self): self.counter = 1
    def f(self): return counter
A().f()
