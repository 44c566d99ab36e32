lone = '\ud800'
mixed = 'a\udfffb\u00e9' 'c'
joined = f'\ud800{lone}\udc00'
