"""The rolling issues of a hub's repository, one for each kind of upkeep: what they say, and when they change.

keep.py runs on a machine without packages, so it and rolling.py use the standard library only.
"""
