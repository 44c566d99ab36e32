if a: b; c;
elif d:
    pass
elif e: f
else:
    g ;
for x, *y in z,: break
else: pass
while (n := f()) > 1:
    continue
try: pass
except (A, B) as e: raise e from None
except: raise
else: assert x, 'no'
finally: del a, (b, c), d[0], e.f
try:
    pass
except* E: pass;
with a as b, c: pass
with (a as b, c as (d, e),): pass
with (a, b): pass
with (a): pass
