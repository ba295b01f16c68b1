"""Makes packages/core/src/statistics/fixtures/values.json: means, repeats, hazards, lifetimes, agreement and calibration.

python3 -m venv /tmp/oracle-venv && /tmp/oracle-venv/bin/pip install mpmath==1.4.1 scipy==1.17.1 statsmodels==0.15.0 \
    lifelines==0.30.3 scikit-learn==1.9.1 krippendorff==0.9.0
/tmp/oracle-venv/bin/python scripts/oracle-values.py

Everything is by mpmath at 50 digits from the definitions (sums, integrals and continued fractions, not the package's
formulas), and compared on the way with SciPy, statsmodels, lifelines, scikit-learn and krippendorff where those have it. Takes
about four minutes.
"""

import itertools
import pathlib
import platform
import random
import warnings

import krippendorff
import lifelines
import mpmath
import numpy as np
import scipy
import scipy.special
import sklearn
import sklearn.calibration
import sklearn.metrics
import statsmodels
import statsmodels.stats.inter_rater
from mpmath import mp, mpf
from oracle_fixture import one_per_line
from oracle_tails import beta_tails, gamma_tails

warnings.filterwarnings("ignore")
TARGET = pathlib.Path(__file__).parent.parent / "packages/core/src/statistics/fixtures/values.json"


def agree(ours, theirs, what, within=1e-9):
    theirs = float(theirs)
    if abs(theirs) > 1e-290 and abs(float(mpf(ours) / mpf(theirs)) - 1) > within:
        raise SystemExit(f"mpmath {ours} and the library {theirs} differ: {what}")
    return ours


# ---------------------------------------------------------------------------------------------------- bounded means


def entropy(r, x):
    first = r * mp.log(r / x) if r > 0 else mpf(0)
    second = (1 - r) * mp.log((1 - r) / (1 - x)) if r < 1 else mpf(0)
    return first + second


def hoeffding(total, n, x):
    total, x = mpf(total), mpf(x)
    return mpf(1) if total >= n * x else mp.exp(-n * entropy(total / n, x))


def binomial_cdf(k, n, p):
    if k >= n:
        return mpf(1)
    value = beta_tails(mpf(p), 1 - mpf(p), mpf(k + 1), mpf(n - k))[1]
    return agree(value, scipy.special.bdtr(k, n, p), f"binomial {k}, {n}, {p}", 1e-6)


def bentkus(total, n, x):
    if mpf(total) >= n * mpf(x):
        return mpf(1)
    return min(mpf(1), mp.e * binomial_cdf(int(mp.ceil(mpf(total))), n, x))


def mean_tail(total, n, x):
    return min(hoeffding(total, n, x), bentkus(total, n, x))


def mean_upper(total, n, alpha):
    """Bisection to 40 digits: the tail has jumps, so that no faster method is safe."""
    low, high = mpf(total) / n, mpf(1)
    for _ in range(140):
        middle = (low + high) / 2
        if mean_tail_exact(total, n, middle) > mpf(alpha):
            low = middle
        else:
            high = middle
    return high


def mean_tail_exact(total, n, x):
    """As mean_tail, for an x that is no double."""
    if mpf(total) >= n * x:
        return mpf(1)
    k = int(mp.ceil(mpf(total)))
    tail = mpf(1) if k >= n else beta_tails(x, 1 - x, mpf(k + 1), mpf(n - k))[1]
    return min(hoeffding(total, n, x), mp.e * tail, 1)


def near(n, mean, alpha):
    """An x at about the tail alpha, so that the tails of the fixture span what is asked for."""
    z = float(scipy.special.ndtri(1 - alpha))
    spread = max(mean * (1 - mean), 1 / n)
    return min(0.999, mean + z * (spread / n) ** 0.5 + (z * z) / (3 * n))


def posterior(values):
    """Shapes of the beta distribution with the moments of Dirichlet weights (counts, 1/2 at 0, 1/2 at 1)."""
    points = [(mpf(v), mpf(c)) for v, c in values] + [(mpf(0), mpf("0.5")), (mpf(1), mpf("0.5"))]
    total = sum(c for _, c in points)
    mean = sum(c * v for v, c in points) / total
    # The variance of Σ w·v for Dirichlet weights of total mass T: (Σ p·v² − (Σ p·v)²) / (T + 1).
    variance = (sum(c * v * v for v, c in points) / total - mean * mean) / (total + 1)
    weight = mean * (1 - mean) / variance - 1
    return weight * mean, weight * (1 - mean)


