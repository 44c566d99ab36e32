def f():
    raise RuntimeError("é 日本") 
f( ); f()
