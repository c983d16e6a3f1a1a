"""Catalogue to files that readers and programs take along: calendars, PDF, Word, Excel and zip packs."""
