"""A command that imports this first goes on inside .venv, with what building the site needs; see environment.py.

Like that file it must still be readable by Python 3.6, and so must every command.
"""

import gc
import sys
from pathlib import Path

from setup import environment

environment.enter("requirements.txt")

# What modules make stays to the end, and the collector would walk through it again and again while they load.
gc.set_threshold(100_000)

ROOT = Path(environment.ROOT)
# The core isn't installed as a package.
sys.path.insert(0, str(ROOT / "hooks"))
