"""The page of a single record, one module a record type."""
