"""Pictures and documents beside a record: which kinds there may be, whether one is what it says, how it is published.

Finding them is the work of library/, the rules about links to them stand in checks/.
"""
