"""Words that say nothing of what is asked, by language: dropped from a question in which others remain."""

from knowledge_hub.search.words import split

_WORDS = {
    "en": """
        a about after all also am an and any are as at be because been before being between both but by can could did
        do does doing don't each else ever few for from get got had has have having he her here hers him his how i if
        in into is isn't it its just let like make many may me might more most much must my need no not of off on once
        one only or other our out over own please really same shall she should so some such than that the their them
        then there these they thing things this those through to too under until up us very want was we were what
        what's when where which while who whom whose why will with would you your
        anybody anyone anything somebody someone something find give help know look looking show tell use way ways
        everybody everyone everything nobody none nothing anywhere everywhere nowhere somewhere already always never now
        still yet lot mean means stand stands happen happened happens
    """,
    "es": """
        a al algo algunos ante antes aquí así como cómo con contra cuál cuáles cuando cuándo cuánto de del desde donde
        dónde el él ella ellas ellos en entre era es esa ese eso esta está este esto estos fue ha hace hacer hacia han
        hasta hay la las le les lo los más me mi mis muy nada ni no nos nosotros o os para pero por porque puede puedo
        que qué quien quién se ser si sí sin sobre son su sus también te tiene todo todos tu tus un una uno unos y ya yo
        ir necesita necesito quiere quieren quiero va voy
    """,
}


def find_other_stop_words(language: str) -> tuple[str, ...]:
    """Return the folded stop words of the other languages: what is asked in one of them has words to drop, too.

    Some are words of the hub's own language with another meaning, so they are dropped only where it doesn't have them.
    """
    own = set(find_stop_words(language))
    return tuple(sorted({word for listed in _WORDS.values() for word in split(listed)} - own))


def find_stop_words(language: str) -> tuple[str, ...]:
    """Return the folded stop words of a language (a tag of BCP 47) and of English, in alphabetical order.

    A language without a list of its own has only the English ones.
    """
    listed = f"{_WORDS['en']} {_WORDS.get(language.partition('-')[0].lower(), '')}"
    return tuple(sorted(set(split(listed))))
