import sys
try:
    1/0
except ZeroDivisionError:
    print(sys.exception(), sys.exc_info()[0], sys.exc_info()[2].tb_lineno)
print(sys.exception(), sys.exc_info())
