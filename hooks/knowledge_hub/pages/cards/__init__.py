"""The cards that stand for records in lists: a picture or a drawing, what they say, and how each is made once.

They stand in `frame/`, `library/` and `records/`.
"""
