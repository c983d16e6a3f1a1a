"""How rules read a text: where a phrase can stand, and what it says once marks of Markdown are gone.

The rules themselves stand in the modules beside this folder.
"""