# ------------------------------------------------------------------------------------------------------------ hazard


def poisson_cdf(k, m):
    return agree(gamma_tails(mpf(m), mpf(k + 1))[1], scipy.special.pdtr(k, m), f"Poisson {k}, {m}", 1e-6)


def gamma_quantile(p, shape, upper):
    p = mpf(p)
    start = float(scipy.special.gammainccinv(shape, float(p)) if upper else scipy.special.gammaincinv(shape, float(p)))
    if start <= 0:
        return None

    def distance(y):
        tails = gamma_tails(mp.exp(y), mpf(shape))
        return mp.log(tails[1 if upper else 0] / p)

    y = mp.log(mpf(start))
    root = mp.findroot(distance, (y, y + mpf(10) ** -10), solver="secant", tol=1e-80)
    return agree(mp.exp(root), start, f"gamma quantile {p}, {shape}", 1e-6)


# ------------------------------------------------------------------------------------------------------------ others


def all_pass(c, n, k):
    """By listing: the share of the k-subsets of n repeats that hold successes only."""
    subsets = list(itertools.combinations(range(n), k))
    return mpf(sum(all(i < c for i in subset) for subset in subsets)) / len(subsets)


def any_pass(c, n, k):
    subsets = list(itertools.combinations(range(n), k))
    return mpf(sum(any(i < c for i in subset) for subset in subsets)) / len(subsets)


def lifetimes():
    made = []
    # Freireich et al. 1963, remission in weeks under 6-MP, the textbook example; and a made one with ties.
    sixmp = [(6, 1), (6, 1), (6, 1), (6, 0), (7, 1), (9, 0), (10, 1), (10, 0), (11, 0), (13, 1), (16, 1), (17, 0), (19, 0),
             (20, 0), (22, 1), (23, 1), (25, 0), (32, 0), (32, 0), (34, 0), (35, 0)]  # fmt: skip
    drawn = random.Random(7)
    tied = [(drawn.randint(1, 12), drawn.randint(0, 1)) for _ in range(60)]
    for trials in (sixmp, tied):
        z = mp.sqrt(2) * mp.erfinv(mpf("0.95"))
        survival, variance, steps = mpf(1), mpf(0), []
        for time in sorted({t for t, e in trials if e}):
            risk = sum(t >= time for t, _ in trials)
            events = sum(t == time and e for t, e in trials)
            survival *= mpf(risk - events) / risk
            if survival > 0:
                variance += mpf(events) / (risk * (risk - events))
                half = z * mp.sqrt(variance) / -mp.log(survival)
                band = [survival ** mp.exp(half), survival ** mp.exp(-half)]
                steps.append([time, risk, events, shown(survival), shown(band[0]), shown(band[1])])
        fitter = lifelines.KaplanMeierFitter().fit([t for t, _ in trials], [e for _, e in trials])
        for time, _, _, value, lower, upper in steps:
            agree(mpf(value), fitter.predict(time), "Kaplan–Meier")
            found = fitter.confidence_interval_.loc[time].tolist()
            agree(mpf(lower), found[0], "Greenwood, lower")
            agree(mpf(upper), found[1], "Greenwood, upper")
        made.append({"trials": trials, "steps": steps})
    return made


def kappa(table):
    """From the definition of the variance: delta method on the multinomial, its gradient by mpmath."""
    size = len(table)
    n = sum(map(sum, table))

    def value(*shares):
        p = [shares[i * size : (i + 1) * size] for i in range(size)]
        observed = sum(p[i][i] for i in range(size))
        expected = sum(sum(p[i]) * sum(p[j][i] for j in range(size)) for i in range(size))
        return (observed - expected) / (1 - expected)

    shares = [mpf(count) / n for row in table for count in row]
    gradient = [mp.diff(lambda x, i=i: value(*shares[:i], x, *shares[i + 1 :]), shares[i]) for i in range(size * size)]
    first = sum(p * g for p, g in zip(shares, gradient))
    variance = (sum(p * g * g for p, g in zip(shares, gradient)) - first**2) / n
    theirs = statsmodels.stats.inter_rater.cohens_kappa(np.array(table))
    ours = value(*shares)
    agree(ours, theirs.kappa, "Cohen")
    agree(mp.sqrt(variance), theirs.std_kappa, "Cohen's standard error")
    left = [i for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]
    right = [j for i, row in enumerate(table) for j, count in enumerate(row) for _ in range(count)]
    agree(ours, sklearn.metrics.cohen_kappa_score(left, right), "Cohen (scikit-learn)")
    return {"table": table, "kappa": shown(ours), "standardError": shown(mp.sqrt(variance))}


