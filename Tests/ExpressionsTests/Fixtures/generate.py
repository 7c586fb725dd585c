"""Writes formats.tsv and arithmetic.tsv: what Python 3.11 makes of formats and of arithmetic.

Run in this folder: python3 generate.py
"""

import ast
import itertools
import math
import operator
import random
import struct

rng = random.Random(20)


def doubles():
    yield from [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 1.005, 0.045, 0.822,
                0.8365853658536585, 1e-5, 1e-4, 0.00012345, 9.5, 99.5, 999.5, 0.95, 0.995, 9999.5,
                1e15, 1e16, 1e17, 123456789.0, 1234567.891, 1e21, 1e22, 1e23, 5e-324, 2.2250738585072014e-308,
                1.7976931348623157e308, math.inf, -math.inf, math.nan, 0.1, 0.2, 0.1 + 0.2, 1 / 3,
                2 / 3, 4503599627370497.5, 9007199254740993.0, 0.000123456789, 3.14159265358979,
                0.0099999, 0.99999999, 1e100]
    for _ in range(40):
        yield rng.uniform(-1, 1)
    for _ in range(20):
        yield rng.randint(0, 1000) / 1000
    for _ in range(40):
        yield rng.uniform(-1, 1) * 10 ** rng.randint(-20, 25)
    for _ in range(40):
        number = struct.unpack("<d", struct.pack("<Q", rng.getrandbits(64)))[0]
        yield number


def integers():
    yield from [0, 1, -1, 7, -42, 999, 1000, -1000, 41000, 28000, 1234567, -1234567, 255, 65535,
                2**31, 2**53 + 1, 2**63 - 1, -2**63]
    for _ in range(20):
        yield rng.randint(-10 ** rng.randint(1, 18), 10 ** rng.randint(1, 18))


texts = ["", "a", "4 and 9", "relu", "gradient-descent"]


def specification(types, precisions):
    align = rng.choice(["", "", "", "", "<", ">", "^", "=", "*<", "_^", "0=", "x>", "=="])
    return "".join([
        align,
        rng.choice(["", "", "", "+", "-", " "]),
        rng.choice(["", "", "", "", "z"]),
        rng.choice(["", "", "", "#"]),
        rng.choice(["", "", "", "0"]),
        rng.choice(["", "", "", "1", "6", "12", "13", "24"]),
        rng.choice(["", "", ",", "_"]),
        rng.choice(precisions),
        rng.choice(types),
    ])


def written(value):
    return value.hex() if isinstance(value, float) else str(value)


def formatted(value, spec):
    try:
        return format(value, spec)
    except (ValueError, OverflowError):
        return "ERROR"


def format_cases():
    numbers = list(doubles())
    plain = ["", ".2%", ".1%", ".0%", ".4f", ".2f", ".0f", ",", "+.1f", ".3g", ".4g", "g", "e", ".3e", "%", ".1", ".17g"]
    for value in numbers:
        for spec in rng.sample(plain, 6) + [""]:
            yield "number", value, spec
        for _ in range(9):
            yield "number", value, specification(["", "e", "E", "f", "F", "g", "G", "%", "d"], ["", "", ".0", ".1", ".2", ".3", ".6", ".10", ".17", ".30"])
    for value in integers():
        for spec in ["", "d", ",", "_", "x", "b", ".2f", ".1%", "+", "08,", "010,"]:
            yield "integer", value, spec
        for _ in range(12):
            yield "integer", value, specification(["", "d", "b", "o", "x", "X", "f", "%", "e", "s"], ["", "", "", "", ".2"])
    for value in texts:
        for spec in ["", "s", "10", ">10", "^9", ".2", "*^11.3s", "010", "<010", "d", "+", ",", "=9", "#"]:
            yield "text", value, spec


def write_formats():
    cases = dict.fromkeys((kind, written(value), spec, formatted(value, spec)) for kind, value, spec in format_cases())
    with open("formats.tsv", "w") as file:
        for case in cases:
            file.write("\t".join(case) + "\n")


operations = {
    ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv, ast.Mod: operator.mod, ast.Pow: operator.pow,
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
    ast.Eq: operator.eq, ast.NotEq: operator.ne,
}


def fitting(value):
    if isinstance(value, complex) or (isinstance(value, float) and not math.isfinite(value)):
        raise OverflowError
    if isinstance(value, int) and not -2**63 <= value < 2**63:
        raise OverflowError
    return value


