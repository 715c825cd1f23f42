"""Means and intervals of what was measured; connections are judged by their logarithms."""

import math
import statistics

CONFIDENCE = 0.9


def student_share(width, degrees):
    """The probability that |T| is below `width`, for Student's t.

    Abramowitz and Stegun, "Handbook of Mathematical Functions", 26.7.3 and 26.7.4."""
    angle = math.atan(width / math.sqrt(degrees))
    sine, cosine = math.sin(angle), math.cos(angle)
    if degrees % 2 == 0:
        term = total = 1.0
        for i in range(2, degrees, 2):
            term *= cosine * cosine * (i - 1) / i
            total += term
        return sine * total
    term, total = cosine, cosine if degrees > 1 else 0.0
    for i in range(3, degrees, 2):
        term *= cosine * cosine * (i - 1) / i
        total += term
    return 2 / math.pi * (angle + sine * total)


def student_width(degrees):
    """The width that |T| stays below with the usual confidence."""
    low, high = 0.0, 100.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if student_share(middle, degrees) < CONFIDENCE else (low, middle)
    return (low + high) / 2


def mean_and_interval(logarithms):
    """The geometric mean and its 90 % interval; None where there are too few."""
    if not logarithms:
        return None, None, None
    middle = statistics.fmean(logarithms)
    if len(logarithms) < 2:
        return math.exp(middle), None, None
    error = statistics.stdev(logarithms) / math.sqrt(len(logarithms))
    width = student_width(len(logarithms) - 1) * error
    return tuple(math.exp(x) for x in (middle, middle - width, middle + width))


def mean_or_none(numbers):
    numbers = list(numbers)
    return statistics.fmean(numbers) if numbers else None


def logarithms(trainings):
    """Of the connections of the trainings that reached the target."""
    return [math.log(max(1, t["connections"])) for t in trainings if t["reached"]]


class Result:
    """What a method needs for a set: the mean over the seeds that reached, and how many did.

    Trainings of one schedule are alike, so with several searches the interval is that of the
    searches' means."""

    def __init__(self, name, trainings_by_repeat, searches):
        self.name, self.searches = name, searches
        self.trainings_by_repeat = trainings_by_repeat
        trainings = [t for some in trainings_by_repeat for t in some]
        held = [t for t in trainings if t["reached"]]
        if len(searches) > 1:
            means = [statistics.fmean(logs) for some in trainings_by_repeat
                     if (logs := logarithms(some))]
        else:
            means = logarithms(trainings)
        self.connections, self.low, self.high = mean_and_interval(means)
        self.hits = len(held)
        self.seeds = len(trainings) + sum(s["fresh_seeds"] for s in searches if s["found"] is None)
        self.validation = mean_or_none(t["validation"] for t in held)
        self.test = mean_or_none(t["test"] for t in held)
        work = [t["multiply_adds"] for t in trainings]
        self.median_work = statistics.median(work) if work else None
        self.longest_work = max(work, default=None)
        self.training_seconds = mean_or_none(t["cpu_seconds"] for t in trainings)
        self.search_seconds = mean_or_none(s["processor_seconds"] for s in searches)
        self.search_trainings = mean_or_none(s["trainings"] for s in searches)


class Promise:
    """A search's own certificate beside the fresh seeds of the schedule that it returned."""

    def __init__(self, certificate, trainings):
        logs = logarithms(trainings)
        self.is_confirmed = certificate["evidence"] == "confirmation"
        self.keeps_hit_rate = len(logs) >= certificate["hit_rate_bound"] * len(trainings)
        self.ratio = self.holds = self.expected = None
        if logs:
            fresh = math.exp(statistics.fmean(logs))
            self.ratio = fresh / certificate["connections"]
        if logs and certificate.get("interval"):
            low, high = certificate["interval"]
            self.holds = low <= fresh <= high
            hits = round(certificate["hit_rate"] * certificate["replicates"])
            self.expected = share_of_honest(hits, len(logs))


def share_of_honest(certified, fresh):
    """How often the 90 % interval of some trainings holds the mean of others of the same schedule.

    The difference of both means has (1 + certified ÷ fresh) times the variance of the first."""
    width = student_width(certified - 1) / math.sqrt(1 + certified / fresh)
    return student_share(width, certified - 1)


def promises(results):
    """The certificates of the searches of some results."""
    return [Promise(search["found"]["certificate"], trainings)
            for result in results
            for search, trainings in zip(result.searches, result.trainings_by_repeat)
            if search["found"] is not None]
