"""A command that imports this first goes on inside .venv, with the packages that building the site needs; see environment.py.

It must still be readable by Python 3.6, and so must every command that imports it.
"""

import os
import sys
from pathlib import Path

from setup import environment

environment.enter("requirements.txt")

ROOT = Path(environment.ROOT)
# The core isn't installed as a package.
sys.path.insert(0, os.path.join(environment.ROOT, "hooks"))
