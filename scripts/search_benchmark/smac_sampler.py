"""SMAC3 as a rival: its HPO facade, which repeats promising schedules with other seeds."""

import logging
import pathlib
import shutil
import tempfile

from ConfigSpace import Categorical, ConfigurationSpace, Float, Integer
from smac import HyperparameterOptimizationFacade, Scenario
from smac.runhistory import TrialValue

from simulate import Trial

logging.disable(logging.CRITICAL)


class SMAC:
    """Minimises the logarithm of the connections; a missed target costs twice the limit."""

    prunes = False

    def __init__(self, table, repeat, workers):
        self.table = table
        self.folder = pathlib.Path(tempfile.mkdtemp())
        space = ConfigurationSpace(seed=repeat)
        for dimension in table.dimensions:
            space.add(self.parameter(dimension, table.base[dimension.name]))
        scenario = Scenario(
            space, n_trials=100_000, seed=repeat, output_directory=self.folder,
            use_default_config=True)
        self.facade = HyperparameterOptimizationFacade(
            scenario, lambda config, seed=0: 0.0, logging_level=False, overwrite=True,
            initial_design=HyperparameterOptimizationFacade.get_initial_design(
                scenario, n_configs=10))

    @staticmethod
    def parameter(dimension, default):
        if dimension.kind == "category":
            return Categorical(dimension.name, dimension.choices, default=default)
        make = Integer if dimension.kind == "integer" else Float
        default = min(max(default, dimension.lower), dimension.upper)
        return make(dimension.name, (dimension.lower, dimension.upper), default=default,
                    log=dimension.is_log)

    def ask(self, number):
        info = self.facade.ask()
        return Trial(number, dict(info.config), info.seed, info)

    def tell(self, trial, ending):
        value = TrialValue(cost=self.table.cost(ending), time=ending.seconds)
        self.facade.tell(trial.handle, value, save=False)

    def best(self):
        incumbents = self.facade.intensifier.get_incumbents()
        if not incumbents:
            return None
        history = self.facade.runhistory
        best = min(incumbents, key=lambda config: history.average_cost(config))
        return self.table.cell(dict(best))

    def __del__(self):
        shutil.rmtree(self.folder, ignore_errors=True)


