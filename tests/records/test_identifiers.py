"""Identifiers that others give out are known by their check digits."""

import pytest

from knowledge_hub.records.parts.identifiers import ORCID, ROR, has_orcid_check_digit, has_ror_check_digits

# Examples that ORCID and ROR publish themselves, and the IDs of some members of both.
ORCIDS = ["0000-0002-1825-0097", "0000-0002-1694-233X", "0000-0001-5109-3700"]
RORS = ["03yrm5c26", "02twcfp32", "04wxnsj81", "05gq02987", "052gg0110", "02mhbdp94"]


@pytest.mark.parametrize("orcid", ORCIDS)
def test_published_orcid_ids_are_right(orcid: str) -> None:
    """The last sign, also an X, follows from the digits before it."""
    assert ORCID.fullmatch(orcid)
    assert has_orcid_check_digit(orcid)


@pytest.mark.parametrize("ror", RORS)
def test_published_ror_ids_are_right(ror: str) -> None:
    """The last two digits follow from the signs before them."""
    assert ROR.fullmatch(ror)
    assert has_ror_check_digits(ror)


def test_a_slip_in_an_orcid_id_is_noticed() -> None:
    """No other digit in any place, and no two digits that changed places, make another right one."""
    right = ORCIDS[0]
    wrong = {
        *(right[:place] + digit + right[place + 1 :] for place in range(19) for digit in "0123456789"),
        *(right[:place] + right[place + 1] + right[place] + right[place + 2 :] for place in range(18)),
    }
    slips = [slip for slip in wrong - {right} if ORCID.fullmatch(slip)]
    assert len(slips) > 100
    assert [slip for slip in slips if has_orcid_check_digit(slip)] == []


def test_a_slip_in_a_ror_id_is_noticed() -> None:
    """No other sign in any place makes another right one."""
    right = RORS[0]
    signs = "0123456789abcdefghjkmnpqrstvwxyz"
    wrong = {right[:place] + sign + right[place + 1 :] for place in range(9) for sign in signs} - {right}
    slips = [slip for slip in wrong if ROR.fullmatch(slip)]
    assert len(slips) > 100
    assert [slip for slip in slips if has_ror_check_digits(slip)] == []
