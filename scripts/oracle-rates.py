"""Makes packages/core/src/statistics/fixtures/rates.json: bounds and doubts of rates by mpmath at 50 digits.

python3 -m venv /tmp/oracle-venv && /tmp/oracle-venv/bin/pip install mpmath==1.4.1 scipy==1.17.1 statsmodels==0.15.0 gmpy2==2.3.2
/tmp/oracle-venv/bin/python scripts/oracle-rates.py

Beta tails and quantiles are those of oracle-special.py (continued fraction of the NIST handbook, DLMF 8.17.22, at 60 digits),
difference tests from sums of probabilities on a grid that is refined, posteriors from mpmath's own quadrature. SciPy and
statsmodels check on the way where they have the same function; the script stops where they differ.
"""

import importlib.util
import json
import pathlib
import platform

import mpmath
import numpy
import scipy
import scipy.special
import scipy.stats
import statsmodels
from mpmath import mp, mpf
from statsmodels.stats.contingency_tables import mcnemar
from statsmodels.stats.proportion import confint_proportions_2indep

mp.dps = 60
TARGET = pathlib.Path(__file__).parent.parent / "packages/core/src/statistics/fixtures/rates.json"


def agree(ours, theirs, what, tolerance=1e-9):
    theirs = float(theirs)
    if abs(theirs) > 1e-290 and abs(float(ours / mpf(theirs)) - 1) > tolerance:
        raise SystemExit(f"mpmath {mp.nstr(ours, 20)} and {theirs} differ: {what}")
    return ours


# --- beta tails ------------------------------------------------------------------------------------------------------


