"""The rivals: each suggests trials, receives their results, and returns its best cell."""

import math
import random
import warnings

import optuna

from simulate import Trial

optuna.logging.set_verbosity(optuna.logging.ERROR)
warnings.filterwarnings("ignore", module="optuna")


class RandomSearch:
    """Draws every schedule independently; returns that of the best single training."""

    prunes = False

    def __init__(self, table, repeat, workers):
        self.table, self.dice, self.found = table, random.Random(repeat), None

    def draw(self, dimension):
        if dimension.kind == "category":
            return self.dice.choice(dimension.choices)
        lower, upper = dimension.lower, dimension.upper
        if dimension.is_log:
            value = math.exp(self.dice.uniform(math.log(lower), math.log(upper)))
        else:
            value = self.dice.uniform(lower, upper)
        return round(value) if dimension.kind == "integer" else value

    def ask(self, number):
        values = {d.name: self.draw(d) for d in self.table.dimensions}
        return Trial(number, self.table.base if number == 0 else values, number, None)

    def tell(self, trial, ending):
        cost = self.table.cost(ending)
        if ending.reached and (self.found is None or cost < self.found[0]):
            self.found = (cost, trial.cell)

    def best(self):
        return self.found and self.found[1]


class Optuna:
    """An Optuna sampler, optionally with a pruner; minimises the logarithm of the connections.

    A training that misses the target costs twice the limit. With `constrained` it costs its
    connections, and the shortfall of its score is a violated constraint.
    """

    def __init__(self, table, sampler, pruner=None, constrained=False):
        self.table, self.constrained, self.prunes = table, constrained, pruner is not None
        self.study = optuna.create_study(
            sampler=sampler, pruner=pruner or optuna.pruners.NopPruner())
        names = {d.name for d in table.dimensions}
        self.study.enqueue_trial({n: v for n, v in table.base.items() if n in names})
        self.cells, self.found = {}, None

    def suggest(self, trial, dimension):
        if dimension.kind == "category":
            return trial.suggest_categorical(dimension.name, dimension.choices)
        suggest = trial.suggest_int if dimension.kind == "integer" else trial.suggest_float
        return suggest(dimension.name, dimension.lower, dimension.upper, log=dimension.is_log)

    def ask(self, number):
        handle = self.study.ask()
        values = {d.name: self.suggest(handle, d) for d in self.table.dimensions}
        return Trial(number, values, number, handle)

    def prune(self, trial, rung, score):
        trial.handle.report(1 - score, step=rung + 1)
        if not trial.handle.should_prune():
            return False
        self.study.tell(trial.handle, state=optuna.trial.TrialState.PRUNED)
        return True

    def tell(self, trial, ending):
        cost = self.table.cost(ending)
        if self.constrained:
            short = max(0.0, self.table.target - ending.validation)
            # A single check at the target that was not confirmed is not a hit.
            trial.handle.set_constraint(
                "short", short if ending.reached or short > 0 else 1e-6)
            cost = math.log(max(1, ending.connections))
        self.study.tell(trial.handle, cost)
        # Like best_trial: the smallest value among the trials that meet the constraint.
        if ending.reached and (self.found is None or cost < self.found[0]):
            self.found = (cost, trial.cell)

    def best(self):
        return self.found and self.found[1]


def tpe(table, repeat, workers):
    """Optuna 5 with its defaults: multivariate, with a constant liar for running trials."""
    return Optuna(table, optuna.samplers.TPESampler(seed=repeat))


def tpe_median(table, repeat, workers):
    return Optuna(
        table, optuna.samplers.TPESampler(seed=repeat), optuna.pruners.MedianPruner())


def tpe_hyperband(table, repeat, workers):
    most = math.ceil(math.log(table.limit / 10, 1.3)) + 1
    return Optuna(
        table, optuna.samplers.TPESampler(seed=repeat),
        optuna.pruners.HyperbandPruner(min_resource=1, max_resource=most))


def nsga2(table, repeat, workers):
    return Optuna(table, optuna.samplers.NSGAIISampler(seed=repeat), constrained=True)


METHODS = {
    "random": RandomSearch, "optuna-tpe": tpe, "optuna-tpe-median": tpe_median,
    "optuna-tpe-hyperband": tpe_hyperband, "optuna-nsga2": nsga2,
}
