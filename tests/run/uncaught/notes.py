e = ValueError("x")
e.add_note("note 1\nline 2")
e.add_note("note 2")
raise e