def fleiss(rows):
    value = mpf(0)
    graders = sum(rows[0])
    value = sum(mpf(sum(c * (c - 1) for c in row)) / (graders * (graders - 1)) for row in rows) / len(rows)
    shares = [mpf(sum(row[j] for row in rows)) / (len(rows) * graders) for j in range(len(rows[0]))]
    expected = sum(s * s for s in shares)
    ours = (value - expected) / (1 - expected)
    agree(ours, statsmodels.stats.inter_rater.fleiss_kappa(np.array(rows)), "Fleiss")
    return {"rows": rows, "kappa": shown(ours)}


def alpha(units):
    """Krippendorff's coincidences, pair by pair."""
    coincidences = {}
    for unit in units:
        given = [grade for grade in unit if grade is not None]
        for i, a in enumerate(given):
            for j, b in enumerate(given):
                if i != j:
                    coincidences[a, b] = coincidences.get((a, b), mpf(0)) + mpf(1) / (len(given) - 1)
    totals = {}
    for (a, _), count in coincidences.items():
        totals[a] = totals.get(a, mpf(0)) + count
    n = sum(totals.values())
    observed = sum(count for (a, b), count in coincidences.items() if a != b)
    expected = sum(totals[a] * totals[b] for a in totals for b in totals if a != b) / (n - 1)
    ours = 1 - observed / expected
    names = sorted(totals)
    data = [[np.nan if u[g] is None else names.index(u[g]) for u in units] for g in range(len(units[0]))]
    agree(ours, krippendorff.alpha(reliability_data=data, level_of_measurement="nominal"), "Krippendorff")
    return {"units": units, "alpha": shown(ours)}


def calibration(seed, n, bins):
    drawn = random.Random(seed)
    # Off the edges of the bins, of which libraries do not agree to which side they belong.
    forecasts = [round(drawn.random() * 0.999, 3) + 0.0005 for _ in range(n)]
    events = [int(drawn.random() < 0.2 + 0.5 * f) for f in forecasts]
    held = {}
    for f, e in zip(forecasts, events):
        held.setdefault(min(bins - 1, int(mp.floor(mpf(f) * bins))), []).append((mpf(f), e))
    base = mpf(sum(events)) / n
    brier = sum((mpf(f) - e) ** 2 for f, e in zip(forecasts, events)) / n
    mean = {k: sum(f for f, _ in v) / len(v) for k, v in held.items()}
    rate = {k: mpf(sum(e for _, e in v)) / len(v) for k, v in held.items()}
    reliability = sum(len(v) * (mean[k] - rate[k]) ** 2 for k, v in held.items()) / n
    resolution = sum(len(v) * (rate[k] - base) ** 2 for k, v in held.items()) / n
    error = sum(len(v) * abs(mean[k] - rate[k]) for k, v in held.items()) / n
    agree(brier, sklearn.metrics.brier_score_loss(events, forecasts), "Brier")
    theirs = sklearn.calibration.calibration_curve(events, forecasts, n_bins=bins)
    for at, k in enumerate(sorted(held)):
        agree(rate[k], theirs[0][at], "frequency of a bin")
        agree(mean[k], theirs[1][at], "forecast of a bin")
    return {
        "bins": bins,
        "forecasts": [list(pair) for pair in zip(forecasts, events)],
        "brier": shown(brier),
        "reliability": shown(reliability),
        "resolution": shown(resolution),
        "uncertainty": shown(base * (1 - base)),
        "error": shown(error),
        "table": [[len(held[k]), shown(mean[k]), shown(rate[k])] for k in sorted(held)],
    }


def shown(value):
    return mp.nstr(value, 20)


