#!/usr/bin/env python3
"""Searches a table of recorded trainings with the rivals; prints a line of JSON for each repeat.

Usage: rivals.py --table FILE --method optuna-tpe --workers 8 --repeats 20 --budget-trainings 60
"""

import argparse
import json
import sys
import time

from samplers import METHODS
from simulate import simulate
from table import Table


def maker(name):
    if name == "smac3":
        from smac_sampler import SMAC  # takes seconds to import
        return SMAC
    return METHODS[name]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", required=True)
    parser.add_argument("--method", required=True, choices=[*METHODS, "smac3"])
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--repeats", type=int, default=20)
    parser.add_argument("--first-repeat", type=int, default=1)
    parser.add_argument("--budget-seconds", type=float)
    parser.add_argument("--budget-trainings", type=float, default=60)
    parser.add_argument("--target", type=float)
    parser.add_argument("--random-base", action="store_true",
                        help="begin each search at another schedule of the grid")
    options = parser.parse_args()
    table = Table(options.table, options.target)
    budget = options.budget_seconds or options.budget_trainings * table.mean_seconds()
    for repeat in range(options.first_repeat, options.first_repeat + options.repeats):
        began = time.process_time()
        if options.random_base:
            table.start_anywhere(repeat)
        sampler = maker(options.method)(table, repeat, options.workers)
        result = simulate(table, sampler, options.workers, repeat, budget, options.method)
        print(json.dumps(result), flush=True)
        print(f"{options.method} repeat {repeat}: {result['trials']} trials, "
              f"{time.process_time() - began:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
