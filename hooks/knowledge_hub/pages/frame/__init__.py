"""What pages share: the site that makers work with, the page as a value, cards, citations, links.

What only one kind of page shows stands beside that page.
"""
