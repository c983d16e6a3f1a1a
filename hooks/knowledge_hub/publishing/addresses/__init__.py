"""Addresses that last: what a finished site has published, the list of what it promised, and what of that is lost.

Old addresses that lead on are pages, in ../redirects.py; two things at one address are found in ../address_clashes.py.
"""
