"""The tables of a comparison, in Markdown."""

import math
import statistics

from judge import mean_and_interval, promises
from tables import ENOUGH_HITS


def rounded(number):
    """Three significant digits or so; – for None."""
    if number is None:
        return "–"
    return f"{number:.{2 if number < 10 else 1 if number < 1000 else 0}f}"


def ratio(number, base):
    return "–" if number is None or base is None else f"{number / base:.2f}"


def share(number):
    return "–" if number is None else f"{100 * number:.1f} %"


def measured(result):
    """Connections with their interval; marked if the method misses too often."""
    text = rounded(result.connections)
    if result.low is not None and result.connections is not None:
        text += f" ({rounded(result.low)}–{rounded(result.high)})"
    return text + " †" * (result.hits < ENOUGH_HITS * result.seeds)


def row(cells):
    return "| " + " | ".join(cells) + " |"


def heading(names):
    return [row(names), "|" + "---|" * len(names)]


def default_of(results):
    return next((r.connections for r in results if r.name == "default"), None)


def main_table(sets, results):
    lines = heading(["set", "method", "connections (90 %)", "hits", "÷ best rival", "÷ default",
                     "validation", "test", "search s"])
    for table in sets:
        best = table.best_rival and table.best_rival.connections
        usual = default_of(results[table.name])
        rivals = sorted(table.rivals, key=lambda rival: (not rival.counts, rival.connections))
        for result in [*results[table.name], *rivals]:
            name = result.name if result in results[table.name] else f"rival: {result.name}"
            lines.append(row([
                table.name, name, measured(result), f"{result.hits} of {result.seeds}",
                ratio(result.connections, best), ratio(result.connections, usual),
                share(result.validation), share(result.test), rounded(result.search_seconds)]))
    return lines


def work_table(sets, results):
    lines = heading(["set", "method", "multiply–adds, median", "longest", "longest ÷ median",
                     "s a training", "trainings of the search", "its certificate"])
    for table in sets:
        for result in results[table.name]:
            lines.append(row([
                table.name, result.name,
                millions(result.median_work), millions(result.longest_work),
                ratio(result.longest_work, result.median_work), seconds(result.training_seconds),
                "–" if result.search_trainings is None else f"{result.search_trainings:.0f}",
                "; ".join(map(certificate, result.searches)) or "–"]))
    return lines


def millions(number):
    return "–" if number is None else f"{number / 1e6:,.0f} M"


def seconds(number):
    return "–" if number is None else f"{number:.2f}"


def certificate(search):
    """What a search said of its schedule."""
    if search["found"] is None:
        return "none reached"
    said = search["found"]["certificate"]
    text = rounded(said["connections"])
    if said.get("interval"):
        text += " ({}–{})".format(*map(rounded, said["interval"]))
    if said["evidence"] != "confirmation":
        text += f", by {said['evidence']}"
    return f"{text} of {said['replicates']}"


def summary(sets, results, methods):
    lines = heading(["method", "÷ best rival", "better than every rival", "worst set", "÷ default",
                     "hits", "below 8 of 10 †"])
    for method in methods:
        found = [(table, next(r for r in results[table.name] if r.name == method))
                 for table in sets]
        against = {table.name: result.connections / table.best_rival.connections
                   for table, result in found if result.connections and table.best_rival}
        usual = [result.connections / base for table, result in found
                 if result.connections and (base := default_of(results[table.name]))]
        worst = max(against, key=against.get, default=None)
        few = [table.name for table, result in found if result.hits < ENOUGH_HITS * result.seeds]
        hits, seeds = (sum(getattr(r, name) for _, r in found) for name in ("hits", "seeds"))
        lines.append(row([
            method, geometric(against.values()),
            f"{sum(x < 1 for x in against.values())} of {len(against)}",
            f"{worst} × {against[worst]:.2f}" if worst else "–",
            "–" if method == "default" else geometric(usual),
            f"{hits} of {seeds}, {100 * hits / seeds:.0f} %", ", ".join(few) or "none"]))
    return lines


def geometric(ratios):
    ratios = list(ratios)
    return f"{statistics.geometric_mean(ratios):.3f}" if ratios else "–"


def certificates(sets, results, methods):
    """How honest the searches' own certificates are."""
    lines = heading(["method", "certificates", "by seeds that decided nothing",
                     "90 % interval holds the fresh mean", "an honest one would",
                     "fresh ÷ certified (90 %)", "fresh hit rate not below its bound"])
    searching = [method for method in methods if method != "default"]
    for method in [*searching, *(["all"] if len(searching) > 1 else [])]:
        found = promises([r for table in sets for r in results[table.name]
                          if r.name in (searching if method == "all" else [method])])
        judged = [p for p in found if p.holds is not None]
        middle, low, high = mean_and_interval([math.log(p.ratio) for p in found if p.ratio])
        between = "" if low is None else f" ({low:.2f}–{high:.2f})"
        lines.append(row([
            method, str(len(found)), str(sum(p.is_confirmed for p in found)),
            f"{sum(p.holds for p in judged)} of {len(judged)}",
            f"{sum(p.expected for p in judged):.1f} of {len(judged)}" if judged else "–",
            f"{middle:.2f}{between}" if middle else "–",
            f"{sum(p.keeps_hit_rate for p in found)} of {len(found)}"]))
    return lines if searching else ["No search, so no certificate."]


def text(sets, results, methods, skipped, options, program):
    """The whole report."""
    searches = f"{options.repeats} search" + "es" * (options.repeats > 1)
    lines = [
        "# Against recorded rivals", "",
        f"Program {program.digest}, {searches} of {options.seconds:g} s for each set and method, "
        f"{options.seeds} fresh seeds for each schedule.",
        "Space: " + ("that of configs/digits.yaml." if program.needs_space
                     else "the program's own."),
        "Targets: " + ", ".join(f"{table.name} {table.target}" for table in sets) + ".", "",
        *main_table(sets, results), "",
        "† fewer than 8 of 10 hits: a mean over few successes flatters, and such a rival is none.",
        "", "## Work", "", *work_table(sets, results),
        "", "## Summary", "", *summary(sets, results, methods),
        "", "## Certificates", "", *certificates(sets, results, methods), ""]
    lines += [f"Skipped: {line}." for line in skipped]
    return "\n".join(lines).rstrip() + "\n"
