"""Contributions without Git or YAML: forms made from the record types, and the way back to a record.

What a record must be like is decided in records/ and checks/, for every way in alike.
"""
