import sys
print(repr(input("name? ")))
for line in sys.stdin: print(repr(line))
try: input()
except EOFError as e: print(e)
sys.exit("bye")
