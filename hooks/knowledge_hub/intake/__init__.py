"""Contributions without Git or YAML: forms made from the record types, and the way back to a record."""
