"""The core of the hub: content in, checked records and finished pages out.

It knows nothing of MkDocs, starts no program and writes no file; adapters and commands do.
"""
