"""The parts of scripts/upgrade.py: which versions there are, how one is merged into a hub, what it brings.

How Git is asked stands in setup/git.py; what an upgrade promises, in CONTRIBUTING.md under “Versions”.
"""
