"""Compares the default schedule, searches and methods with recorded rivals at equal compute.

FOLDER holds, for each set, SET/train.csv.gz, SET/validation.csv.gz and SET/test.csv.gz (columns
x0, x1, …, label), and rivals.csv: set, target, method, connections, low90, high90, hits, seeds,
validation, test, search_cpu_seconds. Parts are fixed, so that all methods see the same rows.

default    `espalier grow` with an empty schedule, with seeds 5001, 5002, …
searched   `espalier search` with one worker and --seconds of processor time on one core, its
           certification included; then the schedule that it returned, trained with the same seeds,
           which no search has seen. If the program wants a `space:`, it is that of
           configs/digits.yaml.
NAME       the same with `espalier search --method NAME`; configs/methods/NAME.yaml says what it
           is. Skipped, and said so, if the program has no --method.
rivals     as rivals.csv records them, on its author's word: what counts as a connection and when a
           rival may stop is said in FOLDER's README. Rows that begin with espalier are left out.

How to read the tables:
  connections  geometric mean over the trainings that reached the target, and its 90 % interval
               (Student's t on logarithms). With --repeats, other seeds for each repeat, and the
               interval is that of the searches' means.
  hits         trainings that reached the target. A mean over its own successes flatters a method
               that misses, so rows with fewer than 8 of 10 hits are marked †.
  ÷ best rival divided by the fewest connections of a rival with at least 8 of 10 hits; below 1 is
               better than every rival.
  test         rows that decided nothing, here neither.
  search s     processor seconds of the whole search, its workers and its verification included.
  longest      multiply–adds of the longest training; beside it, divided by the median's.
Certificates: how often the 90 % interval that a search gives holds the mean of the fresh seeds.
That mean varies too, so an honest interval holds it less often than in 90 %; the table says how
often (77 % if both are of ten trainings). Nine searches say little: take --repeats 10.
A constant of the search is judged by the summary over all sets, never by one.

A second run goes on where the first stopped (Ctrl-C leaves the finished cells in OUT/cells.jsonl);
another program, target, --seconds, space or row begins new cells. OUT/rivals.md is what is printed,
OUT/rivals.svg the plot, OUT/studies the searches, for `espalier best`. With 40 s a set, a method
takes about a minute a set.
"""

import argparse
import concurrent.futures
import hashlib
import math
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import plot
import report
import tables
from cells import Cells
from failure import Failure
from judge import Result
from program import BUILT, METHODS, NO_SCHEDULE, ROOT, Program, Stopped, usual_space

FIRST_FRESH_SEED = 5001
SEEDS_APART = 1000  # between the fresh seeds of two repeats
DEFAULT, SEARCHED = "default", "searched"


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def say(text):
    print(text, file=sys.stderr, flush=True)


