#!/usr/bin/env python3
"""Lets Optuna choose inside Espalier's coordinator: its caps, racing and certification.

Usage: conversation.py --sampler tpe ESPALIER benchmark search --conversed --table FILE …

Starts the command, answers its questions ({"ask": 7}) with a schedule, reads its results
({"tell": 7, "outcome": "reached", "connections": 120}), and prints the outcome of the search. A
trial that was stopped at its cap costs 1.42 times the cap, one that misses the target costs twice
the limit.
"""

import argparse
import json
import math
import subprocess
import sys

import optuna

from samplers import Optuna
from table import Table

BEYOND_CAP = 0.35  # added to the logarithm of the cap of a stopped trial
MAKERS = {
    "tpe": lambda seed: optuna.samplers.TPESampler(seed=seed),
    "random": lambda seed: optuna.samplers.RandomSampler(seed=seed),
}


class Answerer:
    """One Optuna study; results of trials that it did not suggest are ignored."""

    def __init__(self, table, sampler, method, anywhere):
        self.table, self.sampler, self.method = table, sampler, method
        self.anywhere = anywhere
        self.begin(1)

    def begin(self, repeat):
        if self.anywhere:
            self.table.start_anywhere(repeat)
        self.rival = Optuna(self.table, MAKERS[self.sampler](repeat))
        self.asked, self.repeat = {}, repeat

    def cost(self, news):
        if news["outcome"] == "reached":
            return math.log(news["connections"])
        if news["outcome"] == "censored":
            return math.log(news["connections"]) + BEYOND_CAP
        return math.log(self.table.miss)

    def hear(self, line):
        """The answer to a line; None if it needs none."""
        news = json.loads(line)
        if "ask" in news:
            self.asked[news["ask"]] = trial = self.rival.ask(news["ask"])
            return json.dumps(trial.values)
        if "tell" in news:
            trial = self.asked.pop(news["tell"], None)
            if trial:
                self.rival.study.tell(trial.handle, self.cost(news))
            return None
        print(json.dumps(news | {"method": self.method}), flush=True)
        self.begin(news["repeat"] + 1)
        return None


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sampler", choices=MAKERS, default="tpe")
    parser.add_argument("--method", default="optuna-tpe-managed")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    table = Table(options.command[options.command.index("--table") + 1])
    answerer = Answerer(
        table, options.sampler, options.method, "--random-base" in options.command)
    with subprocess.Popen(options.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          text=True) as espalier:
        for line in espalier.stdout:
            answer = answerer.hear(line)
            if answer is not None:
                espalier.stdin.write(answer + "\n")
                espalier.stdin.flush()
    sys.exit(espalier.returncode)


if __name__ == "__main__":
    main()
