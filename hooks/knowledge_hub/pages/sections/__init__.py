"""Parts of record pages that are more than a text or a list: measures, sessions, worksheets, drawings.

Which record shows which part is decided in pages/records/.
"""
