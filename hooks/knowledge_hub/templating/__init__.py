"""Templates with finished values to safe HTML, quickly: a big library fills them tens of thousands of times.

The templates themselves are in templates/, their values are made in pages/.
"""
