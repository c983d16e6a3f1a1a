"""What ended a build, in the words that a preview shows."""

from pathlib import Path

import jinja2
import pytest
import yaml
from mkdocs.exceptions import Abort, BuildError, ConfigurationError, PluginError

from knowledge_hub.problems.problem import Problem
from knowledge_hub.publishing.preview_faults import Fault
from knowledge_hub.words.words import Words
from mkdocs_adapter.listed_problems import ListedProblems
from mkdocs_adapter.preview.faults import explain_end

_PROBLEM = Problem("content/lessons/one.yml", 3, 1, "unknown-field", "This is wrong.", "Mend it.")


def _end(error: BaseException, *said: str, root: Path = Path()) -> Fault:
    (fault,) = explain_end(error, list(said), root, Words())
    return fault


def _abort(cause: BaseException) -> BaseException:
    """Return what MkDocs ends a build with after an error."""
    try:
        try:
            raise cause
        except type(cause):
            raise Abort("Aborted with a BuildError!")  # noqa: B904 -- as MkDocs does
    except Abort as ended:
        return ended


def test_problems_keep_their_places() -> None:
    """Behind MkDocs' own error, too."""
    error = _abort(ListedProblems("No.", [_PROBLEM]))
    assert _end(error) == Fault("content/lessons/one.yml:3", "This is wrong.", "Mend it.")


def test_settings_that_cant_be_read_are_explained(tmp_path: Path) -> None:
    """As those of a record are."""
    text = "site_name: Hub\ndocs_dir: docs: x\n"
    (tmp_path / "mkdocs.yml").write_text(text, encoding="utf-8")
    with pytest.raises(yaml.YAMLError) as raised:
        yaml.safe_load(text)
    fault = _end(_abort_from(raised.value), root=tmp_path)
    assert (fault.place, "second colon" in fault.message) == ("mkdocs.yml:2", True)


def test_a_setting_that_mkdocs_refuses_has_its_line(tmp_path: Path) -> None:
    """MkDocs only logs it."""
    (tmp_path / "mkdocs.yml").write_text("site_name: Hub\ntheme: {name: none}\n", encoding="utf-8")
    fault = _end(Abort("Aborted with a configuration error!"), "Config value 'theme': Unknown.", root=tmp_path)
    assert fault == Fault("mkdocs.yml:2", "theme: Unknown.")


def test_a_template_has_file_and_line(tmp_path: Path) -> None:
    """Whether it can't be read or can't be filled."""
    path = tmp_path / "base.html"
    env = jinja2.Environment(loader=jinja2.FileSystemLoader(tmp_path), autoescape=True)
    for text in ("<p>\n{% blok %}", "<p>\n{{ a.b.c }}"):
        path.write_text(text, encoding="utf-8")
        with pytest.raises(jinja2.TemplateError) as raised:
            env.get_template("base.html").render()
        fault = _end(raised.value, root=tmp_path)
        assert fault.place == "base.html:2"
        assert fault.message.startswith("This template can’t be used: ")


@pytest.mark.parametrize("kind", [PluginError, BuildError])
def test_a_sentence_of_a_plugin_stays_one(kind: type[BuildError]) -> None:
    """In one line."""
    assert _end(_abort(kind("Rename\nthis page."))) == Fault("", "Rename this page.")


def test_a_fault_of_the_code_is_no_traceback() -> None:
    """The terminal has it; what MkDocs says of the page on the way there comes first."""
    error = KeyError("x")
    assert _end(error).message == "The code of the site or of a plugin stopped with an error: KeyError: 'x'"
    assert _end(error, "Encoding error reading file: about.md").message == "Encoding error reading file: about.md"


def _abort_from(cause: BaseException) -> BaseException:
    error = ConfigurationError("MkDocs encountered an error parsing the configuration file")
    error.__cause__ = cause
    return error
