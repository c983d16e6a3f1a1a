"""What commands need before they can do their work: .venv, browsers and other programs, how MkDocs is called, a local server."""
