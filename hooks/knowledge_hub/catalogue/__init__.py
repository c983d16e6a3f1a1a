"""The library as readers meet it: look-up, connections in both directions, facets, related records, change packages.

Nothing here is HTML.
"""
