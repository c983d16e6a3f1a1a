"""A document of YAML to a record, or to located problems with their mends.

Rules across records stand in checks/.
"""
