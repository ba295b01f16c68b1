"""Inspect's mock model. Usage is stated because counting tokens would need a download."""

from inspect_ai.model import ModelOutput, ModelUsage, get_model

STOPS = ["stop", "max_tokens", "model_length", "tool_calls", "content_filter", "unknown"]


def output(content="yes", model="mockllm", stop_reason="stop", tokens=3):
    answer = ModelOutput.from_content(model=model, content=content, stop_reason=stop_reason)
    answer.usage = ModelUsage(input_tokens=tokens - 1, output_tokens=1, total_tokens=tokens)
    return answer


def mock(name="mockllm/model", **options):
    """Answers `yes`, always."""
    return get_model(name, custom_outputs=lambda *_: output(), **options)


def stopping():
    """Ends for another reason with each question: `question 1` with the first, and so on."""
    return get_model(
        "mockllm/model",
        custom_outputs=lambda messages, *_: output(stop_reason=STOPS[(int(messages[-1].text.split()[-1]) - 1) % len(STOPS)]),
    )


def dated():
    """Names itself with a date, as providers do, and is another model for question 2."""
    return get_model(
        "mockllm/model",
        custom_outputs=lambda messages, *_: output(model="elder" if messages[-1].text.endswith(" 2") else "model-2026-01-02"),
    )


def calling(calls: int):
    """Calls the tool `add` so many times, then answers."""
    count = {"made": 0}

    def answer(messages, *_):
        if count["made"] >= calls:
            return output()
        count["made"] += 1
        call = ModelOutput.for_tool_call("mockllm", "add", {"x": 1, "y": 2})
        call.usage = ModelUsage(input_tokens=2, output_tokens=1, total_tokens=3)
        return call

    return get_model("mockllm/model", custom_outputs=answer)
