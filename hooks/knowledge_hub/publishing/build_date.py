"""The day of a build: the only clock in the project, read for nothing but which reviews are overdue and which
sessions are past.
"""

import datetime
import os


def find_today() -> datetime.date:
    """Return the day of SOURCE_DATE_EPOCH where it is set (so that a build can be repeated), else today; in UTC."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.datetime.fromtimestamp(int(epoch), datetime.UTC) if epoch else datetime.datetime.now(datetime.UTC)
    return moment.date()
