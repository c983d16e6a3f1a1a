"""Asking the index: each rule of the engine on a library of a few documents, in a browser."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from support.browser.search_engine import Engine, Group, create_index
from support.hostile_texts import QUESTIONS

pytestmark = pytest.mark.slow

WORDS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("words.yml").read_text(encoding="utf-8"))
_SPLIT = """((runs) => ({
  words: runs.flat().map((word) => word.folded),
  wholes: runs.filter((run) => run.length > 1).map((run) => run.map((word) => word.folded).join("")),
}))(module.splitRuns(values[0]))"""


@pytest.fixture(scope="module")
def engine(browser: Browser) -> Engine:
    """The engine on an empty page."""
    return Engine(browser)


def word(*forms: str, section: int = 0, **weights: int) -> Group:
    """Return a group: `d3=20` says that document 3 has it with this weight; it stands once in each."""
    return Group(list(forms), {int(name[1:]): (weight, section, [5]) for name, weight in weights.items()})


def ids(engine: Engine, index: dict[str, Any], text: str, **options: Any) -> list[int]:
    """Return the documents that a question finds, in order."""
    found: list[int] = engine.ask(index, {"text": text, **options})[0]["ids"]
    return found


@pytest.mark.parametrize("case", WORDS, ids=[case["text"] for case in WORDS])
def test_words_are_those_of_the_index(engine: Engine, case: dict[str, Any]) -> None:
    """One table of cases holds for the index and for the browser."""
    expected = {"words": case["words"], "wholes": case.get("wholes", [])}
    assert engine.run("engine/folding", _SPLIT, case["text"]) == expected
    short = "module.splitRuns(values[0]).flat().map((word) => values[1](word.written)).filter(Boolean)"
    short = (
        f"import('/engine/question.js').then(({{ abbreviationOf }}) => {short.replace('values[1]', 'abbreviationOf')})"
    )
    assert engine.run("engine/folding", short, case["text"]) == case.get("short", [])


def test_rare_words_count_more(engine: Engine) -> None:
    """A page with the word that few have comes before one with the word that most have."""
    index = create_index(4, {"team": word("team", d0=9, d1=9, d2=9), "charter": word("charter", d3=9)})
    assert ids(engine, index, "team charter?")[0] == 3


def test_all_words_come_first(engine: Engine) -> None:
    """However strong a page is in one of two words; in a longer question a page may have them all by chance."""
    index = create_index(9, {"team": word("team", d0=35, d1=1), "charter": word("charter", d1=1, d2=1, d3=1, d4=1)})
    assert ids(engine, index, "team charter?")[0] == 1


def test_weights_decide_and_reviews_break_ties(engine: Engine) -> None:
    """Equal pages stand by their numbers: the newest review first."""
    index = create_index(4, {"team": word("team", d0=5, d1=9, d2=9, d3=1)})
    assert ids(engine, index, "team") == [1, 2, 0, 3]
    assert ids(engine, index, "team", sort="reviewed") == [0, 1, 2, 3]


def test_a_small_part_of_a_question_is_no_answer(engine: Engine) -> None:
    """Only common words of it say nothing about what was asked; half of its words do."""
    index = create_index(4, {"team": word("team", d0=9, d1=9, d2=9, d3=9), "charter": word("charter", d1=9)})
    assert ids(engine, index, "team charter?") == [1]
    assert ids(engine, index, "team charter unknown?") == [1]
    assert ids(engine, index, "charter unknown gone?") == []


def test_stop_words_are_dropped_where_others_remain(engine: Engine) -> None:
    """Alone they are asked for, and their files aren't fetched for nothing."""
    groups = {"team": word("team", d0=9), "how": word("how", d1=9)}
    index = create_index(2, groups, stop=["how"], starts=["", "t"])
    assert ids(engine, index, "how team") == [0]
    assert "terms-0.json" not in engine.ask(index, "how team?")[0]["fetched"]
    assert ids(engine, index, "how") == [1]


def test_the_last_word_may_be_unfinished(engine: Engine) -> None:
    """From three letters, and not where the question goes on or ends with a sign."""
    groups = {"meet": word("meet", "meeting", d0=9), "nurs": word("nurse", d1=9)}
    index = create_index(4, groups, starts=["", "meeting"])
    assert ids(engine, index, "meeti") == [0]
    assert ids(engine, index, "nur") == [1]
    assert ids(engine, index, "nu") == []
    assert ids(engine, index, "nur?") == []
    assert ids(engine, index, "meeti nurse") == []


def test_a_whole_word_comes_before_its_beginnings(engine: Engine) -> None:
    """However rare the longer words are."""
    index = create_index(9, {"sel": word("sel", d0=9, d1=9, d2=9), "selenium": word("selenium", d5=9)})
    assert ids(engine, index, "sel") == [0, 1, 2, 5]


