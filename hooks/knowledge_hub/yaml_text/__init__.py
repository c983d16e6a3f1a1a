"""YAML as contributors write it: every value with its place, and in words what is wrong with its writing.

It knows nothing of record types.
"""
