"""Solvers that get into trouble on purpose, and what stops runs."""

import os
import signal
import time

import anyio
from inspect_ai.log._samples import sample_active
from inspect_ai.model import get_model
from inspect_ai.solver import Generate, TaskState, solver
from inspect_ai.tool import tool
from inspect_ai.util import LimitExceededError

from .datasets import number


@solver
def trouble(errors=(), limits=(), interrupt=None, die=None, wait=None):
    """Raises for some (number, epoch), stops at a limit for others, and ends the run at one."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        at = (number(state), state.epoch)
        if at in errors:
            raise ValueError(f"sample {at[0]} broke in epoch {at[1]}")
        if at in limits:
            while True:
                state = await generate(state)
        if at == interrupt:
            os.kill(os.getpid(), signal.SIGINT)
            await anyio.sleep(30)
        if at == die:
            state = await generate(state)
            await anyio.sleep(0.5)
            os.kill(os.getpid(), signal.SIGKILL)
        if at == wait:
            await anyio.sleep(60)
        return await generate(state)

    return solve


@solver
def slow(kind: str):
    """Uses up time: the clock's, or time that counts as work."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        if number(state) % 2 == 0:
            for _ in range(60):
                if kind == "working":
                    time.sleep(0.2)
                    state = await generate(state)
                else:
                    await anyio.sleep(0.2)
        return await generate(state)

    return solve


@solver
def stated(kinds: list[str]):
    """Is stopped by the limit that stands at the sample's place in the list; the operator's by an interrupt."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        kind = kinds[number(state) - 1]
        if kind == "operator":
            sample_active().interrupt("score")
            await anyio.sleep(30)
        if kind != "":
            raise LimitExceededError(kind, value=3, limit=2)
        return await generate(state)

    return solve


@solver
def flaky(failures: int):
    """Fails so many times for every second sample before it works."""
    seen: dict[str, int] = {}

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        key = f"{state.sample_id} {state.epoch}"
        seen[key] = seen.get(key, 0) + 1
        if number(state) % 2 == 0 and seen[key] <= failures:
            raise ValueError(f"attempt {seen[key]} failed")
        return await generate(state)

    return solve


@solver
def asking(role: str):
    """Asks another model, too."""

    async def solve(state: TaskState, generate: Generate) -> TaskState:
        await get_model(role=role).generate("and you?")
        return await generate(state)

    return solve


@tool
def add():
    async def execute(x: int, y: int) -> int:
        """Adds two numbers.

        Args:
            x: The one.
            y: The other.
        """
        return x + y

    return execute


class Stopper:
    """An early stopping manager: no sample is run in its third epoch."""

    async def start_task(self, task, samples, epochs):
        return "stopper"

    async def schedule_sample(self, id, epoch):
        from inspect_ai.util import EarlyStop

        return EarlyStop(id=id, epoch=epoch, reason="enough") if epoch == 3 else None

    async def complete_sample(self, id, epoch, scores):
        pass

    async def complete_task(self):
        return {"stopped": True}
