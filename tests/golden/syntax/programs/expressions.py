a if b else c if d else e
not a and b or c
a < b <= c is not d not in e
lambda: (yield)
lambda x, /, y=1, *z, k, **w: x
{**a, 'b': c}; {*a, b}; [*a, b]; (*a, b); *a, b = c
x[1:2, ::3, ...]; x[a:b]; x[:]; x[*a]; x[*a, b]
f(a, *b, c=d, **e)(x for x in y)(z)
{k: v for k, v in x if y if z for w in v}
{x for x in y}
x = y = yield
x = yield from z
x += 1; x //= 2; x @= y; x **= 3; x >>= 1
a.b.c[0](1).d
-+~x ** -y
(a := 1, b := 2)
print(*a, sep='')
(((((x)))))