def evaluate(node):
    match node:
        case ast.Expression(body=body):
            return evaluate(body)
        case ast.Constant(value=value):
            return fitting(value)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return fitting(-evaluate(operand))
        case ast.UnaryOp(op=ast.UAdd(), operand=operand):
            return evaluate(operand)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return not evaluate(operand)
        case ast.BinOp(op=op, left=left, right=right):
            left, right = evaluate(left), evaluate(right)
            if isinstance(op, ast.Pow) and isinstance(right, int) and abs(right) > 200 and abs(left) > 1:
                raise OverflowError
            return fitting(operations[type(op)](left, right))
        case ast.Compare(left=left, ops=ops, comparators=comparators):
            left = evaluate(left)
            for op, right in zip(ops, comparators):
                right = evaluate(right)
                if not operations[type(op)](left, right):
                    return False
                left = right
            return True
        case ast.BoolOp(op=op, values=values):
            for value in values:
                result = evaluate(value)
                if result == isinstance(op, ast.Or):
                    return result
            return result
        case ast.Call(func=ast.Name(id=name), args=args):
            function = {"abs": abs, "min": min, "max": max, "round": round}[name]
            return fitting(function(*map(evaluate, args)))
    raise TypeError(node)


def number(depth):
    if depth == 0 or rng.random() < 0.15:
        return rng.choice([
            str(rng.randint(0, 12)), str(rng.randint(0, 10**rng.randint(1, 19) - 1) % 2**63),
            repr(rng.randint(0, 100) / 8), repr(round(rng.uniform(0, 100), 3)), "1e-3", "2.5e10", "0.1", "0"])
    kind = rng.random()
    if kind < 0.65:
        return f"{number(depth - 1)} {rng.choice(['+', '-', '*', '/', '//', '%'])} {number(depth - 1)}"
    if kind < 0.75:
        return f"({number(depth - 1)})"
    if kind < 0.85:
        return f"-{number(depth - 1)}"
    if kind < 0.9:
        return f"{rng.randint(0, 9)} ** {rng.randint(0, 20)}"
    return rng.choice([
        f"abs({number(depth - 1)})", f"min({number(depth - 1)}, {number(depth - 1)})",
        f"max({number(depth - 1)}, {number(depth - 1)}, 3)", f"round({number(depth - 1)})",
        f"round({number(depth - 1)}, {rng.randint(0, 5)})", f"round({number(depth - 1)}, -2)"])


def condition(depth):
    kind = rng.random()
    if depth == 0 or kind < 0.6:
        comparisons = ["<", "<=", ">", ">=", "==", "!="]
        text = number(1)
        for _ in range(rng.choice([1, 1, 2, 3])):
            text += f" {rng.choice(comparisons)} {number(1)}"
        return text
    if kind < 0.7:
        return f"not {condition(depth - 1)}"
    if kind < 0.8:
        return f"({condition(depth - 1)})"
    return f"{condition(depth - 1)} {rng.choice(['and', 'or'])} {condition(depth - 1)}"


fixed = [
    "-2 ** 2", "2 ** -1", "2 ** 3 ** 2", "-7 // 2", "7 // -2", "-7 % 3", "7 % -3", "-7.5 // 2", "7.5 % -2",
    "9223372036854775807 + 1", "-9223372036854775807 - 1", "-(-9223372036854775807 - 1)",
    "(-9223372036854775807 - 1) // -1", "(-9223372036854775807 - 1) % -1", "2 ** 63", "2 ** 62", "3 ** 39", "3 ** 40",
    "0 ** 0", "0 ** -1", "1 / 0", "1 // 0", "1 % 0", "1.0 / 0.0", "1e308 * 10", "10 / 4", "1 - 1 - 1", "8 / 4 / 2",
    "0.1 + 0.2 == 0.3", "9007199254740993 == 9007199254740992.0", "9007199254740993 > 9007199254740992.0",
    "9223372036854775807 < 9223372036854775808.0", "0 < 1 < 2", "0 < 2 < 1", "1 < 2 > 1", "1 == 1.0",
    "not 1 < 2 and 2 < 3", "not (1 < 2 and 2 < 3)", "1 < 2 or 1 / 0 > 1", "round(0.5)", "round(1.5)", "round(2.5)", "round(-0.5)",
    "round(2.675, 2)", "round(1234567, -3)", "round(-1250, -2)", "round(1350, -2)", "round(9223372036854775807, -2)",
    "round(5e-324, 300)", "abs(-9223372036854775807 - 1)", "abs(-3)", "min(1, 1.0)", "max(1, 1.0)", "2 ** 0.5 ** 2",
    "-3 ** 0.5 + 0 * 2", "+3", "- - 3", "1_000 + 1", ".5 + 1",
]


def write_arithmetic():
    texts = fixed + [number(3) for _ in range(700)] + [condition(2) for _ in range(300)]
    with open("arithmetic.tsv", "w") as file:
        for text in dict.fromkeys(texts):
            try:
                result = evaluate(ast.parse(text, mode="eval"))
            except (ZeroDivisionError, OverflowError):
                result = "ERROR"
            kind = "" if result == "ERROR" else type(result).__name__
            file.write("\t".join([text, kind, written(result)]) + "\n")


write_formats()
write_arithmetic()
