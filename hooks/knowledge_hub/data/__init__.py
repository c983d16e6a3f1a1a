"""The library as other programs read it: every file of /data/v1/ as a value.

What readers see of it, the page at /data/, stands in pages/reference/; Excel files are made in exports/.
"""
