"""The pages that the core makes: as pages of MkDocs, in their shell, and past MkDocs into the site.

What is written by hand goes through `mkdocs_adapter/hand_written.py`.
"""
