#!/usr/bin/env python3
"""A worker in another language: it speaks cluster/PROTOCOL.md with pyzmq, one lease at a time.

usage: worker.py ENDPOINT [KEYS]    KEYS: the folder that `espalier keys` made for this worker

Put your own trainer into `train`. This one does not train: it fetches the dataset, checks its
digest, and reports that it missed the target.
"""
import concurrent.futures
import hashlib
import pathlib
import sys
import time
import uuid

import zmq


class Worker:
    def __init__(self, endpoint, keys=None):
        self.socket = zmq.Context.instance().socket(zmq.DEALER)
        self.socket.setsockopt(zmq.IMMEDIATE, 1)
        self.socket.setsockopt(zmq.LINGER, 5000)
        if keys:
            folder = pathlib.Path(keys)
            secret = (folder / "worker.secret").read_bytes().strip()
            self.socket.curve_secretkey = secret
            self.socket.curve_publickey = zmq.curve_public(secret)
            self.socket.curve_serverkey = (folder / "coordinator.public").read_bytes().strip()
        self.socket.connect(endpoint)
        self.name = f"python-{uuid.uuid4().hex[:8]}"
        self.incarnation = int(time.time() * 1000)
        self.interval = 5000  # ms
        self.lease = None  # the message of the lease that it holds
        self.training = None  # on its own thread, because this one must renew the lease
        self.report = None  # kept until it is acknowledged
        self.datasets = {}  # by SHA-256
        self.part = bytearray()
        self.threads = concurrent.futures.ThreadPoolExecutor(max_workers=1)

    def say(self, type, **fields):
        if self.socket.poll(5000, zmq.POLLOUT):
            self.socket.send_json({"version": 1, "type": type, **fields})

    def attempt(self):
        return {key: self.lease[key] for key in ("trial", "attempt")}

    def hello(self):
        holding = [self.attempt()] if self.lease else []
        me = {"worker": self.name, "incarnation": self.incarnation, "capacity": 1}
        self.say("hello", **me, holding=holding)

    def work(self):
        """Starts the training if the dataset is complete; otherwise asks for its next part."""
        digest = self.lease["task"]["dataset"]
        if digest not in self.datasets:
            self.say("fetch", dataset=digest, offset=len(self.part))
        else:
            self.training = self.threads.submit(train, self.lease["task"], self.datasets[digest])

    def finish_training(self):
        self.report = self.training.result()
        self.training = None
        self.say("report", **self.attempt(), report=self.report)

    def take(self, chunk, data):
        if chunk["offset"] != len(self.part):
            return  # this part was requested twice
        self.part += data
        if len(self.part) == chunk["total"]:
            assert hashlib.sha256(self.part).hexdigest() == chunk["dataset"]
            self.datasets[chunk["dataset"]] = bytes(self.part)
            self.part = bytearray()
        self.work()

    def renew(self):
        """Repeats the message that is due: hello, report, progress or fetch."""
        if not self.lease:
            self.hello()
        elif self.report:
            self.say("report", **self.attempt(), report=self.report)
        elif self.training:
            self.say("progress", holding=[self.attempt()])
        else:
            self.work()

    def run(self):
        self.hello()
        due = time.monotonic() + self.interval / 1000
        while True:
            if self.training and self.training.done():
                self.finish_training()
            if time.monotonic() >= due:
                self.renew()
                due = time.monotonic() + self.interval / 1000
            if not self.socket.poll(50):
                continue
            frames = self.socket.recv_multipart()
            message = zmq.utils.jsonapi.loads(frames[0])
            kind = message["type"]
            if kind == "identify":
                self.hello()
            elif kind == "welcome":
                self.interval = message["renewal_interval_ms"]
            elif kind == "lease":
                self.lease = message
                self.work()
            elif kind == "cap":
                if self.lease and self.attempt() == {k: message[k] for k in ("trial", "attempt")}:
                    self.lease["task"]["cap"] = message["cap"]  # for a `train` that looks at it
            elif kind == "chunk":
                self.take(message, frames[1])
            elif kind in ("acknowledge", "revoke"):
                if self.lease and self.attempt() == {k: message[k] for k in ("trial", "attempt")}:
                    self.lease = self.training = self.report = None
            elif kind in ("finished", "drain"):
                return self.say("goodbye")


def train(task, dataset):
    """Returns the fields of a report for a task and the canonical bytes of its rows."""
    assert dataset[:4] == b"ESPD"
    return {
        "outcome": {"failed": {"reason": {"target_missed": {"checks": 0}}}},
        "connections": 0, "hidden_nodes": 0, "inputs_used": 0, "biases": 0,
        "validation": 0.0, "test": 0.0, "epochs": 0, "multiply_adds": 0, "curve": [],
        "fingerprint": "0" * 16, "seconds": 0.0, "cpu_seconds": 0.0,
    }


if __name__ == "__main__":
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    Worker(*sys.argv[1:]).run()
