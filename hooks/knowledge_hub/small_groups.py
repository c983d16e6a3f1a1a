"""The one privacy threshold: a smaller group stays out of everything that is published.

In a smaller group single students can be recognized. Checks, drawings, files and the words about them take the
number from here; what says it in a template is held to it by a test.
"""

SMALLEST_GROUP = 10

_NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
)
SMALLEST_GROUP_WORD = _NUMBER_WORDS[SMALLEST_GROUP - 1]
# What a count of a smaller group looks like in a text, in digits and in words.
SMALL_COUNTS = (*map(str, range(1, SMALLEST_GROUP)), *_NUMBER_WORDS[: SMALLEST_GROUP - 1])
