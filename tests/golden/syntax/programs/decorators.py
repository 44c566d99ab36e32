@a
@b.c(1)  # first

# second
@(d or e)[0]
async def f(x, /, y: int = 1, *args: *Ts, z, w=2, **kw) -> None: pass;

@a
class C(B, metaclass=M, *bases, **kw):
    @property
    def p(self): return self._p ; x = 1 ;
