def write():
    f = open("d.txt", "w")
    f.write("written as the last name goes")


write()
print(open("d.txt").read())
left = open("left.txt", "w")
left.write("written at the end")
