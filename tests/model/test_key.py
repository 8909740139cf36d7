import pytest

from aurora.model.key import Key, Scope, digest, key_of, new_secret


def test_a_scope_allows_those_before_it() -> None:
    assert [scope for scope in Scope if Scope.RUN.allows(scope)] == [Scope.PUBLIC, Scope.READ, Scope.RUN]


@pytest.mark.parametrize(
    "text", ["", "aur_", "aur_1a2b3c4d_short", "AUR_1a2b3c4d_" + "a" * 43, "aur_1a2b3c4g_" + "a" * 43, "\ud800"]
)
def test_what_has_not_the_form_of_a_secret_has_no_id(text: str) -> None:
    assert key_of(text) == ""
    assert len(digest(text)) == 64


def test_secrets_differ_and_say_whose_they_are() -> None:
    first, second = new_secret("1a2b3c4d"), new_secret("1a2b3c4d")
    assert first != second
    assert key_of(first) == "1a2b3c4d"
    assert digest(first) != digest(second)


def test_a_key_opens_until_it_ends() -> None:
    key = Key("1a2b3c4d", "ci", Scope.READ, 100.0, expires=200.0)
    assert key.prefix == "aur_1a2b3c4d"
    assert key.usable(199.0)
    assert not key.usable(200.0)
    assert not Key("1a2b3c4d", "ci", Scope.READ, 100.0, revoked=150.0).usable(120.0)
    assert Key("1a2b3c4d", "ci", Scope.READ, 100.0).usable(1e12)
