import odd_module
print(odd_module.x)
import odd_module
