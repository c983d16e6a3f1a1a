"""What only MkDocs needs: pages as its files, the shell, the theme, the preview.

hooks/hub.py wires them to its events. What another generator would need, too, belongs to the core.
"""
