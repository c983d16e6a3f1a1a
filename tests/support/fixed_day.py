"""The day on which the tests build: which reviews are overdue and which sessions are past depends on it."""

import datetime

TODAY = datetime.date(2026, 6, 1)
# The same day as a build is told it.
EPOCH = str(int(datetime.datetime.combine(TODAY, datetime.time(), datetime.UTC).timestamp()))
