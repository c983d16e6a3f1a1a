"""YAML as contributors write it: reading it with every value's place, and naming what is wrong with its writing.

It knows nothing of record types.
"""