def test_concepts_stand_for_each_other(engine: Engine) -> None:
    """In both directions, after the words themselves; a phrase counts as a whole, the longest first."""
    groups = {"parent": word("parents", d0=9), "famili": word("family", d1=9), "~0": word("~0", d0=9, d1=9)}
    concepts = [["parent", "famili", "those at home"], ["home"]]
    index = create_index(4, groups, stems={"parents": "parent", "family": "famili"}, concepts=concepts)
    assert ids(engine, index, "parents?") == [0, 1]
    assert ids(engine, index, "family?") == [1, 0]
    assert ids(engine, index, "those at home") == [0, 1]


def test_an_abbreviation_is_not_the_word_in_small_letters(engine: Engine) -> None:
    """AWARE is a grant. In a question in capitals only they say nothing."""
    groups = {"AWARE": word("AWARE", d1=9), "awar": word("aware", d0=12, d1=9), "grant": word("grant", d0=9, d1=9)}
    index = create_index(6, groups)
    assert ids(engine, index, "AWARE grant?") == [1, 0]
    assert ids(engine, index, "aware grant?") == [0, 1]
    assert ids(engine, index, "AWARE GRANT?") == [0, 1]


def test_a_code_of_capitals_is_no_stop_word(engine: Engine) -> None:
    """OR is Oregon where the library has it."""
    index = create_index(3, {"OR": word("OR", d1=9), "team": word("team", d0=20, d1=9)}, stop=["or"])
    assert ids(engine, index, "team OR?") == [1]
    assert ids(engine, index, "team or?") == [0, 1]


def test_a_dash_is_looked_for_whole_else_in_parts(engine: Engine) -> None:
    """As the library writes it."""
    groups = {"k12": word("k12", d0=9), "follow": word("follow", d1=9), "up": word("up", d1=9, d2=9)}
    index = create_index(4, groups)
    assert ids(engine, index, "K-12") == [0]
    assert ids(engine, index, "follow-up?")[0] == 1


def test_quoted_words_stand_in_a_row(engine: Engine) -> None:
    """Stop words in them count; positions are fetched for them only."""
    groups = {
        "team": Group(["team", "teams"], {0: (9, 0, [4]), 1: (9, 0, [1, 8])}),
        "of": Group(["of"], {0: (9, 0, [9]), 1: (9, 0, [9])}),
        "care": Group(["care"], {0: (9, 0, [5]), 1: (9, 0, [10])}),
    }
    index = create_index(3, groups, stop=["of"])
    assert ids(engine, index, "“teams of care”") == [1]
    assert ids(engine, index, '"team care"') == [0]
    assert ids(engine, index, '"team gone"') == []
    assert "positions-0.json" not in engine.ask(index, "team of care")[0]["fetched"]


def test_examples_come_after_real_records(engine: Engine) -> None:
    """Their score is multiplied by what the index says."""
    index = create_index(3, {"team": word("team", d0=12, d1=11)}, ranks=[[0.6, [0]]])
    assert ids(engine, index, "team") == [1, 0]


def test_values_widen_within_a_facet_and_narrow_across(engine: Engine) -> None:
    """Counts are exact: what each value would give, a facet's own choice left aside."""
    facets = {"type": {"role": [0, 1], "lesson": [2, 3]}, "level": {"state": [0, 2], "local": [1, 3]}}
    index = create_index(4, {"team": word("team", d0=9, d1=8, d2=7)}, facets=facets)
    chosen = {"type": ["role", "lesson"], "level": ["state"]}
    [found] = engine.ask(index, {"text": "team", "filters": chosen})
    assert (found["ids"], found["total"]) == ([0, 2], 3)
    assert found["counts"] == {"type": {"role": 1, "lesson": 1}, "level": {"state": 2, "local": 1}}
    assert ids(engine, index, "", filters={"type": ["lesson"]}) == [2, 3]
    assert ids(engine, index, "team", filters={"type": ["nothing"]}) == []


def test_a_slip_is_mended_only_in_words_that_the_library_has_not(engine: Engine) -> None:
    """The offer is the whole question with the nearest word; what is known stays."""
    groups = {"homeless": word("homeless", d0=9), "team": word("team", d0=9, d1=9)}
    index = create_index(3, groups, words=["hopeless", "telehealth", "team"])
    known, slip, far, number = engine.ask(index, "homeless", "Team, telehelht!", "zzzzz", "5041")
    assert (known["unknown"], known["mended"]) == ([], "")
    assert (slip["unknown"], slip["mended"], slip["near"]) == (["telehelht"], "Team, telehealth!", ["telehealth"])
    assert far["mended"] == number["mended"] == ""


