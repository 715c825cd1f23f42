#!/usr/bin/env python3
"""Reads a study with pandas, through the SQL views in its file.

usage: read_study.py STUDY          such as studies/digits.sqlite; also while a search runs

The views: `trial` (one row per trial, a column for each parameter of its schedule),
`smallest_trial`, `worker_load` (one row per worker), `growth_curve` (one row per recorded check).
`pip install pandas`.
"""
import pathlib
import sqlite3
import sys

import pandas


def read(path, query):
    """The answer to a query as a table; the file is only read, so a search may use it meanwhile."""
    with sqlite3.connect(f"{pathlib.Path(path).resolve().as_uri()}?mode=ro", uri=True) as study:
        return pandas.read_sql_query(query, study)


def varying(trials):
    """The parameters that differ between trials, among the columns after `fingerprint`."""
    parameters = trials.columns[list(trials.columns).index("fingerprint") + 1:]
    return [name for name in parameters if trials[name].nunique() > 1]


def main(path):
    trials = read(path, "SELECT * FROM trial")
    if trials.empty:
        sys.exit(f"{path} has no trials yet")
    search = trials[trials.purpose == "search"]
    print("How trials ended:")
    print(trials.groupby(["purpose", "state"]).agg(
        trials=("trial", "size"), cpu_seconds=("cpu_seconds", "sum")).to_string())

    reached = search[search.state == "reached"]
    names = varying(search)
    print("\nThe five cheapest trials of the search:")
    print(reached.nsmallest(5, "connections")[["trial", "connections", "validation", *names]]
          .to_string(index=False))

    numbers = [name for name in names if pandas.api.types.is_numeric_dtype(reached[name])]
    if len(reached) > 2 and numbers:
        print("\nRank correlation of each number with the connections:")
        ranks = reached[numbers].rank().corrwith(reached.connections.rank())
        print(ranks.sort_values().round(2).to_string())

    print("\nThe work of each worker:")
    print(read(path, "SELECT worker, trials, cpu_seconds, losses FROM worker_load")
          .to_string(index=False))

    print("\nHow the cheapest of them grew (every tenth recorded check):")
    curve = read(path, """
        SELECT "check", phase, connections, hidden_nodes, validation FROM growth_curve
        WHERE trial = (SELECT trial FROM smallest_trial)""")
    print(curve.iloc[::10].to_string(index=False))


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
