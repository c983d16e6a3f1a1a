"""A content folder to a library: the only code that reads content/ and the guides.

What follows from several records together stands in checks/ and catalogue/.
"""
