"""Errors that a user can understand and mend."""


class Failure(Exception):
    """What is wrong, what there is instead, and what to do; it is shown without a traceback."""
