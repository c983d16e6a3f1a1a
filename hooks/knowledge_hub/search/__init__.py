"""The search engine: documents in, the files of an index out. It knows nothing of record types.

What there is to find is said in pages/search/; assets/hub/search/engine/ asks the index in the browser.
"""
