"""How every command tells what it is for, its options and the hub's version."""

import argparse

from knowledge_hub import __version__


def create_parser(about: str) -> argparse.ArgumentParser:
    """Return a parser whose --help shows a command's docstring as it is written, and which knows --version."""
    parser = argparse.ArgumentParser(description=about, formatter_class=argparse.RawDescriptionHelpFormatter)
    version = f"Knowledge Hub {__version__}"
    parser.add_argument("--version", action="version", version=version, help="show the hub's version")
    return parser
