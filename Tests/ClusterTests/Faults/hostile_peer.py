#!/usr/bin/env python3
"""A peer that does everything that a worker must not do, for as long as there is a coordinator.

usage: hostile_peer.py ENDPOINT NAME SEED member|stranger

NAME is that of an honest worker, whose trials and name it claims. A stranger never introduces
itself under a name of its own; a member does, takes leases, gives them back and lies about others.
The endpoint is tcp://HOST:PORT. It prints each act, and their numbers when it is told to end.
"""
import collections
import json
import os
import random
import signal
import socket
import struct
import sys
import time

import zmq

LARGEST = 4 << 20
GREETING = b"\xff" + bytes(8) + b"\x7f\x03\x00NULL" + bytes(16) + b"\x00" + bytes(31)
READY = b"\x05READY\x0bSocket-Type\x00\x00\x00\x06DEALER\x08Identity\x00\x00\x00\x00"


class Peer:
    def __init__(self, endpoint, name, seed):
        self.endpoint, self.name = endpoint, name
        self.dice = random.Random(seed)
        self.done = collections.Counter()
        self.open = collections.deque(maxlen=40)  # raw connections that stay half open
        self.renew()

    def renew(self):
        """A connection of its own, from which nothing is ever read."""
        self.socket = zmq.Context.instance().socket(zmq.DEALER)
        for option, value in [(zmq.LINGER, 0), (zmq.SNDHWM, 2000), (zmq.RCVHWM, 1)]:
            self.socket.setsockopt(option, value)
        self.socket.connect(self.endpoint)

    def send(self, *frames):
        try:
            self.socket.send_multipart(frames, flags=zmq.NOBLOCK)
            return True
        except zmq.Again:
            return False

    def say(self, type, version=1, **fields):
        return self.send(json.dumps({"version": version, "type": type, **fields}).encode())

    def flood(self):
        """Small frames of nonsense, as fast as they go."""
        for _ in range(3000):
            if not self.send(self.dice.randbytes(self.dice.randrange(60))):
                break

    def wrong_versions(self):
        for version in [0, 2, -1, 1.5, "1", None, [1], 10**30, True]:
            self.say("goodbye", version=version)
            self.say("hello", version=version, worker=self.name, incarnation=1, capacity=9,
                     holding=[])

    def gigantic_frames(self):
        """As large as is let through, and larger; texts that nest, repeat and never end."""
        for text in [b"[" * LARGEST, b'{"type":"' + b"\x1b" * (LARGEST - 20) + b'"}',
                     b'{"version":1,"type":"goodbye",' + b'"a":1,' * 600_000 + b'"b":1}',
                     bytes(LARGEST), b"1" * LARGEST, bytes(LARGEST + 1), bytes(3 * LARGEST)]:
            self.send(text)

    def many_frames(self):
        self.send(*[b"x"] * 2000)
        self.send(*[b""] * 2000)
        self.send(json.dumps({"version": 1, "type": "goodbye"}).encode(), b"more")

    def raw(self, *pieces):
        """Speaks the transport itself, and leaves the connection open."""
        host, port = self.endpoint.removeprefix("tcp://").rsplit(":", 1)
        try:
            connection = socket.create_connection((host, int(port)), timeout=1)
            for piece in pieces:
                connection.sendall(piece)
            self.open.append(connection)
        except OSError:
            self.done["raw refused"] += 1

    def half_messages(self):
        ready = b"\x04" + bytes([len(READY)]) + READY
        self.raw(GREETING[: self.dice.randrange(64)])
        self.raw(self.dice.randbytes(200))
        self.raw(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        # The beginning of a frame of 3 MiB, of one of 2^62 bytes, and a message without its end.
        self.raw(GREETING, ready, b"\x02" + struct.pack(">Q", 3 << 20) + b"half")
        self.raw(GREETING, ready, b"\x02" + struct.pack(">Q", 1 << 62) + b"half")
        self.raw(GREETING, ready, *[b"\x03" + struct.pack(">Q", 65536) + bytes(65536)] * 30)

    def claims(self):
        """The honest worker's name, trials, attempts and leases."""
        attempt = {"trial": self.dice.randrange(1, 30), "attempt": self.dice.randrange(1, 4)}
        self.say("hello", worker=self.name, incarnation=self.dice.randrange(2**53), capacity=1024,
                 holding=[attempt])
        self.say("progress", holding=[{"trial": n, "attempt": 1} for n in range(1, 30)])
        self.say("release", **attempt, reason="\x1b[2Jstolen\n" * 20)
        self.say("report", **attempt, report=report(self.dice))
        self.say("fetch", dataset="0" * 64, offset=self.dice.randrange(10**15))
        self.say("goodbye")

    def joins(self):
        """Is admitted, takes what it gets, lies about others' trials, and leaves."""
        name = f"mallory-{self.done['joins']}"
        self.say("hello", worker=name, incarnation=1, capacity=3, holding=[])
        for trial in range(1, 25):
            self.say("release", trial=trial, attempt=900, reason="not mine")
            self.say("progress", holding=[{"trial": trial, "attempt": 1}])
        digest = self.digest()
        for _ in range(400):
            self.say("fetch", dataset=digest, offset=0)
        # What it took it gives back: leases that are dropped are lost attempts. It is a stranger
        # again when it is asked for its name.
        self.say("goodbye")
        self.say("progress", holding=[])
        deadline = time.monotonic() + 600
        while time.monotonic() < deadline and self.socket.poll(1000):
            if json.loads(self.socket.recv_multipart()[0])["type"] == "identify":
                break
        self.renew()

    def digest(self):
        """What the rows are called, as a lease tells."""
        self.socket.setsockopt(zmq.RCVTIMEO, 300)
        try:
            for _ in range(10):
                message = json.loads(self.socket.recv_multipart()[0])
                if message["type"] == "lease":
                    own = {key: message[key] for key in ("trial", "attempt")}
                    other = {"trial": own["trial"] - 1 or 1, "attempt": own["attempt"]}
                    self.say("report", **other, report=report(self.dice))
                    return message["task"]["dataset"]
        except zmq.Again:
            pass
        return "0" * 64

    def act(self, acts):
        act = self.dice.choice(acts)
        getattr(self, act)()
        self.done[act] += 1
        print(act, flush=True)
        if self.dice.random() < 0.2:
            self.renew()


def report(dice):
    """A report that would win, if it counted."""
    return {
        "outcome": {"reached": {}}, "connections": dice.randrange(3), "hidden_nodes": 0,
        "inputs_used": 1, "biases": 0, "validation": 1.0, "test": 1.0, "epochs": 1,
        "multiply_adds": 1, "curve": [], "fingerprint": f"{dice.randrange(2**64):016x}",
        "seconds": 0.0, "cpu_seconds": 0.0,
    }


def leave(peer):
    """Ends at once: an exception in the midst of some clean-up would be ignored."""
    os.write(2, json.dumps(peer.done).encode())
    os._exit(1)


def main():
    endpoint, name, seed, role = sys.argv[1:]
    peer = Peer(endpoint, name, int(seed))
    acts = ["flood", "wrong_versions", "gigantic_frames", "many_frames", "half_messages", "claims"]
    if role == "member":
        acts = ["joins", "claims"]
    signal.signal(signal.SIGTERM, lambda *_: leave(peer))
    while True:
        peer.act(acts)
        time.sleep(0.1 if role == "member" else 0.01)


if __name__ == "__main__":
    main()
