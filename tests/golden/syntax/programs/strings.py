a = 'it\'s' "it's" '''a
b''' r'\n' u'x' U'y'
b = b'\x00\xff' rb'\d' Br'' b"'"
c = '\u00e9\U0001F600\101\0\\ \d \
d'
d = ('one'
     'two'  # comment
     u'three')
'''doc'''
