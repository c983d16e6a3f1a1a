"""Pages to look things up in: glossary, sources, models, field guide, problems, and how to contribute."""
