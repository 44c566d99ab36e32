# Watch BINARY_OP + and the #tags: a string never changes, each + makes a new one.
def reverse(word):
    result = ""
    for letter in word:
        result = letter + result
    return result


word = "stressed"
print(reverse(word))
print(word[0], word[-1], word[2:5], len(word))
print("ess" in word, "ab" * 3, "apple" < "pear")
