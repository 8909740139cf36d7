"""Which distribution brings a module, where the two have different names."""

from collections.abc import Mapping
from types import MappingProxyType

_BY_MODULE: Mapping[str, str] = MappingProxyType(
    {"yaml": "PyYAML", "cv2": "opencv-python", "PIL": "Pillow", "sklearn": "scikit-learn", "skimage": "scikit-image"}
    | {"bs4": "beautifulsoup4", "dateutil": "python-dateutil", "dotenv": "python-dotenv", "jwt": "PyJWT"}
    | {"Crypto": "pycryptodome", "serial": "pyserial", "usb": "pyusb", "zmq": "pyzmq", "git": "GitPython"}
    | {"github": "PyGithub", "gitlab": "python-gitlab", "docx": "python-docx", "pptx": "python-pptx"}
    | {"magic": "python-magic", "ldap": "python-ldap", "MySQLdb": "mysqlclient", "psycopg2": "psycopg2-binary"}
    | {"attr": "attrs", "pkg_resources": "setuptools", "google.protobuf": "protobuf", "grpc": "grpcio"}
    | {"OpenSSL": "pyOpenSSL", "nacl": "PyNaCl", "socks": "PySocks", "websocket": "websocket-client"}
    | {"slugify": "python-slugify", "Levenshtein": "python-Levenshtein", "markdown": "Markdown", "jose": "python-jose"}
    | {"multipart": "python-multipart", "telegram": "python-telegram-bot", "discord": "discord.py", "wx": "wxPython"}
    | {
        "gi": "PyGObject",
        "cairo": "pycairo",
        "win32api": "pywin32",
        "win32con": "pywin32",
        "mpl_toolkits": "matplotlib",
    }
    | {"flask_sqlalchemy": "Flask-SQLAlchemy", "flask_cors": "Flask-Cors", "rest_framework": "djangorestframework"}
    | {"kafka": "kafka-python", "consul": "python-consul", "pymysql": "PyMySQL", "ruamel": "ruamel.yaml"}
)

_SAME_NAME = (  # well known, so that nobody else can have taken the name
    "aiohttp anyio boto3 celery click cryptography django fastapi flask httpx hypothesis jinja2 jsonschema lxml "
    "matplotlib mypy networkx numba numpy openpyxl packaging pandas polars psutil psycopg pyarrow pydantic pygments "
    "pytest redis requests rich scipy seaborn sqlalchemy starlette sympy tabulate toml tornado tqdm typer "
    "typing_extensions urllib3 uvicorn werkzeug xmltodict"
)


def known_distribution(module: str) -> str:
    """The distribution that certainly brings a module; empty where its name would only be a guess."""
    top = module.partition(".")[0]
    return _BY_MODULE.get(module) or _BY_MODULE.get(top) or (top if top in _SAME_NAME.split() else "")


def distribution_of(module: str) -> str:
    """The distribution to install for a module; the top-level name itself, a guess, where nothing else is known."""
    return known_distribution(module) or module.partition(".")[0]
