"""Set up, build the hub and serve it with live reload: python3 scripts/serve.py"""

from setup.for_site import ROOT

import argparse
import os
import socket
import sys

from setup.command_line import create_parser
from setup.generated_files import refresh_generated_files
from setup.site_builds import mkdocs_environment

FIRST_PORT = 8000
PORTS_TRIED = 20


def main() -> int:
    """Serve until the reader presses Ctrl+C; return the exit code."""
    arguments = parse_arguments()
    port = arguments.port or find_free_port()
    if port is None or not is_free(port):
        print(f"Port {port or FIRST_PORT} is in use. Name another one: python3 scripts/serve.py --port 8123")
        return 1
    os.environ.update(mkdocs_environment(arguments.content))
    refresh_generated_files(ROOT, arguments.content)
    print(f"The hub will be at http://127.0.0.1:{port}/ in a moment. Stop it with Ctrl+C.", flush=True)
    # A moment's work, but not for those who only want to know the options.
    from mkdocs_adapter.preview.command import serve_preview  # noqa: PLC0415

    # Where MkDocs and its plugins expect to be.
    os.chdir(ROOT)
    serve_preview(ROOT, port)
    return 0


def find_free_port() -> int | None:
    """Return the first free port from 8000 on, None when there are twenty servers already."""
    ports = range(FIRST_PORT, FIRST_PORT + PORTS_TRIED)
    return next((port for port in ports if is_free(port)), None)


def is_free(port: int) -> bool:
    """Tell whether nothing on this computer listens on a port."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        return probe.connect_ex(("127.0.0.1", port)) != 0


def parse_arguments() -> argparse.Namespace:
    """Return what was asked for."""
    parser = create_parser(__doc__)
    parser.add_argument("--port", type=int, help="8000 where it is free, else the next one")
    parser.add_argument("--content", help="another content folder than content/")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
