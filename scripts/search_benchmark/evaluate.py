"""Judges the schedules that searches returned, with seeds that no search has seen."""

import math
import random
import statistics

RIVAL = "optuna-tpe"
DRAWS = 2000


class Judge:
    """True costs of cells: means over fresh trainings, or over the table's if there are none."""

    def __init__(self, table, fresh):
        self.table, self.fresh, self.known, self.guessed = table, fresh, {}, set()

    def trainings(self, cell):
        fresh = [self.fresh.trainings[cell, s].ending for s in (self.fresh.seeds if self.fresh
                 else []) if (cell, s) in self.fresh.trainings]
        if fresh:
            return fresh
        self.guessed.add(cell)
        return [self.table.trainings[cell, s].ending for s in self.table.seeds]

    def cost(self, cell):
        """The mean logarithm of the connections; no cell costs as much as a miss."""
        if cell is None:
            return math.log(self.table.miss)
        if cell not in self.known:
            self.known[cell] = statistics.fmean(map(self.table.cost, self.trainings(cell)))
        return self.known[cell]

    def hit_rate(self, cell):
        if cell is None:
            return 0.0
        return statistics.fmean(ending.reached for ending in self.trainings(cell))


def bootstrap(statistic, *samples):
    """A 95 % bootstrap interval of a statistic; each sample is resampled independently."""
    dice = random.Random(1)
    found = sorted(
        statistic(*(dice.choices(sample, k=len(sample)) for sample in samples))
        for _ in range(DRAWS))
    return found[int(0.025 * DRAWS)], found[int(0.975 * DRAWS)]


def curve(runs):
    """The mean cost of the incumbent at each note, from lists of costs."""
    return [statistics.fmean(costs) for costs in zip(*runs)]


def speed_up(ours, theirs):
    """How many times less compute is needed to reach a rival's final mean and stay there.

    Both arguments are lists of runs; a run is a list of costs at equal steps of the budget. Less
    than one step counts as one. The result is 0 if the mean is never reached.
    """
    goal = statistics.fmean(run[-1] for run in theirs)
    means = curve(ours)
    place = len(means)
    while place > 0 and means[place - 1] <= goal:
        place -= 1
    return len(means) / (place + 1) if place < len(means) else 0.0


def number(value):
    return f"{value:.1f}" if value > 0 else "never"


def rows(results, judge, target, workers):
    """The rows of the table for one target and number of workers, the best method first."""
    by_method = {}
    for result in results:
        if result["target"] == target and result["workers"] == workers:
            by_method.setdefault(result["method"], []).append(result)
    final = {m: [judge.cost(r["returned"]) for r in rs] for m, rs in by_method.items()}
    noted = {m: [[judge.cost(cell) for _, cell in r["anytime"]] for r in rs]
             for m, rs in by_method.items()}
    for method in sorted(by_method, key=lambda m: statistics.fmean(final[m])):
        runs, costs = by_method[method], final[method]
        low, high = bootstrap(statistics.fmean, costs)
        cells = [
            f"{math.exp(statistics.fmean(costs)):.0f} ({math.exp(low):.0f}–{math.exp(high):.0f})",
            f"{100 * statistics.fmean(judge.hit_rate(r['returned']) for r in runs):.0f} %"]
        if RIVAL in final and method != RIVAL:
            difference = lambda a, b: statistics.fmean(a) - statistics.fmean(b)
            low, high = bootstrap(difference, costs, final[RIVAL])
            middle = difference(costs, final[RIVAL])
            cells.append("{:+.0f} % ({:+.0f}…{:+.0f})".format(
                *(100 * math.expm1(x) for x in (middle, low, high))))
            low, high = bootstrap(speed_up, noted[method], noted[RIVAL])
            middle = speed_up(noted[method], noted[RIVAL])
            cells.append(f"{number(middle)} ({number(low)}–{number(high)})")
        else:
            cells += ["", ""]
        cells += [f"{statistics.fmean(r['trials'] for r in runs):.0f}", str(len(runs))]
        yield method, cells


HEADING = """| method | connections (95 %) | hit rate | against optuna-tpe (95 %) | times less \
compute (95 %) | trainings | searches |
|---|---|---|---|---|---|---|"""


def text(results, judge, target):
    """The tables of one target, for each number of workers."""
    lines, base = [], judge.table.cell(judge.table.base)
    for workers in sorted({r["workers"] for r in results if r["target"] == target}):
        budgets = {r["budget_seconds"] for r in results
                   if r["target"] == target and r["workers"] == workers}
        seconds = ", ".join(f"{b:.1f} s" for b in sorted(budgets))
        lines += ["", f"Target {target}, {workers} workers, {seconds} of compute; the base "
                  f"of the space takes {math.exp(judge.cost(base)):.0f} connections and hits "
                  f"{100 * judge.hit_rate(base):.0f} %:", "", HEADING]
        lines += [f"| {method} | " + " | ".join(cells) + " |"
                  for method, cells in rows(results, judge, target, workers)]
    if judge.guessed:
        lines += ["", f"{len(judge.guessed)} schedules are judged by the table's own seeds, which "
                  "favours the search that chose them with these seeds."]
    return "\n".join(lines)
