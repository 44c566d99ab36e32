x = 1
y = 2
print("loading", __name__)
