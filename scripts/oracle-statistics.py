"""Makes packages/core/src/statistics/fixtures/statistics.json: the functions of core's statistics by mpmath at 50 digits.

python3 -m venv /tmp/oracle-venv && /tmp/oracle-venv/bin/pip install mpmath==1.4.1 scipy==1.17.1
/tmp/oracle-venv/bin/python scripts/oracle-statistics.py

Every beta tail and quantile is compared with SciPy on the way; the script stops where the two differ by more than 1e-9.
"""

import pathlib
import platform

import mpmath
import scipy
import scipy.special
from mpmath import mp, mpf
from oracle_fixture import one_per_line

mp.dps = 50
TARGET = pathlib.Path(__file__).parent.parent / "packages/core/src/statistics/fixtures/statistics.json"


def agree(ours, theirs, what):
    theirs = float(theirs)
    if theirs > 1e-290 and abs(float(ours / mpf(theirs)) - 1) > 1e-9:
        raise SystemExit(f"mpmath {ours} and SciPy {theirs} differ: {what}")
    return ours


def beta_survival(x, a, b):
    x, a, b = mpf(x), mpf(a), mpf(b)
    if x <= 0:
        return mpf(1)
    if x >= 1:
        return mpf(0)
    value = mp.betainc(b, a, 0, 1 - x, regularized=True)
    return agree(value, scipy.special.betaincc(float(a), float(b), float(x)), f"betaincc({a}, {b}, {x})")


def beta_quantile(p, a, b, upper):
    """The x with lower (or upper) tail p: secant steps in the log-odds from SciPy's value."""
    if upper:
        return 1 - beta_quantile(p, b, a, upper=False)
    p, a, b = mpf(p), mpf(a), mpf(b)
    start = mpf(scipy.special.betaincinv(float(a), float(b), float(p)))

    def distance(y):
        return mp.log(mp.betainc(a, b, 0, 1 / (1 + mp.exp(-y)), regularized=True) / p)

    y = mp.log(start / (1 - start))
    root = mp.findroot(distance, (y, y * (1 + mpf(10) ** -8) + mpf(10) ** -12), solver="secant", tol=1e-60)
    return agree(1 / (1 + mp.exp(-root)), start, f"beta quantile {p}, {a}, {b}")


def binomial_upper(k, n, alpha):
    return mpf(1) if k == n else beta_quantile(alpha, k + 1, n - k, upper=True)


def binomial_lower(k, n, alpha):
    return mpf(0) if k == 0 else beta_quantile(alpha, k, n - k + 1, upper=False)


def wilson(k, n, alpha, sign):
    if (k, sign) in [(0, -1), (n, 1)]:
        return mpf(max(0, sign))
    z = mp.sqrt(2) * mp.erfinv(1 - 2 * mpf(alpha))
    rate, n = mpf(k) / n, mpf(n)
    centre = rate + z * z / (2 * n)
    half = z * mp.sqrt(rate * (1 - rate) / n + z * z / (4 * n * n))
    return min(mpf(1), max(mpf(0), (centre + sign * half) / (1 + z * z / n)))


def poisson_upper(k, alpha):
    def distance(m):
        return mp.log(mp.gammainc(k + 1, m, mp.inf, regularized=True) / mpf(alpha))

    start = mpf(scipy.special.pdtri(k, alpha))
    return agree(mp.findroot(distance, (start, start * (1 + mpf(10) ** -8)), solver="secant", tol=1e-60), start, "Poisson")


def at_least_one(p, n):
    return -mp.expm1(mpf(n) * mp.log1p(-mpf(p)))


def beta_binomial(k, n, p, rho):
    p, rho = mpf(p), mpf(rho)
    a, b = p * (1 / rho - 1), (1 - p) * (1 / rho - 1)
    below = sum(mp.binomial(n, j) * mp.beta(a + j, b + n - j) / mp.beta(a, b) for j in range(k))
    return 1 - below


def at_least_of(k, n, p):
    p = mpf(p)
    return 1 - sum(mp.binomial(n, j) * p**j * (1 - p) ** (n - j) for j in range(k))


def group_all_fail(p, k, beta):
    p, beta = mpf(p), mpf(beta)
    return beta * p + (1 - beta * p) * ((p - beta * p) / (1 - beta * p)) ** mpf(k)


def conservative_posterior(theta, epsilon, p, n):
    theta, epsilon, p = mpf(theta), mpf(epsilon), mpf(p)
    good = theta * (1 - epsilon) ** n
    return good / (good + (1 - theta) * (1 - p) ** n)


def conservative_demands(c, theta, epsilon, p):
    c, theta, epsilon, p = mpf(c), mpf(theta), mpf(epsilon), mpf(p)
    return mp.log(c / (1 - c) * (1 - theta) / theta) / (mp.log1p(-epsilon) - mp.log1p(-p))


def requirement(k, n, direction, x, margin):
    """Doubt and Jeffreys tail of `rate <= x` or `rate >= x`; the limit is the double that the product computes."""
    limit, bad = (x / margin, k) if direction == "<=" else ((1 - x) / margin, n - k)
    doubt = mpf(1) if bad == n else beta_survival(limit, bad + 1, n - bad)
    return doubt, beta_survival(limit, bad + mpf("0.5"), n - bad + mpf("0.5"))


