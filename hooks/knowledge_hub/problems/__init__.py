"""Problem reports: one problem as data, and lists of them as people and programs read them.

Which kinds there are stands in problem_kinds/.
"""
