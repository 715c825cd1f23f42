"""The program under test: a copy of it, what it offers, and how its commands are run."""

import hashlib
import json
import os
import pathlib
import queue
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

from failure import Failure

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
BUILT = ROOT / ".build" / "release" / "espalier"
METHODS = ROOT / "configs" / "methods"
NO_SCHEDULE = 69  # the status of `search` if its budget is over and no schedule reached the target
PATIENCE = 5  # seconds until a command that was asked to end is killed


class Stopped(Exception):
    """The run is over; a command that had begun did not finish."""


class Ended:
    """How a command ended."""

    def __init__(self, status, output, errors, usage):
        self.status, self.output, self.errors = status, output, errors
        self.seconds = usage.ru_utime + usage.ru_stime  # of processor time, its workers' too

    @property
    def result(self):
        """The JSON on the last line of its output."""
        return json.loads(self.output.strip().splitlines()[-1])


class Program:
    """A copy of the binary, so that a build meanwhile does not change what is measured."""

    def __init__(self, binary, folder, jobs):
        self.folder = folder
        self.path = folder / "espalier"
        shutil.copy2(binary, self.path)
        self.digest = hashlib.sha256(self.path.read_bytes()).hexdigest()[:16]
        self.guard, self.running, self.stopped = threading.Lock(), set(), False
        self.cores = queue.SimpleQueue()
        for core in sorted(os.sched_getaffinity(0))[:jobs]:
            self.cores.put(["taskset", "-c", str(core)] if shutil.which("taskset") else [])
        self.takes_methods = "--method" in self.run(["search", "--help"]).output
        self.needs_space = self.asks_for_space()

    def asks_for_space(self):
        """Whether a config must have a `space:`."""
        probe, schedule = self.folder / "probe.yaml", self.folder / "probe-schedule.yaml"
        probe.write_text("study: probe\ndata: {generated: xor, split: shared}\n"
                         "objective: {accuracy: 1.0}\nbudget: {trials: 1}\n")
        schedule.write_text("")
        ended = self.run(["grow", schedule, "--config", probe, "--seed", 1])
        if ended.status != 0 and "space is missing" not in ended.errors:
            raise Failure(f"{self.path.name} grow failed: {ended.errors.strip()}")
        return ended.status != 0

    def run(self, words):
        """Runs a command to its end, on one core that no other has; `Stopped` if it is stopped."""
        core = self.cores.get()
        try:
            return self.run_on(core, words)
        finally:
            self.cores.put(core)

    def run_on(self, core, words):
        with tempfile.TemporaryFile("w+", dir=self.folder, encoding="utf-8") as output, \
                tempfile.TemporaryFile("w+", dir=self.folder, encoding="utf-8") as errors:
            with self.guard:
                if self.stopped:
                    raise Stopped
                # Its own session: Ctrl-C is for this script, which then ends the command.
                process = subprocess.Popen(
                    [*core, str(self.path), *map(str, words)], stdin=subprocess.DEVNULL,
                    stdout=output, stderr=errors, cwd=ROOT, start_new_session=True)
                self.running.add(process.pid)
            _, status, usage = os.wait4(process.pid, 0)
            with self.guard:
                self.running.discard(process.pid)
                if self.stopped:
                    raise Stopped
            process.returncode = os.waitstatus_to_exitcode(status)
            output.seek(0)
            errors.seek(0)
            return Ended(process.returncode, output.read(), errors.read(), usage)

    def stop(self):
        """Ends the commands that run, and their workers."""
        with self.guard:
            self.stopped = True
            left = set(self.running)
        for end, wait in ((signal.SIGTERM, PATIENCE), (signal.SIGKILL, 0)):
            for group in left:
                try:
                    os.killpg(group, end)
                except ProcessLookupError:
                    pass
            until = time.monotonic() + wait
            while time.monotonic() < until and any(map(alive, left)):
                time.sleep(0.05)

    def methods(self):
        """The names of the methods that come with the repository."""
        return sorted(path.stem for path in METHODS.glob("*.yaml"))


def alive(group):
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True


def usual_space():
    """The `space:` of configs/digits.yaml, as text."""
    path = ROOT / "configs" / "digits.yaml"
    found = re.search(r"^space:.*\n(?:[ #].*\n)+", path.read_text(), re.MULTILINE)
    if not found:
        raise Failure(f"this program wants a space, and {path} has none; name a newer --espalier")
    return found[0]
