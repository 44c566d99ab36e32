exec(compile("1\nNone\n'a'\n", "<s>", "exec"))
exec(compile("1;2;None;'a'\n", "<s>", "single"))
exec(compile("for i in range(3): i\n", "<s>", "single"))
import builtins
print(builtins._)
