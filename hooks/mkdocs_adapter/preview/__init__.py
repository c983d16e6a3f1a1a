"""The server of a preview: what it watches, which build browsers see, and what it says while a file is broken.

How the words of a broken file are chosen stands in knowledge_hub/publishing/preview_faults.py.
"""
