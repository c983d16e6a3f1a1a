"""Whatever is edited, a hub that is built with what was kept is the same, byte for byte, as one built from nothing."""

import datetime
import os
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from knowledge_hub.settings.settings import Settings
from support.edited_hub import BROKEN, PICTURE, EditedHub

pytestmark = pytest.mark.slow

# By hand: HUB_SEQUENCES=300 python3 scripts/test.py tests/keeping/test_what_is_kept_is_right.py
SEQUENCES = int(os.environ.get("HUB_SEQUENCES", "20"))
STEPS = 8

_FOLDERS = st.sampled_from(["lessons", "roles", "case-studies"])
_IDS = st.sampled_from(["one", "two", "three"])
_WORDS = st.sampled_from(["MTSS helps.", "Ask [one](lesson:one).", "See [a report](source:report).", "Tell 12 of 40."])
_TITLES = st.sampled_from(["Ask early", "Listen first", "Meet twice"])
_DAYS = st.sampled_from([datetime.date(2026, 6, 1), datetime.date(2027, 2, 1)])


class Edits(RuleBasedStateMachine):
    """One hub, edited in any order, and built both ways after each edit."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self.hub = EditedHub(Path(self._folder.name))
        for folder in ("lessons", "roles", "case-studies"):
            self.hub.write_record(folder, "one", lessons=["two"] if folder != "lessons" else [])
            self.hub.write_record(folder, "two", title=f"Two of {folder}")
        self.hub.write_record("lessons", "old", status="archived", replaced_by="one")
        # So much is connected that its page has a drawing, which shows what is connected to what, too.
        self.hub.write_record(
            "case-studies", "three", lessons=["one", "two"], roles=["one", "two"], toolkits=["small-test"]
        )
        self.hub.make_again()

    def teardown(self) -> None:
        """Leave nothing behind."""
        self._folder.cleanup()

    @invariant()
    def _compare(self) -> None:
        again, anew = self.hub.make_again(), self.hub.make_anew()
        assert {name for name in again.keys() | anew.keys() if again.get(name) != anew.get(name)} == set()

    @rule(folder=_FOLDERS, name=_IDS, title=_TITLES, words=_WORDS, status=st.sampled_from(["published", "draft"]))
    def _write_record(self, folder: str, name: str, title: str, words: str, status: str) -> None:
        body = {"lessons": "why", "roles": "summary", "case-studies": "approach"}[folder]
        self.hub.write_record(folder, name, **{"title": f"{title} {name}", "status": status, body: words})

    @rule(folder=_FOLDERS, name=_IDS, lessons=st.lists(_IDS, unique=True, max_size=2))
    def _connect(self, folder: str, name: str, lessons: list[str]) -> None:
        self.hub.change(f"{folder}/{name}.yml", lambda record: record.update(lessons=lessons))

    @rule(folder=_FOLDERS, name=_IDS)
    def _delete_record(self, folder: str, name: str) -> None:
        self.hub.delete(f"{folder}/{name}.yml")
        self.hub.delete(f"{folder}/{name}")

    @rule(folder=_FOLDERS, name=_IDS, other=_IDS)
    def _rename_record(self, folder: str, name: str, other: str) -> None:
        old, new = (self.hub.content / folder / f"{one}.yml" for one in (name, other))
        if old.is_file() and not new.exists():
            old.rename(new)
            self.hub.change(f"{folder}/{other}.yml", lambda record: record.update(redirect_from=[f"{folder}/{name}/"]))

    @rule(name=_IDS, other=_IDS)
    def _archive(self, name: str, other: str) -> None:
        self.hub.change(f"lessons/{name}.yml", lambda record: record.update(status="archived", replaced_by=other))

    @rule(is_broken=st.booleans())
    def _break_or_mend_file(self, is_broken: bool) -> None:
        if is_broken:
            self.hub.write("lessons/three.yml", BROKEN)
        elif (self.hub.content / "lessons/three.yml").is_file():
            self.hub.write_record("lessons", "three")

    @rule(name=_IDS, is_whole=st.booleans())
    def _put_picture_beside(self, name: str, is_whole: bool) -> None:
        if (self.hub.content / f"case-studies/{name}.yml").is_file():
            (self.hub.content / f"case-studies/{name}").mkdir(exist_ok=True)
            (self.hub.content / f"case-studies/{name}/map.png").write_bytes(PICTURE if is_whole else PICTURE[:20])

    @rule(name=_IDS, title=_TITLES)
    def _show_picture(self, name: str, title: str) -> None:
        self._put_picture_beside(name, is_whole=True)
        facts = {"pictures": [{"file": "map.png", "shows_people": "no", "credit": title}], "card_picture": "map.png"}
        text = f"They met.\n\n![{title}](map.png)"
        self.hub.change(f"case-studies/{name}.yml", lambda record: record.update(approach=text, **facts))

    @rule(title=_TITLES, opts_out=st.booleans())
    def _change_contributor(self, title: str, opts_out: bool) -> None:
        self.hub.change("contributors/editors.yml", lambda person: person.update(name=title, opt_out=opts_out))

    @rule(title=_TITLES, words=_WORDS)
    def _change_source(self, title: str, words: str) -> None:
        fact = {"statement": words, "locator": "abstract", "read_on": "2026-01-15"}
        self.hub.change("sources/report.yml", lambda source: source.update(title=title, facts=[fact]))

    @rule(title=_TITLES)
    def _change_vocabulary(self, title: str) -> None:
        self.hub.change("vocabularies/domains.yml", lambda found: found["terms"][0].update(label=title))

    @rule(words=_WORDS)
    def _change_glossary(self, words: str) -> None:
        self.hub.change("glossary.yml", lambda found: found["terms"][0].update(definition=words))

    @rule(title=_TITLES)
    def _change_words(self, title: str) -> None:
        self.hub.write("words.yml", f"menu: {{lessons: {title}}}\n")

    @rule(is_there=st.booleans())
    def _add_own_field(self, is_there: bool) -> None:
        field = "{id: cost, label: Cost, kind: text, types: [lesson], shown: facts, help: What it cost.}"
        if is_there:
            self.hub.write("fields.yml", f"fields: [{field}]\n")
        else:
            self.hub.delete("fields.yml")

    @rule(name=_IDS, title=_TITLES)
    def _fill_own_field(self, name: str, title: str) -> None:
        self.hub.change(f"lessons/{name}.yml", lambda record: record.update(cost=title))

    @rule(words=_WORDS)
    def _change_guide(self, words: str) -> None:
        path = self.hub.docs / "guides" / "first-steps.md"
        front, end, _ = path.read_text(encoding="utf-8").rpartition("\n---\n")
        path.write_text(f"{front}{end}\n# First steps\n\n{words}\n", encoding="utf-8")

    @rule(title=_TITLES)
    def _change_settings(self, title: str) -> None:
        self.hub.settings = Settings(site_name=title)

    @rule(day=_DAYS, with_drafts=st.booleans())
    def _change_day(self, day: datetime.date, with_drafts: bool) -> None:
        self.hub.today, self.hub.with_drafts = day, with_drafts

    @rule()
    def _lose_what_was_kept(self) -> None:
        for path in sorted(self.hub.kept.rglob("*.kept"))[::2]:
            path.write_bytes(path.read_bytes()[:-1])
        for path in sorted(self.hub.kept.rglob("*.pack"))[:1]:
            path.unlink()


def test_a_site_is_the_same_whatever_was_edited_before() -> None:
    """Records, pages, data, feeds, citations, the index of search, and what is said of them."""
    run_state_machine_as_test(
        Edits,
        settings=settings(
            max_examples=SEQUENCES,
            stateful_step_count=STEPS,
            deadline=None,
            phases=[Phase.generate],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        ),
    )


_FACT = {"locator": "abstract", "read_on": "2026-01-15"}
_RESULT = {"kind": "peer-network", "statement": "12 of 40 came.", "sources": ["report"]}


@pytest.mark.parametrize(
    ("path", "change"),
    [
        # The card of a study draws who was at the table, by the discipline of their role.
        ("roles/one.yml", {"discipline": "education"}),
        ("roles/one.yml", {"title": "Another name"}),
        ("sources/report.yml", {"facts": [{**_FACT, "statement": "40 came."}, {**_FACT, "statement": "12 left."}]}),
        ("case-studies/table.yml", {"results": [{**_RESULT, "statement": "30 came."}]}),
        ("lessons/two.yml", {"statement": "Another rule."}),
    ],
)
def test_pages_show_of_other_records_what_is_true(tmp_path: Path, path: str, change: dict[str, object]) -> None:
    """Lists, change packages and the list of sources show parts of records that others name."""
    hub = EditedHub(tmp_path)
    hub.write_record("roles", "one")
    hub.write_record("lessons", "two")
    facts = [{**_FACT, "statement": "12 of 40 came."}, {**_FACT, "statement": "30 came."}]
    hub.change("sources/report.yml", lambda source: source.update(facts=facts))
    table = {
        "place": {"state": "national"},
        "participants": [{"role": "one", "contribution": "Asked."}],
        "results": [_RESULT],
    }
    sources = [{"source": "report", "supports": "12 came."}]
    hub.write_record("case-studies", "table", **table, sources=sources)
    hub.make_again()
    hub.change(path, lambda record: record.update(change))
    again, anew = hub.make_again(), hub.make_anew()
    assert {"page change-packages/teaming/", "page sources/"} <= anew.keys()
    assert {name for name in anew if again.get(name) != anew[name]} == set()
