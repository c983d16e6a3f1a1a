"""The library as tables: columns and cells, and CSV files of them.

Excel files of the same tables are made in exports/.
"""
