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
    as_json: AsJson = False,
) -> int:
    """Answer HTTP requests and do the jobs that they hand over, until told to stop."""
    from aurora.entrypoints.http.server import serve as run  # the web framework costs a second

    session: Session = context.obj
    joined = session.joined(replace(session.settings, database_url=database) if database else session.settings)

    def tell(bound: int) -> None:
        url = f"http://{host}:{bound}"
        if as_json:
            print_json({"url": url})
        notes().print(f"Aurora answers on {url}.", markup=False)

    notes().print("Starting ...")
    run(joined, host, port, tell)
    return 0
