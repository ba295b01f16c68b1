"""Writes the small Inspect logs under packages/evidence/fixtures/inspect, and what Inspect's own API reads from them.

    /usr/bin/python3 -m venv /tmp/inspect && /tmp/inspect/bin/pip install inspect-ai
    cp -r scripts /tmp/inspect-fixtures && cd /tmp/inspect-fixtures
    HOME=/tmp/inspect-home /tmp/inspect/bin/python make-inspect-fixtures.py OUT

Run it from a copy outside any repository, with the system's Python: Inspect stores the paths of tracebacks and the
git remote in its logs. Names of parts after OUT: only those are made again (`expected.json` is always). With
`--others FOLDER` in their place it writes `expected-others.json`: what the API reads from logs that are not ours.
Everything runs on `mockllm/model`, without network. The logs hold times and random ids, so two runs differ in both.
The versions of Inspect and of Python stand in `expected.json`.
"""

import json
import os
import platform
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("INSPECT_EVAL_LOG_MODEL_API", "false")

import anyio
from inspect_ai import Epochs, Task, eval, eval_async, eval_retry, score as score_again
from inspect_ai.log import (
    MetadataEdit, ProvenanceData, TagsEdit, edit_eval_log, edit_score, invalidate_samples, read_eval_log, recover_eval_log, write_eval_log,
)
from inspect_ai.model import GenerateConfig, ModelCost, ModelInfo, set_model_info
from inspect_ai.scorer import ScoreEdit, at_least, max_score, mean_score, median_score, mode_score, pass_at
from inspect_ai.solver import generate, use_tools

from inspect_fixtures.datasets import every_kind, named, numbered, plain_metadata
from inspect_fixtures.models import calling, dated, mock, stopping
from inspect_fixtures.oracle import expected
from inspect_fixtures.scorers import (
    absent, always, extremes, globbed, judge, letters, measured, never, refusals, several, sometimes, steps, truth, words,
)
from inspect_fixtures.solvers import Stopper, add, asking, flaky, slow, stated, trouble

QUIET = {"display": "none", "log_realtime": False, "max_samples": 1, "log_buffer": 1}


def made(name, task, log_format="eval", **options):
    """Runs the task and keeps its log under this name."""
    with tempfile.TemporaryDirectory() as folder:
        logs = eval(task, **{"model": mock(), **QUIET, "log_dir": folder, "log_format": log_format, **options})
        return keep(name, Path(logs[0].location), log_format)


def keep(name, location, log_format="eval"):
    destination = OUT / f"{name}.{log_format}"
    shutil.copyfile(str(location).removeprefix("file://"), destination)
    return destination


def written(name, log, log_format="eval"):
    """Keeps a log that was changed in memory."""
    (OUT / f"{name}.{log_format}").unlink(missing_ok=True)
    write_eval_log(log, str(OUT / f"{name}.{log_format}"))


def task(name, count, *scorers, solver=None, dataset=None, **options):
    return Task(dataset=dataset or numbered(count), solver=solver or [generate()], scorer=list(scorers), name=name, **options)


def scores():
    for log_format, count, epochs in (("eval", 4, 3), ("json", 2, 1)):
        made("mixed", task("mixed", count, letters(), steps(), truth(), judge()), log_format, epochs=epochs)
    made("unscored", task("unscored", 6, sometimes()))
    made("unscored", task("unscored", 3, sometimes()), "json")
    made("words", task("words", 5, words()))
    made("values", task("values", 5, globbed(), several(), absent(), never(), extremes(), steps(), steps()), epochs=2)
    made("values", task("values", 2, globbed(), several(), absent(), never(), extremes()), "json")
    made("nothing-scored", task("nothing_scored", 2))
    groups = numbered(5, lambda i: {"category": f"c{i % 2}", "strategy": i % 2})
    made("metrics", task("metrics", 5, measured(), judge(), dataset=groups))


def reducers():
    one = {"mean": mean_score(), "median": median_score(), "mode": mode_score(), "max": max_score(), "at_least": at_least(2), "pass_at": pass_at(2)}
    for name, reducer in one.items():
        made(f"reduced-{name}", task("reduced", 2, letters()), epochs=Epochs(3, reducer))
    made("reduced-all", task("reduced", 2, letters(), steps(), judge()), epochs=Epochs(3, list(one.values())))
    made("reduced-all", task("reduced", 2, letters()), "json", epochs=Epochs(2, ["mean", "mode"]))


