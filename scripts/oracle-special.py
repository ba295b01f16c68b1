"""Writes packages/numerics/fixtures/special.json: special functions to 50 digits, rounded to doubles.

    python3 -m venv /tmp/oracle && /tmp/oracle/bin/pip install mpmath scipy gmpy2
    /tmp/oracle/bin/python scripts/oracle-special.py

The incomplete beta and gamma functions come from the continued fractions and series of the NIST handbook (DLMF 8.17.22,
8.11.4, 8.9.2) at 60 digits, not from the formulas that the package uses; `self_check` compares them with mpmath's own
and with SciPy where those work. Takes about two minutes.
"""

import json
import pathlib
import platform

import mpmath as mp
import scipy
import scipy.special
from mpmath import mpf
from oracle_tails import beta_tails, gamma_tails, log_beta

mp.mp.dps = 60
TARGET = pathlib.Path(__file__).parent.parent / "packages/numerics/fixtures/special.json"
SMALLEST = mpf("1e-300")


def beta_lower_quantile(p, a, b):
    """x with P(X <= x) = p <= 1/2: Newton on log P in the log-odds, where it is concave."""
    p, a, b = mpf(p), mpf(a), mpf(b)
    guess = scipy.special.betaincinv(float(a), float(b), float(p))
    floor = (mp.log(p) + mp.log(a) + log_beta(a, b)) / a
    v = mp.log(guess / (1 - mpf(guess))) if 1e-200 < guess < 1 else floor
    for _ in range(100):
        x = 1 / (1 + mp.exp(-v))
        y = 1 / (1 + mp.exp(v))
        lower, _upper = beta_tails(x, y, a, b)
        density = mp.exp(a * mp.log(x) + b * mp.log(y) - log_beta(a, b))
        step = (mp.log(lower) - mp.log(p)) * lower / density
        v = max(v - step, floor)
        if abs(step) < mpf(10) ** -25:
            return 1 / (1 + mp.exp(-v)), 1 / (1 + mp.exp(v))
    raise ArithmeticError("no convergence")


def normal_tail(x):
    """P(Z > x)."""
    return mp.erfc(mpf(x) / mp.sqrt(2)) / 2


def normal_upper_quantile(q):
    q = mpf(q)
    x = mpf(-scipy.special.ndtri(float(q)))
    for _ in range(50):
        tail = normal_tail(x)
        step = (mp.log(tail) - mp.log(q)) * tail * mp.sqrt(2 * mp.pi) * mp.exp(x * x / 2)
        x += step
        if abs(step) < mpf(10) ** -30:
            return x
    raise ArithmeticError("no convergence")


def shown(value):
    """A double, or None where the value is out of the range of full precision."""
    return float(value) if value == 0 or abs(value) >= SMALLEST else None


SIZES = [1, 2, 5, 10, 50, 100, 300, 1_000, 3_000, 10_000, 100_000, 1_000_000, 10_000_000]
ALPHAS = [0.5, 0.05, 1e-3, 1e-9]


