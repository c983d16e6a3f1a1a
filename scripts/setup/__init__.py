"""What commands need before they can do their work: .venv, browsers, how MkDocs is called, a local server.

What a command does stands in its own file.
"""
