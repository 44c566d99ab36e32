class B(BaseException): pass
raise B(1, 2)
