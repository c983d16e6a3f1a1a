"""The words of the interface: what the hub says by itself, and what a host says instead.

What the terms of a vocabulary are called stands in vocabulary.py; the words of problems in problem_kinds/.
"""
