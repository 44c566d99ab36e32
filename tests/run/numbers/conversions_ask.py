class Number:
    def __int__(self):
        print("int")
        return 7

    def __float__(self):
        print("float")
        return 2.5

    def __index__(self):
        print("index")
        return 3

    def __complex__(self):
        print("complex")
        return 1 + 2j

    def __bool__(self):
        print("bool")
        return False

    def __round__(self, digits=None):
        print("round", digits)
        return 8

    def __abs__(self):
        print("abs")
        return 9

    def __divmod__(self, other):
        return "divmod", other

    def __rdivmod__(self, other):
        return "rdivmod", other

    def __trunc__(self):
        print("trunc")
        return 1


n = Number()
print(int(n), float(n), complex(n), bool(n), round(n), round(n, 2), abs(n), divmod(n, 1), divmod(1, n))
print(hex(n), oct(n), bin(n), chr(n), range(n), [0] * n, "ab" * n, "abcdef"[n], int("12", n), pow(2, n.__index__()))
