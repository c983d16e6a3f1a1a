"""Catalogue to files that readers and programs take along: calendars, PDF, Word, Excel and zip packs.

What stands in a file is decided in documents/, how it is written in writers/.
"""
