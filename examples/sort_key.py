# Watch sorted() call back into the program: step into last for each word.
def last(word):
    return word[-1]


words = ["pear", "fig", "banana"]
print(sorted(words, key=last))
print(sorted(words, key=len, reverse=True))
