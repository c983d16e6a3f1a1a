"""Pages to look things up in: glossary, sources, models, field guide, problems, how to contribute.

Ways into the library stand in pages/library/.
"""
