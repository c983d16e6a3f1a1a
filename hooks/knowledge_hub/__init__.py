"""The core of the hub: content in, checked records and finished pages out.

It knows nothing of MkDocs, starts no program and writes no file; adapters and commands do.
"""

# The version of the hub, in this one place; "Versions" in CONTRIBUTING.md says what each part of it promises.
__version__ = "1.0.0"
