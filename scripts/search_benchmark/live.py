"""Compares real searches at equal processor time: Espalier's, and Optuna's with Espalier's workers.

Usage: scripts/benchmark-search live [CONFIG] [--trials N] [--repeats N] [--seeds N]
                                     [--samplers tpe,random]

Each repeat gives one worker to Optuna for N trials (cluster/examples/rival_sampler.py; the first
trial is the config's own schedule), and then the same processor time to `espalier search`,
including certification. The schedule that each returns is grown with fresh seeds, 5001, 5002, …,
that no search has seen. The config's own schedule, which all searches try first, is grown with the
same seeds.
"""

import argparse
import concurrent.futures
import json
import math
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile

from evaluate import bootstrap

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "cluster" / "examples"))
ESPALIER = ROOT / ".build" / "release" / "espalier"
RIVAL = ROOT / "cluster" / "examples" / "rival_sampler.py"
FIRST_FRESH_SEED = 5001


def run(command, **options):
    words = [str(part) for part in command]
    done = subprocess.run(words, capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"benchmark-search: {command[0]} failed: {done.stderr.strip()}")
    return done.stdout


def last_line(text):
    return json.loads(text.strip().splitlines()[-1])


def yaml_of(parameters):
    return "".join(f"{name}: {value}\n" for name, value in parameters.items())


class Live:
    """Searches and grows schedules of one config."""

    def __init__(self, config, folder, options):
        self.config, self.folder, self.options = config, folder, options
        base = config.parent
        self.text = "\n".join(
            re.sub(r": ((?:\.\./)*datasets/)", rf": {base}/\1", line)
            for line in config.read_text().splitlines()
            if not line.startswith(("search:", "budget:")))

    def written(self, name, search, budget):
        path = self.folder / f"{name}.yaml"
        path.write_text(f"{self.text}\nsearch: {search}\nbudget: {budget}\n")
        return path

    def rival(self, sampler, repeat):
        """The schedule that Optuna returned, and the processor time that it took."""
        name = f"{sampler}-{repeat}"
        config = self.written(name, "{seed: 1}", "{trials: 1}")
        endpoint = f"ipc://{self.folder}/{name}.ipc"
        worker = subprocess.Popen(
            [str(ESPALIER), "worker", endpoint, "--name", name],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            found = last_line(run(
                [sys.executable, RIVAL, config, "--bind", endpoint, "--trials", self.options.trials,
                 "--sampler", sampler, "--seed", repeat]))
        finally:
            worker.terminate()
            worker.wait()
        return self.schedule(name, yaml_of(found["schedule"])), found["cpu_seconds"]

    def ours(self, repeat, seconds):
        """The schedule that Espalier returned with a processor time, and the time it took."""
        name = f"espalier-{repeat}"
        config = self.written(
            name, f"{{strategy: evolution, seed: {repeat}}}", f"{{compute: {seconds:.0f}s}}")
        study = self.folder / f"{name}.sqlite"
        run([ESPALIER, "search", config, "--study", study, "--workers", 1])
        best = self.folder / f"{name}-best.yaml"
        run([ESPALIER, "export", study, "--format", "schedule", "--out", best])
        status = last_line(run([ESPALIER, "status", study, "--json"]))
        return best, status.get("cpu_seconds", math.nan)

    def known(self):
        """The schedule that the config begins with."""
        from rival_sampler import Task
        base = Task(self.written("known", "{seed: 1}", "{trials: 1}")).space["base"]
        return self.schedule("known", yaml_of(base))

    def schedule(self, name, text):
        path = self.folder / f"{name}-best.yaml"
        path.write_text(text)
        return path

    def worth(self, schedule):
        """The mean logarithm of the connections over fresh seeds, and the share that succeeded.

        A training that misses the target counts as twice the config's limit, as for the rivals."""
        config = self.written(schedule.stem + "-judged", "{seed: 1}", "{trials: 1}")
        costs, hits = [], 0
        for seed in range(FIRST_FRESH_SEED, FIRST_FRESH_SEED + self.options.seeds):
            report = last_line(run(
                [ESPALIER, "grow", schedule, "--config", config, "--seed", seed, "--json"]))
            hit = "reached" in report["outcome"]
            hits += hit
            costs.append(math.log(report["connections"] if hit else 2 * self.options.limit))
        return statistics.fmean(costs), hits / self.options.seeds


def repeat_of(live, number):
    found = {}
    for sampler in live.options.samplers:
        schedule, seconds = live.rival(sampler, number)
        found[f"Optuna, {sampler}"] = (*live.worth(schedule), seconds)
    budget = statistics.fmean(seconds for _, _, seconds in found.values())
    schedule, seconds = live.ours(number, budget)
    found["Espalier"] = (*live.worth(schedule), seconds)
    for method, (cost, hits, seconds) in found.items():
        print(f"repeat {number}: {method}: {math.exp(cost):.1f} connections, {hits:.0%} hits, "
              f"{seconds:.0f} s", file=sys.stderr, flush=True)
    return found


def table(results, known):
    print("| method | connections (95 %) | hit rate | processor time |")
    print("|---|---|---|---|")
    print(f"| the config's own schedule | {math.exp(known[0]):.1f} | {known[1]:.0%} | – |")
    for method in results[0]:
        costs = [result[method][0] for result in results]
        low, high = bootstrap(statistics.fmean, costs)
        hits = statistics.fmean(result[method][1] for result in results)
        seconds = statistics.fmean(result[method][2] for result in results)
        print(f"| {method} | {math.exp(statistics.fmean(costs)):.1f} ({math.exp(low):.1f}–"
              f"{math.exp(high):.1f}) | {hits:.0%} | {seconds:.0f} s |")


def main(arguments):
    parser = argparse.ArgumentParser(
        prog="benchmark-search live", description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "config", nargs="?", type=pathlib.Path, default=ROOT / "configs" / "digits.yaml")
    parser.add_argument("--trials", type=int, default=200, help="trials of each rival")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--seeds", type=int, default=50, help="fresh seeds for each schedule")
    parser.add_argument("--samplers", default="tpe", type=lambda text: text.split(","))
    parser.add_argument(
        "--limit", type=int, default=20_000, help="connections of the config's limit")
    parser.add_argument("--jobs", type=int, default=2, help="repeats at once, one core each")
    options = parser.parse_args(arguments)
    os.environ["ESPALIER"] = str(ESPALIER)
    with tempfile.TemporaryDirectory() as folder:
        live = Live(options.config.resolve(), pathlib.Path(folder), options)
        with concurrent.futures.ThreadPoolExecutor(options.jobs) as pool:
            known = pool.submit(live.worth, live.known())
            results = list(pool.map(lambda n: repeat_of(live, n), range(1, options.repeats + 1)))
        table(results, known.result())


if __name__ == "__main__":
    main(sys.argv[1:])
