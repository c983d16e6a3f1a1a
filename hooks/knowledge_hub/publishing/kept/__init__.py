"""Where and how what was made is kept from one build to the next.

What it is kept by is worked out where it is made.
"""
