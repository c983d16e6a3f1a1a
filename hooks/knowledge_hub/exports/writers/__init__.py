"""Documents and tables to the bytes of PDF, Word, Excel and zip files.

What stands in them is decided in documents/.
"""
