import sys
print(sys.stdin.readlines())
print(list(sys.stdin))
sys.exit(300)
