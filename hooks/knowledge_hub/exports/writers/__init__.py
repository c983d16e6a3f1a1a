"""Documents and tables to the bytes of PDF, Word, Excel and zip files; what stands in them is decided in documents/."""
