"""Record types of a host's own: one module each, found by itself.

How one is made, step by step: docs/host/new-record-type.md. The built-in types stand in records/.
"""
