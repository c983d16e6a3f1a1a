"""What start.py asks on a terminal, one question after another; the empty answer keeps what is."""

from collections.abc import Callable, Iterable, Mapping

from starting.keeping import KEEP

Ask = Callable[[str], str]
_QUESTIONS = {
    "name": "What is your hub called?",
    "description": "What is it, in one or two sentences?",
    "host": "Who runs it, and how can they be reached (one line in the footer)?",
    "address": "At which address will it be published? (GitHub Pages fills this in by itself)",
    "email": "To which e-mail address may contributions be sent?",
    "repository": "Where are its files kept, such as https://github.com/owner/hub?",
    "language": "In which language is it written, as a tag such as en or en-US?",
    "color": "Which color should it have, such as teal or indigo?",
    "logo": "Which picture is its logo? (a file)",
}
_HELP = {
    "help_text": "What does the help line say first?",
    "help_phone": "Which number can be called?",
    "help_text_message": "Which number takes text messages?",
    "help_emergency": "Which number is for emergencies?",
}


def ask_all(ask: Ask, current: Mapping[str, str], communities: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the answers that were given; `help` is “keep”, “none” or “own”, `community` the ids with spaces."""
    answers = dict(_ask_each(ask, _QUESTIONS, current))
    answers["help"] = _choose(ask, "The help line for a crisis", {"keep": "as it is", "own": "another", "none": "none"})
    if answers["help"] == "own":
        answers |= dict(_ask_each(ask, _HELP, {}))
    answers["keep"] = _choose(ask, "What of the library that came with the hub should stay", KEEP)
    if answers["keep"] == "communities":
        known = "\n".join(f"  {name}: {title}" for name, title in communities)
        answers["community"] = ask(f"Which communities, with spaces between?\n{known}\n> ").strip()
    return answers


def _ask_each(ask: Ask, questions: Mapping[str, str], current: Mapping[str, str]) -> Iterable[tuple[str, str]]:
    for name, question in questions.items():
        now = f" [{current[name]}]" if current.get(name) else ""
        if answer := ask(f"{question}{now}\n> ").strip():
            yield name, answer


def _choose(ask: Ask, question: str, choices: Mapping[str, str]) -> str:
    """Return one of the choices; the first one for an empty answer."""
    told = "\n".join(f"  {name}: {words}" for name, words in choices.items())
    while (answer := ask(f"{question}?\n{told}\n> ").strip() or next(iter(choices))) not in choices:
        told = f"  Write one of: {', '.join(choices)}"
    return answer
