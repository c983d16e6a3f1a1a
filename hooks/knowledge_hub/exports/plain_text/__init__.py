"""The library as plain text for programs that read, such as language models: a list of it, and each record.

Files for people are made in documents/ and writers/.
"""