def test_the_section_is_the_one_with_most_of_the_question(engine: Engine) -> None:
    """By how rare the words are; 0 is none."""
    groups = {
        "team": word("team", section=1, d0=9, d1=9),
        "charter": word("charter", section=2, d0=9),
        "write": word("write", d0=9),
    }
    [found, other] = engine.ask(create_index(4, groups), "team charter write", "write")
    assert (found["ids"][0], found["sections"][0]) == (0, 2)
    assert other["sections"] == [0]


def test_the_best_answer_is_clear(engine: Engine) -> None:
    """A page that is called so comes first; or one is far ahead with every word; never in another order."""
    groups = {
        "team": word("team", d0=9, d1=9, d2=2),
        "charter": word("charter", d3=9),
        "team=": word("team=", d2=1),
    }
    index = create_index(4, groups, stop=["what", "is"])
    clear, called, unclear, sorted_ = engine.ask(
        index, "charter", "what is team", "tea", {"text": "charter", "sort": "reviewed"}
    )
    assert [answer["isBest"] for answer in (clear, called, unclear, sorted_)] == [True, True, False, False]
    assert called["ids"][0] == 2


def test_fixed_answers_come_with_their_words(engine: Engine) -> None:
    """Whole words in a row, the way to help first; a code of a place in capitals only."""
    place = {"phrases": ["ME", "very rural"], "text": "No record yet.", "links": [["Contribute", "contribute/"]]}
    index = create_index(1, {}, answers=[place, {"phrases": ["end my life"], "help": True}])
    both, none, code, small = engine.ask(index, "very rural, end my life", "rural life", "teams in ME", "tell me")
    assert [list(answer) for answer in both["answers"]] == [["phrases", "help"], ["phrases", "text", "links"]]
    assert none["answers"] == small["answers"] == []
    assert code["answers"] == [place]


@pytest.mark.parametrize("letters", ["ﬀ", "\N{GOTHIC LETTER AHSA}", "é", "学", "~", "Z"])
def test_a_form_is_found_in_the_shard_of_its_spelling(engine: Engine, letters: str) -> None:
    """Shards are in the order of code points, which isn't that of a browser's texts."""
    forms = sorted(["a", letters, "\N{CJK COMPATIBILITY IDEOGRAPH-F900}"])
    groups = {form: word(form, **{f"d{number}": 9}) for number, form in enumerate(forms)}
    index = create_index(3, groups, starts=["", *forms])
    names = [f"terms-{number}.json" for number in (1, 2, 3)]
    script = "module.openIndex(async (name) => values[0][name]).then((index) => values[1].map((form) => index.placeOf(form)))"
    places = engine.run("engine/index", script, index, forms)
    assert [f"terms-{place}.json" for place in places] == names


def test_an_index_of_nothing_answers(engine: Engine) -> None:
    """A new hub has no record yet."""
    [found] = engine.ask(create_index(0, {}, starts=[]), "team")
    assert (found["ids"], found["unknown"]) == ([], ["team"])


@pytest.mark.parametrize(
    "text",
    [
        *QUESTIONS,
        "x" * 5000,
        "word " * 1000,
        "a-" * 2500,
        "'" * 5000,
        '"' * 5000,
        "“" * 2500 + "a" * 2500,
        "1," * 2500,
        "1,000" * 1000,
        "\N{HEBREW LETTER ALEF}\N{HEBREW LETTER BET} \N{ARABIC LETTER MEEM} \N{RIGHT-TO-LEFT OVERRIDE}abc",
        "(a+)+$ [.*] \\d{9999} ^|",
        "e\u0301" * 2500,
        "\ud83d",
        "__proto__ constructor toString hasOwnProperty",
    ],
    ids=lambda text: text[:20].encode("unicode_escape").decode(),
)
def test_a_hostile_question_is_answered(engine: Engine, text: str) -> None:
    """No error, and no work that grows faster than the question."""
    [found] = engine.ask(create_index(1, {"team": word("team", d0=9)}, words=["team"]), text)
    assert len(found["asked"]) <= 300
    assert found["ids"] == []


def test_what_is_asked_for_by_its_name_comes_first(engine: Engine) -> None:
    """However often others say the word, and not where more is asked."""
    groups = {
        "team": word("team", d0=20, d1=5),
        "aim": word("aim", d0=20, d1=5),
        "what": word("what", d0=1),
        "aim=": word("aim=", d1=1),
    }
    index = create_index(4, groups, stop=["what"])
    assert ids(engine, index, "what aim?") == [1, 0]
    assert ids(engine, index, "team aim?") == [0, 1]
    assert ids(engine, index, "what aim?", sort="reviewed") == [0, 1]
