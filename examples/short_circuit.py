# Watch COPY and the jump after it: `and` and `or` look at a value and may keep it, so half is never called.
def loud(value):
    print("asked for", value)
    return value


print(loud(0) and loud(1))
print(loud(2) or loud(3))
print(1 < loud(5) < 3)
