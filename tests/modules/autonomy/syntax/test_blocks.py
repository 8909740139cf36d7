from aurora.modules.autonomy.syntax.blocks import block_end, last_use, shifted, unbroken_end, until_definition
from aurora.modules.autonomy.syntax.place import Place, place_of


def place(text: str) -> Place:
    found = place_of(text)
    assert found is not None
    return found


METHODS = "class A:\n    def f(self):\n    x = 1\n    return x\n\n    def g(self):\n        return 2\n"
LOOP = "def f(xs):\n    for x in xs:\n    y = 1\n    if x:\n        y = 2\n    z = y\n    return z\n"


def test_a_body_ends_before_the_next_definition_at_its_level() -> None:
    here = place(METHODS)
    assert here.row.number == 3
    assert until_definition(here, here.row, False) == 4


def test_the_body_of_a_class_holds_the_definitions_and_ends_at_a_shallower_line() -> None:
    here = place("class A:\ndef f(self):\n    return 1\ndef g(self):\n    return 2\n")
    assert until_definition(here, here.row, True) == 5
    here = place("if x:\n    class A:\n    n = 1\ny = 2\n")
    assert until_definition(here, here.row, True) == 3


def test_a_loop_ends_behind_the_last_use_of_its_variable() -> None:
    here = place(LOOP)
    head = here.before(here.row.number)
    assert head is not None
    assert last_use(here, head, here.row) == 5


def test_a_loop_ends_before_another_one_binds_its_variable() -> None:
    here = place("for x in a:\nprint(x)\nfor x in b:\n    print(x)\n")
    assert last_use(here, here.rows[0], here.row) == 2


def test_a_block_that_never_uses_the_variable_is_one_line() -> None:
    here = place("if True:\n    for x in a:\n    print(1)\ny = 2\n")
    assert last_use(here, here.rows[1], here.row) == 3


def test_ends_of_blocks_and_runs() -> None:
    here = place("if x:\ny = 1\nz = 2\n\nw = 3\n")
    assert block_end(here, here.row) == 6
    assert unbroken_end(here, here.row) == 3
    here = place("def f():\n    if x:\n    y = 1\nz = 2\n")
    assert block_end(here, here.row) == 3


def test_lines_inside_a_string_do_not_move() -> None:
    here = place("if x:\ny = '''\na\n'''\n")
    assert shifted(here, 2, 4, 4) == "if x:\n    y = '''\na\n'''\n"
