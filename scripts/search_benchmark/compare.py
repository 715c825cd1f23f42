#!/usr/bin/env python3
"""Compares searches at equal compute over tables of recorded trainings.

1. `espalier benchmark record` trains every schedule of a grid (configs/benchmarks) once with each
   of eight seeds. LEVELS below are the levels of the grid.
2. Every method searches the same table at least twenty times in simulated time: a training takes
   the recorded processor time, and ends at the target. A schedule is replaced by the nearest one of
   the grid. All methods begin with the same schedule, draw seeds in the same way, and stop when the
   same worker seconds are spent; unfinished trainings are lost. Ours is the real coordinator.
3. The returned schedules are trained with fifty seeds that no search has seen. The geometric mean
   of their connections is the method's result; a training that misses the target counts as twice
   the limit of connections. The incumbents during the search are judged in the same way, with
   --incumbent-seeds fresh seeds.

`times less compute`: the budget divided by the compute after which the mean incumbent stays at
least as good as the final result of optuna-tpe. It is at most 40, for example if the base is
already better (--random-base avoids that). Intervals are 95 % intervals from a bootstrap over
repeats.
A method named espalier-… is ours without a part, or with another sampler.
"""

import argparse
import json
import pathlib
import subprocess
import sys

import evaluate
from table import Table

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
HERE = pathlib.Path(__file__).resolve().parent
ESPALIER = ROOT / ".build" / "release" / "espalier"
FIRST_FRESH = 101

LEVELS = {
    "digits-growth": [
        "initial_density=2", "increment_size=4", "patience=3", "node_insertion_rate=4",
        "node_fan_in=3", "learning_rate=4"],
    "digits-thinning": [
        "increment_size=3", "node_insertion_rate=3", "learning_rate=3", "overshoot=3",
        "thinning_rate=2", "thinning_steps=2", "thinning_weight_decay=2"],
    "parity": [  # and every word of its four categories
        "increment_size=3", "node_insertion_rate=2", "learning_rate=3", "overshoot=2"],
}
QUICK = {
    "digits-growth": [
        "initial_density=2", "increment_size=3", "patience=2", "node_insertion_rate=3",
        "node_fan_in=2", "learning_rate=3"],
    "digits-thinning": [
        "increment_size=3", "node_insertion_rate=2", "learning_rate=3", "overshoot=3",
        "thinning_rate=2", "thinning_steps=2", "thinning_weight_decay=1"],
    "parity": [
        "increment_size=2", "node_insertion_rate=2", "learning_rate=3", "overshoot=1"],
}
TARGETS = {"digits-growth": [0.93, 0.95, 0.965], "digits-thinning": [0.95], "parity": [1.0]}

OURS = {
    "espalier": [],
    "espalier-no-racing": ["--no-racing"],
    "espalier-no-capping": ["--no-capping"],
    "espalier-random": ["--strategy", "random"],
}
MANAGED = {"espalier-optuna-tpe": "tpe"}
RIVALS = ["random", "optuna-tpe", "optuna-tpe-median", "optuna-nsga2", "smac3"]
# Minutes per search, so they are only run if --methods names them.
SLOW = {"optuna-tpe-median", "optuna-tpe-hyperband", "smac3"}


def run(command, output=None):
    done = subprocess.run([str(word) for word in command], stdout=output)
    if done.returncode != 0:
        sys.exit(f"benchmark-search: failed with {done.returncode}: {' '.join(map(str, command))}")


