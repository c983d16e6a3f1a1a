"""Programs that no Python package brings and that the tests need: each is found, or installed where that can be done.

What Python packages bring is set up by environment.py.
"""
