"""Parts of record pages that are more than a text or a list: measures, sessions, results, worksheets, drawings."""
