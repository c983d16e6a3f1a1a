"""What a host says in mkdocs.yml, as values that pages, exports and adapters read.

Which generator reads the file is an adapter's business; colours, help line and contact are the same for all.
"""
