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


def distribution_of(module: str) -> str:
    """The distribution to install for a module; the top-level name itself where nothing else is known."""
    return _BY_MODULE.get(module) or _BY_MODULE.get(module.partition(".")[0]) or module.partition(".")[0]
