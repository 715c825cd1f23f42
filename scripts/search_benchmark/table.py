"""Tables of recorded trainings, as `espalier benchmark record` writes them."""

import gzip
import json
import math
import random

HEAD = 13  # numbers of a line before those of its checks; see Sources/SearchBenchmark
POINT = 5


class Ending:
    """How a training ends: when, and its cost if it reached the target."""

    def __init__(self, reached, connections, validation, seconds):
        self.reached = reached
        self.connections = connections
        self.validation = validation  # its best score
        self.seconds = seconds


class Training:
    """A recorded training, which ends at a target or earlier."""

    def __init__(self, numbers, target, thins):
        self.cell, self.seed = numbers[0], numbers[1]
        points = [tuple(numbers[i:i + POINT]) for i in range(HEAD, len(numbers), POINT)]
        seconds, total = numbers[12] / 1e6, max(1, numbers[11])
        reached, connections = numbers[2] == 0, numbers[4]
        if not thins:
            level = round(target * 1e6)
            hit = next((i for i in range(1, len(points))
                        if points[i][3] >= level and points[i - 1][3] >= level), None)
            if hit is not None:
                points = points[:hit + 1]
                reached, connections = True, points[hit][2]
                seconds *= min(1.0, points[hit][4] / total)
                total = points[hit][4]
        best = max((p[3] for p in points), default=0) / 1e6
        self.ending = Ending(reached, connections, best, seconds)
        # The data a pruner sees: (seconds, connections, score) of each kept check.
        self.checks = [(self.ending.seconds * p[4] / max(1, total), p[2], p[3] / 1e6)
                       for p in points]


class Table:
    """The grid, and the trainings of each cell and seed, ended at one target."""

    def __init__(self, path, target=None):
        with open(path, "rb") as file:
            compressed = file.read(2) == b"\x1f\x8b"
        with (gzip.open if compressed else open)(path, "rt") as file:
            heading = json.loads(file.readline())
            self.dimensions = [Dimension(d, levels) for d, levels in
                               zip(heading["space"]["dimensions"], heading["levels"])]
            self.base = heading["space"]["base"]
            self.limit = heading["limits"]["connections"]
            self.recorded_target = heading["target"]["value"]
            self.target = target or self.recorded_target
            thins = self.base["thinning"] != "none"
            if thins and self.target != self.recorded_target:
                raise SystemExit(f"{path}: the target must be {self.recorded_target}")
            self.trainings = {}
            for line in file:
                training = Training([int(x) for x in line.split()], self.target, thins)
                self.trainings[training.cell, training.seed] = training
        self.seeds = sorted({seed for _, seed in self.trainings})
        self.miss = 2 * self.limit

    def __len__(self):
        return math.prod(len(d.levels) for d in self.dimensions)

    def start_anywhere(self, repeat):
        """Uses a cell that depends on the repeat as the base; mirrors TrainingTable+Study.swift."""
        rest, values = repeat * 7919 % len(self), {}
        for dimension in reversed(self.dimensions):
            rest, level = divmod(rest, len(dimension.levels))
            values[dimension.name] = dimension.levels[level]
        self.base = self.base | values

    def cell(self, values):
        """The cell nearest to the given values, in each dimension on its scale."""
        cell = 0
        for dimension in self.dimensions:
            cell = cell * len(dimension.levels) + dimension.nearest(values[dimension.name])
        return cell

    def cost(self, ending):
        """The logarithm of a training's cost; a missed target costs twice the limit."""
        return math.log(max(1, ending.connections) if ending.reached else self.miss)

    def mean_seconds(self):
        return sum(t.ending.seconds for t in self.trainings.values()) / len(self.trainings)

    def cell_costs(self, cell):
        return [self.cost(self.trainings[cell, seed].ending) for seed in self.seeds
                if (cell, seed) in self.trainings]


class Dimension:
    """One varied parameter; mirrors ParameterDomain and ScheduleGrid."""

    def __init__(self, document, levels):
        self.name = document["parameter"]
        ((self.kind, domain),) = document["domain"].items()
        self.levels = levels
        if self.kind == "category":
            self.choices = domain["choices"]
        else:
            self.lower, self.upper = domain["range"]
            self.is_log = domain["scale"] == "log"
            self.units = [self.unit(level) for level in levels]

    def unit(self, value):
        lower, upper = self.lower, self.upper
        if self.kind == "integer":
            lower, upper = lower - 0.5, upper + 0.5
        if self.is_log:
            lower, upper, value = math.log(lower), math.log(upper), math.log(value)
        return min(1.0, max(0.0, (value - lower) / (upper - lower)))

    def nearest(self, value):
        if self.kind == "category":
            return self.levels.index(value)
        unit = self.unit(value)
        return min(range(len(self.levels)), key=lambda i: abs(self.units[i] - unit))


class SeedAssignment:
    """Assigns recorded seeds to trials; mirrors SeedAssignment.swift.

    Seeds are taken in the order of the repeat; a cell that is trained again takes one that it has
    not used, until it has used all.
    """

    def __init__(self, seeds, repeat):
        self.order = list(seeds)
        random.Random(repeat).shuffle(self.order)
        self.ranks, self.given = {}, {}

    def recorded(self, seed, cell):
        given = self.given.setdefault(cell, {})
        if seed not in given:
            rank = self.ranks.setdefault(seed, len(self.ranks))
            taken = list(given.values())
            preferences = [self.order[(rank + i) % len(self.order)]
                           for i in range(len(self.order))]
            given[seed] = min(preferences, key=taken.count)
        return given[seed]