def counts(n):
    return sorted({0, 1, min(3, n), n // 100, n // 10, n // 2, n - 1, n})


def quantile_rows():
    """[a, b, tail, lower quantile, upper quantile] for Clopper–Pearson and Jeffreys shapes."""
    shapes = []
    for n in SIZES:
        for k in counts(n):
            if k < n:
                shapes.append((k + 1, n - k))
            shapes.append((k + 0.5, n - k + 0.5))
    shapes += [(0.05, 0.05), (0.05, 20), (0.3, 1e6), (1e-2, 1), (1, 1), (2, 1e9), (1e8, 1e8), (1e8, 3)]
    rows = []
    for a, b in shapes:
        for alpha in ALPHAS:
            lower, _ = beta_lower_quantile(alpha, a, b)
            _, upper = beta_lower_quantile(alpha, b, a)
            rows.append([a, b, alpha, shown(lower), shown(upper)])
    return rows


def beta_rows():
    """[x, a, b, P(X <= x), P(X > x)] from the far lower to the far upper tail."""
    shapes = []
    for n in SIZES:
        for k in counts(n):
            shapes.append((k + 0.5, n - k + 0.5))
            if k < n and n in (10, 1_000, 10_000_000):
                shapes.append((k + 1, n - k))
    shapes += [(0.05, 0.05), (0.05, 20), (20, 0.05), (1e-2, 1), (1, 1), (2, 1e9), (1e8, 1e8), (1e8, 3)]
    rows = []
    for a, b in shapes:
        sd = 1 / a + 1 / b
        for z in (-36, -15, -5, -1, 0, 1, 5, 15, 36):
            v = scipy.special.digamma(a) - scipy.special.digamma(b) + z * sd**0.5
            x = float(scipy.special.expit(v))
            if not 1e-290 < x < 1:
                continue
            lower, upper = beta_tails(mpf(x), 1 - mpf(x), mpf(a), mpf(b))
            rows.append([x, a, b, shown(lower), shown(upper)])
    return rows


def gamma_rows():
    """[x, shape, P(X <= x), P(X > x)]."""
    rows = []
    for a in (0.5, 1, 2, 4, 5.5, 10, 50, 79, 81, 200, 1e3, 1e4, 1e5, 1e6, 1e7):
        for z in (-36, -15, -5, -2, -1, 0, 0.5, 1, 2, 5, 15, 36):
            v = scipy.special.digamma(a) + z * scipy.special.polygamma(1, a) ** 0.5
            if v > 15 + scipy.special.digamma(a) or v < -600:
                continue
            x = float(mp.exp(v))
            lower, upper = gamma_tails(mpf(x), mpf(a))
            rows.append([x, a, shown(lower), shown(upper)])
    return rows


def normal_rows():
    """[x, P(Z <= x), P(Z > x)]."""
    return [[x, shown(normal_tail(-x)), shown(normal_tail(x))] for x in [i / 8 for i in range(-296, 297, 7)]]


def normal_quantile_rows():
    """[q, upper quantile] for 0 < q < 1/2."""
    tails = [0.4999, 0.45, 0.3, 0.2, 0.1, 0.0751, 0.0749, 0.05, 0.025, 0.01] + [10.0**-k for k in range(3, 301, 9)]
    return [[q, shown(normal_upper_quantile(q))] for q in tails]


def log_gamma_rows():
    points = [1e-20, 1e-9, 1e-3, 0.1, 0.23, 0.5, 0.73, 0.9, 0.999, 1.001, 1.2, 1.4616, 1.5, 1.73, 1.999, 2.001, 2.5]
    points += [3.0, 3.7, 5.5, 7.9, 8.0, 8.1, 10.5, 33.0, 171.5, 1e3, 12345.6, 1e6, 1e7 + 0.5, 1e9, 1e15, 1e300]
    return [[x, shown(mp.loggamma(mpf(x)))] for x in points]


def elementary_rows():
    wide = [s * v for v in (1e-12, 1e-5, 0.01, 0.3, 0.36, 0.7, 1.0, 1.1, 2.5, 10.3, 38.9, 200.7, 690.1) for s in (-1, 1)]
    positive = [1e-300, 1e-20, 1e-3, 0.3, 0.5, 0.7, 0.7072, 0.99, 0.9999999, 1.0000001, 1.01, 1.42, 2.0, 3.3, 1e5, 1e300]
    above = [-0.999999, -0.9, -0.5, -0.2929, -0.1, -1e-5, -1e-12, 1e-12, 1e-5, 0.1, 0.4142, 0.42, 1.0, 5.5, 1e10, 1e300]
    pairs = [(0.999, 1e5), (1 - 1e-9, 1e10), (1.0000001, 5e9), (1 - 2.0**-53, 1e18), (0.3, 0.1), (3.3, 500.5)]
    pairs += [(1e-300, 0.9), (7.5, -300.25), (0.5, 0.5), (2.0, 0.3333333333333333), (1.49, 33.0), (1.73, 7.7), (1e5, 60.1)]
    return {
        "exp": [[x, shown(mp.exp(mpf(x)))] for x in wide],
        "expm1": [[x, shown(mp.expm1(mpf(x)))] for x in wide],
        "log": [[x, shown(mp.log(mpf(x)))] for x in positive],
        "log1p": [[x, shown(mp.log(1 + mpf(x)))] for x in above],
        "pow": [[x, y, shown(mp.power(mpf(x), mpf(y)))] for x, y in pairs],
    }


def self_check():
    for a, b, x in ((0.5, 0.5, 0.3), (3, 8, 0.6), (50.5, 250.5, 0.1), (1, 300, 0.01), (1000.5, 9000.5, 0.11)):
        exact = mp.betainc(a, b, 0, mpf(x), regularized=True)
        assert abs(beta_tails(mpf(x), 1 - mpf(x), mpf(a), mpf(b))[0] / exact - 1) < mpf(10) ** -40
        assert abs(scipy.special.betainc(a, b, x) / float(exact) - 1) < 1e-10
    for a, b, x in ((5e6, 5e6, 0.5001), (1e5 + 0.5, 1e7, 0.00991)):
        ours = float(beta_tails(mpf(x), 1 - mpf(x), mpf(a), mpf(b))[0])
        assert abs(scipy.special.betainc(a, b, x) / ours - 1) < 1e-9
    for a, x in ((0.5, 0.2), (3, 8), (50, 40)):
        exact = mp.gammainc(a, 0, mpf(x), regularized=True)
        assert abs(gamma_tails(mpf(x), mpf(a))[0] / exact - 1) < mpf(10) ** -40


def compact(table):
    return "[\n" + ",\n".join(json.dumps(row, separators=(",", ":")) for row in table) + "\n]"


def main():
    self_check()
    made = {"python": platform.python_version(), "mpmath": mp.__version__, "scipy": scipy.__version__}
    tables = elementary_rows() | {
        "logGamma": log_gamma_rows(),
        "normal": normal_rows(),
        "normalQuantile": normal_quantile_rows(),
        "gamma": gamma_rows(),
        "beta": beta_rows(),
        "betaQuantile": quantile_rows(),
    }
    body = ",\n".join(f'"{name}": {compact(rows)}' for name, rows in tables.items())
    TARGET.write_text(f'{{\n"madeWith": {json.dumps(made)},\n{body}\n}}\n')


if __name__ == "__main__":
    main()
