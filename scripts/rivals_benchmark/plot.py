"""The plot of a comparison, as SVG: a row for each set, connections on a logarithmic axis."""

import math
from xml.sax.saxutils import escape

from report import rounded
from tables import ENOUGH_HITS

# Okabe and Ito, "Color Universal Design" (2008): told apart by people who see few colours.
OURS = ["#56B4E9", "#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#7A5195", "#A6761D"]
RIVALS = ["#333333", "#8C8C8C", "#B8B8B8"]
LEFT, RIGHT, WIDTH = 150, 60, 980
LINE, GAP, LEGEND = 15, 14, 20
FONT = "DejaVu Sans, Helvetica, Arial, sans-serif"
MOST_TICKS = 9


class Series:
    """What is drawn in one way: a method, or a rival."""

    def __init__(self, name, colour, is_rival):
        self.name, self.colour, self.is_rival = name, colour, is_rival


class Axis:
    """The logarithmic axis from left to right."""

    def __init__(self, points):
        self.low = min(points, default=1) / 1.15
        self.high = max(points, default=10) * 1.15

    def place(self, number):
        share = math.log(number / self.low) / math.log(self.high / self.low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)

    def clipped(self, number):
        return self.place(min(self.high, max(self.low, number)))

    @property
    def ticks(self):
        """Round numbers within the axis, as many as have room."""
        for digits in ((1, 1.5, 2, 3, 4, 5, 7), (1, 2, 3, 5), (1, 2, 5), (1, 3), (1,)):
            ticks = [d * 10 ** e for e in range(7) for d in digits
                     if self.low <= d * 10 ** e <= self.high]
            if len(ticks) <= MOST_TICKS:
                return ticks
        return ticks


def text(x, y, words, size=12, anchor="start", colour="#222", weight="normal"):
    return (f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" text-anchor="{anchor}" '
            f'fill="{colour}" font-weight="{weight}">{escape(words)}</text>')


def line(x1, y1, x2, y2, colour, width=1.0):
    return (f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" stroke="{colour}" '
            f'stroke-width="{width}"/>')


def marker(x, y, series, is_solid):
    """A circle for ours, a square for a rival; hollow if it misses the target too often."""
    fill = series.colour if is_solid else "white"
    paint = f'fill="{fill}" stroke="{series.colour}" stroke-width="1.5"'
    if series.is_rival:
        return f'<rect x="{x - 4:.1f}" y="{y - 4:.1f}" width="8" height="8" {paint}/>'
    return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" {paint}/>'


def drawn(axis, y, series, result):
    """The interval, the point, and its number behind it."""
    is_solid = result.hits >= ENOUGH_HITS * result.seeds
    if not result.connections:
        return [text(axis.place(axis.low) + 4, y + 4, f"{series.name}: never", 10,
                     colour=series.colour)]
    point = axis.place(result.connections)
    low, high = result.low or result.connections, result.high or result.connections
    left, right = axis.clipped(low), axis.clipped(high)
    parts = [line(left, y, right, y, series.colour, 2)]
    # An interval that goes on beyond the plot has no end there.
    parts += [line(end, y - 3, end, y + 3, series.colour, 2)
              for end, number in ((left, low), (right, high)) if axis.low <= number <= axis.high]
    parts.append(marker(point, y, series, is_solid))
    parts.append(text(max(right, point + 5) + 5, y + 3.5, rounded(result.connections), 10,
                      colour="#555"))
    return parts


def chosen_series(sets, results):
    names = list(dict.fromkeys(r.name for table in sets for r in results[table.name]))
    rivals = list(dict.fromkeys(r.name for table in sets for r in table.rivals))
    return ([Series(name, OURS[i % len(OURS)], False) for i, name in enumerate(names)]
            + [Series(name, RIVALS[i % len(RIVALS)], True) for i, name in enumerate(rivals)])


def legend(series, top):
    """The names in two columns, and what a hollow point means."""
    parts, rows = [], math.ceil(len(series) / 2)
    for i, one in enumerate(series):
        x, y = LEFT + 430 * (i // rows), top + LEGEND * (i % rows)
        parts += [marker(x, y - 4, one, True), text(x + 12, y, one.name)]
    y = top + LEGEND * rows
    parts.append(text(LEFT - 5, y, "hollow: fewer than 8 of 10 seeds reached the target. "
                      "Lines are 90 % intervals.", 11, colour="#555"))
    return parts, y + 22


def write(path, sets, results, options):
    """Writes the plot."""
    series = chosen_series(sets, results)
    everything = [x for table in sets for r in [*results[table.name], *table.rivals]
                  for x in (r.connections, limited(r, r.low), limited(r, r.high)) if x]
    axis = Axis(everything)
    title = "Connections at the target: ours and recorded rivals, " \
            f"searches of {options.seconds:g} s"
    parts = [text(LEFT - 5, 24, title, 15, weight="bold")]
    keys, y = legend(series, 50)
    parts += keys
    top, rows = y, []
    for i, table in enumerate(sets):
        found = {r.name: r for r in [*results[table.name], *table.rivals]}
        drawings = [(one, found[one.name]) for one in series if one.name in found]
        height = GAP + LINE * len(drawings)
        if i % 2 == 0:
            rows.append(f'<rect x="0" y="{y:.1f}" width="{WIDTH}" height="{height}" '
                        'fill="#F4F4F4"/>')
        middle = y + height / 2
        parts.append(text(14, middle, table.name, 13, weight="bold"))
        parts.append(text(14, middle + 14, f"target {table.target}", 10, colour="#555"))
        for j, (one, result) in enumerate(drawings):
            parts += drawn(axis, y + GAP / 2 + LINE * (j + 0.5), one, result)
        y += height
    for tick in axis.ticks:
        x = axis.place(tick)
        rows.append(line(x, top, x, y + 4, "#D0D0D0"))
        parts.append(text(x, y + 18, f"{tick:g}", 11, "middle"))
    parts.append(text((LEFT + WIDTH - RIGHT) / 2, y + 38, "connections (logarithmic)", 12,
                      "middle"))
    size = f'width="{WIDTH}" height="{y + 50:.0f}" viewBox="0 0 {WIDTH} {y + 50:.0f}"'
    path.write_text(
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}">\n'
        f'<rect width="{WIDTH}" height="{y + 50:.0f}" fill="white"/>\n'
        + "\n".join(rows + parts) + "\n</svg>\n", encoding="utf-8")


def limited(result, bound):
    """A bound of an interval, but at most three times away, so that none stretches the axis."""
    if bound is None or result.connections is None:
        return None
    return min(3 * result.connections, max(result.connections / 3, bound))
