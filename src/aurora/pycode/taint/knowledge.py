"""What is known of libraries: where outside input comes from, where it is dangerous, what makes it safe."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from aurora.pycode.taint.flows import ALL, Kind


def _words(text: str) -> list[str]:
    return text.split()


SOURCES = frozenset(
    _words(
        "input sys.argv sys.stdin os.environ os.getenv os.environb flask.request.args flask.request.form "
        "flask.request.values flask.request.json flask.request.data flask.request.headers flask.request.cookies "
        "flask.request.files flask.request.get_json flask.request.query_string flask.request.path flask.request.url "
        "flask.request.full_path flask.request.view_args bottle.request.query bottle.request.forms"
    )
)
LOCAL = ("input", "sys.", "os.", "environ", "getenv", "argv", "stdin")
"""How sources begin that the one who starts the program decides."""
REQUEST_NAMES = frozenset({"request", "req", "self.request", "flask.request"})
REQUEST_PARTS = frozenset(
    _words(
        "GET POST COOKIES META FILES body args form values json data headers cookies files get_json query_params "
        "path_params query rel_url match_info query_string get_data"
    )
)
SOURCE_METHODS = frozenset({"parse_args", "parse_known_args", "recv", "recvfrom", "get_argument", "receive_text"})
HANDLER_PARTS = frozenset({"self.path", "self.headers", "self.rfile", "self.requestline"})
ROUTES = frozenset({"route", "get", "post", "put", "delete", "patch", "websocket", "command", "api_route"})
ENTRIES = frozenset({"lambda_handler"})
TYPED = frozenset({"int", "float", "bool", "UUID", "date", "datetime", "Decimal"})  # a framework has converted these


@dataclass(frozen=True, slots=True)
class Sink:
    """Where a value is dangerous: in which arguments; `receiver` means the object whose method is called."""

    kind: Kind
    arguments: tuple[int, ...] = (0,)
    keywords: tuple[str, ...] = ()
    receiver: bool = False


def _sinks(kind: Kind, names: str, *keywords: str) -> dict[str, Sink]:
    return {name: Sink(kind, (0,), keywords) for name in _words(names)}


SINKS: Mapping[str, Sink] = MappingProxyType(
    _sinks(Kind.COMMAND, "os.system os.popen subprocess.getoutput subprocess.getstatusoutput", "cmd", "command")
    | _sinks(Kind.COMMAND, "asyncio.create_subprocess_shell pty.spawn commands.getoutput", "cmd")
    | _sinks(Kind.CODE, "eval exec compile code.interact runpy.run_path importlib.import_module __import__")
    | _sinks(Kind.PATH, "open io.open os.open os.remove os.unlink os.rmdir os.mkdir os.makedirs os.listdir", "file")
    | _sinks(Kind.PATH, "os.scandir shutil.rmtree flask.send_file aiofiles.open zipfile.ZipFile tarfile.open", "path")
    | {
        name: Sink(Kind.PATH, (0, 1))
        for name in ("os.rename", "os.replace", "shutil.copy", "shutil.move", "os.symlink")
    }
    | {f"shutil.{name}": Sink(Kind.PATH, (0, 1)) for name in ("copyfile", "copytree", "copy2")}
    | {f"requests.{name}": Sink(Kind.REQUEST, (0,), ("url",)) for name in _words("get post put delete patch head")}
    | {f"httpx.{name}": Sink(Kind.REQUEST, (0,), ("url",)) for name in _words("get post put delete patch head")}
    | {name: Sink(Kind.REQUEST, (1,), ("url",)) for name in ("requests.request", "httpx.request")}
    | _sinks(Kind.REQUEST, "urllib.request.urlopen urllib.request.urlretrieve urllib.request.Request", "url")
    | _sinks(Kind.OBJECT, "pickle.loads pickle.load marshal.loads marshal.load dill.loads yaml.unsafe_load", "data")
    | _sinks(Kind.OBJECT, "cPickle.loads jsonpickle.decode joblib.load torch.load shelve.open yaml.full_load")
    | _sinks(Kind.HTML, "markupsafe.Markup flask.Markup django.utils.safestring.mark_safe flask.make_response")
    | _sinks(Kind.HTML, "django.http.HttpResponse fastapi.responses.HTMLResponse starlette.responses.HTMLResponse")
    | _sinks(
        Kind.TEMPLATE, "flask.render_template_string jinja2.Template mako.template.Template django.template.Template"
    )
    | _sinks(Kind.REDIRECT, "flask.redirect django.shortcuts.redirect django.http.HttpResponseRedirect", "location")
    | _sinks(Kind.REDIRECT, "fastapi.responses.RedirectResponse starlette.responses.RedirectResponse", "url")
    | _sinks(Kind.REGEX, "re.compile re.match re.search re.fullmatch re.findall re.sub re.split re.finditer", "pattern")
    | {f"logging.{name}": Sink(Kind.LOG) for name in _words("debug info warning error critical exception")}
    | _sinks(Kind.SQL, "sqlalchemy.text django.db.models.expressions.RawSQL")
)
METHOD_SINKS: Mapping[str, Sink] = MappingProxyType(
    _sinks(Kind.SQL, "execute executemany executescript raw read_sql read_sql_query", "sql", "query")
    | _sinks(Kind.XPATH, "xpath iterfind")
    | _sinks(Kind.CODE, "run_code runcode runsource")
    | {name: Sink(Kind.LDAP, (2, 1), ("filterstr", "search_filter")) for name in ("search_s", "search_ext_s")}
    | {name: Sink(Kind.PATH, (), (), receiver=True) for name in _words("read_text read_bytes write_text write_bytes")}
    | {name: Sink(Kind.PATH, (), (), receiver=True) for name in _words("unlink iterdir rmdir mkdir")}
    | {"save": Sink(Kind.PATH), "extract": Sink(Kind.PATH, (1,), ("path",)), "open": Sink(Kind.PATH, (), (), True)}
    | {name: Sink(Kind.REQUEST, (1,), ("url",)) for name in ("urlopen",)}
)
LOGGERS = frozenset({"log", "logger", "_log", "_logger", "LOG", "LOGGER", "self.logger", "self.log"})
LOG_LEVELS = frozenset({"debug", "info", "warning", "error", "critical", "exception"})
SPAWNERS = frozenset(f"subprocess.{name}" for name in ("run", "call", "Popen", "check_call", "check_output"))
SHELLS = frozenset({"sh", "bash", "/bin/sh", "/bin/bash", "zsh", "cmd", "cmd.exe", "powershell"})

SANITIZERS: Mapping[str, frozenset[Kind]] = MappingProxyType(
    dict.fromkeys(_words("int float bool len ord hash id abs round isinstance type range uuid.UUID"), ALL)
    | dict.fromkeys(_words("decimal.Decimal ipaddress.ip_address datetime.date.fromisoformat"), ALL)
    | dict.fromkeys(_words("hashlib.sha256 hashlib.sha1 hashlib.md5 hashlib.new hmac.new"), ALL)
    | dict.fromkeys(_words("ast.literal_eval"), frozenset({Kind.CODE}))
    | dict.fromkeys(_words("shlex.quote pipes.quote"), frozenset({Kind.COMMAND}))
    | dict.fromkeys(
        _words("html.escape markupsafe.escape flask.escape bleach.clean cgi.escape"), frozenset({Kind.HTML})
    )
    | dict.fromkeys(_words("xml.sax.saxutils.escape django.utils.html.escape"), frozenset({Kind.HTML}))
    | dict.fromkeys(
        _words("os.path.basename werkzeug.utils.secure_filename"), frozenset({Kind.PATH, Kind.NORMAL, Kind.HEADER})
    )
    | dict.fromkeys(_words("os.path.realpath os.path.abspath os.path.normpath"), frozenset({Kind.NORMAL}))
    | dict.fromkeys(_words("werkzeug.utils.safe_join flask.safe_join"), frozenset({Kind.PATH}))
    | dict.fromkeys(_words("re.escape"), frozenset({Kind.REGEX}))
    | dict.fromkeys(
        _words("urllib.parse.quote urllib.parse.quote_plus urllib.parse.urlencode"),
        frozenset({Kind.HTML, Kind.HEADER, Kind.LOG}),
    )
    | dict.fromkeys(_words("json.dumps repr"), frozenset({Kind.LOG, Kind.HEADER}))
    | dict.fromkeys(
        _words("ldap.filter.escape_filter_chars ldap3.utils.conv.escape_filter_chars"), frozenset({Kind.LDAP})
    )
)
METHOD_SANITIZERS: Mapping[str, frozenset[Kind]] = MappingProxyType(
    {"resolve": frozenset({Kind.NORMAL}), "hexdigest": ALL, "digest": ALL, "count": ALL, "index": ALL, "find": ALL}
    | dict.fromkeys(_words("startswith endswith isdigit isalnum exists is_file is_dir"), ALL)
)
WARNINGS: Mapping[Kind, tuple[str, str]] = MappingProxyType(
    {
        Kind.COMMAND: ("runs as a command", "Pass a list of arguments without a shell, or quote with shlex.quote."),
        Kind.CODE: ("runs as Python code", "Parse it with ast.literal_eval or json, or choose from a fixed table."),
        Kind.SQL: ("becomes part of an SQL statement", "Pass it as a parameter of the statement."),
        Kind.PATH: ("names a file", "Resolve the path and check that it lies in the folder you mean."),
        Kind.REQUEST: ("decides which server is asked", "Check the host against a list of those you mean."),
        Kind.OBJECT: ("is unpickled or loaded as objects", "Use json, or yaml.safe_load."),
        Kind.HTML: ("becomes HTML", "Escape it with html.escape or render it in an escaping template."),
        Kind.TEMPLATE: ("becomes a template", "Keep the template fixed and pass the value to it."),
        Kind.REDIRECT: ("decides where the browser is sent", "Check the target against those you mean."),
        Kind.LDAP: ("becomes part of an LDAP filter", "Escape it with escape_filter_chars."),
        Kind.XPATH: ("becomes part of an XPath expression", "Pass it as a variable of the expression."),
        Kind.LOG: ("goes into the log with its line ends", "Log it with %r, or replace line ends."),
        Kind.REGEX: ("becomes a regular expression", "Escape it with re.escape."),
        Kind.HEADER: ("becomes a response header", "Remove line ends from it."),
    }
)
"""What happens at the sink, and what to do about it."""
