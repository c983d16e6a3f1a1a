"""The record types as JSON Schema for editors, and as outlines for forms.

The types themselves stand in records/; which files are written from them, in intake/.
"""
