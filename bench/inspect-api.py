"""Counts the outcomes of an Inspect log, or lists a folder of logs, with Inspect's own Python API; for bench/evidence.mjs.

    python inspect-api.py (read|fields|stream|stream-fields|summaries) LOG
    python inspect-api.py (list|list-together) FOLDER

`read` is read_eval_log; `stream` is read_eval_log_samples, one sample at a time. With `fields` the API is told to leave
out the fields that nobody counts (it still has to read them). `summaries` is read_eval_log_sample_summaries: what the
run wrote down about its samples, not the samples.
"""

import json
import sys
from collections import Counter

from inspect_ai.log import list_eval_logs, read_eval_log, read_eval_log_sample_summaries, read_eval_log_samples

way, path = sys.argv[1:3]
UNUSED = {"messages", "events", "store", "attachments", "timelines"}


def samples():
    if way == "read":
        return read_eval_log(path).samples
    if way == "fields":
        return read_eval_log(path, exclude_fields=UNUSED).samples
    if way == "stream":
        return read_eval_log_samples(path, all_samples_required=False)
    if way == "stream-fields":
        return read_eval_log_samples(path, all_samples_required=False, exclude_fields=UNUSED)
    return read_eval_log_sample_summaries(path)


def flat(name, value):
    if isinstance(value, dict):
        for key, item in value.items():
            yield from flat(f"{name}.{key}", item)
    else:
        yield name, value


def column(values):
    counts = Counter((type(value).__name__ == "bool", value) for value in values)
    if len(counts) <= 20:
        return {"values": sorted([json.dumps(value), rows] for (_, value), rows in counts.items())}
    return {"rows": len(values), "min": min(values), "max": max(values), "mean": sum(values) / len(values)}


def counted():
    rows, ids, flawed, columns = 0, set(), {"error": 0, "limit": 0, "invalid": 0}, {}
    for sample in samples():
        rows += 1
        ids.add(str(sample.id))
        flawed["error"] += sample.error is not None
        flawed["limit"] += sample.limit is not None
        flawed["invalid"] += getattr(sample, "invalidation", None) is not None
        for scorer, score in (sample.scores or {}).items():
            for name, value in flat(scorer, score.value):
                columns.setdefault(name, []).append(value)
    return {"rows": rows, "samples": len(ids), "flawed": flawed, "scores": {name: column(values) for name, values in sorted(columns.items())}}


def listed():
    logs = list_eval_logs(path, recursive=True)
    if way == "list":
        headers = [read_eval_log(log, header_only=True) for log in logs]
    else:
        from inspect_ai.log._file import read_eval_log_headers

        headers = read_eval_log_headers(logs)
    rows = [
        [header.location.rsplit("/", 1)[1], header.status, header.eval.task, header.eval.model, header.results and header.results.total_samples, header.eval.created]
        for header in headers
    ]
    return sorted(rows)


print(json.dumps(listed() if way.startswith("list") else counted()))
