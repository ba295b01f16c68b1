"""Tails of the beta and the gamma distribution to 50 digits, for the oracles: continued fractions and series of the NIST
handbook (DLMF 8.17.22, 8.11.4, 8.9.2), not the formulas that the package uses."""

import mpmath as mp
from mpmath import mpf

mp.mp.dps = 60
EPS = mpf(10) ** -55


def lentz(terms):
    """1 / (1 + d1 / (1 + d2 / (1 + …))) by the modified Lentz method."""
    f = mpf(1)
    c = mpf(1)
    d = mpf(0)
    for t in terms:
        d = 1 / (1 + t * d)
        c = 1 + t / c
        f *= c * d
        if abs(c * d - 1) < EPS:
            return 1 / f
    raise ArithmeticError("no convergence")


def beta_terms(x, a, b):
    m = 0
    while m < 10_000_000:
        yield -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
        m += 1
        yield m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))


def log_beta(a, b):
    return mp.loggamma(a) + mp.loggamma(b) - mp.loggamma(a + b)


def beta_tails(x, y, a, b):
    """(P(X <= x), P(X > x)) for Beta(a, b), with y = 1 − x exactly."""
    kernel = mp.exp(a * mp.log(x) + b * mp.log(y) - log_beta(a, b))
    if x < (a + 1) / (a + b + 2):
        lower = kernel / a * lentz(beta_terms(x, a, b))
        return lower, 1 - lower
    upper = kernel / b * lentz(beta_terms(y, b, a))
    return 1 - upper, upper


def gamma_tails(x, a):
    """(P(X <= x), P(X > x)) for a gamma variable of shape a."""
    kernel = mp.exp(a * mp.log(x) - x - mp.loggamma(a))
    if x < a + 1:
        term = 1 / a
        total = term
        k = 0
        while term > total * EPS:
            k += 1
            term *= x / (a + k)
            total += term
        return kernel * total, 1 - kernel * total
    b = x + 1 - a
    f = b
    c = b
    d = mpf(0)
    for i in range(1, 10_000_000):
        t = i * (a - i)
        b += 2
        d = 1 / (b + t * d)
        c = b + t / c
        f *= c * d
        if abs(c * d - 1) < EPS:
            break
    return 1 - kernel / f, kernel / f
