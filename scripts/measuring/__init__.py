"""The parts of bench.py: made-up records, the stock way of publishing them, and what is measured on both."""
