# SPDX-License-Identifier: LGPL-2.1-or-later
"""The C headers, the symbol map, kinds.def and the package say the same.

A new public function needs a row in bindings/python/cybertreaty/_abi.py (the message says which),
or an entry with a reason in NOT_FOR_PYTHON beside it. A new enumerator needs a member in words.py.
"""
import glob
import os
import re
import sys

from common import PACKAGE, SANITIZED, SOURCE, main

if not SANITIZED:
    import cybertreaty
    from cybertreaty import _abi, _call, words

TYPES = {
    "char *": "c_char_p", "char **": "P(c_char_p)", "char[]": "c_char_p", "void": "None",
    "void *": "c_void_p", "int": "c_int", "size_t": "c_size_t", "size_t *": "P(c_size_t)",
    "uint32_t": "c_uint32", "uint32_t *": "P(c_uint32)", "uint64_t": "c_uint64",
    "cyt_date": "c_int32", "cyt_sink": "SINK",
}


def headers():
    """All public headers without comments."""
    text = ""
    for path in sorted(glob.glob(os.path.join(SOURCE, "include", "cybertreaty", "*.h"))):
        with open(path, encoding="utf-8") as file:
            text += re.sub(r"/\*.*?\*/", "", file.read(), flags=re.S)
    return text


def _type(said):
    """The name in _abi.py for a type of C."""
    said = re.sub(r"\s+", " ", re.sub(r"\bconst\b", "", said)).strip()
    handle = re.fullmatch(r"struct cyt_(\w+) (\*+)", said)
    if handle:
        name = handle.group(1).upper()
        return name if handle.group(2) == "*" else "P(%s)" % name
    return "c_int" if said.startswith("enum ") else TYPES.get(said, "no type for '%s'" % said)


def _argument(said):
    if said.strip().endswith("]"):
        return _type("char[]")
    return _type(re.fullmatch(r"(.*?)\w+", said.strip(), re.S).group(1))


def prototypes():
    """Of every public function its argument types and result type, as _abi.py writes them."""
    found = {}
    pattern = r"CYT_API\s+([^;()]*?)\b(cyt_\w+)\(([^;]*?)\);"
    for result, name, said in re.findall(pattern, headers()):
        arguments = [] if said.strip() == "void" else said.split(",")
        found[name] = ([_argument(one) for one in arguments], _type(result))
    return found


def _meant(name):
    """What the table calls by a name; pointer types are made once, dates are int32_t is int."""
    if name.startswith("P("):
        return _abi.P(_meant(name[2:-1]))
    return None if name == "None" else getattr(_abi, name)


def test_every_public_function_has_a_row_or_a_reason():
    public, here = set(prototypes()), set(_abi.FUNCTIONS)
    left_out = set(_abi.NOT_FOR_PYTHON)
    missing = []
    for name in sorted(public - here - left_out):
        arguments, result = prototypes()[name]
        missing.append('    "%s": ([%s], %s, ...),' % (name, ", ".join(arguments), result))
    assert not missing, "rows that _abi.py lacks, or NOT_FOR_PYTHON:\n" + "\n".join(missing)
    assert not here - public, "rows of nothing: %s" % sorted(here - public)
    assert not left_out - public, "left out, but gone: %s" % sorted(left_out - public)
    assert not left_out & here, "left out, but there: %s" % sorted(left_out & here)
    assert all(len(reason) > 10 for reason in _abi.NOT_FOR_PYTHON.values())


def test_rows_are_the_prototypes():
    wrong = []
    for name, (arguments, result) in prototypes().items():
        row = _abi.FUNCTIONS.get(name)
        if row and ([_meant(one) for one in arguments], _meant(result)) != (row[0], row[1]):
            wrong.append("%s takes %s and gives %s" % (name, ", ".join(arguments), result))
    assert len(prototypes()) > 300 and not wrong, "\n".join(wrong)


# int that is a number or yes and no, and not a code.
NUMBERS = re.compile(r"_is_|_box_restricts$|_interval_at$|_attribute_at$|_passage_changed$"
                     r"|_was_unknown$")


def test_codes_are_looked_at():
    plain = set()
    for result, name in re.findall(r"CYT_API\s+([^;()]*?)\s*\b(cyt_\w+)\(", headers()):
        if result.strip() == "int" and not NUMBERS.search(name) and name in _abi.FUNCTIONS:
            plain.add(name)
    wrong = [name for name, (_, _, kind) in _abi.FUNCTIONS.items()
             if (kind != _abi.SURE) != (name in plain)]
    assert len(plain) > 30 and not wrong, wrong


def test_headers_and_symbol_map_agree():
    with open(os.path.join(SOURCE, "lib", "libcybertreaty.map"), encoding="utf-8") as file:
        exported = set(re.findall(r"^\s+(cyt_\w+);", file.read(), re.M))
    assert exported == set(prototypes()), sorted(exported ^ set(prototypes()))


def _source():
    text = ""
    for path in sorted(glob.glob(os.path.join(PACKAGE, "cybertreaty", "*.py"))):
        if os.path.basename(path) != "_abi.py":
            with open(path, encoding="utf-8") as file:
                text += file.read()
    return text


