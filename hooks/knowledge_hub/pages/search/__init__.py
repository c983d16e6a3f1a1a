"""What search finds: each record, page and entry of the library as a document for the engine in search/.

Only here is known which field of a record stands in which section of its page.
"""
