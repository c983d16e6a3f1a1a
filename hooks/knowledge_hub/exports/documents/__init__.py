"""What stands in each file that readers take along, as plain data.

How a file is written stands in writers/.
"""
