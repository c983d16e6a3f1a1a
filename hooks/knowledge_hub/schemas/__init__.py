"""The record types as JSON Schema for editors, and as outlines for forms; the types themselves stand in records/."""
