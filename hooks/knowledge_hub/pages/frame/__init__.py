"""What pages share: the site that makers work with, templates, cards, citations, links, the finished page as a value.

What only one kind of page shows stands beside that page.
"""
