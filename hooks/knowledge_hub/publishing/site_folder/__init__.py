"""The folder of a finished site: what is written into it, what may stay as it is, and what belongs to an earlier site.

What stands in the files is made before, and elsewhere.
"""
