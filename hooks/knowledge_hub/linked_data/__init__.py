"""Pages as linked data for machines that read: what each page is about, in the words of schema.org (JSON-LD).

What else stands in a page's head is put together in pages/frame/head.py.
"""
