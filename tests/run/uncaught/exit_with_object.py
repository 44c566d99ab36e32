class E(Exception):
    def __str__(self): return "shown"
class X(SystemExit):
    def __str__(self): return "exit text"
raise X(E())
