"""Parts of records that have rules of their own, and that several types may hold: measures, pictures.

Parts that one type alone has stand beside that type.
"""