def errors():
    broken = lambda *at: [trouble(errors=set(at))]
    flawed = lambda count: task(
        "flawed", count, letters(), message_limit=4,
        solver=[trouble(errors={(2, 1), (4, 1), (4, 2)}, limits={(1, 1), (3, 2), (5, 1), (5, 2)})],
    )
    made("flawed", flawed(5), epochs=2, fail_on_error=False)
    made("flawed", flawed(2), "json", epochs=1, fail_on_error=False)
    made("failed", task("failed", 4, letters(), solver=broken((3, 1))), fail_on_error=True)
    made("tolerated", task("tolerated", 4, letters(), solver=broken((3, 1))), fail_on_error=0.5)
    made("overrun", task("overrun", 4, letters(), solver=broken((1, 1), (3, 1))), fail_on_error=0.3)
    made("continued", task("continued", 3, letters(), solver=broken((1, 1))), fail_on_error=True, continue_on_fail=True)
    made("scored-errors", task("scored_errors", 3, letters(), solver=broken((2, 1))), fail_on_error=False, score_on_error=True)
    made("retried", task("retried", 4, letters(), solver=[flaky(1)]), retry_on_error=2)
    made("exhausted", task("exhausted", 2, letters(), solver=[flaky(9)]), retry_on_error=1, fail_on_error=False)


def limits():
    small = {"message_limit": 2, "token_limit": 5, "turn_limit": 1}
    for name, limit in small.items():
        kind = name.removesuffix("_limit")
        made(f"limit-{kind}", task("limited", 2, letters(), solver=[trouble(limits={(2, 1)})]), **{name: limit})
    for kind in ("time", "working"):
        made(f"limit-{kind}", task("limited", 2, letters(), solver=[slow(kind)]), **{f"{kind}_limit": 1})
    set_model_info("mockllm/model", ModelInfo())
    cost = ModelCost(input=1e5, output=1e5, input_cache_write=0, input_cache_read=0)
    made(
        "limit-cost", task("limited", 2, letters(), solver=[trouble(limits={(2, 1)})]),
        cost_limit=0.7, model_cost_config={"mockllm/model": cost},
    )
    kinds = ["context", "", "custom", "operator"]
    made("limit-stated", task("limited", 4, letters(), solver=[stated(kinds)]))


def models():
    config = GenerateConfig(temperature=0.5, max_tokens=100, seed=7)
    roles = {"grader": mock("mockllm/grader"), "panel": [mock("mockllm/one"), mock("mockllm/two")]}
    asked = mock(config=config, base_url="http://localhost:1", first="a", second={"third": [1, 2.5, None]})
    made("roles", task("roles", 2, letters(), solver=[asking("grader"), generate()]), model=asked, model_roles=roles, temperature=0.25)
    made("roles", task("roles", 1, letters(), solver=[asking("grader"), generate()]), "json", model=asked, model_roles=roles, temperature=0.25)
    made("dated", task("dated", 3, letters()), model=dated())
    made("stops", task("stops", 6, truth()), model=stopping())
    made("refusals", task("refusals", 3, refusals()))
    made("tools", task("tools", 2, letters(), solver=[use_tools(add()), generate()]), model=calling(2))


def samples():
    made("metadata", task("metadata", 6, truth(), dataset=numbered(6, plain_metadata)))
    made("kinds", task("kinds", 2, truth(), dataset=numbered(2, every_kind)))
    made("kinds", task("kinds", 2, truth(), dataset=numbered(2, every_kind)), "json")
    made("ids", task("ids", 0, always(), dataset=named()))
    made("ids", task("ids", 0, always(), dataset=named(5)), "json")
    made("without-samples", task("without_samples", 3, truth()), log_samples=False)
    made("early", task("early", 2, letters(), early_stopping=Stopper()), epochs=3)