def main():
    cases = []

    def add(name, function, *arguments):
        cases.append({"function": name, "arguments": list(arguments), "value": mp.nstr(function(*arguments), 20)})

    counts = [(0, 1), (1, 1), (0, 10), (1, 100), (3, 300), (22, 48), (62, 400), (682, 925), (0, 2000), (7, 100000), (40, 1000000)]
    for k, n in counts:
        for alpha in (0.05, 0.025, 1e-4, 1e-12, 0.5):
            add("binomialUpper", binomial_upper, k, n, alpha)
            add("binomialLower", binomial_lower, k, n, alpha)
            half = mpf("0.5")
            add("jeffreysUpper", lambda k, n, alpha: beta_quantile(alpha, k + half, n - k + half, upper=True), k, n, alpha)
            add("jeffreysLower", lambda k, n, alpha: beta_quantile(alpha, k + half, n - k + half, upper=False), k, n, alpha)
            add("uniformPriorUpper", lambda k, n, alpha: beta_quantile(alpha, k + 1, n - k + 1, upper=True), k, n, alpha)
            add("wilsonUpper", lambda k, n, alpha: wilson(k, n, alpha, 1), k, n, alpha)
            add("wilsonLower", lambda k, n, alpha: wilson(k, n, alpha, -1), k, n, alpha)
    for k in (0, 1, 2, 3, 10, 150):
        for alpha in (0.05, 1e-6, 0.5):
            add("poissonUpper", poisson_upper, k, alpha)
    for p, n in [(1e-18, 1e5), (1e-5, 1e5), (1e-3, 7.5), (0.3, 12), (1e-9, 1e12)]:
        add("atLeastOne", at_least_one, p, n)
    for total, n in [(1e-3, 1e5), (0.5, 3), (1e-15, 10)]:
        add("perUseProbability", lambda total, n: -mp.expm1(mp.log1p(-mpf(total)) / mpf(n)), total, n)
    for p, c in [(1e-3, 0.95), (1e-4, 0.99), (1e-12, 0.999), (0.05, 0.95)]:
        add("demandsWithoutFailure", lambda p, c: mp.log1p(-mpf(c)) / mp.log1p(-mpf(p)), p, c)
    for n, alpha in [(10, 0.05), (59, 0.05), (3000, 0.05), (1e9, 1e-4)]:
        add("zeroFailureUpper", lambda n, alpha: -mp.expm1(mp.log(mpf(alpha)) / mpf(n)), n, alpha)
    add("failureFreeExposure", lambda rate, c: -mp.log1p(-mpf(c)) / mpf(rate), 1.09e-8, 0.95)
    for k, n, p in [(3, 1000, 1e-4), (1, 5, 0.2), (20, 100, 0.05), (12, 12, 0.5)]:
        add("atLeastOf", at_least_of, k, n, p)
    for k, n, p, rho in [(3, 1000, 1e-4, 0.01), (1, 5, 0.2, 0.5), (20, 100, 0.05, 1e-3), (12, 12, 0.5, 0.1), (30, 2000, 1e-3, 0.02), (3, 50, 0.9, 0.7)]:
        add("betaBinomialAtLeastOf", beta_binomial, k, n, p, rho)
    for p, k, beta in [(0.01, 3, 0.1), (0.05, 3, 0.1), (0.9, 2, 0.5), (1e-9, 2, 1e-3)]:
        add("groupAllFail", group_all_fail, p, k, beta)
    for theta, epsilon, p, n in [(0.9, 1e-4, 1e-3, 1000), (0.9, 1e-4, 1e-3, 3000), (0.1, 0.0, 1e-6, 1000000), (0.5, 1e-10, 1.09e-8, 100000000)]:
        add("conservativePosterior", conservative_posterior, theta, epsilon, p, n)
    for theta in (0.1, 0.5, 0.9):
        add("conservativeDemands", conservative_demands, 0.95, theta, 1e-10, 1.09e-8)

    requirements = []
    for k, n, direction, x, margin in [
        (0, 59, "<=", 0.05, 1), (1, 100, "<=", 0.05, 2), (3, 300, "<=", 0.05, 1), (0, 20, "<=", 0.05, 2), (5, 5, "<=", 0.9, 1),
        (0, 3000, "<=", 0.02, 1), (12, 40000, "<=", 0.01, 1), (2, 71, "<=", 1e-6, 1), (59, 59, ">=", 0.95, 1),
        (98, 100, ">=", 0.9, 2), (0, 4, ">=", 0.5, 1), (99990, 100000, ">=", 0.999, 1.5),
    ]:  # fmt: skip
        doubt, jeffreys = requirement(k, n, direction, x, margin)
        requirements.append(
            {"events": k, "trials": n, "direction": direction, "value": x, "margin": margin, "doubt": mp.nstr(doubt, 20), "jeffreys": mp.nstr(jeffreys, 20)}
        )

    made = {
        "madeBy": "scripts/oracle-statistics.py",
        "versions": {"python": platform.python_version(), "mpmath": mpmath.__version__, "scipy": scipy.__version__},
        "digits": mp.dps,
        "cases": cases,
        "requirements": requirements,
    }
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(one_per_line(made))
    print(f"{len(cases)} cases and {len(requirements)} requirements")


main()
