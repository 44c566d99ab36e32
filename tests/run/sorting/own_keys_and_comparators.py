class Key:
    def __init__(self, word):
        print("key", word)
        self.word = word

    def __lt__(self, other):
        print(self.word, "<", other.word)
        return len(self.word) < len(other.word)


words = ["pear", "fig", "apple", "kiwi", "date"]
print(sorted(words, key=Key))
words.sort(key=Key, reverse=True)
print(words)