def edits():
    reviewer = lambda reason: ProvenanceData(author="reviewer", reason=reason)
    for log_format in ("eval", "json"):
        path = made("invalidated", task("invalidated", 4, letters()), log_format)
        log = read_eval_log(str(path))
        uuids = [sample.uuid for sample in log.samples if str(sample.id) in ("2", "s3")]
        written("invalidated", invalidate_samples(log, uuids, reviewer("leaked answer")), log_format)

        log = read_eval_log(str(made("edited", task("edited", 4, letters(), steps()), log_format)))
        edit_score(log, "s1", "letters", ScoreEdit(value="C", provenance=reviewer("graded wrongly")))
        edit_score(log, "s1", "letters", ScoreEdit(value="P", answer="b", provenance=reviewer("once more")))
        edit_score(log, 2, "letters", ScoreEdit(explanation="agreed", provenance=reviewer("read")))
        edit_score(log, "s3", "by_hand", ScoreEdit(value=0.75, provenance=reviewer("added")), recompute_metrics=False)
        edit_score(log, 4, "steps", ScoreEdit(value=float("nan"), provenance=reviewer("not gradable")), recompute_metrics=False)
        written("edited", log, log_format)

    log = read_eval_log(str(made("again", task("again", 3, letters()), epochs=2)))
    written("again", score_again(log, [truth(), letters()], action="append", display="none"))
    log = read_eval_log(str(made("tagged", task("tagged", 1, letters(), version=3), tags=["b", "a"], metadata={"x": 1})))
    log = edit_eval_log(log, [TagsEdit(tags_add=["c"], tags_remove=["b"]), MetadataEdit(metadata_set={"y": 2})], reviewer("sorted"))
    written("tagged", log)
    # One run in both formats, as the tool rewrites it.
    log = read_eval_log(str(OUT / "flawed.json"), resolve_attachments=True)
    for log_format in ("eval", "json"):
        written("rewritten", log, log_format)


def ends():
    for name, how, log_format in (("cancelled", "interrupt", "eval"), ("cancelled", "interrupt", "json"), ("killed", "die", "eval"), ("killed", "die", "json")):
        ended(name, how, log_format)
    with tempfile.TemporaryDirectory() as folder:
        run = lambda at: eval_async(
            task("cancelled_inside", 3, letters(), solver=[trouble(wait=at)]), model=mock(), log_dir=folder, **{key: value for key, value in QUIET.items() if key != "display"}
        )

        async def cancelled():
            with anyio.move_on_after(3):
                await run((2, 1))

        anyio.run(cancelled)
        keep("cancelled-inside", newest(folder))
    retried()


