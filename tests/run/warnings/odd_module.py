x = '\d'
y = x is 'a'
