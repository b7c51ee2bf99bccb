# SPDX-License-Identifier: MIT
# A JSON text against a JSON Schema (draft 2020-12): schema.py SCHEMA[#NAME] FILE..., NAME one of its $defs.
# Knows what the schemas of data/json-schema use; a keyword that it does not know is refused, so that
# nothing is thought to be held that is not.
import json
import re
import sys

TYPES = {"object": dict, "array": list, "string": str, "null": type(None), "boolean": bool}
SILENT = {"$schema", "$id", "$defs", "title", "description"}


def is_type(value, name):
    if name == "integer":
        return isinstance(value, int) and not isinstance(value, bool)
    if name == "number":
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, TYPES[name])


def number(value):
    return is_type(value, "number")


def same(a, b):
    return a == b and isinstance(a, bool) == isinstance(b, bool)


def sees(faults, where, holds, said):
    if not holds:
        faults.append(f"{where or '/'}: {said}")


class Schema:
    def __init__(self, document):
        self.defs = document.get("$defs", {})
        self.root = document
        self.known(document)

    def known(self, schema):
        """Is every keyword one of ours, every object closed, every reference there?"""
        if schema.get("additionalProperties") is True:
            sys.exit("schema.py: an object that may have anything")
        for word, said in schema.items():
            if word not in SILENT and not hasattr(self, self.name(word)):
                sys.exit(f"schema.py: {word} is no keyword that it knows")
            for part in self.parts(word, said):
                self.known(part)
        if "properties" in schema and schema.get("additionalProperties") is not False:
            sys.exit("schema.py: an object without additionalProperties: false")
        if "$ref" in schema and self.target(schema["$ref"]) is None:
            sys.exit(f"schema.py: {schema['$ref']} leads nowhere")

    @staticmethod
    def name(word):
        return "hold_" + word.replace("$", "")

    @staticmethod
    def parts(word, said):
        if word in ("properties", "$defs"):
            return said.values()
        return said if word == "anyOf" else [said] if word in ("items", "additionalProperties") and said else []

    def target(self, ref):
        return self.defs.get(ref.removeprefix("#/$defs/")) if ref.startswith("#/$defs/") else None

    def faults(self, value, schema=None, where=""):
        faults = []
        for word, said in (self.root if schema is None else schema).items():
            if word not in SILENT:
                getattr(self, self.name(word))(faults, where, value, said,
                                               self.root if schema is None else schema)
        return faults

    def hold_ref(self, faults, where, value, said, _):
        faults += self.faults(value, self.target(said), where)

    def hold_type(self, faults, where, value, said, _):
        names = said if isinstance(said, list) else [said]
        sees(faults, where, any(is_type(value, name) for name in names), f"is not {' or '.join(names)}: {value!r:.60}")

    def hold_enum(self, faults, where, value, said, _):
        sees(faults, where, any(same(value, one) for one in said), f"is none of {said}: {value!r:.60}")

    def hold_const(self, faults, where, value, said, _):
        sees(faults, where, same(value, said), f"is not {said!r}")

    def hold_anyOf(self, faults, where, value, said, _):
        found = [self.faults(value, one, where) for one in said]
        if all(found):
            faults += min(found, key=len)

    def hold_properties(self, faults, where, value, said, _):
        for name in said if isinstance(value, dict) else ():
            if name in value:
                faults += self.faults(value[name], said[name], f"{where}/{name}")

    def hold_required(self, faults, where, value, said, _):
        for name in said if isinstance(value, dict) else ():
            sees(faults, where, name in value, f"lacks {name}")

    def hold_additionalProperties(self, faults, where, value, said, schema):
        known = schema.get("properties", ())
        for name in value if isinstance(value, dict) else ():
            sees(faults, where, said or name in known, f"has {name}, which the schema does not know")
            if said and name not in known:
                faults += self.faults(value[name], said, f"{where}/{name}")

    def hold_items(self, faults, where, value, said, _):
        for i, one in enumerate(value if isinstance(value, list) else ()):
            faults += self.faults(one, said, f"{where}/{i}")

    def hold_minItems(self, faults, where, value, said, _):
        sees(faults, where, not isinstance(value, list) or len(value) >= said, f"has fewer than {said}")

    def hold_maxItems(self, faults, where, value, said, _):
        sees(faults, where, not isinstance(value, list) or len(value) <= said, f"has more than {said}")

    def hold_minimum(self, faults, where, value, said, _):
        sees(faults, where, not number(value) or value >= said, f"is below {said}: {value}")

    def hold_maximum(self, faults, where, value, said, _):
        sees(faults, where, not number(value) or value <= said, f"is above {said}: {value}")

    def hold_pattern(self, faults, where, value, said, _):
        sees(faults, where, not isinstance(value, str) or re.search(said, value), f"is not written like {said}: {value!r:.60}")


def main():
    path, _, name = sys.argv[1].partition("#")
    with open(path, encoding="utf-8") as file:
        schema = Schema(json.load(file))
    if name and name not in schema.defs:
        sys.exit(f"schema.py: {path} has no {name}")
    bad = 0
    for text in sys.argv[2:]:
        with open(text, encoding="utf-8") as file:
            faults = schema.faults(json.load(file), schema.defs[name] if name else None)
        for fault in faults[:8]:
            print(f"{text}: {fault}")
        bad += bool(faults)
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
