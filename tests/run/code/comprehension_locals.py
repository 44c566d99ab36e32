print([sorted(locals())[-3:] for zz in range(1)])
print([eval("zz + 1") for zz in range(3)], "zz" in locals())
x = "outer"
print([locals()["x"] for x in "ab"], x)
class C:
    y = 1
    print(sorted(k for k in [z for z in [locals()]][0]))
    w = [eval("v * 2") for v in (1, 2)]
print(C.w)
