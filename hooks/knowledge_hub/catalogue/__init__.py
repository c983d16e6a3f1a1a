"""The library as readers meet it: look-up, connections in both directions, facets, related records.

Nothing here is HTML.
"""
