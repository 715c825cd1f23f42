"""The folder of tables: the parts of each set, its target, and what rivals needed for it."""

import csv
import hashlib
import pathlib

from failure import Failure

PARTS = ["train", "validation", "test"]
ENOUGH_HITS = 0.8  # a rival that reaches the target less often is no rival


class Rival:
    """What a rival needed for a set, as rivals.csv records it."""

    def __init__(self, row):
        self.name = row["method"]
        self.connections = float(row["connections"])
        self.low, self.high = number(row["low90"]), number(row["high90"])
        self.hits, self.seeds = int(row["hits"]), int(row["seeds"])
        self.validation, self.test = number(row["validation"]), number(row["test"])
        self.search_seconds = number(row["search_cpu_seconds"])

    @property
    def counts(self):
        """Whether it reached the target often enough to be compared with."""
        return self.hits >= ENOUGH_HITS * self.seeds


class TableSet:
    """One set: three files of rows, a target, and the rivals."""

    def __init__(self, folder, name, rows):
        self.name, self.target = name, rows[0]["target"]
        self.paths = {part: folder / name / f"{part}.csv.gz" for part in PARTS}
        for path in self.paths.values():
            if not path.is_file():
                raise Failure(f"{path} does not exist: each set has train.csv.gz, "
                              "validation.csv.gz and test.csv.gz")
        whole = hashlib.sha256()
        for path in self.paths.values():
            whole.update(hashlib.sha256(path.read_bytes()).digest())
        self.digest = whole.hexdigest()[:16]
        self.rivals = [Rival(row) for row in rows if is_rival(row)]

    @property
    def best_rival(self):
        """The rival with the fewest connections that reached the target often enough, or None."""
        return min((rival for rival in self.rivals if rival.counts),
                   key=lambda rival: rival.connections, default=None)

    def rows(self, named=None):
        """The part of a config that says which rows; `named` stands for the files if it is given,
        so that a config can be compared with one for the same rows elsewhere."""
        files = "".join(f"  {part}: {named or path}\n" for part, path in self.paths.items())
        return f"study: {self.name}\ndata:\n{files}  target: label\n  task: classification\n" \
               f"objective: {{accuracy: {self.target}}}\n"


def number(text):
    return float(text) if text else None


def is_rival(row):
    """Earlier results of Espalier, and dense networks that show an accuracy only, are none."""
    return bool(row["connections"] and row["hits"]) and not row["method"].startswith("espalier")


def read(folder, wanted):
    """The sets of a folder, all or those that are wanted."""
    folder = pathlib.Path(folder).resolve()
    if not folder.is_dir():
        raise Failure(f"--data {folder} is no folder; it should hold rivals.csv and, for each set, "
                      "SET/train.csv.gz, SET/validation.csv.gz and SET/test.csv.gz")
    recorded = folder / "rivals.csv"
    if not recorded.is_file():
        raise Failure(f"{recorded} does not exist; its columns set, target, method, connections, … "
                      "name the sets, their targets and the rivals' results")
    by_set = {}
    with open(recorded, newline="", encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            by_set.setdefault(row["set"], []).append(row)
    for name in wanted or []:
        if name not in by_set:
            there = ", ".join(by_set)
            raise Failure(f"--sets: {name} is not in {recorded}; there are {there}")
    return [TableSet(folder, name, by_set[name]) for name in wanted or by_set]
