for a in [(1,), ("x", 1), ("x", {}, 1), ("x\0y",), (b"x",), (b"\xff",), ("\ud800",)]:
    for fn in (exec, eval):
        try: print(fn(*a))
        except Exception as e: print(fn.__name__, a, type(e).__name__, e)
for a in [("x","f","foo"), ("x","f","func_type"),("x","f","exec", 1<<30),("x",),("x",3,"exec"),("x","f","exec",0,0,5),(3,"f","exec")]:
    try: print(compile(*a))
    except Exception as e: print(a, type(e).__name__, e)
