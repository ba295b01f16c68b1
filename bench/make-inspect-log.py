"""Writes Inspect logs of a wanted size, in the layout that Inspect itself writes, for bench/evidence.mjs.

    python3 -m venv /tmp/inspect && /tmp/inspect/bin/pip install inspect-ai
    /tmp/inspect/bin/python bench/make-inspect-log.py one OUT.eval --megabytes 200 [--text 0.5] [--deflate]
    /tmp/inspect/bin/python bench/make-inspect-log.py one OUT.json --megabytes 200
    /tmp/inspect/bin/python bench/make-inspect-log.py many FOLDER --logs 2000

The size is that of the file. `--text` is the part of a transcript that is words (which compress to about a third); the
rest is base64, as of screenshots (which compresses to three quarters). The same seed gives the same content. Two
epochs, four scorers; one row in 40 has an error, one in 25 a limit, one in 50 is invalidated, one in 30 edited.
"""

import argparse
import base64
import json
import random
import sys
import uuid
import zipfile
from pathlib import Path

import inspect_ai._util.zipfile  # noqa: F401  (teaches zipfile the compression that Inspect uses)
from inspect_ai.log import read_eval_log

parser = argparse.ArgumentParser()
commands = parser.add_subparsers(dest="command", required=True)
one = commands.add_parser("one")
one.add_argument("out", type=Path)
one.add_argument("--megabytes", type=float, default=200)
one.add_argument("--text", type=float, default=0.5)
one.add_argument("--sample-kilobytes", type=float, default=1000)
one.add_argument("--deflate", action="store_true")
many = commands.add_parser("many")
many.add_argument("out", type=Path)
many.add_argument("--logs", type=int, default=2000)
for each in (one, many):
    each.add_argument("--seed", type=int, default=1)
    each.add_argument("--check", action="store_true", help="read the result with Inspect's own API")
options = parser.parse_args()

rng = random.Random(options.seed)
LETTERS = "etaoinshrdlucmfwypvbgkjqxz"
WORDS = ["".join(rng.choices(LETTERS, weights=range(26, 0, -1), k=rng.randint(2, 11))) for _ in range(20000)]
MODEL = "openai/gpt-5-bench"
SCORERS = ["includes", "steps", "judge", "truth"]
EPOCHS = 2


def compact(value) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)


def uid() -> str:
    return base64.b32encode(rng.randbytes(14)).decode()[:22]


