"""`aurora serve`: the HTTP API."""

from dataclasses import replace
from typing import Annotated

import typer

from aurora.entrypoints.cli.session import AsJson, Session
from aurora.entrypoints.cli.terminal import notes, print_json


def serve(
    context: typer.Context,
    host: Annotated[str, typer.Option(help="Address to listen on; beyond this machine a key is needed.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 5000,
    database: Annotated[str, typer.Option(help="The database, by its URL (AURORA_DATABASE_URL).")] = "",
    classic: Annotated[
        bool, typer.Option("--classic", help="Also answer on the classic ports: bridge 5001, learning 5002, chat 5003.")
    ] = False,
    as_json: AsJson = False,
) -> int:
    """Answer HTTP requests and do the jobs that they hand over, until told to stop."""
    from aurora.entrypoints.http.doors import CLASSIC, Door  # the web framework costs a second
    from aurora.entrypoints.http.server import serve as run

    session: Session = context.obj
    joined = session.joined(replace(session.settings, database_url=database) if database else session.settings)

    def tell(bound: int, opened: dict[int, Door], taken: list[str]) -> None:
        url = f"http://{host}:{bound}"
        if as_json:
            print_json({"url": url, **({"ports": {d.name: p for p, d in opened.items()}} if classic else {})})
        for number, door in opened.items():
            notes().print(f"The {door.name} answers on http://127.0.0.1:{number} too.", markup=False)
        for why in taken:
            notes().print(f"{why}; the rest goes on.", markup=False)
        notes().print(f"Aurora answers on {url}.", markup=False)

    notes().print("Starting ...")
    run(joined, host, port, tell, CLASSIC if classic else ())
    return 0
