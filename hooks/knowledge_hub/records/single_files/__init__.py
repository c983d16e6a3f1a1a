"""Types of the files of which a library has one each: glossary, synonyms, phrases to avoid, learning models.

Types of which it has many, with a page for each, stand in records/ itself.
"""
