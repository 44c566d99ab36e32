"""Every kind of constant, and names and texts that are awkward to write down."""
import math as größe

NUMBERS = (0, 1, -1, 2**31 - 1, -(2**31), 2**31, 2**63, -(2**63), 2**64 + 3, -(10**40), 32768, 32767)
FLOATS = (0.0, -0.0, 1.5, 1e16, 1e-5, 1e22, 123456789012345680.0, 5e-324, 1e400, -1e400, 0.1, 1e100)
COMPLEX = (0j, -0j, 1j, 1 + 2j, -1 - 2j, 1e400j, 3.5 - 0j)
SINGLES = (None, True, False, ..., ())
TEXTS = ("", "plain", "with space", "it's", 'say "hi"', """both ' and \"""", "\n\r\t\\\0\x7f\x80\xa0\xad",
         "größe", "\u2028\u3000\ue000", "\U0001f600", "\ud800", "a\udfffb", "x" * 300, "é" * 300, "name_1")
BYTES = (b"", b"plain", b"it's", b'"', b"both ' and \"", b"\x00\n\r\t\\\x7f\x80\xff")
NESTED = (1, (2, (3, ("four", b"five"), 6.0), ...), None)
DEEP = ((((((((((1,),),),),),),),),),)


def member(x):
    return x in {1, 2, 3} or x in {"only"} or x in {(1, 2)} or x in {None} or x in {4.0}


def ünïcode(naïve=1):
    café = naïve
    return lambda: café


class A:
    x = 1_000_000_000_000


async def wait(a):
    async with a as b:
        async for c in b:
            yield c
    await a
