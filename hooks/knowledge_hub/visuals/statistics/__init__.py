"""The drawings of the library in numbers: bars in tables, and growth from month to month.

What is counted stands in catalogue/statistics.py.
"""
