"""Data to finished drawings: coordinates and words that a template puts on the page.

No HTML: the templates are in templates/sections/, what fills them in pages/sections/.
"""
