# More digits than a float has are zeros.
print(len(f"{1.5:.70000f}"))
print(len("%.70000e" % 1.5))
print(len(format(1e300, ".70000g")))
print(len(f"{0.1:.100000}"))
