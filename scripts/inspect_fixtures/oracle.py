"""What Inspect's own API says of a log, as plain JSON."""

import math
from pathlib import Path

from inspect_ai.log import read_eval_log


def plain(value):
    """JSON has no NaN and no infinity: `{"float": "nan"}`."""
    if isinstance(value, float) and not math.isfinite(value):
        return {"float": str(value)}
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return value


def dumped(model):
    return plain(model.model_dump(mode="json", exclude_none=True)) if model is not None else None


def role(config):
    return [each.model for each in config] if isinstance(config, list) else [config.model]


def header(log):
    spec = log.eval
    results = log.results
    return {
        "version": log.version,
        "status": log.status,
        "error": log.error.message if log.error else None,
        "invalidated": log.invalidated,
        "task": spec.task,
        "taskId": spec.task_id,
        "taskVersion": spec.task_version,
        "runId": spec.run_id,
        "evalId": spec.eval_id,
        "evalSetId": spec.eval_set_id,
        "created": spec.created,
        "started": log.stats.started_at or None,
        "completed": log.stats.completed_at or None,
        "tags": log.tags,
        "revision": dumped(spec.revision),
        "packages": spec.packages,
        "model": spec.model,
        "settings": {
            "model_args": plain(spec.model_args),
            "model_base_url": spec.model_base_url,
            "model_generate_config": dumped(spec.model_generate_config),
            "config": dumped(log.plan.config),
        },
        "roles": {name: role(config) for name, config in (spec.model_roles or {}).items()},
        "dataset": {"name": spec.dataset.name, "samples": spec.dataset.samples},
        "epochs": spec.config.epochs,
        "reducers": spec.config.epochs_reducer,
        "total": results.total_samples if results else None,
        "completedSamples": results.completed_samples if results else None,
        "early": len(results.early_stopping.early_stops) if results and results.early_stopping else None,
        "configUpdates": len(log.config_updates or []),
        "scores": [
            {
                "name": score.name,
                "scorer": score.scorer,
                "reducer": score.reducer,
                "scored": score.scored_samples,
                "unscored": score.unscored_samples,
                "metrics": [
                    {"name": key, "group": metric.group, "value": plain(metric.value)}
                    for key, metric in score.metrics.items()
                ],
            }
            for score in (results.scores if results else [])
        ],
    }


def row(sample):
    choices = sample.output.choices
    return {
        "sample": str(sample.id),
        "epoch": sample.epoch,
        "uuid": sample.uuid,
        "scores": {
            name: {"value": plain(score.value), "answer": score.answer, "reason": score.reason, "edits": len(score.history)}
            for name, score in (sample.scores or {}).items()
        },
        "error": sample.error.message if sample.error else None,
        "retries": len(sample.error_retries or []),
        "limit": sample.limit.type if sample.limit else None,
        "invalid": sample.invalidation is not None,
        "stop": choices[0].stop_reason if choices else None,
        "model": sample.output.model or None,
        "usage": {name: usage.total_tokens for name, usage in sample.model_usage.items()},
        "completed": sample.completed_at,
        "metadata": plain(sample.metadata),
    }


def expected(path: Path):
    log = read_eval_log(str(path))
    head = read_eval_log(str(path), header_only=True)
    said = header(log)
    # Where the API says something else of the header alone, both are written down.
    alone = {key: value for key, value in header(head).items() if value != said[key]}
    return {
        **said,
        "headerOnly": alone,
        "reductions": [
            {
                "scorer": each.scorer,
                "reducer": each.reducer,
                "samples": [{"sample": str(one.sample_id), "value": plain(one.value)} for one in each.samples],
            }
            for each in log.reductions or []
        ],
        "rows": sorted(map(row, log.samples or []), key=lambda each: (each["sample"], each["epoch"])),
    }
