"""Other generators that a host could pick instead, measured with the same records.

Each is installed into a folder that goes again, never into the hub's own environment. What becomes of the records
there is in own templates, small and fair: lists, a page for each term, an index for search, a menu that doesn't grow.
"""