# What the package has in another way.
UNUSED = {
    "cyt_ctx_ref": "there is one context",
    "cyt_diags_ref": "a list has one owner",
    "cyt_basis_find": "words.py, which a test holds to it", "cyt_basis_name": "likewise",
    "cyt_kind_find": "likewise", "cyt_kind_name": "likewise", "cyt_concern_name": "likewise",
    "cyt_duality_name": "likewise", "cyt_fate_name": "likewise", "cyt_layout_find": "likewise",
    "cyt_layout_name": "likewise", "cyt_modality_name": "likewise",
    "cyt_relation_name": "likewise", "cyt_silence_name": "likewise",
    "cyt_subject_to_name": "likewise",
    "cyt_verdict_name": "likewise",
}


def test_every_row_is_used():
    text = _source()
    lists = set(re.findall(r'"(cyt_\w+)"', text))
    lists |= {"cyt_corpus_" + name for name in re.findall(r'self\._listing\(\w+, "(\w+)"\)', text)}
    used = set(re.findall(r"\blib\.(cyt_\w+)|_library\.(cyt_\w+)|library\.(cyt_\w+)", text))
    used = {name for found in used for name in found if name}
    for name in lists:
        used |= {name + end for end in ("_at", "_count", "_find")}
    unused = set(_abi.FUNCTIONS) - used - set(UNUSED)
    assert not unused, "functions that no part of the package calls: %s" % sorted(unused)
    assert not set(UNUSED) - set(_abi.FUNCTIONS), "gone: %s" % (set(UNUSED) - set(_abi.FUNCTIONS))


def _spaced(name):
    """FACET_TYPE of FacetType."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).upper()


def enums():
    """Every enum of the headers but the errors: its names and numbers."""
    found = {}
    for name, body in re.findall(r"enum cyt_(\w+) \{(.*?)\};", headers(), re.S):
        if name != "error":
            members = re.findall(r"CYT_(\w+) = (\d+)", body)
            found[name.upper()] = {member: int(number) for member, number in members}
    return found


# The enumerators of C that do not begin with the name of their enum.
PREFIXES = {"DIAG_CLASS": "DIAG"}


def test_words_are_the_enums():
    here = {_spaced(kind.__name__): kind for kind in words.Word.__subclasses__()}
    assert set(here) == set(enums()), set(here) ^ set(enums())
    for name, kind in here.items():
        members = {"%s_%s" % (PREFIXES.get(name, name), member.name): member.number
                   for member in kind}
        assert members == enums()[name], (name, members, enums()[name])
        assert all(str(member) == ("" if member.name == "UNKNOWN"
                                   else member.name.lower().replace("_", "-")) for member in kind)
        assert getattr(cybertreaty, kind.__name__) is kind


def test_words_are_those_of_the_library():
    asked = 0
    for kind in words.Word.__subclasses__():
        name = "cyt_%s_name" % _spaced(kind.__name__).lower()
        if name in _abi.FUNCTIONS:
            asked += 1
            function = getattr(_call.lib, name)
            assert [str(member) for member in kind] == [
                function(member.number).decode() for member in kind], kind
            assert function(len(kind)) == b"", "the library knows more than %s" % kind
    named = [name for name in _abi.FUNCTIONS if re.fullmatch(r"cyt_\w+_name", name)
             and _abi.FUNCTIONS[name][0] == [_abi.c_int]]
    assert asked == len(named) >= 8, (asked, named)
    assert all(_call.lib.cyt_kind_find(str(kind).encode()) == kind.number for kind in words.Kind)
    assert all(_call.lib.cyt_basis_find(str(one).encode()) == one.number for one in words.Basis)
    assert all(_call.lib.cyt_layout_find(str(one).encode()) == one.number for one in words.Layout)


def test_words_are_those_of_kinds_def():
    with open(os.path.join(SOURCE, "lib", "model", "kinds.def"), encoding="utf-8") as file:
        lines = re.findall(r'^WORD\((\w+), (\w+), (\d+), "([\w-]+)"\)', file.read(), re.M)
    here = {_spaced(kind.__name__): kind for kind in words.Word.__subclasses__()}
    # Strings in C, too: the type of an instrument, the status of a law.
    known = [(kind, name, number, word) for kind, name, number, word in lines if kind in here]
    assert {kind for kind, *_ in lines} - set(here) == {"INSTRUMENT_TYPE", "STATUS"}
    for kind, name, number, word in known:
        member = here[kind][name]
        assert (member.number, str(member)) == (int(number), word), (kind, name)
    for kind in {kind for kind, *_ in known}:
        assert len([one for one in known if one[0] == kind]) == len(here[kind]) - 1, kind


def test_error_codes():
    codes = dict(re.findall(r"(CYT_ERR_\w+) = (-\d+)", headers()))
    from cybertreaty import errors
    assert [int(codes[name]) for name in ("CYT_ERR_NOMEM", "CYT_ERR_INVALID", "CYT_ERR_NOTFOUND")
            ] == [errors.OUT_OF_MEMORY, errors.INVALID, errors.NOT_FOUND]
    assert set(errors.CLASSES) == {int(codes["CYT_ERR_" + name]) for name in (
        "INVALID", "NOTFOUND", "DATA", "IO", "FORMAT")}


def test_a_handle_of_another_kind_is_refused():
    from ctypes import ArgumentError
    corpus = cybertreaty.Corpus.parse({"v.xml": '<vocabulary xmlns="urn:cybertreaty:1" id="v"/>'})
    try:
        _call.lib.cyt_result_subject(corpus._held)
    except ArgumentError:
        return
    raise AssertionError("a corpus was taken for a result")


if __name__ == "__main__":
    sys.exit(main(globals()))
