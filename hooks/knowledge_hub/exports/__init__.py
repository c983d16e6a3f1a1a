"""Catalogue to files that readers and programs take with them."""
