class I(int):
    def __str__(self): print('str'); return 's'
    def __repr__(self): print('repr'); return 'r'
    def __int__(self): print('int'); return 7
    def __index__(self): print('index'); return 8
    def __float__(self): print('float'); return 1.5
    def __format__(self, s): print('format'); return s
class F(float):
    def __int__(self): print('int'); return 7
    def __index__(self): print('index'); return 8
    def __float__(self): print('float'); return 2.5
    def __trunc__(self): print('trunc'); return 9
class O:
    def __repr__(self): return 'O'
    def __int__(self): print('oint'); return I(4)
    def __index__(self): print('oindex'); return 5
    def __float__(self): print('ofloat'); return F(1.25)
class S(str): pass
for v in (I(3), F(3.5), O(), True, 2.5, S('1')):
    for c in 'dixXocfgesra':
        try: print(c, ('%' + c) % v)
        except Exception as e: print(type(e).__name__, e)
    for c in 'dxf':
        try: print(c, ('<%5' + c + '>') % (v,), b'%d' % v)
        except Exception as e: print(type(e).__name__, e)
    try: print('%*d' % (v, 5))
    except Exception as e: print(type(e).__name__, e)
