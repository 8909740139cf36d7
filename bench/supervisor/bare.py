"""What the language allows: starts commands and starts them again, nothing else. `bare.py SERVER FIRST_PORT COUNT`."""

import os
import select
import subprocess
import sys

server, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
poll = select.epoll()
running: dict[int, tuple[int, subprocess.Popen[bytes]]] = {}


def start(port: int) -> None:
    """Start one, and watch for its end."""
    command = [sys.executable, "-I", "-S", server, str(port)]
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, start_new_session=True)
    file = os.pidfd_open(child.pid)
    poll.register(file, select.EPOLLIN)
    running[file] = port, child


for number in range(count):
    start(first + number)
while True:
    for file, _ in poll.poll():
        port, child = running.pop(file)
        child.wait()
        poll.unregister(file)
        os.close(file)
        start(port)
