# Thousands of objects whose end is seen: one by one, all at once, from either end.
import _weakref
count = 0
class D:
    def __del__(self):
        global count
        count += 1
def lists(how):
    many = [D() for i in range(1000)]
    if how == 'pop':
        while many: many.pop()
    elif how == 'first':
        while many: many.pop(0)
    elif how == 'clear': many.clear()
    elif how == 'slice': del many[10:]
def dicts(how):
    many = {i: D() for i in range(1000)}
    if how == 'pop':
        for i in range(1000): many.pop(i)
    elif how == 'popitem':
        while many: many.popitem()
    elif how == 'clear': many.clear()
for how in 'pop', 'first', 'clear', 'slice', 'drop':
    lists(how)
    print('list', how, count)
for how in 'pop', 'popitem', 'clear', 'drop':
    dicts(how)
    print('dict', how, count)
class C: pass
told = []
for i in range(1000):
    o = C()
    r = _weakref.ref(o, told.append)
del o
print(len(told), r() is None)
class Node:
    def __init__(self, next): self.next = next
    def __del__(self):
        global count
        count += 1
head = None
for i in range(1000): head = Node(head)
while head: head = head.next
print('chain', count)
for i in range(100): head = Node(head)
head = None
print('whole chain', count)
b = bytearray(100)
view = memoryview(b)
views = [view[i:i + 1] for i in range(100)]
try: b.append(1)
except BufferError as e: print(e)
del views, view
b.append(1)
print(len(b))
