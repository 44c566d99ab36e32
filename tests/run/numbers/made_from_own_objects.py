# int(), float(), complex() and bool() of objects that say what they are, and of those that say it wrongly.
class Says:
    def __init__(self, **answers):
        for name, answer in answers.items():
            setattr(type(self), f"__{name}__", lambda self, answer=answer: answer)


def made(**answers):
    return type("Says", (), {f"__{name}__": lambda self, answer=answer: answer for name, answer in answers.items()})()


for function in (int, float, bool):
    for answers in ({"int": 5}, {"index": 6}, {"float": 1.5}, {"complex": 2j}, {"bool": False}, {"len": 0}, {"trunc": 7},
                    {"int": "x"}, {"index": 1.5}, {"float": 1}, {"complex": 1}, {"bool": 1}, {"len": -1}, {}):
        try:
            print(function.__name__, answers, function(made(**answers)))
        except (TypeError, ValueError) as error:
            print(function.__name__, answers, type(error).__name__, error)
