"""What can keep a question from being answered."""


class RefusedError(Exception):
    """An address that must not be asked; the message says why."""


class UnknownNameError(Exception):
    """No server has this name, and whoever knows all names has said so."""


class NoAnswerError(Exception):
    """A server that could not be found or heard for now; the message says what happened."""
