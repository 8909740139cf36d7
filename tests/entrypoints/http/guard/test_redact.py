import logging
import logging.config

import pytest

from aurora.entrypoints.http.guard.redact import REQUEST, Formatter, log_config, redact

SECRET = "aur_1a2b3c4d_" + "Zz9_-" * 8 + "abc"


@pytest.mark.parametrize(
    "text",
    [
        f"Authorization: Bearer {SECRET}",
        f"{{'authorization': 'Bearer {SECRET}'}}",
        "[(b'authorization', b'Basic dXNlcjpTRUNSRVQ=')]",
        f"key {SECRET} came",
        f"GET /a?api_key={SECRET}&x=1",
        f"GET /a?x=1&access_token={SECRET}",
        f"Cookie: aurora_session={SECRET}; other={SECRET}",
        f"set-cookie: a={SECRET}; HttpOnly",
        f"postgresql://user:{SECRET}@host/name",
        f'{{"password": "{SECRET}", "a": 1}}',
        f"/a?X-Amz-Signature={SECRET}",
    ],
)
def test_a_secret_is_not_in_the_log(text: str) -> None:
    found = redact(text)
    assert SECRET[13:] not in found
    assert "dXNlcjpTRUNSRVQ" not in found
    assert "[redacted]" in found


@pytest.mark.parametrize("text", ["GET /things?colour=1 200", "the key aur_1a2b3c4d was revoked", "a: b", "x=1&y=2"])
def test_what_is_no_secret_stays(text: str) -> None:
    assert redact(text) == text


def test_a_line_is_one_line_and_has_the_id_of_its_request() -> None:
    REQUEST.set("seven")
    formatter = Formatter("%(request)s %(message)s")
    record = logging.LogRecord("a", logging.INFO, "", 0, "GET /a\r\nINFO forged \x1b[31m", (), None)
    assert formatter.format(record) == "seven GET /a\\r\\nINFO forged \\x1b[31m"


def test_a_traceback_stays_readable_and_loses_its_secrets() -> None:
    formatter = Formatter("%(message)s")
    try:
        raise ValueError(f"no such key {SECRET}")
    except ValueError as error:
        record = logging.LogRecord("a", logging.ERROR, "", 0, "failed", (), (type(error), error, None))
    text = formatter.format(record)
    assert "ValueError: no such key aur_1a2b3c4d_[redacted]" in text


def test_the_configuration_is_one_that_logging_takes() -> None:
    before = {
        name: logging.getLogger(name).handlers[:] for name in ("aurora", "uvicorn", "uvicorn.error", "uvicorn.access")
    }
    logging.config.dictConfig(log_config())
    assert isinstance(logging.getLogger("aurora").handlers[0].formatter, Formatter)
    for name, handlers in before.items():
        logging.getLogger(name).handlers[:] = handlers
        logging.getLogger(name).propagate = True
