#!/usr/bin/env python3
"""Another sampler for Espalier's own workers: a coordinator that speaks cluster/PROTOCOL.md.

usage: rival_sampler.py CONFIG --bind ENDPOINT [--trials N] [--sampler tpe|random|nsga2]
       espalier worker ENDPOINT      as many as you like, before or after

Optuna suggests schedules and minimises the logarithm of the connections. Workers stop at the
target, as always; a training that misses it costs twice the limit. The definition of the study
(rows, split, target, space) comes from `espalier coordinator CONFIG`, which runs for a moment:
this program talks to it as a worker would, and reads the definition in its journal.

It is one file without a journal: its results are lost when it ends. `pip install optuna pyzmq`.
"""
import argparse
import hashlib
import json
import math
import os
import pathlib
import sqlite3
import subprocess
import tempfile
import time

import optuna
import zmq

ESPALIER = os.environ.get("ESPALIER", "espalier")
CHUNK = 1 << 20  # bytes


def message(type, **fields):
    return json.dumps({"version": 1, "type": type, **fields}).encode()


class Task:
    """What all trials have in common, learnt from a coordinator that runs for a moment."""

    def __init__(self, config):
        with tempfile.TemporaryDirectory() as folder:
            endpoint, study = f"ipc://{folder}/probe.ipc", f"{folder}/probe.sqlite"
            coordinator = subprocess.Popen(
                [ESPALIER, "coordinator", config, "--study", study, "--bind", endpoint],
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
            try:
                self.template, self.rows = self.probe(endpoint, coordinator)
            finally:
                coordinator.terminate()
                coordinator.wait()
            with sqlite3.connect(study) as journal:
                (body,) = journal.execute(
                    "SELECT body FROM event WHERE kind = 'defined'").fetchone()
        self.space = json.loads(body)["defined"]["definition"]["space"]

    @staticmethod
    def probe(endpoint, coordinator):
        """The task of a lease, and the canonical bytes of its rows."""
        socket = zmq.Context.instance().socket(zmq.DEALER)
        socket.setsockopt(zmq.LINGER, 0)
        socket.connect(endpoint)
        hello = message("hello", worker="probe", incarnation=1, capacity=1, holding=[])
        task, rows = None, bytearray()
        socket.send(hello)
        while True:
            if not socket.poll(5000):
                if coordinator.poll() is not None:
                    raise SystemExit(f"rival_sampler: {coordinator.stderr.read().strip()}")
                socket.send(hello)
                continue
            frames = socket.recv_multipart()
            news = json.loads(frames[0])
            if news["type"] == "lease":
                task = news["task"]
            elif news["type"] == "chunk" and news["offset"] == len(rows):
                rows += frames[1]
                if len(rows) == news["total"]:
                    assert hashlib.sha256(rows).hexdigest() == task["dataset"]
                    socket.close()
                    return task, bytes(rows)
            if task:
                socket.send(message("fetch", dataset=task["dataset"], offset=len(rows)))

    def cost(self, report):
        if "reached" in report["outcome"]:
            return math.log(max(1, report["connections"]))
        return math.log(2 * self.template["limits"]["connections"])


class RivalCoordinator:
    """Gives Optuna's suggestions to workers, and their results to Optuna."""

    def __init__(self, task, endpoint, sampler, trials):
        self.task, self.trials = task, trials
        self.socket = zmq.Context.instance().socket(zmq.ROUTER)
        self.socket.setsockopt(zmq.ROUTER_MANDATORY, 1)
        self.socket.setsockopt(zmq.LINGER, 2000)
        self.socket.bind(endpoint)
        self.study = optuna.create_study(sampler=sampler)
        self.study.enqueue_trial(
            {d["parameter"]: task.space["base"][d["parameter"]] for d in task.space["dimensions"]})
        self.asked = {}  # by number of the trial: Optuna's trial and the schedule
        self.waiting = []  # trials that a worker gave back
        self.attempts = {}  # by trial
        self.workers = {}  # by peer: name, incarnation, capacity, and the trials that it holds
        self.reports = {}  # by trial

    def say(self, peer, type, *frames, **fields):
        try:
            self.socket.send_multipart([peer, message(type, **fields), *frames])
        except zmq.ZMQError:
            self.workers.pop(peer, None)  # the worker is gone; it will say hello if it comes back

    def suggest(self, trial):
        schedule = dict(self.task.space["base"])
        for dimension in self.task.space["dimensions"]:
            name, ((kind, domain),) = dimension["parameter"], dimension["domain"].items()
            if kind == "category":
                schedule[name] = trial.suggest_categorical(name, domain["choices"])
            else:
                suggest = trial.suggest_int if kind == "integer" else trial.suggest_float
                schedule[name] = suggest(name, *domain["range"], log=domain["scale"] == "log")
        return schedule

    def next_trial(self):
        if self.waiting:
            return self.waiting.pop(0)
        if len(self.asked) == self.trials:
            return None
        trial = self.study.ask()
        self.asked[trial.number + 1] = (trial, self.suggest(trial))
        return trial.number + 1

    def lease(self, peer):
        worker = self.workers.get(peer)
        while worker and len(worker["held"]) < worker["capacity"]:
            number = self.next_trial()
            if number is None:
                return
            self.attempts[number] = self.attempts.get(number, 0) + 1
            worker["held"].append(number)
            task = self.task.template | {"schedule": self.asked[number][1], "seed": number}
            task.pop("cap", None)
            self.say(peer, "lease", trial=number, attempt=self.attempts[number], task=task)

    def lose(self, name, holding=()):
        """Takes back all trials of the worker with this name, except those that it still holds."""
        for peer in [p for p, worker in self.workers.items() if worker["name"] == name]:
            held = self.workers.pop(peer)["held"]
            self.waiting += [n for n in held if n not in holding and n not in self.reports]

    def settle(self, number, report):
        if number in self.reports:
            return
        self.reports[number] = report
        self.study.tell(self.asked[number][0], self.task.cost(report))

    def take(self, peer, news):
        kind = news["type"]
        if kind == "hello":
            holding = [held["trial"] for held in news["holding"]]
            self.lose(news["worker"], holding)
            self.workers[peer] = {
                "name": news["worker"], "capacity": news["capacity"], "held": holding}
            self.say(peer, "welcome", study="rival", renewal_interval_ms=10_000)
        elif peer not in self.workers:
            self.say(peer, "identify")
        elif kind == "fetch":
            part = self.task.rows[news["offset"]:news["offset"] + CHUNK]
            self.say(peer, "chunk", part, dataset=news["dataset"], offset=news["offset"],
                     total=len(self.task.rows))
        elif kind == "report":
            number = news["trial"]
            self.settle(number, news["report"])
            held = self.workers[peer]["held"]
            if number in held:
                held.remove(number)
            self.say(peer, "acknowledge", trial=number, attempt=news["attempt"])
        elif kind in ("release", "goodbye"):
            self.lose(self.workers[peer]["name"])
        self.lease(peer)

    def run(self):
        while len(self.reports) < self.trials:
            peer, *frames = self.socket.recv_multipart()
            self.take(peer, json.loads(frames[0]))
        for peer in list(self.workers):
            self.say(peer, "finished")
        time.sleep(0.5)  # so that `finished` arrives
        return self.study.best_trial


SAMPLERS = {
    "tpe": optuna.samplers.TPESampler, "random": optuna.samplers.RandomSampler,
    "nsga2": optuna.samplers.NSGAIISampler,
}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("config", type=pathlib.Path)
    parser.add_argument("--bind", required=True)
    parser.add_argument("--trials", type=int, default=100)
    parser.add_argument("--sampler", choices=SAMPLERS, default="tpe")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    optuna.logging.set_verbosity(optuna.logging.WARNING)
    coordinator = RivalCoordinator(
        Task(options.config), options.bind, SAMPLERS[options.sampler](seed=options.seed),
        options.trials)
    best = coordinator.run()
    report = coordinator.reports[best.number + 1]
    print(json.dumps({
        "trials": len(coordinator.reports), "trial": best.number + 1,
        "reached": "reached" in report["outcome"], "connections": report["connections"],
        "validation": report["validation"], "parameters": best.params,
        "schedule": coordinator.asked[best.number + 1][1],
        "cpu_seconds": sum(r["cpu_seconds"] for r in coordinator.reports.values())}))


if __name__ == "__main__":
    main()
