from aurora.engines.repair.touched import touched

CODE = """def one(x):
    return x


class Two:
    def three(self):
        def four():
            return 4
        return four
"""


def test_nothing_is_touched_by_the_same_text_or_another_layout() -> None:
    assert (
        touched({"m.py": CODE}, [{"m.py": CODE}, {"m.py": CODE.replace("return x", "return (x)  # x")}]) == frozenset()
    )


def test_a_function_and_those_around_it_are_touched() -> None:
    versions = [{"m.py": CODE.replace("return 4", "return 5")}]
    assert touched({"m.py": CODE}, versions) == {"three", "four"}


def test_each_version_has_its_part() -> None:
    versions = [{"m.py": CODE.replace("return x", "return 1")}, {"m.py": CODE + "\n\ndef five():\n    pass\n"}]
    assert touched({"m.py": CODE}, versions) == {"one", "five"}


def test_all_is_new_where_the_original_does_not_parse() -> None:
    assert touched({"m.py": "def one("}, [{"m.py": CODE}, {"m.py": "def ("}]) == {"one", "three", "four"}
