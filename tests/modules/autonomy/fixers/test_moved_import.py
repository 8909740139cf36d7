import sys
import warnings
from importlib import import_module

import pytest

from aurora.contracts.fixer import Broken
from aurora.modules.autonomy.fixers.moved_import import _MEMBERS, _MODULES, moved_import


@pytest.mark.parametrize(("module", "name"), sorted(_MEMBERS))
def test_nothing_that_still_works_in_the_running_python_is_moved(module: str, name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            found = import_module(module)
        except ImportError:
            return
    assert not hasattr(found, name)


def test_no_module_of_the_running_python_is_moved() -> None:
    assert not set(_MODULES) & sys.stdlib_module_names


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="the module imp is gone there")
def test_a_module_that_is_only_deprecated_is_left_beside_one_that_is_gone() -> None:
    (fix,) = moved_import.run(Broken("import Queue\nfrom imp import reload\n"))
    assert fix.text == "import queue as Queue\nfrom imp import reload\n"
