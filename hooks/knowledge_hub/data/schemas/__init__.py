"""JSON Schemas of the files under /data/v1/.

The schemas that contributors write by stand in the room of that name.
"""
