import pytest

from aurora.engines.repair.options import options

CONFTEST = {"tests/conftest.py": "def pytest_addoption(parser):\n    parser.addoption('--fast')\n"}


def toml(addopts: str) -> dict[str, str]:
    return {"pyproject.toml": f"[tool.pytest.ini_options]\naddopts = {addopts}\n"}


@pytest.mark.parametrize(
    ("files", "kept"),
    [
        (toml('"--cov=shop --cov-report=term -n 4 -v -ra"'), ""),
        (
            toml('["--import-mode=importlib", "--cov", "--doctest-modules"]'),
            "--import-mode=importlib --doctest-modules",
        ),
        ({"pytest.ini": "[pytest]\naddopts = -m 'not slow' --cov\n"}, "-m 'not slow'"),
        (
            {"setup.cfg": "[tool:pytest]\naddopts = --import-mode append -p cov -p no:x\n"},
            "--import-mode append -p no:x",
        ),
        ({"tox.ini": "[pytest]\naddopts = --fast --slow %(here)s\n", **CONFTEST}, "--fast"),
        ({"pytest.ini": "[pytest]\naddopts = -v\n", **toml('"-m x"')}, ""),
        (toml('"-m"'), "-m"),
        (toml('"\'"'), None),
    ],
)
def test_of_standing_options_those_are_kept_that_say_what_the_tests_are(
    files: dict[str, str], kept: str | None
) -> None:
    assert options(files) == (() if kept is None else ("-o", f"addopts={kept}"))


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"pyproject.toml": "[tool.pytest"},
        {"pyproject.toml": "[tool]\npytest = 3\n"},
        {"pyproject.toml": "[tool.pytest]\nini_options = 3\n"},
        {"pytest.ini": "addopts = -v\n"},
        {"pytest.ini": "[pytest]\naddopts = -v\naddopts = -q\n"},
        {"setup.cfg": "[pytest]\naddopts = --cov\n"},
        toml("7.5e"),
    ],
)
def test_settings_that_cannot_be_read_or_say_nothing_change_nothing(files: dict[str, str]) -> None:
    assert options(files) == ()


def test_plugins_that_a_project_requires_are_not_required_here() -> None:
    files = {"pytest.ini": "[pytest]\nrequired_plugins = pytest-cov\n"}
    assert options(files) == ("-o", "required_plugins=")
