"""Numbers, dates and named places in a text, and the facts of sources in which they are found.

What is said of a claim without a fact stands in checks/claims/; where readers see facts, in pages/.
"""
