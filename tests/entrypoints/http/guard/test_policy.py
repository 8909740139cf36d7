from aurora.entrypoints.http.guard.policy import Policy, needs
from aurora.model.key import Scope

PATHS = {
    "/api/jobs": {"get": needs(Scope.READ), "post": needs(Scope.RUN, rate="5/minute", heavy=True)},
    "/api/jobs/{id}": {"get": needs(Scope.READ), "delete": needs(Scope.CHANGE)},
    "/api/jobs/{id}/secrets": {"get": needs(Scope.ADMIN)},
    "/api/units/{id}": {"get": needs(Scope.PUBLIC)},
    "/silent": {"get": {}, "post": {}},
}
POLICY = Policy({"paths": PATHS})


def test_a_route_that_says_nothing_needs_much_to_be_changed() -> None:
    assert POLICY.rule("GET", "/silent").scope is Scope.READ
    assert POLICY.rule("POST", "/silent").scope is Scope.ADMIN
    assert POLICY.rule("GET", "/unknown").scope is Scope.READ
    assert POLICY.rule("PATCH", "/api/jobs").scope is Scope.ADMIN


def test_a_route_gets_what_it_says() -> None:
    rule = POLICY.rule("POST", "/api/jobs")
    assert (rule.scope, rule.rate, rule.heavy, rule.name) == (Scope.RUN, "5/minute", True, "POST /api/jobs")
    assert POLICY.rule("HEAD", "/api/jobs") == POLICY.rule("GET", "/api/jobs")


def test_the_narrowest_path_decides() -> None:
    assert POLICY.rule("GET", "/api/jobs/7").scope is Scope.READ
    assert POLICY.rule("GET", "/api/jobs/7/secrets").scope is Scope.ADMIN
    assert POLICY.rule("DELETE", "/api/jobs/7").scope is Scope.CHANGE


def test_a_parameter_may_hold_a_path() -> None:
    assert POLICY.rule("GET", "/api/units/knowledge/text").scope is Scope.PUBLIC
