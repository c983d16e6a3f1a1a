"""What browser tests share: the browser, the pages they open, axe, and where search is looked for."""
