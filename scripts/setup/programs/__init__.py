"""Programs that no Python package brings: one module finds each, and installs it where that can be done here.

What the tests do with them stands in tests/support/.
"""
