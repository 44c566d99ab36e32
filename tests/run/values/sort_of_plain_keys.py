# Keys of one plain kind, and what only looks like it.
print(sorted([3, 1, 2], reverse=True), sorted(["b", "a", "é", "aa", ""]), sorted([2.5, -0.0, 0.0, -1.0]))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([(2, 1.5), (2, 0.5)], reverse=True))
print(sorted([(), (), ()]), sorted([(1,), (), (1, 0)]))
print(sorted([True, 2, 0]), sorted([1, 0.5, 2]), sorted([(1, 2), (0.5, 3)]))
words = ["pear", "fig", "apple", "kiwi", "plum"]
print(sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted(words, key=lambda word: (len(word), word)), sorted(words, key=lambda word: (word[0], -len(word))))
words.sort(key=lambda word: word[-1], reverse=True)
print(words)
for wrong in ([1, "a"], [(1, 2), ("a", 2)], [(0, 1), (0, None)], [None, None]):
    try:
        print(sorted(wrong))
    except TypeError as error:
        print(error)
print(sorted([(0, 1), (1, None), (2, "a")]))
nan = float("nan")
print(len(sorted([2.0, nan, 1.0])))


class Word(str):
    def __lt__(self, other):
        return str.__gt__(self, other)


print(sorted([Word("a"), Word("c"), Word("b")]), sorted([(Word("a"),), (Word("b"),)]))
print(sorted([1, 2, 3, 4], key=lambda number: number % 2), sorted([]), sorted([], key=len))
