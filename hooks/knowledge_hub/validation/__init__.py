"""A document of YAML to a record, or to located problems with their mends; rules across records stand in checks/."""
