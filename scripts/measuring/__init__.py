"""The parts of bench.py: made-up records, and what is measured on them and on the hub's own library.

What a build takes is in `speed`, what other generators take for the same records in `peers`. Tests use the made-up
records, too. How much is too much is decided in speed/promises.py, and for search, packs and reading in bench.py.
"""
