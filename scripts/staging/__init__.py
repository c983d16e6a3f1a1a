"""The parts of stage.py: the hub's pages, styles and settings as files for another site generator.

They return values; stage.py writes them. What a page says belongs to the core.
"""