def words(characters: int) -> str:
    """Prose with what makes JSON hard: quotes, newlines, backslashes, letters outside ASCII."""
    parts = []
    for count in range(characters // 8):
        parts.append(rng.choice(WORDS))
        if count % 17 == 16:
            parts.append(rng.choice([".\n", ", “so”", ' "quoted"', " C:\\path\\file", "\t= 0x7f", " – naïve", ";\n\n    return x"]))
    return " ".join(parts)[:characters]


def image(characters: int) -> str:
    return "data:image/png;base64," + base64.b64encode(rng.randbytes(characters * 3 // 4)).decode()


def usage(tokens: int) -> dict:
    return {"input_tokens": tokens, "output_tokens": tokens // 3, "total_tokens": tokens + tokens // 3}


def stamp(at: int) -> str:
    return f"2026-10-{1 + at // 86400 % 28:02d}T{at // 3600 % 24:02d}:{at // 60 % 60:02d}:{at % 60:02d}.134540+00:00"


def event(kind: str, at: int, span: str, **rest) -> dict:
    return {"uuid": uid(), "span_id": span, "timestamp": stamp(at), "working_start": at / 7, "event": kind, **rest}


def score_values(index: int) -> dict:
    harm = rng.random()
    scores = {
        "includes": {"value": rng.choice("CIPN"), "answer": words(20), "explanation": words(300), "history": []},
        "steps": {"value": rng.randrange(40) / 4, "history": []},
        "judge": {"value": {"harm": round(harm, 3), "refused": int(harm < 0.3)}, "explanation": words(900), "history": []},
        "truth": {"value": harm > 0.5, "history": []},
    }
    if index % 30 == 7:
        edit = {"value": "I", "provenance": {"timestamp": stamp(index), "author": "reviewer", "reason": "misread"}}
        scores["includes"]["history"] = [edit]
    return scores


def traceback_error() -> dict:
    text = words(400)
    return {"message": f"RuntimeError({text[:60]!r})", "traceback": text, "traceback_ansi": text}


def sample(index: int, epoch: int, characters: int, text: float) -> dict:
    """A transcript of turns: an assistant that calls a tool, and the tool's answer; images live in attachments."""
    span = uid()
    number = index * EPOCHS + epoch
    question = words(600)
    attachments = {}
    messages = [{"id": uid(), "content": question, "source": "input", "role": "user"}]
    events = [event("sample_init", number, span, sample={"input": question, "target": "yes", "id": f"s{index}"}, state={})]
    budget = characters - 4000
    while budget > 0:
        said = words(min(budget, int(rng.expovariate(1 / 3000)) + 200))
        call = {"id": uid(), "function": "bash", "arguments": {"cmd": words(160)}, "type": "function"}
        messages.append({"id": uid(), "content": said, "source": "generate", "role": "assistant", "model": MODEL, "tool_calls": [call]})
        output = {
            "model": MODEL,
            "choices": [{"message": messages[-1], "stop_reason": "tool_calls"}],
            "completion": said[:200],
            "usage": usage(len(said)),
            "time": 1.5,
        }
        events.append(
            event("model", number, span, model=MODEL, input=[], tools=[], tool_choice="auto", config={"temperature": 0.7}, output=output)
        )
        spent = 2 * len(said) + 1500
        answer = words(400)
        if text * spent < (1 - text) * budget:
            size = int(spent * (1 - text) / max(text, 0.01))
            key = uid()
            attachments[key] = image(min(size, budget))
            answer = f"attachment://{key}"
            spent += size
        messages.append({"id": uid(), "content": answer, "role": "tool", "tool_call_id": call["id"], "function": "bash"})
        events.append(event("tool", number, span, type="function", id=call["id"], function="bash", arguments=call["arguments"], result=answer, events=[]))
        budget -= spent
    done = {
        "id": f"s{index}" if index % 3 else index,
        "epoch": epoch,
        "input": question,
        "target": "yes",
        "messages": messages,
        "output": {
            "model": MODEL,
            "choices": [{"message": messages[-2] if len(messages) > 2 else messages[0] | {"role": "assistant"}, "stop_reason": "stop"}],
            "completion": "yes",
            "usage": usage(900),
        },
        "scores": None if number % 40 == 3 else score_values(number),
        "metadata": {"is_attack": index % 2 == 0, "strategy": f"k{index % 5}", "difficulty": rng.randrange(10)},
        "store": {},
        "events": events,
        "model_usage": {MODEL: usage(9000)},
        "role_usage": {},
        "started_at": stamp(number),
        "completed_at": stamp(number + 30),
        "total_time": 30.0,
        "working_time": 21.5,
        "uuid": uid(),
        "error_retries": [],
        "attachments": attachments,
        "turn_count": len(messages) // 2,
    }
    if number % 40 == 3:
        done["error"] = traceback_error()
        del done["scores"]
    if number % 25 == 4:
        done["limit"] = {"type": rng.choice(["token", "time", "message"]), "limit": 1000.0}
    if number % 50 == 6:
        done["invalidation"] = {"timestamp": stamp(number), "author": "reviewer", "reason": "the sandbox was down"}
    return done


def summary(done: dict) -> dict:
    kept = ("id", "epoch", "target", "metadata", "scores", "model_usage", "role_usage", "started_at", "completed_at", "total_time", "working_time", "uuid")
    out = {key: done[key] for key in kept if key in done}
    out["input"] = done["input"][:500]
    if "error" in done:
        out["error"] = done["error"]["message"]
    if "limit" in done:
        out["limit"] = done["limit"]["type"]
    return {**out, "retries": 0, "completed": True, "message_count": len(done["messages"]), "turn_count": done["turn_count"]}


def header(ids: list, rows: int, errors: int, serial: int, task: str) -> dict:
    metric = {"mean": {"name": "mean", "value": 0.5, "params": {}}}
    stub = {"name": "bench/mean", "options": {}}
    return {
        "version": 2,
        "status": "success",
        "eval": {
            "eval_id": uid(),
            "run_id": uid(),
            "created": stamp(serial * 61)[:19] + "+00:00",
            "task": task,
            "task_id": uid(),
            "task_version": 0,
            "task_display_name": task,
            "task_attribs": {},
            "task_args": {},
            "task_args_passed": {},
            "dataset": {"name": task, "samples": len(ids), "sample_ids": ids, "shuffled": False},
            "model": MODEL,
            "model_generate_config": {"temperature": 0.7},
            "model_args": {},
            "config": {"epochs": EPOCHS, "fail_on_error": False, "log_samples": True},
            "packages": {"inspect_ai": "0.3.285"},
            "scorers": [{"name": name, "options": {}, "metrics": [stub], "metadata": {}} for name in SCORERS],
        },
        "plan": {"name": "plan", "steps": [{"solver": "generate", "params": {}, "params_passed": {}}], "config": {}},
        "results": {
            "total_samples": rows,
            "completed_samples": rows - errors,
            "scores": [
                {"name": name, "scorer": name, "scored_samples": len(ids), "unscored_samples": 0, "params": {}, "metrics": metric}
                for name in SCORERS
            ],
        },
        "stats": {"started_at": stamp(0), "completed_at": stamp(rows), "model_usage": {MODEL: usage(9000 * rows)}, "role_usage": {}},
        "invalidated": True,
        "tags": [],
        "metadata": {},
    }


def samples(total: int, size: int, text: float):
    """Sample after sample, both epochs of one id in turn, until the reader of this generator has enough."""
    index = 0
    while total == 0 or index < total:
        for epoch in range(1, EPOCHS + 1):
            characters = max(6000, int(rng.lognormvariate(0, 0.8) * size * 0.72))
            yield sample(index, epoch, characters, text)
        index += 1


def write_eval(out: Path, rows, enough, serial: int, task: str, deflate: bool) -> None:
    method = zipfile.ZIP_DEFLATED if deflate else zipfile.ZIP_ZSTANDARD
    ids, summaries, errors = {}, [], 0
    with out.open("wb") as file, zipfile.ZipFile(file, "w", compression=method) as archive:
        start = header([], 0, 0, serial, task)
        archive.writestr("_journal/start.json", compact({key: start[key] for key in ("version", "eval", "plan")}))
        for done in rows:
            archive.writestr(f"samples/{done['id']}_epoch_{done['epoch']}.json", compact(done))
            ids[done["id"]] = None
            errors += "error" in done
            summaries.append(summary(done))
            if len(summaries) % 10 == 0:
                archive.writestr(f"_journal/summaries/{len(summaries) // 10}.json", compact(summaries[-10:]))
            if done["epoch"] == EPOCHS and enough(file.tell()):
                break
        archive.writestr("summaries.json", compact(summaries))
        archive.writestr("header.json", compact(header(list(ids), len(summaries), errors, serial, task)))


def write_json(out: Path, rows, enough, serial: int, task: str) -> None:
    """Inspect puts the header's fields before and after the samples, so the counts are known only at the end: two passes."""
    body = out.with_suffix(".samples")
    ids, count, errors = {}, 0, 0
    with body.open("w", encoding="utf-8") as file:
        for done in rows:
            file.write((",\n" if count else "") + json.dumps(done, indent=2, ensure_ascii=False))
            ids[done["id"]] = None
            count += 1
            errors += "error" in done
            if done["epoch"] == EPOCHS and enough(file.tell()):
                break
    head = header(list(ids), count, errors, serial, task)
    tail = {key: head.pop(key) for key in ("invalidated", "tags", "metadata")}
    with out.open("w", encoding="utf-8") as file, body.open(encoding="utf-8") as source:
        file.write(json.dumps(head, indent=2, ensure_ascii=False)[:-2] + ',\n  "samples": [\n')
        while piece := source.read(1 << 24):
            file.write(piece)
        file.write("\n  ],\n" + json.dumps(tail, indent=2)[2:])
    body.unlink()


if options.command == "one":
    wanted = options.megabytes * 1e6
    rows = samples(0, int(options.sample_kilobytes * 1000), options.text)
    if options.out.suffix == ".eval":
        write_eval(options.out, rows, lambda size: size >= wanted, 1, "long_tasks", options.deflate)
    else:
        write_json(options.out, rows, lambda size: size >= wanted, 1, "long_tasks")
    files = [options.out]
else:
    options.out.mkdir(parents=True, exist_ok=True)
    files = []
    for serial in range(options.logs):
        task = f"task_{serial % 40}"
        name = f"2026-10-{1 + serial % 28:02d}T10-{serial // 60 % 60:02d}-{serial % 60:02d}-00-00_{task}_{uuid.UUID(int=rng.getrandbits(128)).hex[:22]}"
        rows = samples(6, 9000, 1.0)
        # One in ten is a .json, as in folders that have grown over the years.
        out = options.out / f"{name}.{'json' if serial % 10 == 9 else 'eval'}"
        if out.suffix == ".eval":
            write_eval(out, rows, lambda _: False, serial, task, False)
        else:
            write_json(out, rows, lambda _: False, serial, task)
        files.append(out)

if options.check:
    for file in files[:20]:
        log = read_eval_log(str(file))
        print(f"{file.name}: {log.status}, {len(log.samples)} samples, {file.stat().st_size / 1e6:.1f} MB", file=sys.stderr)
