"""Words get the stems that Snowball gives them, however soon that is seen."""

import pytest
import snowballstemmer

from knowledge_hub.search.stemming import create_stemmer
from knowledge_hub.search.stop_words import find_stop_words

_WORDS = (
    "y", "year", "says", "flying", "skies", "news", "past", "only", "generously", "communities", "organizations",
    "relational", "hopefulness", "agreed", "hopping", "dying", "2024", "k12", "escuelas", "reuniones", "rápidamente",
    "möglichkeiten", "häuser", "évaluations", "школами", "معلمون", "öğretmenlerimiz", "",
)  # fmt: skip


@pytest.mark.parametrize(
    "algorithm", ["english", "spanish", "german", "french", "russian", "arabic", "turkish", "tamil"]
)
def test_a_word_has_the_stem_that_snowball_gives_it(algorithm: str) -> None:
    plain, quick = snowballstemmer.stemmer(algorithm).stemWord, create_stemmer(algorithm)
    words = [*_WORDS, *find_stop_words("es")]
    assert [quick(word) for word in words] == [plain(word) for word in words]
