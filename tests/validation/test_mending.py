"""What was most likely meant: the mend that a message suggests."""

import pytest

from knowledge_hub.validation.mending import (
    mend_date,
    mend_doi,
    mend_list,
    mend_number,
    mend_orcid,
    mend_ror,
    mend_url,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("11/23/2026", "2026-11-23"),
        ("23/11/2026", "2026-11-23"),
        ("11/12/2026", "2026-11-12"),
        ("1/5/26", "2026-01-05"),
        ("2026/1/5", "2026-01-05"),
        ("2026-1-5", "2026-01-05"),
        ("23.11.2026", "2026-11-23"),
        ("November 23, 2026", "2026-11-23"),
        ("Nov. 3rd 2026", "2026-11-03"),
        ("23 November 2026", "2026-11-23"),
        ("Sept 2026", "2026-09"),
        ("٢٠٢٦-٠١-١٥", "2026-01-15"),
        ("2026–01–15", "2026-01-15"),
        ("2026-02-30", None),
        ("0026-01-15", None),
        ("1/5/0206", None),
        ("31/31/2026", None),
        ("99/99/99", None),
        ("0/0/0", None),
        ("soon", None),
        ("Nonsense 3, 2026", None),
    ],
)
def test_dates(written: str, meant: str | None) -> None:
    """A date is turned round, read the American way where both are possible; an impossible one is not guessed."""
    assert mend_date(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("80%", "80"),
        ("6 weeks", "6"),
        ("1,200 students", "1200"),
        ("-1.5 points", "-1.5"),
        ("٤٤ %", "44"),
        *((written, None) for written in ("5 to 9", "many", "<10", "< 10", "≤10", "fewer than 10", "under 10", "n<10")),
        *(
            (written, None)
            for written in ("5 or fewer", "10+", "about 6", "~6", "3 million", "12k", "2 dozen", "1 of 5")
        ),
        *((written, None) for written in ("−5", "–5", "(5)", "5*", "1,5", "1.200,5", "no 5", "5th", "1/2", "$5")),
    ],
)
def test_numbers(written: str, meant: str | None) -> None:
    """The only number in a text is the one that was meant."""
    assert mend_number(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("teaming, screening", "[teaming, screening]"),
        ("teaming; screening", "[teaming, screening]"),
        ("- teaming\n- screening", "[teaming, screening]"),
        ("“teaming”, 'screening'", "[teaming, screening]"),
        ("Ask: first", '["Ask: first"]'),
    ],
)
def test_lists(written: str, meant: str) -> None:
    """One line becomes a list that YAML reads as it was meant."""
    assert mend_list(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("www.example.org/report", "https://www.example.org/report"),
        ("example.org", "https://example.org"),
        ("http//example.org/x", "https://example.org/x"),
        ("https:/example.org", "https://example.org"),
        ("the report", None),
        ("javascript:alert(1)", None),
    ],
)
def test_addresses(written: str, meant: str | None) -> None:
    """An address that only lacks its beginning gets one."""
    assert mend_url(written) == meant


def test_dois() -> None:
    """A DOI is found in its address."""
    assert mend_doi("https://doi.org/10.1000/182") == "10.1000/182"
    assert mend_doi("182") is None


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("0000000218250097", "0000-0002-1825-0097"),
        ("ORCID 0000 0002 1694 233x", "0000-0002-1694-233X"),
        ("0000–0002–1825–0097", "0000-0002-1825-0097"),
        ("https://orcid.org/0000-0002-1825-0098", None),
        ("12345678901234567890", None),
        ("Josiah Carberry", None),
    ],
)
def test_orcid_ids(written: str, meant: str | None) -> None:
    """The iD inside an address is taken, and grouped as it should be; a wrong one isn't guessed at."""
    assert mend_orcid(written) == meant


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("https://ror.org/03yrm5c26", "03yrm5c26"),
        ("ROR: 03YRM5C26.", "03yrm5c26"),
        ("https://ror.org/03yrm5c27", None),
        ("California Digital Library", None),
    ],
)
def test_ror_ids(written: str, meant: str | None) -> None:
    """The ID inside an address is taken; a wrong one isn't guessed at."""
    assert mend_ror(written) == meant
