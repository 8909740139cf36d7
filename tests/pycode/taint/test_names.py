"""What dotted names mean: imports of every form, packages below a source folder, methods of bases."""

import ast

from aurora.pycode.taint.names import names_of

FILES = {
    "src/shop/__init__.py": "from .cart import Cart\n",
    "src/shop/cart.py": "from . import money as m\nimport os.path\nfrom os import system as run\n"
    "class Base:\n    def total(self):\n        pass\nclass Cart(Base):\n    def __init__(self, bank: Bank):\n"
    "        self.bank = bank\n        self.other = Base()\nclass Bank:\n    pass\nact = lambda x: x\n",
    "src/shop/money.py": "def add(a, /, b, *rest, c, **more):\n    def inner():\n        pass\n",
    "app.py": "from shop.cart import Cart\nfrom shop import money\n"
    "@app.get('/x')\ndef view(request, text, n: int, db=Depends(open)):\n    pass\n",
    "broken.py": "def f(:\n",
}
NAMES = names_of(FILES)


def meaning(text: str, module: str) -> str:
    return NAMES.dotted(ast.parse(text, mode="eval").body, module)


def test_imports_lead_to_the_files_of_the_project() -> None:
    assert meaning("m.add", "src.shop.cart") == "src.shop.money.add"
    assert meaning("money.add", "app") == "src.shop.money.add"
    assert meaning("Cart", "app") == "src.shop.cart.Cart"
    assert meaning("run", "src.shop.cart") == "os.system"
    assert meaning("os.path.join", "src.shop.cart") == "os.path.join"
    assert meaning("f().x", "app") == ""


def test_methods_are_found_in_bases_and_attributes_know_their_class() -> None:
    method = NAMES.method("src.shop.cart.Cart", "total")
    assert method is not None
    assert method.id == "src.shop.cart.Base.total"
    assert NAMES.method("src.shop.cart.Cart", "nothing") is None
    assert NAMES.attributes == {
        "src.shop.cart.Cart.bank": "src.shop.cart.Bank",
        "src.shop.cart.Cart.other": "src.shop.cart.Base",
    }


def test_functions_inside_functions_and_named_lambdas_are_functions() -> None:
    assert {"src.shop.money.add", "src.shop.money.add.inner", "src.shop.cart.act"} <= NAMES.callees.keys()
    assert NAMES.callees["src.shop.money.add"].parameters == ("a", "b", "c", "rest", "more")


def test_a_route_gets_outside_text_unless_converted_or_injected() -> None:
    view = NAMES.callees["app.view"]
    assert view.routed
    assert [each.arg for each in view.outside()] == ["text"]
    assert list(NAMES.callees["src.shop.money.add"].outside()) == []
