"""Writes packages/engine/fixtures/distributions.json: quantiles and moments of every family of uncertain numbers by SciPy, and
mission-time expressions as Markov chains by the exponential of their matrices.

    python3 -m venv /tmp/oracle && /tmp/oracle/bin/pip install scipy
    /tmp/oracle/bin/python scripts/oracle-distributions.py
"""

import json
import pathlib
import platform

import numpy as np
import scipy
from oracle_fixture import one_per_line
from scipy import stats
from scipy.linalg import expm

TARGET = pathlib.Path(__file__).parent.parent / "packages/engine/fixtures/distributions.json"
LEVELS = [1e-12, 1e-9, 1e-6, 1e-3, 0.05, 0.25, 0.5, 0.75, 0.95, 0.999, 1 - 1e-6, 1 - 1e-9]


def pert(low, mode, high):
    a = 1 + 4 * (mode - low) / (high - low)
    b = 1 + 4 * (high - mode) / (high - low)
    return stats.beta(a, b, loc=low, scale=high - low)


def by_error_factor(mean, factor, level):
    sigma = np.log(factor) / stats.norm.ppf(level)
    return stats.lognorm(s=sigma, scale=mean * np.exp(-sigma * sigma / 2))


def histogram(first, *rest):
    bounds = [first, *rest[0::2]]
    weights = np.array(rest[1::2])
    # SciPy has heights of a density.
    return stats.rv_histogram((weights / np.diff(bounds) / weights.sum(), bounds), density=True)


FAMILIES = {
    "uniform": lambda low, high: stats.uniform(low, high - low),
    "normal": lambda mean, sd: stats.norm(mean, sd),
    "lognormal": lambda mu, sigma: stats.lognorm(s=sigma, scale=np.exp(mu)),
    "lognormal-by-error-factor": by_error_factor,
    "gamma": lambda shape, scale: stats.gamma(shape, scale=scale),
    "beta": lambda a, b: stats.beta(a, b),
    "triangular": lambda low, mode, high: stats.triang((mode - low) / (high - low), low, high - low),
    "pert": pert,
    "histogram": histogram,
}
CASES = [
    ("uniform", [0.1, 0.3]),
    ("normal", [0.2, 0.05]),
    ("lognormal", [-7, 0.8]),
    ("lognormal", [-2, 2.5]),
    ("lognormal-by-error-factor", [1e-3, 3, 0.95]),
    ("lognormal-by-error-factor", [2e-5, 10, 0.9]),
    ("gamma", [0.5, 2e-4]),
    ("gamma", [4, 0.01]),
    ("gamma", [120, 1e-6]),
    ("beta", [0.5, 99.5]),
    ("beta", [2, 30]),
    ("beta", [40, 7]),
    ("triangular", [0.1, 0.2, 0.5]),
    ("triangular", [0, 0, 1e-3]),
    ("pert", [0, 0.1, 0.4]),
    ("pert", [1e-4, 3e-4, 1e-2]),
    ("histogram", [0, 0.1, 3, 0.5, 1, 0.7, 6]),
]


def markov(rates, time):
    """Shares of the states after a time, from and to each, by the exponential of the matrix of rates."""
    q = np.array(rates, dtype=float)
    np.fill_diagonal(q, 0)
    np.fill_diagonal(q, -q.sum(axis=1))
    return expm(q * time)


def exponential(rate, time):
    return stats.expon(scale=1 / rate).cdf(time)


def weibull(scale, shape, start, time):
    return stats.weibull_min(shape, loc=start, scale=scale).cdf(time)


def glm(demand, failing, repair, time):
    return (np.array([1 - demand, demand]) @ markov([[0, failing], [repair, 0]], time))[1]


def periodic(failing, in_test, repair, period, first, by_test, duration, available, finds, restart, time):
    """Works; failed and not known; in repair; under test; failed under test."""
    rates = np.zeros((5, 5))
    rates[0, 1] = failing
    rates[2, 0] = repair * (1 - restart)
    rates[2, 1] = repair * restart
    rates[3, 4] = in_test
    state = np.array([1.0, 0, 0, 0, 0]) @ markov(rates, min(time, first))
    at = first
    while at < time:
        w, f, r, _, _ = state
        state = np.array([0, 0, r, (1 - by_test) * w, f + by_test * w]) @ markov(rates, min(duration, time - at))
        w, f, r, t, b = state
        if time - at <= duration:
            return f + r + b + (0 if available else t)
        state = np.array([w + t, f + (1 - finds) * b, r + finds * b, 0, 0]) @ markov(
            rates, min(period - duration, time - at - duration)
        )
        at += period
    return state[1] + state[2]


def periodic_5(failing, repair, period, first, time):
    return periodic(failing, failing, repair, period, first, 0, 0, True, 1, 0, time)


def periodic_4(failing, period, first, time):
    """What a test finds is repaired at once: it works when a test begins."""
    since = time if time <= first else (time - first) % period
    return exponential(failing, since)


EXPRESSIONS = {
    "exponential": exponential,
    "Weibull": weibull,
    "GLM": glm,
    "periodic-test": lambda *v: {4: periodic_4, 5: periodic_5, 11: periodic}[len(v)](*v),
}
CALLS = [
    ("exponential", [1e-3, 8760]),
    ("exponential", [1e-9, 24]),
    ("Weibull", [5000, 2.5, 0, 8760]),
    ("Weibull", [5000, 0.7, 100, 150]),
    ("GLM", [0.01, 1e-3, 0.1, 24]),
    ("GLM", [0.2, 1e-5, 1e-3, 8760]),
    ("periodic-test", [1e-3, 720, 100, 8000]),
    ("periodic-test", [1e-3, 720, 100, 50]),
    ("periodic-test", [1e-3, 0.02, 720, 100, 8000]),
    ("periodic-test", [1e-5, 1e-3, 720, 0, 730]),
    ("periodic-test", [1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 1, 0.9, 0.05, 8000]),
    ("periodic-test", [1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 0, 0.9, 0.05, 830]),
    ("periodic-test", [1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 0, 0.9, 0.05, 835]),
]

made = {
    "madeWith": {"python": platform.python_version(), "scipy": scipy.__version__, "numpy": np.__version__},
    "levels": LEVELS,
    "families": [
        {
            "family": family,
            "parameters": parameters,
            "quantiles": [float(x) for x in FAMILIES[family](*parameters).ppf(LEVELS)],
            "mean": float(FAMILIES[family](*parameters).mean()),
            "variance": float(FAMILIES[family](*parameters).var()),
        }
        for family, parameters in CASES
    ],
    "expressions": [
        {"operation": name, "inputs": inputs, "value": float(EXPRESSIONS[name](*inputs))} for name, inputs in CALLS
    ],
}
TARGET.write_text(one_per_line(made))
