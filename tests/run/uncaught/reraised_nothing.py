import sys
try:
    sys.exit(4)
except SystemExit as e:
    print(e.code, e.args)
raise