def load(name):
    """The functions of another oracle; its name is no name of a module."""
    spec = importlib.util.spec_from_file_location(name.replace("-", "_"), pathlib.Path(__file__).parent / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


special = load("oracle-special")
beta_tails = special.beta_tails
lower_quantile = special.beta_lower_quantile


def beta_survival(x, a, b):
    x, a, b = mpf(x), mpf(a), mpf(b)
    if x <= 0:
        return mpf(1)
    if x >= 1:
        return mpf(0)
    return beta_tails(x, 1 - x, a, b)[1]


HALF = mpf("0.5")
SIZES = [1, 2, 3, 10, 59, 300, 2_000, 50_000, 1_000_000, 10_000_000]
ALPHAS = [0.5, 0.05, 1e-3, 1e-6, 1e-9]


def events_of(n):
    return sorted({0, 1, min(2, n), n // 100, n // 3, n - 1, n})


def bound_rows():
    """[k, n, alpha, exact lower, exact upper, Jeffreys lower, Jeffreys upper], null where out of range."""
    rows = []
    for n in SIZES:
        for k in events_of(n):
            for alpha in ALPHAS:
                lower = mpf(0) if k == 0 else lower_quantile(alpha, k, n - k + 1)[0]
                upper = mpf(1) if k == n else lower_quantile(alpha, n - k, k + 1)[1]
                jeffreys = lower_quantile(alpha, k + HALF, n - k + HALF)[0], lower_quantile(alpha, n - k + HALF, k + HALF)[1]
                if 0 < k < n:
                    agree(lower, scipy.special.betaincinv(k, n - k + 1, alpha), f"lower {k} {n} {alpha}")
                    agree(1 - upper, scipy.special.betaincinv(n - k, k + 1, alpha), f"upper {k} {n} {alpha}")
                rows.append([k, n, alpha, shown(lower), shown(upper), shown(jeffreys[0]), shown(jeffreys[1])])
    return rows


def tail_rows():
    """[k, n, limit, doubt of rate <= limit] at limits whose tail is near each alpha, as doubles."""
    rows = []
    for n in SIZES:
        for k in events_of(n):
            if k == n:
                continue
            for alpha in ALPHAS:
                limit = float(lower_quantile(alpha, n - k, k + 1)[1])
                if 1e-280 < limit < 1:
                    rows.append([k, n, limit, shown(beta_survival(limit, k + 1, n - k))])
    return rows


shown = special.shown


# --- Student ---------------------------------------------------------------------------------------------------------


def student_rows():
    """[q, df, quantile]."""
    rows = []
    for df in (1, 2, 5, 9, 49, 999, 1e6):
        for q in (0.4, 0.05, 1e-3, 1e-9):
            guess = mpf(scipy.stats.t.isf(q, df))

            def distance(t, q=q, df=mpf(df)):
                return mp.log(beta_tails(df / (df + t * t), t * t / (df + t * t), df / 2, HALF)[0] / 2) - mp.log(mpf(q))

            root = mp.findroot(distance, (guess, guess * (1 + mpf(10) ** -9)), solver="secant", tol=1e-60)
            rows.append([q, df, shown(root)])
    return rows


# --- sequential ------------------------------------------------------------------------------------------------------


def sequential_rows():
    """[k, n, limit, 1 / E]: the mixture integrated as it is written."""
    rows = []
    for k, n, x in [(0, 10, 0.5), (0, 100, 0.05), (0, 1000, 0.01), (3, 300, 0.05), (3, 300, 0.012), (40, 1000, 0.05), (100, 100000, 0.002), (0, 10_000_000, 1e-6), (5, 10_000_000, 3e-6)]:
        x = mpf(x)
        prior = mp.betainc(HALF, HALF, 0, x)
        top = mpf(k) / n

        def ratio(theta, k=k, n=n, x=x):
            # p = sin(theta)^2 takes the ends off Beta(1/2, 1/2): dp / sqrt(p (1 - p)) = 2 d theta.
            p = mp.sin(theta) ** 2
            value = (n - k) * (mp.log1p(-p) - mp.log1p(-x))
            if k:
                value += k * (mp.log(p) - mp.log(x)) if p > 0 else -mp.inf
            return 2 * mp.exp(value)

        end = mp.asin(mp.sqrt(x))
        width = 1 / mp.sqrt(mpf(n))
        middle = mp.asin(mp.sqrt(min(top, x)))
        cuts = sorted({mpf(0), end} | {min(max(middle + j * width, mpf(0)), end) for j in (-8, -4, -2, -1, 0, 1, 2, 4, 8, 16)})
        total = sum(mp.quad(ratio, [a, b]) for a, b in zip(cuts, cuts[1:]))
        rows.append([k, n, float(x), shown(min(mpf(1), prior / total))])
    return rows


# --- trials needed ---------------------------------------------------------------------------------------------------


def needed_rows():
    """[limit, alpha, events, trials]: checked on both sides."""
    rows = []
    for limit in (0.5, 0.05, 1e-3, 1e-5):
        for alpha in (0.5, 0.05, 0.01, 1e-6):
            for k in (0, 1, 2, 4, 20):

                def enough(n, limit=limit, alpha=alpha, k=k):
                    # A tail that is exactly the alpha (2 of 5 at one half) is enough, whatever its last digit.
                    return beta_survival(limit, k + 1, n - k) <= mpf(alpha) * (1 + mpf(10) ** -40)

                low, high = k, k + 1
                while not enough(high):
                    low, high = high, 2 * high
                while high - low > 1:
                    middle = (low + high) // 2
                    low, high = (low, middle) if enough(middle) else (middle, high)
                rows.append([limit, alpha, k, high])
    return rows


# --- two arms --------------------------------------------------------------------------------------------------------


def at_most(k, n, p):
    p = min(mpf(1), max(mpf(0), p))
    return sum(mp.binomial(n, j) * p**j * (1 - p) ** (n - j) for j in range(k + 1))


def at_least(k, n, p):
    p = min(mpf(1), max(mpf(0), p))
    return sum(mp.binomial(n, j) * p**j * (1 - p) ** (n - j) for j in range(k, n + 1))


def fisher(w):
    return w * (1 - mp.log(w)) if w > 0 else mpf(0)


def largest(function, low, high, steps=400):
    """On a grid, then on ever finer ones around the best: no use is made of its shape."""
    low, high = mpf(low), mpf(high)
    for _ in range(12):
        points = [low + (high - low) * i / steps for i in range(steps + 1)]
        values = [function(point) for point in points]
        best = max(range(steps + 1), key=lambda i: values[i])
        low, high = points[max(0, best - 1)], points[min(steps, best + 1)]
        steps = 20
    return max(values)


def difference_rows():
    """[k, m, l, n, limit, doubt of the difference, limit of the ratio, doubt of the ratio]."""
    rows = []
    mp.dps = 40
    for k, m, l, n, d, r in [(6, 40, 5, 40, 0.3, 3.0), (0, 20, 0, 20, 0.2, 2.0), (12, 30, 3, 25, 0.5, 12.0), (1, 10, 10, 10, -0.5, 0.6), (5, 5, 0, 5, 0.9, 4.0), (2, 40, 0, 40, 0.25, 5.0), (0, 30, 12, 30, 0.0, 0.7)]:
        difference = largest(lambda t: fisher(at_most(k, m, t + mpf(d)) * at_least(l, n, t)), max(0, -d), min(1, 1 - d))
        ratio = largest(lambda t: fisher(at_most(k, m, t * mpf(r)) * at_least(l, n, t)), 0, min(1, 1 / mpf(r)))
        rows.append([k, m, l, n, d, shown(difference), r, shown(min(mpf(1), ratio))])
    mp.dps = 60
    return rows


def paired_rows():
    """[b, c, n, limit, doubt]."""
    rows = []
    mp.dps = 40
    for b, c, n, d in [(2, 1, 100, 0.1), (0, 0, 100, 0.05), (5, 20, 60, -0.05), (3, 4, 30, 0.3), (1, 9, 40, 0.0)]:
        if d == 0:
            value = at_most(b, b + c, HALF)
            agree(value, scipy.stats.binom.cdf(b, b + c, 0.5), "McNemar")
            # statsmodels gives the two-sided test: twice the smaller tail.
            agree(2 * value, mcnemar([[0, b], [c, 0]], exact=True).pvalue, "McNemar")
        else:
            value = largest(lambda q: fisher(at_most(b, n - c, (q + mpf(d)) / (1 - q)) * at_least(c, n, q)), max(0, -d), (1 - mpf(d)) / 2)
        rows.append([b, c, n, d, shown(value)])
    mp.dps = 60
    return rows


def score_end(k, m, l, n, z, sign):
    """The difference at which the score statistic is sign * z, its restricted rate found by golden section, not in closed form."""

    def restricted(delta):
        def loglik(q):
            p = q + delta
            parts = ((k, p), (m - k, 1 - p), (l, q), (n - l, 1 - q))
            return sum(count * mp.log(max(value, mpf(10) ** -50)) for count, value in parts if count)

        low, high = max(mpf(0), -delta), min(mpf(1), 1 - delta)
        g = (mp.sqrt(5) - 1) / 2
        for _ in range(80):
            a, b = high - g * (high - low), low + g * (high - low)
            low, high = (low, b) if loglik(a) > loglik(b) else (a, high)
        return (low + high) / 2

    def score(delta):
        q = restricted(delta)
        p = q + delta
        variance = (p * (1 - p) / m + q * (1 - q) / n) * mpf(m + n) / (m + n - 1)
        return (mpf(k) / m - mpf(l) / n - delta) / mp.sqrt(variance)

    low, high = (mpf(-1), mpf(k) / m - mpf(l) / n) if sign > 0 else (mpf(k) / m - mpf(l) / n, mpf(1))
    for _ in range(46):
        middle = (low + high) / 2
        low, high = (middle, high) if score(middle) > sign * z else (low, middle)
    return low


def comparison_rows():
    """[k, m, l, n, alpha, Newcombe lower, upper (statsmodels), Miettinen-Nurminen lower, upper]."""
    rows = []
    mp.dps = 40
    z = mp.sqrt(2) * mp.erfinv(mpf("0.95"))
    for k, m, l, n in [(56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (5, 56, 0, 29)]:
        hybrid = confint_proportions_2indep(k, m, l, n, method="newcomb", compare="diff", alpha=0.05)
        ends = [score_end(k, m, l, n, z, sign) for sign in (1, -1)]
        rows.append([k, m, l, n, 0.025, *map(float, hybrid), *map(float, ends)])
    mp.dps = 60
    return rows


# --- clusters --------------------------------------------------------------------------------------------------------

CLUSTERS = {
    "even": [[0, 10], [2, 10], [1, 10], [0, 10], [5, 10], [0, 10], [3, 10], [1, 10]],
    "none": [[0, 5]] * 12,
    "whole": [[0, 8], [8, 8], [0, 8], [0, 8], [0, 8], [0, 8], [0, 8], [0, 8], [0, 8], [0, 8], [0, 8], [8, 8]],
    "uneven": [[0, 1], [1, 40], [0, 3], [2, 17], [0, 90], [1, 2], [4, 60]],
}


def beta_binomial_rows():
    """[name, limit, P(mean > limit)]: Gauss-Legendre panels in both log-odds, in 25 digits, twice with different panels."""
    mp.dps = 25
    rows = []
    for name, limits in [("even", (0.3, 0.5)), ("none", (0.05, 0.2)), ("whole", (0.5,)), ("uneven", (0.2,))]:
        counts = {}
        for k, n in CLUSTERS[name]:
            counts[(k, n)] = counts.get((k, n), 0) + 1

        def density(y, w, counts=counts):
            mu, rest = 1 / (1 + mp.exp(-y)), 1 / (1 + mp.exp(y))
            rho, other = 1 / (1 + mp.exp(-w)), 1 / (1 + mp.exp(w))
            size = other / rho
            a, b = mu * size, rest * size
            value = mu * rest * rho * other
            for (k, n), times in counts.items():
                part = mpf(1)
                for j in range(k):
                    part *= a + j
                for j in range(n - k):
                    part *= b + j
                whole = mpf(1)
                for j in range(n):
                    whole *= size + j
                value *= (part / whole) ** times
            return value

        nodes = [(mpf(x), mpf(weight)) for x, weight in zip(*numpy.polynomial.legendre.leggauss(24))]

        def panels(function, cuts, nodes=nodes):
            total = mpf(0)
            for low, high in zip(cuts, cuts[1:]):
                half = (mpf(high) - mpf(low)) / 2
                total += half * sum(weight * function(mpf(low) + half * (1 + x)) for x, weight in nodes)
            return total

        for limit in limits:
            cut = mp.log(mpf(limit) / (1 - mpf(limit)))
            w_cuts = [-30, -18, -12, -8, -6, -4, -2, 0, 2, 4, 7, 12, 20, 32]
            below = [cut - d for d in (64, 44, 30, 20, 13, 8, 5, 3, 1.5, 0.5, 0)]
            above = [cut + d for d in (0, 0.5, 1.5, 3, 5, 8, 13, 20, 30, 44, 64)]
            upper = panels(lambda w: panels(lambda y: density(y, w), above), w_cuts)
            lower = panels(lambda w: panels(lambda y: density(y, w), below), w_cuts)
            rows.append([name, limit, shown(upper / (upper + lower))])
            print(name, limit, rows[-1][2])
    mp.dps = 60
    return rows


def cluster_rows():
    """[name, linearised variance, effective number, Korn-Graubard upper bound at alpha = 0.05]."""
    rows = []
    for name in ("even", "whole", "uneven"):
        clusters = CLUSTERS[name]
        m, trials, events = len(clusters), sum(n for _, n in clusters), sum(k for k, _ in clusters)
        r = mpf(events) / trials
        variance = mpf(m) / (m - 1) * sum((k - r * n) ** 2 for k, n in clusters) / mpf(trials) ** 2
        effective = r * (1 - r) / variance
        ratio = mpf(scipy.stats.t.isf(0.05, trials - 1)) / mpf(scipy.stats.t.isf(0.05, m - 1))
        left = min(mpf(trials), effective * ratio**2)
        upper = lower_quantile(mpf("0.05"), left * (1 - r), r * left + 1)[1]
        rows.append([name, shown(variance), shown(effective), shown(upper)])
    return rows


# --- area under the curve --------------------------------------------------------------------------------------------


def roc_rows():
    """[attacks, benign, area, DeLong variance, lower bound at alpha = 0.05]: pair by pair."""
    rows = []
    for attacks, benign in [([3, 5, 7, 9, 9], [1, 2, 3, 4, 8, 9]), ([10, 11, 12], [1, 2, 3, 4]), ([1, 2, 2], [2, 2, 3])]:
        m, n = len(attacks), len(benign)
        wins = [[mpf(1) if x > y else HALF if x == y else mpf(0) for y in benign] for x in attacks]
        area = sum(map(sum, wins)) / (m * n)
        v10 = [sum(row) / n for row in wins]
        v01 = [sum(wins[i][j] for i in range(m)) / m for j in range(n)]
        variance = sum((v - area) ** 2 for v in v10) / (m - 1) / m + sum((v - area) ** 2 for v in v01) / (n - 1) / n
        agree(area, scipy.stats.mannwhitneyu(attacks, benign).statistic / (m * n), "area")
        pairs = min(m, n)
        if area == 1:
            bound = mpf("0.05") ** (mpf(1) / pairs)
        else:

            def distance(a, area=area, pairs=pairs):
                kl = area * mp.log(area / a) + (1 - area) * mp.log((1 - area) / (1 - a))
                return kl + mp.log(mpf(0.05)) / pairs

            bound = mp.findroot(distance, (mpf("1e-12"), area * (1 - mpf("1e-12"))), solver="anderson", tol=1e-40)
        rows.append([attacks, benign, shown(area), shown(variance), shown(bound)])
    return rows


def conservative_rows():
    """[theta, epsilon, p, n, doubt]."""
    rows = []
    for theta, epsilon, p, n in [(0.9, 1e-4, 1e-3, 1000), (0.9, 1e-4, 1e-3, 30000), (0.5, 0.0, 0.05, 59), (0.1, 1e-10, 1.09e-8, 476080000)]:
        good = mpf(theta) * (1 - mpf(epsilon)) ** n
        bad = (1 - mpf(theta)) * (1 - mpf(p)) ** n
        rows.append([theta, epsilon, p, n, shown(bad / (good + bad))])
    return rows


def main():
    versions = {"python": platform.python_version(), "mpmath": mpmath.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__, "numpy": numpy.__version__}
    tables = {
        "bounds": bound_rows(),
        "tails": tail_rows(),
        "student": student_rows(),
        "sequential": sequential_rows(),
        "needed": needed_rows(),
        "difference": difference_rows(),
        "paired": paired_rows(),
        "comparison": comparison_rows(),
        "clusterRate": cluster_rows(),
        "betaBinomial": beta_binomial_rows(),
        "roc": roc_rows(),
        "conservative": conservative_rows(),
    }
    body = ",\n".join(f'"{name}": [\n' + ",\n".join(json.dumps(row) for row in rows) + "\n]" for name, rows in tables.items())
    head = json.dumps({"madeBy": "scripts/oracle-rates.py", "versions": versions, "clusters": CLUSTERS})
    TARGET.write_text(head[:-1] + ",\n" + body + "\n}\n")
    print({name: len(rows) for name, rows in tables.items()})


if __name__ == "__main__":
    main()
