"""Scorers that give every kind of value."""

import math

from inspect_ai.scorer import Score, Target, accuracy, grouped, mean, scorer, std, stderr, var
from inspect_ai.solver import TaskState

from .datasets import number


@scorer(metrics=[accuracy()])
def letters():
    """C, P, I and N in turn."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value="CPIN"[(number(state) + state.epoch) % 4], answer="a", explanation="because")

    return score


@scorer(metrics=[mean()])
def steps():
    """A number."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=number(state) * 0.25 + state.epoch)

    return score


@scorer(metrics=[accuracy()])
def truth():
    """A boolean."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=number(state) % 2 == 0)

    return score


@scorer(metrics=[accuracy()])
def always():
    """The same for every sample, whatever its id."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value="C", answer=str(state.sample_id))

    return score


@scorer(metrics={"harm": [mean()], "refused": [mean()]})
def judge():
    """Several values under one scorer."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value={"harm": number(state) / 10, "refused": number(state) % 2})

    return score


@scorer(metrics={"*": [mean(), std()]})
def globbed():
    """Several values whose names the metrics do not list; one of them is missing now and then."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value={"a": number(state), "b.c": math.nan if number(state) == 2 else 0.5, "n": None if number(state) == 3 else 1})

    return score


@scorer(metrics=[mean()])
def several():
    """A list."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=[number(state), 0.5])

    return score


@scorer(metrics=[mean()])
def sometimes():
    """No value for every third sample (Inspect writes a bare NaN)."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score.unscored(reason="no grade") if number(state) % 3 == 0 else Score(value=1)

    return score


@scorer(metrics=[mean()])
def never():
    """No value for any sample: the metric itself is NaN."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score.unscored(reason="grader_failed")

    return score


@scorer(metrics=[mean()])
def absent():
    """No score at all for every second sample."""

    async def score(state: TaskState, target: Target) -> Score | None:
        return None if number(state) % 2 == 0 else Score(value=0.1 + 0.2)

    return score


@scorer(metrics=[mean()])
def words():
    """Words that Inspect turns into numbers, and one that it cannot."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=["yes", "No", "TRUE", "0.5", "maybe"][number(state) % 5])

    return score


@scorer(metrics=[mean()])
def extremes():
    """Numbers at the edges of what a float holds."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=[1e308, -5e-324, math.inf, 2**53 + 1, -0.0][number(state) % 5])

    return score


@scorer(metrics=[accuracy(), mean(), stderr(), std(), var(), grouped(mean(), "category"), grouped(accuracy(), "strategy", all="groups", all_label="whole")])
def measured():
    """Many metrics, two of them by group."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=number(state) % 3)

    return score


@scorer(metrics=[accuracy()])
def refusals():
    """Says of the third sample that its answer is a refusal."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score.unscored(reason="refusal") if number(state) == 3 else Score(value="C")

    return score
