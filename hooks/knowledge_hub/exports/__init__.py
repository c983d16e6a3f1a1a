"""Catalogue to files that readers take with them: PDF, Word, Excel and zip packs."""

from knowledge_hub.exports.packs import Packs, PackSettings, create_packs

__all__ = ["PackSettings", "Packs", "create_packs"]
