"""What happened to the library, for readers and as feeds: Atom and JSON Feed.

The page "What is new" is made in pages/library/; calendars are made in exports/.
"""
