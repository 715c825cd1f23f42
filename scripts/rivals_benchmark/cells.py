"""Finished cells: one line of JSON for each search and each training, in one file."""

import fcntl
import json
import threading

from failure import Failure

# A cell is known by these; anything else that a line holds was measured.
KEYS = {
    "search": ["binary", "rows", "target", "seconds", "method", "config", "repeat"],
    "training": ["binary", "rows", "target", "schedule", "seed"],
}


class Cells:
    """The cells of a folder; only one run at a time writes them."""

    def __init__(self, folder):
        self.path = folder / "cells.jsonl"
        self.guard, self.known = threading.Lock(), {}
        self.file = open(self.path, "a+", encoding="utf-8")
        try:
            fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Failure(
                f"another run uses {folder}; wait for it, or name another --out") from None
        self.file.seek(0)
        last = "\n"
        for last in self.file:
            try:
                self.remember(json.loads(last))
            except (ValueError, KeyError):
                continue  # the last line of a run that was killed while it wrote
        if not last.endswith("\n"):
            self.file.write("\n")

    @staticmethod
    def key(cell):
        return (cell["kind"], *(cell[name] for name in KEYS[cell["kind"]]))

    def remember(self, cell):
        self.known[self.key(cell)] = cell

    def found(self, question):
        """The finished cell with the same key, or None."""
        with self.guard:
            return self.known.get(self.key(question))

    def add(self, cell):
        with self.guard:
            self.remember(cell)
            self.file.write(json.dumps(cell, ensure_ascii=False) + "\n")
            self.file.flush()
