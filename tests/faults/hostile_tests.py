"""What the code of a project does to whoever runs it: each is put before the assertion of a test that fails."""

from collections.abc import Mapping
from types import MappingProxyType

PREVENTED = frozenset(
    {"os._exit in a test", "os._exit at import", "sys.exit in a test", "kills itself", "stops itself", "loops for ever"}
    | {"sleeps for ever", "loops at import", "refuses to be interrupted", "prints for ever", "crashes"}
)  # the assertion behind it is never reached, so no patch may be taken for proved

TESTS: Mapping[str, str] = MappingProxyType(
    {
        "deletes its folder": "import shutil, os; shutil.rmtree(os.getcwd(), ignore_errors=True)",
        "deletes everything": "import shutil; shutil.rmtree({outside!r}, ignore_errors=True)",
        "deletes the project": "import shutil; shutil.rmtree({project!r}, ignore_errors=True)",
        "overwrites the source": "open('add.py', 'w').write('def add(a, b): return 3')",
        "overwrites the project": "\ntry: open({project!r} + '/add.py', 'w').write('gone')\nexcept OSError: pass",
        "overwrites itself": "open(__file__, 'w').write('def test_add(): pass')",
        "writes outside": "\ntry: open({outside!r} + '/new', 'w').write('x')\nexcept OSError: pass",
        "links outside": "import os\ntry: os.symlink({outside!r}, 'away'); open('away/new', 'w')\nexcept OSError: pass",
        "renames outside": "import os\ntry: os.rename({outside!r}, {outside!r} + '2')\nexcept OSError: pass",
        "opens rights": "import os\ntry: os.chmod({outside!r}, 0o777)\nexcept OSError: pass",
        "writes home": "import pathlib\ntry: (pathlib.Path.home() / '.profile').write_text('x')\nexcept OSError: pass",
        "writes a device": "\ntry: open('/dev/mem', 'wb').write(b'x')\nexcept OSError: pass",
        "writes system files": "\ntry: open('/etc/passwd', 'a').write('x')\nexcept OSError: pass",
        "reads secrets": "\ntry: open('/etc/shadow').read()\nexcept OSError: pass",
        "reads a process": "\ntry: open('/proc/1/environ').read()\nexcept OSError: pass",
        "fills the disk": "\ntry: open('big', 'wb').write(b'x' * 10 ** 9)\nexcept (OSError, MemoryError): pass",
        "fills the disk slowly": "\ntry:\n for n in range(10 ** 5): open(f'f{{n}}', 'w').write('x' * 999)\nexcept OSError: pass",
        "forks": "import os\ntry:\n if os.fork() == 0: os._exit(0)\nexcept OSError: pass",
        "forks for ever": "import os\ntry:\n while True: os.fork()\nexcept OSError: pass",
        "forks and stays": "import os, time\ntry:\n if os.fork() == 0: time.sleep(1000)\nexcept OSError: pass",
        "leaves its group": "import os, time\ntry:\n if os.fork() == 0: os.setsid(); time.sleep(1000)\nexcept OSError: pass",
        "starts a shell": "import subprocess\ntry: subprocess.run(['sh', '-c', 'echo x > ' + {outside!r} + '/new'])\nexcept OSError: pass",
        "starts Python": "import subprocess, sys\ntry: subprocess.Popen([sys.executable, '-c', 'while 1: pass'])\nexcept OSError: pass",
        "starts threads": "import threading, time; threading.Thread(target=time.sleep, args=(1000,)).start()",
        "kills its parent": "import os, signal\ntry: os.kill(os.getppid(), signal.SIGKILL)\nexcept OSError: pass",
        "kills all": "import os, signal\ntry: os.kill(-1, signal.SIGSTOP)\nexcept OSError: pass",
        "kills itself": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "stops itself": "import os, signal; os.kill(os.getpid(), signal.SIGSTOP)",
        "crashes": "import ctypes; ctypes.string_at(0)",
        "os._exit in a test": "import os; os._exit(0)",
        "sys.exit in a test": "import sys; sys.exit(0)",
        "raises KeyboardInterrupt": "raise KeyboardInterrupt",
        "raises GeneratorExit": "raise GeneratorExit",
        "recurses for ever": "\ndef deep(): return deep()\ntry: deep()\nexcept RecursionError: pass",
        "recurses without limit": "import sys; sys.setrecursionlimit(10 ** 9)\ndef deep(): return deep()\ndeep()",
        "loops for ever": "\nwhile True: pass",
        "sleeps for ever": "import time; time.sleep(10 ** 6)",
        "refuses to be interrupted": "import signal\nfor n in range(1, 30):\n try: signal.signal(n, signal.SIG_IGN)\n except (OSError, ValueError): pass\nwhile True: pass",
        "swallows every exception": "\nwhile True:\n try:\n  while True: pass\n except BaseException: pass",
        "takes all memory": "\ntry: x = [bytearray(10 ** 8) for _ in range(1000)]\nexcept MemoryError: pass",
        "prints for ever": "\nwhile True: print('x' * 1000)",
        "prints a lot": "print('x' * 10 ** 7)",
        "prints what a runner prints": "print('1 passed in 0.01s')",
        "prints answers": "import json; print(json.dumps({{'n': 1, 'o': None, 'passed': True}}))",
        "writes to every descriptor": "import os\nfor fd in range(3, 64):\n try: os.write(fd, b'junk')\n except OSError: pass",
        "closes every descriptor": "import os; os.closerange(3, 256)",
        "closes its outputs": "import os; os.close(1); os.close(2)",
        "reads its input": "\ntry: input()\nexcept (EOFError, OSError): pass",
        "connects": "import socket\ntry: socket.create_connection(('127.0.0.1', 80), 1)\nexcept OSError: pass",
        "listens": "import socket\ntry: s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen()\nexcept OSError: pass",
        "asks the network": "import urllib.request\ntry: urllib.request.urlopen('http://example.com', timeout=1)\nexcept OSError: pass",
        "sends datagrams": "import socket\ntry: socket.socket(2, 2).sendto(b'x', ('127.0.0.1', 53))\nexcept OSError: pass",
        "changes its folder": "import os; os.chdir('/')",
        "removes its environment": "import os; os.environ.clear()",
        "becomes root": "import os\ntry: os.setuid(0)\nexcept OSError: pass",
        "changes its root": "import os\ntry: os.chroot('.')\nexcept OSError: pass",
        "raises its limits": "import resource\ntry: resource.setrlimit(resource.RLIMIT_CPU, (-1, -1))\nexcept (OSError, ValueError): pass",
        "breaks open": "import builtins; builtins.open = None",
        "breaks import": "import builtins; builtins.__import__ = lambda *a: 1 / 0",
        "empties the modules": "import sys; sys.modules.clear()",
        "breaks time": "import time; time.monotonic = time.perf_counter = lambda: 0.0",
        "traces": "import sys; sys.settrace(lambda *a: 1 / 0)",
        "audits": "import sys; sys.addaudithook(lambda *a: None)",
        "waits at its end": "import atexit, time; atexit.register(time.sleep, 1000)",
    }
)

MODULES: Mapping[str, str] = MappingProxyType(
    {
        "os._exit at import": "import os\nos._exit(0)\n",
        "loops at import": "while True:\n    pass\n",
        "raises at import": "raise SystemExit(0)\n",
        "imports itself": "from add import add\n",
        "deletes itself": "import os\nos.remove(__file__)\n",
        "has a repr that raises": "class V(int):\n    def __repr__(self):\n        raise ValueError\n",
        "prints at import": "print('x' * 10**6)\n",
        "equals everything": "class V(int):\n    def __eq__(self, other):\n        return True\n    __hash__ = None\n",
    }
)
