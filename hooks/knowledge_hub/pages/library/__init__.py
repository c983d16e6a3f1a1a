"""The ways into the library: home, lists, browse, coverage, search, change packages.

Pages of single records stand in pages/records/.
"""
