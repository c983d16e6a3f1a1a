"""Works to cite: records, sources and the hub itself, as reference managers know them and as people read them.

What a record rests on is checked in checks/, and shown in pages/.
"""
