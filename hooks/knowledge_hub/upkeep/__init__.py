"""What of a library is due: reviews, gaps in what records say, links that fail; as values.

How it is shown stands in pages/ and in scripts/, and nothing here asks another server for anything.
"""
