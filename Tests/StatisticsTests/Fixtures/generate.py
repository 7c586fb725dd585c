"""Writes samples.tsv, student.tsv, pairs.tsv and holm.tsv: what SciPy and statsmodels make of samples,
of paired counts and of several p.

Run in this folder, with scipy and statsmodels installed: python3 generate.py
"""

import math
import random

from scipy import optimize, stats
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.weightstats import DescrStatsW

rng = random.Random(11)


def write(name, rows):
    with open(name, "w", encoding="utf-8") as file:
        for row in rows:
            file.write("\t".join(row) + "\n")


def numbers(values):
    return " ".join(repr(float(value)) for value in values)


def samples():
    cases = [[0.85, 0.83], [1.0, 1.0, 1.0], [1e6, 1e6 + 1, 1e6 + 2], [-3.5, 2.25, 8.0, 0.0]]
    for count in [3, 4, 5, 10, 20, 21, 51, 100, 1000]:
        cases.append([rng.gauss(0.9, 0.02) for _ in range(count)])
    for case in cases:
        described = DescrStatsW(case)
        deviation = DescrStatsW(case, ddof=0).std * math.sqrt(len(case) / (len(case) - 1))
        low, high = described.tconfint_mean(alpha=0.05)
        yield [numbers(case), numbers([described.mean, deviation, low, high])]


def student():
    for degrees in [1, 2, 3, 4, 5, 7, 10, 19, 29, 30, 99, 100, 999, 10_000]:
        yield [str(degrees), repr(float(stats.t.ppf(0.975, degrees)))]


def tango(total, first, second):
    """The interval of T. Tango (1998): where the score passes the normal's quantile."""

    def score(difference):
        linear = -first - second + (2 * total - first + second) * difference
        constant = -second * difference * (1 - difference)
        likely = (math.sqrt(max(0, linear * linear - 8 * total * constant)) - linear) / (4 * total)
        variance = total * (2 * likely + difference * (1 - difference))
        return (first - second - total * difference) / math.sqrt(variance)

    z = stats.norm.ppf(0.975)
    estimate = (first - second) / total
    edge = 1 - 1e-12
    low = optimize.brentq(lambda d: score(d) - z, -edge, estimate - 1e-12, xtol=1e-15)
    high = optimize.brentq(lambda d: score(d) + z, estimate + 1e-12, edge, xtol=1e-15)
    return low, high


def pairs():
    cases = [(1000, 0, 0), (1000, 1, 0), (1000, 0, 1), (1000, 5, 5), (1000, 12, 3), (1000, 40, 90),
             (28000, 900, 700), (28000, 120, 110), (50, 12, 2), (10, 4, 0), (100000, 30000, 1)]
    for _ in range(20):
        total = rng.randint(20, 30000)
        first = rng.randint(0, total // 4)
        cases.append((total, first, rng.randint(0, total // 4)))
    for total, first, second in cases:
        p = mcnemar([[0, first], [second, 0]], exact=True).pvalue if first + second else 1.0
        low, high = tango(total, first, second)
        yield [f"{total} {first} {second}", numbers([p, low, high])]


def corrections():
    cases = [[0.04], [0.01, 0.04, 0.03], [0.5, 0.5, 0.5], [1.0, 1e-12, 0.2, 0.049, 0.05, 0.0003]]
    for _ in range(10):
        cases.append([rng.random() ** 4 for _ in range(rng.randint(2, 15))])
    for case in cases:
        yield [numbers(case), numbers(multipletests(case, method="holm")[1])]


write("samples.tsv", samples())
write("student.tsv", student())
write("pairs.tsv", pairs())
write("holm.tsv", corrections())
