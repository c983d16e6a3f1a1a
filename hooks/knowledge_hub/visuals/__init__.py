"""Data to finished drawings: coordinates and words that a template puts on the page."""
