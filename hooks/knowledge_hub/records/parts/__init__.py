"""Parts of records that have rules of their own, and that several types may hold: measures, pictures;
and those in which the work of a community is told, each on a page of its own.

Parts that one type alone has stand beside that type.
"""
