"""The ways into the library: home, lists, browse, coverage, search, change packages."""
