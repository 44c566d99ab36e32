# Watch the #tags of the objects: two names can hold one and the same list.
first = [1, 2, 3]
second = first
second.append(4)
second[0] = 10
copy = first[:]
copy.append(5)
print(first, second, copy)
print(first is second, first is copy, len(first))
