"""How the oracles write what they found."""

import json


def one_per_line(made):
    """JSON with one line for each field, and for each item of a list."""
    fields = []
    for key, value in made.items():
        if isinstance(value, list):
            items = ",\n".join("    " + json.dumps(item) for item in value)
            fields.append(f"  {json.dumps(key)}: [\n{items}\n  ]")
        else:
            fields.append(f"  {json.dumps(key)}: {json.dumps(value)}")
    return "{\n" + ",\n".join(fields) + "\n}\n"
