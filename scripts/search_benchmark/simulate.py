"""A simulated clock: workers look the trainings of a sampler up in a table."""

import heapq
import itertools

from table import SeedAssignment

NOTES = 40
RUNG = 1.3  # a pruner is asked each time the connections have grown by this factor


class Trial:
    """A training in progress; its sampler may store anything in `handle`."""

    def __init__(self, number, values, seed, handle):
        self.number, self.values, self.seed, self.handle = number, values, seed, handle


def rungs(training):
    """The points at which a pruner may stop a training: (seconds, rung, best score so far) by rung.

    Rungs are numbers of connections, so trainings of equal size are compared.
    """
    found, best, rung, bound = [], 0.0, 0, 10.0
    for seconds, connections, score in training.checks[:-1]:
        while connections > bound:
            if best > 0:
                found.append((seconds, rung, best))
            rung, bound = rung + 1, bound * RUNG
        best = max(best, score)
    return found


def simulate(table, sampler, workers, repeat, budget, method):
    """Searches until the budget of worker seconds is spent; returns the result as a dictionary."""
    seeds = SeedAssignment(table.seeds, repeat)
    events, order, numbers = [], itertools.count(), itertools.count()
    running, done, now, trials, notes = {}, 0.0, 0.0, 0, []

    def spent(time):
        return done + sum(time - start for start in running.values())

    def start():
        trial = sampler.ask(next(numbers))
        cell = table.cell(trial.values)
        training = table.trainings[cell, seeds.recorded(trial.seed, cell)]
        trial.cell, trial.start, running[trial.number] = cell, now, now
        if sampler.prunes:
            for seconds, rung, score in rungs(training):
                heapq.heappush(
                    events, (now + seconds, next(order), "rung", trial, (rung, score)))
        end = now + max(1e-6, training.ending.seconds)
        heapq.heappush(events, (end, next(order), "end", trial, training.ending))

    for _ in range(workers):
        start()
    while events:
        time, _, kind, trial, detail = heapq.heappop(events)
        if trial.number not in running:
            continue
        if spent(time) >= budget:
            break
        now = time
        if kind == "rung":
            if not sampler.prune(trial, *detail):
                continue
        else:
            sampler.tell(trial, detail)
        trials += 1
        done += now - running.pop(trial.number)
        while len(notes) < NOTES and budget * (len(notes) + 1) / NOTES <= spent(now):
            notes.append([round(budget * (len(notes) + 1) / NOTES, 3), sampler.best()])
        start()
    while len(notes) < NOTES:
        notes.append([round(budget * (len(notes) + 1) / NOTES, 3), sampler.best()])
    return {
        "method": method, "workers": workers, "repeat": repeat, "target": table.target,
        "budget_seconds": round(budget, 3), "trials": trials, "returned": sampler.best(),
        "anytime": notes,
    }