class Comparison:
    """Measures the cells of some sets, and remembers them."""

    def __init__(self, program, cells, options, work):
        self.program, self.cells, self.options, self.work = program, cells, options, work
        self.space = usual_space() if program.needs_space else ""

    def measured(self, table, method, repeat):
        """The search of a method, None for the default, and fresh trainings of its schedule."""
        began, search, schedule = time.monotonic(), None, "# the default schedule\n"
        if method != DEFAULT:
            search = self.search(table, method, repeat)
            if search["found"] is None:
                say(f"{table.name}, {method}, {repeat}: no schedule reached the target")
                return search, []
            schedule = search["found"]["schedule"]
        first = FIRST_FRESH_SEED + SEEDS_APART * (repeat - 1)
        trainings = [self.training(table, schedule, seed)
                     for seed in range(first, first + self.options.seeds)]
        result = Result(method, [trainings], [])
        say(f"{table.name}, {method}, {repeat}: {report.rounded(result.connections)} connections, "
            f"{result.hits} of {result.seeds} hits ({time.monotonic() - began:.0f} s)")
        return search, trainings

    def folder(self):
        """A folder for the files of one command."""
        return tempfile.TemporaryDirectory(dir=self.work)

    def training(self, table, schedule, seed):
        """One training of a schedule, measured or remembered."""
        question = {"kind": "training", "binary": self.program.digest, "set": table.name,
                    "rows": table.digest, "target": table.target, "schedule": digest(schedule),
                    "seed": seed}
        return self.cells.found(question) or self.grown(table, schedule, question)

    def grown(self, table, schedule, question):
        with self.folder() as name:
            folder = pathlib.Path(name)
            config, recipe = folder / "config.yaml", folder / "schedule.yaml"
            # Here the space means nothing, but an older program wants one.
            config.write_text(f"{table.rows()}{self.space}budget: {{trials: 1}}\n")
            recipe.write_text(schedule)
            ended = self.program.run(["grow", recipe, "--config", config,
                                      "--seed", question["seed"], "--json"])
        if ended.status != 0:
            raise Failure(f"espalier grow failed on {table.name}: {ended.errors.strip()}")
        grown = ended.result
        cell = question | {"reached": "reached" in grown["outcome"]} | {
            name: grown.get(name) for name in
            ["connections", "validation", "test", "multiply_adds", "cpu_seconds"]}
        self.cells.add(cell)
        return cell

    def search(self, table, method, repeat):
        """One search, measured or remembered."""
        ending = f"{self.space}search: {{seed: {repeat}}}\n" \
                 f"budget: {{compute: {self.options.seconds:g}s}}\n"
        means = table.rows(named="rows") + ending
        if method != SEARCHED and (METHODS / f"{method}.yaml").exists():
            means += (METHODS / f"{method}.yaml").read_text()
        question = {"kind": "search", "binary": self.program.digest, "set": table.name,
                    "rows": table.digest, "target": table.target, "method": method,
                    "seconds": self.options.seconds, "config": digest(means), "repeat": repeat}
        return self.cells.found(question) or self.searched(table, ending, question)

    def searched(self, table, ending, question):
        method = question["method"]
        with self.folder() as name:
            folder = pathlib.Path(name)
            config, study = folder / f"{table.name}.yaml", folder / f"{table.name}.sqlite"
            config.write_text(table.rows() + ending)
            # By its path: the config lies in a folder that has no methods beside it.
            region = [] if method == SEARCHED else ["--method", METHODS / f"{method}.yaml"]
            ended = self.program.run(["search", config, "--study", study, "--workers", 1, "--json",
                                      *region])
            if ended.status not in (0, NO_SCHEDULE) or not ended.output.strip():
                raise Failure(f"espalier search failed on {table.name}, {method}: "
                              f"{ended.errors.strip()}")
            found = self.returned(study, folder / "best.yaml") if ended.status == 0 else None
            self.keep(study, question)
        cell = question | {"processor_seconds": ended.seconds} | {
            name: ended.result.get(name) for name in
            ["cpu_seconds", "wall_seconds", "trials", "trainings", "verified"]} | {"found": found}
        self.cells.add(cell)
        return cell

    def returned(self, study, best):
        """The schedule that a search returned, and what it says of it."""
        exported = self.program.run(["export", study, "--format", "schedule", "--out", best])
        told = self.program.run(["best", study, "--json"])
        if exported.status != 0 or told.status != 0:
            raise Failure(f"espalier export or best failed on {study.stem}: "
                          f"{exported.errors.strip()} {told.errors.strip()}")
        certificate = told.result
        certificate.pop("schedule", None)
        return {"schedule": best.read_text(), "certificate": certificate}

    def keep(self, study, question):
        """Keeps the study of a search, to look into it."""
        name = "{set}-{method}-{repeat}-{seconds:g}s-{binary}.sqlite".format(**question)
        kept = self.options.out / "studies" / name
        kept.parent.mkdir(exist_ok=True)
        shutil.move(study, kept)


def measure(comparison, chosen, methods):
    """The results of each set, by method."""
    options, results = comparison.options, {}
    plan = [(table, method, repeat) for table in chosen for method in methods
            for repeat in range(1, options.repeats + 1)]
    with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
        cells = {pool.submit(comparison.measured, *step): step for step in plan}
        try:
            for cell in concurrent.futures.as_completed(cells):
                cell.result()
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            comparison.program.stop()
            raise
    ended = {step: cell.result() for cell, step in cells.items()}
    for table in chosen:
        results[table.name] = []
        for method in methods:
            pairs = [ended[table, method, repeat] for repeat in range(1, options.repeats + 1)]
            searches = [search | {"fresh_seeds": options.seeds} for search, _ in pairs if search]
            results[table.name].append(
                Result(method, [trainings for _, trainings in pairs], searches))
    return results


