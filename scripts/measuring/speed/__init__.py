"""How fast the hub is: what a build takes, step by step, what was promised of it, and the page that tells hosts.

Nothing here runs another generator: those are in measuring.peers, which tells what they take in the same terms.
"""
