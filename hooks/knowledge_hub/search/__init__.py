"""What search is told of each page: entries, filters, other words for the same.

How results look stands in pages/library/ and in the theme.
"""
