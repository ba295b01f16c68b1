"""Writes the small Inspect logs under packages/evidence/fixtures/inspect, and what Inspect's own API reads from them.

    /usr/bin/python3 -m venv /tmp/inspect && /tmp/inspect/bin/pip install inspect-ai
    cp scripts/make-inspect-fixtures.py /tmp/ && cd /tmp
    /tmp/inspect/bin/python make-inspect-fixtures.py OUT

Run it from a copy outside any repository, with the system's Python: Inspect stores the paths of tracebacks and the
git remote in its logs.
Everything runs on `mockllm/model`, without network. The logs hold times and random ids, so two runs differ in their
bytes but not in `expected.json` (except for the version of the tool).
"""

import json
import math
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from inspect_ai import Task, eval
from inspect_ai.dataset import MemoryDataset, Sample
from inspect_ai.log import ProvenanceData, invalidate_samples, read_eval_log, write_eval_log
from inspect_ai.model import ModelOutput, ModelUsage, get_model
from inspect_ai.scorer import Score, Target, accuracy, mean, scorer
from inspect_ai.solver import Generate, TaskState, generate, solver


def model():
    """Inspect's mock model; the usage is stated because counting tokens would need a download."""
    return get_model("mockllm/model", custom_outputs=lambda *_: answer())


def answer():
    output = ModelOutput.from_content(model="mockllm", content="yes")
    output.usage = ModelUsage(input_tokens=2, output_tokens=1, total_tokens=3)
    return output


def numbered(count: int, metadata: bool = False) -> MemoryDataset:
    return MemoryDataset(
        [
            Sample(
                id=f"s{i}" if i % 2 else i,
                input=f"question {i}",
                target="yes",
                metadata={"is_attack": i % 2 == 0, "strategy": f"k{i % 3}", "suspicion": i / 10, "long": "x" * 2000} if metadata else None,
            )
            for i in range(1, count + 1)
        ],
        name="numbered",
    )


def number(state: TaskState) -> int:
    return int(str(state.sample_id).lstrip("s"))


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


@scorer(metrics={"harm": [mean()], "refused": [mean()]})
def judge():
    """Several values under one scorer."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value={"harm": number(state) / 10, "refused": number(state) % 2})

    return score


@scorer(metrics=[mean()])
def sometimes():
    """No value for every third sample (Inspect writes a bare NaN)."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score.unscored(reason="no grade") if number(state) % 3 == 0 else Score(value=1)

    return score


@scorer(metrics=[mean()])
def words():
    """Words that Inspect turns into numbers, and one that it cannot."""

    async def score(state: TaskState, target: Target) -> Score:
        return Score(value=["yes", "No", "TRUE", "0.5", "maybe"][number(state) % 5])

    return score


@solver
def trouble(errors=(), limits=(), interrupt=None, die=None):
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
            import anyio

            await anyio.sleep(30)
        if at == die:
            os._exit(7)
        return await generate(state)

    return solve


def run(name, task, log_format="eval", **options):
    folder = tempfile.mkdtemp()
    logs = eval(
        task, model=model(), log_dir=folder, log_format=log_format, display="none",
        log_realtime=False, max_samples=1, log_buffer=1, **options,
    )
    return keep(name, Path(logs[0].location), log_format) if logs else None


def keep(name, location, log_format):
    destination = OUT / f"{name}.{log_format}"
    shutil.copyfile(str(location).removeprefix("file://"), destination)
    return destination


def plain(value):
    if isinstance(value, float) and not math.isfinite(value):
        return str(value)
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return value


def expected(path: Path):
    log = read_eval_log(str(path))
    results = log.results
    rows = sorted(
        (
            {
                "sample": str(sample.id),
                "epoch": sample.epoch,
                "scores": {name: plain(score.value) for name, score in (sample.scores or {}).items()},
                "error": sample.error is not None,
                "limit": sample.limit.type if sample.limit else None,
                "invalid": sample.invalidation is not None,
            }
            for sample in log.samples or []
        ),
        key=lambda row: (row["sample"], row["epoch"]),
    )
    return {
        "status": log.status,
        "task": log.eval.task,
        "model": log.eval.model,
        "total": results.total_samples if results else None,
        "completed": results.completed_samples if results else None,
        "metrics": [
            {"scorer": score.name, "name": metric.name, "value": plain(metric.value)}
            for score in (results.scores if results else [])
            for metric in score.metrics.values()
        ],
        "rows": rows,
    }