def main():
    cases = []

    def add(name, value, *arguments):
        if value is not None and value > mpf("1e-290"):
            cases.append({"function": name, "arguments": list(arguments), "value": shown(value)})

    for n in (1, 2, 7, 30, 400, 10_000, 1_000_000, 10_000_000):
        for share in (0.0, 0.013, 0.25, 0.5, 0.871, 1.0):
            total = float(n * share) if n > 30 else round(n * share, 2)
            for tail in (0.5, 0.05, 1e-3, 1e-6, 1e-9):
                x = near(n, total / n, tail)
                if x > total / n:
                    add("hoeffdingTail", hoeffding(total, n, x), total, n, x)
                    add("bentkusTail", bentkus(total, n, x), total, n, x)
                    add("boundedMeanTail", mean_tail(total, n, x), total, n, x)
    for total, n in [(0, 1), (0.4, 1), (0, 20), (7.3, 30), (29.5, 30), (120.25, 400), (2_500_000.5, 10_000_000)]:
        for tail in (0.5, 0.05, 1e-4, 1e-9):
            add("boundedMeanUpper", mean_upper(total, n, tail), total, n, tail)
    posteriors = []
    for values in ([[0, 5], [1, 3]], [[0.5, 10]], [[0, 100]], [[1, 7]], [[0.1, 3], [0.25, 50], [0.9, 2]], [[0.3, 9_999_999], [1, 1]]):
        a, b = posterior(values)
        posteriors.append({"values": values, "a": shown(a), "b": shown(b)})
    for k in (0, 1, 3, 40, 5_000, 1_000_000):
        for tail in (0.5, 0.05, 1e-4, 1e-9):
            add("hazardUpper", gamma_quantile(tail, k + 1, True) / 8, k, 8, tail)
            if k > 0:
                add("hazardLower", gamma_quantile(tail, k, False) / 8, k, 8, tail)
            mean = float(scipy.special.pdtri(k, tail))
            add("hazardUpperTail", poisson_cdf(k, mean), k, 4, mean / 4)
            if k > 0:
                low = float(scipy.special.gammaincinv(k, tail))
                add("hazardLowerTail", gamma_tails(mpf(low), mpf(k))[0], k, 4, low / 4)
            add("hazardJeffreys", gamma_tails(mpf(mean), mpf(k) + mpf("0.5"))[1], k, 4, mean / 4)
    for shape in (0.5, 1, 1.5, 12.5, 300.5, 1e5, 1e7):
        for tail in (0.5, 0.9, 0.05, 1e-4, 1e-9, 1e-30):
            add("gammaQuantile", gamma_quantile(tail, shape, False), tail, shape)
            add("gammaQuantileUpper", gamma_quantile(tail, shape, True), tail, shape)
    for n in (1, 2, 5, 8, 12):
        for c in range(n + 1):
            for k in (1, 2, 3, 5, 8):
                if k <= n:
                    cases.append({"function": "allPass", "arguments": [c, n, k], "value": shown(all_pass(c, n, k))})
                    cases.append({"function": "anyPass", "arguments": [c, n, k], "value": shown(any_pass(c, n, k))})

    made = {
        "madeBy": "scripts/oracle-values.py",
        "versions": {
            "python": platform.python_version(),
            "mpmath": mpmath.__version__,
            "scipy": scipy.__version__,
            "statsmodels": statsmodels.__version__,
            "lifelines": lifelines.__version__,
            "scikit-learn": sklearn.__version__,
            "krippendorff": "0.9.0",
        },
        "digits": 50,
        "cases": cases,
        "posteriors": posteriors,
        "lifetimes": lifetimes(),
        "cohen": [kappa([[20, 5], [10, 15]]), kappa([[40, 9], [6, 45]]), kappa([[80, 10], [5, 5]]), kappa([[44, 5, 1], [7, 20, 3], [9, 5, 6]])],
        "fleiss": [fleiss(FLEISS), fleiss([[3, 0], [2, 1], [0, 3], [1, 2]])],
        "krippendorff": [alpha(KRIPPENDORFF)],
        "calibration": [calibration(1, 300, 10), calibration(2, 40, 4)],
    }
    TARGET.write_text(one_per_line(made))
    print(f"{len(cases)} cases")


# Fourteen psychiatrists, ten patients, five diagnoses; κ = 0.210 (an example that many texts share).
FLEISS = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
    [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
]  # fmt: skip
# Krippendorff 2011, Computing Krippendorff's alpha-reliability, data with missing grades: nominal α = 0.743.
KRIPPENDORFF = [
    [1, 1, None, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4],
    [1, 1, 2, 1], [2, 2, 2, 2], [None, 5, 5, 5], [None, None, 1, 1], [None, None, 3, None],
]  # fmt: skip

main()
