# Coroutines that raise while a context is entered and left for them: the frame that awaits them stands behind SEND.
class A:
    def __init__(self, how): self.how = how
    async def __aenter__(self):
        if self.how == 'enter': raise ValueError('enter')
        return self
    async def __aexit__(self, *a):
        if self.how == 'exit': raise KeyError('exit')
        return self.how == 'yes'
async def main(how, n):
    a = 0
    async with A(how) as a, A('no') as b:
        a = 5 / n
    return a
for how in 'enter', 'exit':
    for n in 0,:
        c = main(how, n)
        try:
            c.send(None)
        except StopIteration as e: print('done')
        except Exception as e: print(type(e), e, e.__traceback__.tb_lasti, e.__traceback__.tb_next and e.__traceback__.tb_next.tb_lasti)