def make():
    mixed = lambda count: Task(
        dataset=numbered(count), solver=[generate()], scorer=[letters(), steps(), truth(), judge()], name="mixed"
    )
    run("mixed", mixed(4), epochs=3)
    run("mixed", mixed(3), log_format="json", epochs=1)
    flawed = lambda count: Task(
        dataset=numbered(count),
        solver=[trouble(errors={(2, 1), (4, 1), (4, 2)}, limits={(1, 1), (3, 2), (5, 1), (5, 2)})],
        scorer=[letters()], name="flawed", message_limit=4,
    )
    run("flawed", flawed(5), epochs=2, fail_on_error=False)
    run("flawed", flawed(2), log_format="json", epochs=1, fail_on_error=False)
    run("failed", Task(dataset=numbered(4), solver=[trouble(errors={(3, 1)})], scorer=[letters()], name="failed"), fail_on_error=True)
    run("unscored", Task(dataset=numbered(6), solver=[generate()], scorer=[sometimes()], name="unscored"))
    run("unscored", Task(dataset=numbered(3), solver=[generate()], scorer=[sometimes()], name="unscored"), log_format="json")
    run("words", Task(dataset=numbered(5), solver=[generate()], scorer=[words()], name="words"))
    run("metadata", Task(dataset=numbered(6, metadata=True), solver=[generate()], scorer=[truth()], name="metadata"))
    run("without-samples", Task(dataset=numbered(3), solver=[generate()], scorer=[truth()], name="without_samples"), log_samples=False)
    for log_format in ("eval", "json"):
        path = run("invalidated", Task(dataset=numbered(4), solver=[generate()], scorer=[letters()], name="invalidated"), log_format=log_format)
        log = read_eval_log(str(path))
        uuids = [sample.uuid for sample in log.samples if str(sample.id) in ("2", "s3")]
        log = invalidate_samples(log, uuids, ProvenanceData(author="reviewer", reason="leaked answer"))
        write_eval_log(log, str(path))
    ended("cancelled", "interrupt")
    ended("killed", "die")
    try:
        from inspect_ai.log._recorders.chunked import convert_eval_logs_to_chunked

        with tempfile.TemporaryDirectory() as folder:
            convert_eval_logs_to_chunked(str(OUT / "metadata.eval"), folder, overwrite=True)
            shutil.copyfile(Path(folder) / "metadata.eval", OUT / "chunked.eval")
    except ImportError:
        print("this version of Inspect has no chunked layout")


def readable(name):
    """Inspect 0.3.285 writes the chunked layout but does not read it: its rows are those of the log it was made from."""
    return "metadata.eval" if name == "chunked.eval" else name


def ended(name, how):
    """A run that is interrupted, or whose process dies, in the middle of its third sample."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, "--end", how, folder], check=False)
        logs = sorted(Path(folder).glob("*.eval"))
        if logs:
            keep(name, logs[0], "eval")


def end(how, folder):
    at = {how: (3, 1)}
    eval(
        Task(dataset=numbered(5), solver=[trouble(**at)], scorer=[letters()], name=how),
        model=model(), log_dir=folder, log_format="eval", display="none", log_realtime=False, max_samples=1, log_buffer=1,
    )


def main():
    make()
    import inspect_ai

    names = sorted(path.name for path in OUT.iterdir() if path.suffix in (".eval", ".json") and path.name != "expected.json")
    for name in names:
        content = (OUT / name).read_bytes()
        assert len(content) < 60_000, f"{name} has {len(content)} bytes"
    document = {
        "madeBy": {"inspect_ai": inspect_ai.__version__, "python": platform.python_version()},
        "files": {name: expected(OUT / readable(name)) for name in names},
    }
    (OUT / "expected.json").write_text(json.dumps(document, indent=1, sort_keys=True) + "\n")


if __name__ == "__main__":
    if sys.argv[1] == "--end":
        end(sys.argv[2], sys.argv[3])
    else:
        OUT = Path(sys.argv[1]).resolve()
        OUT.mkdir(parents=True, exist_ok=True)
        main()