class Task:
    """One table, and the files of its results."""

    def __init__(self, name, options):
        self.name, self.options = name, options
        self.folder = pathlib.Path(options.folder) / ("quick-" * options.quick + name)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.path = self.folder / "table.trainings"

    def record(self, path, seeds, cells=()):
        levels = ["--levels", *(QUICK if self.options.quick else LEVELS)[self.name]]
        command = [ESPALIER, "benchmark", "record", ROOT / f"configs/benchmarks/{self.name}.yaml",
                   *levels, "--seeds", seeds, "--jobs", self.options.jobs, "--out", path]
        run([*command, *(["--cells", *cells] if cells else [])], output=sys.stderr)

    def search(self, method, target, workers):
        """The results of one method, read from its file if it exists."""
        start = "-random-base" * self.options.random_base
        name = f"{method}-{target}-{workers}-{self.budget(workers):g}{start}"
        path = self.folder / f"{name}.jsonl"
        if not path.exists() or len(path.read_text().splitlines()) < self.options.repeats:
            draft = path.with_suffix(".draft")
            with open(draft, "w") as output:
                run(self.command(method, target, workers), output)
            draft.rename(path)
        lines = path.read_text().splitlines()[:self.options.repeats]
        return [json.loads(line) for line in lines]

    def budget(self, workers):
        """The budget in trainings of average length; above eight workers it grows with them."""
        return self.options.budget_trainings * max(1, workers / 8)

    def command(self, method, target, workers):
        ends = ["--table", self.path, "--target", target, "--workers", workers,
                "--repeats", self.options.repeats,
                "--budget-trainings", self.budget(workers),
                *["--random-base"] * self.options.random_base]
        if method in OURS:
            return [ESPALIER, "benchmark", "search", *ends, *OURS[method], "--method", method,
                    "--json"]
        if method in MANAGED:
            return [sys.executable, HERE / "conversation.py", "--sampler", MANAGED[method],
                    "--method", method, ESPALIER, "benchmark", "search", "--conversed", *ends]
        return [sys.executable, HERE / "rivals.py", "--method", method, *ends]

    def judge(self, results, target):
        """Trains the returned schedules and the incumbents with fresh seeds."""
        table = Table(self.path, target)
        returned = {r["returned"] for r in results} - {None} | {table.cell(table.base)}
        noted = {cell for r in results for _, cell in r["anytime"]} - {None}
        path = self.folder / "fresh.trainings"
        for cells, count in ((noted, self.options.incumbent_seeds),
                             (returned, self.options.fresh_seeds)):
            if cells and count:
                self.record(path, f"{FIRST_FRESH}..{FIRST_FRESH + count - 1}", sorted(cells))
        fresh = Table(path, target) if path.exists() else None
        return evaluate.Judge(table, fresh)


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="a small version, in minutes")
    parser.add_argument("--tasks", default=None, help=",".join(LEVELS))
    parser.add_argument("--targets", help="such as 0.93,0.95; the table's by default")
    parser.add_argument("--workers", default=None, help="1,8,64")
    parser.add_argument("--methods", help=",".join([*OURS, *MANAGED, *RIVALS]))
    parser.add_argument("--repeats", type=int)
    parser.add_argument("--budget-trainings", type=float, default=60,
                        help="the budget of up to 8 workers, in trainings of average length "
                             "(60); 64 workers have eight times as much to be able to learn")
    parser.add_argument("--random-base", action="store_true",
                        help="begin each search at another schedule of the grid, because a good "
                             "base favours a search that stays near it")
    parser.add_argument("--table-seeds", type=int, help="seeds of the table (8; quick: 3)")
    parser.add_argument("--fresh-seeds", type=int, help="seeds for the returned schedules (50)")
    parser.add_argument("--incumbent-seeds", type=int, default=10)
    parser.add_argument("--folder", default=ROOT / ".benchmark" / "search")
    parser.add_argument("--jobs", type=int, default=1, help="trainings at a time")
    options = parser.parse_args()
    options.repeats = options.repeats or (5 if options.quick else 20)
    options.fresh_seeds = (10 if options.quick else 50) if options.fresh_seeds is None \
        else options.fresh_seeds
    seeds = options.table_seeds or (3 if options.quick else 8)
    workers = options.workers or ("8" if options.quick else "1,8,64")
    methods = options.methods.split(",") if options.methods else [
        m for m in [*OURS, *MANAGED, *RIVALS] if m not in SLOW]
    for name in (options.tasks or ("digits-growth" if options.quick else ",".join(LEVELS))
                 ).split(","):
        task = Task(name, options)
        task.record(task.path, f"1..{seeds}")
        targets = [float(t) for t in options.targets.split(",")] if options.targets else (
            [0.95] if options.quick else TARGETS[name])
        for target in targets:
            results = [result for count in workers.split(",") for method in methods
                       for result in task.search(method, target, int(count))]
            print(f"\n## {name}", evaluate.text(results, task.judge(results, target), target),
                  sep="\n", flush=True)


if __name__ == "__main__":
    main()