def known_methods(program, wanted):
    """The wanted methods that the program has, and why others are skipped."""
    there = [DEFAULT, SEARCHED, *program.methods()]
    if wanted is None:
        wanted = there if program.takes_methods else [DEFAULT, SEARCHED]
    skipped = []
    for method in wanted:
        if method in (DEFAULT, SEARCHED):
            continue
        if not program.takes_methods:
            skipped.append(f"{method}, since this program's search has no --method")
        elif METHODS.is_dir() and method not in there:
            raise Failure(f"--methods: {method} is unknown; there are {', '.join(there)}")
    return [m for m in wanted if m in (DEFAULT, SEARCHED) or program.takes_methods], skipped


def words(text):
    """A list such as a,b, each word once."""
    found = list(dict.fromkeys(word.strip() for word in text.split(",") if word.strip()))
    if not found:
        raise argparse.ArgumentTypeError("expected names with commas between them")
    return found


def whole(least, most):
    def read(text):
        if not text.isdigit() or not least <= int(text) <= most:
            raise argparse.ArgumentTypeError(f"{text} is not a whole number, {least} to {most}")
        return int(text)
    return read


def seconds(text):
    try:
        found = float(text)
    except ValueError:
        found = math.nan
    if not 1 <= found <= 1e6:
        raise argparse.ArgumentTypeError(f"{text} is not a number of seconds, at least 1")
    return found


def arguments():
    cores = len(os.sched_getaffinity(0))
    parser = argparse.ArgumentParser(
        prog="benchmark-rivals", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", required=True, metavar="FOLDER", help="the sets and rivals.csv")
    parser.add_argument("--sets", type=words, help="such as segment,splice; all by default")
    parser.add_argument("--methods", type=words,
                        help="such as default,searched,rigl; by default these two and, if the "
                             "program has --method, every one of configs/methods")
    parser.add_argument("--seconds", type=seconds, default=40.0,
                        help="processor seconds of each search (40, as the rivals had)")
    parser.add_argument("--seeds", type=whole(2, SEEDS_APART), default=10,
                        help="fresh seeds of each schedule (10)")
    parser.add_argument("--repeats", type=whole(1, 1000), default=1,
                        help="searches of each method and set (1)")
    parser.add_argument("--jobs", type=whole(1, cores), default=1,
                        help=f"searches at a time, each on a core of its own (1, at most {cores})")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / ".benchmark" / "rivals",
                        help="where cells, tables and plot are kept (.benchmark/rivals)")
    parser.add_argument("--espalier", type=pathlib.Path,
                        help="another program than .build/release/espalier, which is built first")
    return parser.parse_args()


def main():
    options = arguments()
    chosen = tables.read(options.data, options.sets)
    if options.espalier is None:
        options.espalier = BUILT
        if subprocess.run([ROOT / "scripts" / "build"], stdout=sys.stderr).returncode != 0:
            raise Failure("scripts/build failed")
    if not options.espalier.is_file():
        raise Failure(f"--espalier {options.espalier} does not exist")
    options.out = options.out.resolve()
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        work = pathlib.Path(folder)
        program = Program(options.espalier, work, options.jobs)
        methods, skipped = known_methods(program, options.methods)
        for line in skipped:
            say(f"benchmark-rivals: skipped {line}")
        if not methods:
            raise Failure("no method is left to measure")
        comparison = Comparison(program, Cells(options.out), options, work)
        results = measure(comparison, chosen, methods)
    text = report.text(chosen, results, methods, skipped, options, program)
    (options.out / "rivals.md").write_text(text, encoding="utf-8")
    plot.write(options.out / "rivals.svg", chosen, results, options)
    print(text, end="")
    say(f"wrote {options.out}/rivals.md and rivals.svg")


if __name__ == "__main__":
    # So that an end by `kill` ends the program's processes too.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        main()
    except (Failure, Stopped) as problem:
        sys.exit(f"benchmark-rivals: {problem}")
    except KeyboardInterrupt:
        say("\nbenchmark-rivals: stopped; the same command continues from the finished cells")
        sys.exit(130)
