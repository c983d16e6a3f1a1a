"""The packs of one small library, made once a run."""

import pytest

from knowledge_hub.exports.pack_files import Packs
from support.pack_library import create_small_packs


@pytest.fixture(scope="session")
def packs(tmp_path_factory: pytest.TempPathFactory) -> Packs:
    return create_small_packs(tmp_path_factory.mktemp("packs"))
