"""One problem with its place, and lists of problems as people and programs read them.

Which kinds there are stands in problem_kinds/.
"""
