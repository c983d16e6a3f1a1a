"""The parts of bench.py: made-up records, the stock way of publishing them, and what is measured on both.

Tests use the made-up records, too; how much is too much is decided in bench.py.
"""