def ended(name, how, log_format):
    """A run that is interrupted, or whose process dies, in the middle of its third sample."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, __file__, "--end", how, folder, log_format], check=False)
        log = newest(folder, log_format)
        keep(name, log, log_format)
        if (how, log_format) == ("die", "eval"):
            recover_eval_log(str(log), output=str(Path(folder) / "recovered.eval"))
            keep("recovered", Path(folder) / "recovered.eval")


def newest(folder, log_format="eval"):
    return sorted(Path(folder).glob(f"*.{log_format}"), key=lambda path: path.stat().st_mtime)[-1]


def end(how, folder, log_format):
    at = {how: (3, 1)}
    # The buffer of a run that dies is what the tool recovers from.
    eval(
        task(how, 5, letters(), solver=[trouble(**at)]), model=mock(), log_dir=folder, log_format=log_format,
        **{**QUIET, "log_realtime": how == "die"},
    )


RETRIED = '''
import os
from inspect_ai import Task, task
from inspect_ai.dataset import Sample
from inspect_ai.model import ModelOutput
from inspect_ai.scorer import includes
from inspect_ai.solver import solver

@solver
def broken():
    async def solve(state, generate):
        if state.sample_id == 2 and os.environ.get("BROKEN") == "yes":
            raise ValueError("this time it breaks")
        state.output = ModelOutput.from_content("mockllm", "an answer")
        return state
    return solve

@task
def twice():
    return Task(dataset=[Sample(id=i, input=f"question {i}", target="answer") for i in (1, 2, 3)], solver=broken(), scorer=includes())
'''


def retried():
    """A run that failed, and the run that goes on from it."""
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "twice.py").write_text(RETRIED)
        here = os.getcwd()
        os.chdir(folder)
        try:
            os.environ["BROKEN"] = "yes"
            first = eval("twice.py", model="mockllm/model", log_dir=folder, **QUIET)[0]
            keep("retry-first", Path(first.location))
            os.environ["BROKEN"] = "no"
            second = eval_retry(first, log_dir=folder, **QUIET)[0]
            keep("retry-second", Path(second.location))
        finally:
            os.chdir(here)


def chunked():
    """Inspect 0.3.285 writes the chunked layout but does not read it: its rows are those of the log it was made from."""
    from inspect_ai.log._recorders.chunked import convert_eval_logs_to_chunked

    for source, name in CHUNKED.items():
        with tempfile.TemporaryDirectory() as folder:
            convert_eval_logs_to_chunked(str(OUT / f"{source}.eval"), folder, overwrite=True, chunk_size=4)
            shutil.copyfile(Path(folder) / f"{source}.eval", OUT / f"{name}.eval")


def old():
    """Layouts that no version writes any more, by hand: the API still reads them."""
    spec = {
        "run_id": "old", "created": "2024-05-05T07:59:35.250000-04:00", "task": "old", "task_id": "task", "task_version": 1,
        "dataset": {"name": "d", "samples": 2}, "model": "openai/gpt-4", "config": {"max_messages": 3},
    }
    frame = lambda version: {
        "version": version, "status": "success", "eval": spec, "plan": {"name": "plan", "steps": []},
        "stats": {"started_at": "2024-05-05T07:59:35", "completed_at": "2024-05-05T08:00:03", "model_usage": {}},
    }
    choice = {"message": {"role": "assistant", "content": "yes"}, "stop_reason": "length"}
    sample = lambda i, **more: {
        "id": i, "epoch": 1, "input": "q", "target": "a", "messages": [], "metadata": {},
        "output": {"model": "gpt-4-0613", "choices": [choice]}, **more,
    }
    one = [sample(1, score={"value": "C", "answer": "a"}), sample("b", score={"value": {"x": 1, "y": 0.5}})]
    results = {"scorer": {"name": "match", "params": {}}, "metrics": {"accuracy": {"name": "accuracy", "value": 0.5, "options": {}}}}
    kept("old-score", {**frame(1), "results": results, "samples": one})
    placeholder = [sample(1, scores={"88F74D2C": {"value": 1}})]
    kept("old-placeholder", {**frame(2), "results": {"scores": [{"name": "exact", "scorer": "exact"}]}, "samples": placeholder})
    reduced = [{"scorer": "match", "reducer": "mean", "samples": [{"sample_id": 1, "value": 0.25}]}]
    scores = [{"name": "match", "scorer": "match", "reducer": "mean", "metrics": {}}]
    reason = {"match": {"value": float("nan"), "metadata": {"unscored_reason": "refusal"}}}
    kept("old-reductions", {**frame(2), "results": {"scores": scores, "sample_reductions": reduced}, "samples": [sample(1, scores=reason)]})


def kept(name, log):
    (OUT / f"{name}.json").write_text(json.dumps(log, indent=1) + "\n")


CHUNKED = {"metadata": "chunked", "tools": "chunked-tools"}
PARTS = [scores, reducers, errors, limits, models, samples, edits, ends, chunked, old]


def write(name, files):
    import inspect_ai

    made_by = {"inspect_ai": inspect_ai.__version__, "python": platform.python_version()}
    lines = ",\n".join(f"{json.dumps(file)}: {json.dumps(said)}" for file, said in files.items())
    (OUT / name).write_text(f'{{"madeBy": {json.dumps(made_by)}, "files": {{\n{lines}\n}}}}\n')


def main(parts):
    for part in PARTS:
        if not parts or part.__name__ in parts:
            part()
    paths = sorted(path for path in OUT.iterdir() if path.suffix in (".eval", ".json") and not path.name.startswith("expected"))
    origin = {f"{name}.eval": f"{source}.eval" for source, name in CHUNKED.items()}
    write("expected.json", {path.name: expected(OUT / origin.get(path.name, path.name)) for path in paths})
    size = sum(path.stat().st_size for path in OUT.iterdir())
    assert size < 1_500_000, f"the fixtures have {size} bytes"


def others(folder: Path):
    """The API reads by a file's ending; logs under another name are copied for it. `null` is a log that it refuses."""
    found = {}
    for path in sorted(folder.iterdir()):
        if path.suffix not in (".eval", ".json", ".txt"):
            continue
        with tempfile.TemporaryDirectory() as copies:
            copy = Path(copies) / (path.name if path.suffix != ".txt" else f"{path.stem}.json")
            shutil.copyfile(path, copy)
            try:
                found[path.name] = expected(copy)
            except Exception as refusal:
                print(f"{path.name}: {type(refusal).__name__}")
                found[path.name] = None
    write("expected-others.json", found)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if sys.argv[1] == "--end":
        end(*sys.argv[2:])
    else:
        OUT = Path(sys.argv[1]).resolve()
        OUT.mkdir(parents=True, exist_ok=True)
        others(Path(sys.argv[3])) if sys.argv[2:3] == ["--others"] else main(sys.argv[2:])
