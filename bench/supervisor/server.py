"""The smallest service that answers HTTP: `server.py PORT`."""

import os
import signal
import socket
import sys


def main(words: list[str]) -> int:
    """Answer every request with the pid."""
    body = b'{"pid": %d}' % os.getpid()
    answer = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s" % (len(body), body)
    leak: list[bytes] = []
    signal.signal(signal.SIGUSR1, lambda *_: leak.append(b"x" * (100 << 20)))
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        server.bind(("127.0.0.1", int(words[0])))
        server.listen(64)
        while True:
            connection, _ = server.accept()
            with connection:
                try:
                    connection.settimeout(1.0)
                    if connection.recv(4096):
                        connection.sendall(answer)
                except OSError:
                    continue


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
