def run(text):
    exec(text)
try:
    run("x = 1\ny = x / 0")
except ZeroDivisionError as error:
    print(error.__traceback__.tb_lineno)
eval(compile("\n\nint('x')", "given.py", "eval"))
