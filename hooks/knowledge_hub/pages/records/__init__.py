"""The page of a single record, one module a record type.

Parts that several types show stand in pages/sections/ or pages/frame/.
"""
