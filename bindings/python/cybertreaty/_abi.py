# SPDX-License-Identifier: LGPL-2.1-or-later
"""The functions of the library that the package calls: the only file with types of ctypes."""
import ctypes
from ctypes import (CFUNCTYPE, POINTER, Structure, byref, c_char_p, c_int, c_int32, c_size_t,
                    c_uint32, c_void_p)

from . import _errors, _lib


class Ctx(Structure):
    """One dummy structure per handle, so that a pointer of the wrong kind is refused."""


class Diags(Structure):
    pass


class Diag(Structure):
    pass


class Loader(Structure):
    pass


class CorpusHandle(Structure):
    pass


class Terms(Structure):
    pass


class ResultHandle(Structure):
    pass


P = POINTER
SINK = CFUNCTYPE(c_int, c_void_p, c_void_p, c_size_t)

# name: argument types, result type, whether a negative result is an error
FUNCTIONS = {
    "cyt_strerror": ([c_int], c_char_p, False),
    "cyt_version": ([], c_char_p, False),
    "cyt_date_parse": ([c_char_p], c_int32, False),
    "cyt_ctx_new": ([P(P(Ctx))], c_int, True),
    "cyt_ctx_unref": ([P(Ctx)], None, False),
    "cyt_diags_new": ([P(Ctx), P(P(Diags))], c_int, True),
    "cyt_diags_unref": ([P(Diags)], None, False),
    "cyt_diags_count": ([P(Diags)], c_size_t, False),
    "cyt_diags_at": ([P(Diags), c_size_t], P(Diag), False),
    "cyt_diag_number": ([P(Diag)], c_uint32, False),
    "cyt_diag_severity": ([P(Diag)], c_int, False),
    "cyt_diag_file": ([P(Diag)], c_char_p, False),
    "cyt_diag_line": ([P(Diag)], c_uint32, False),
    "cyt_diag_text": ([P(Diag)], c_char_p, False),
    "cyt_loader_new": ([P(Ctx), P(P(Loader))], c_int, True),
    "cyt_loader_free": ([P(Loader)], None, False),
    "cyt_loader_add_path": ([P(Loader), c_char_p], c_int, True),
    "cyt_loader_finish": ([P(Loader), P(Diags), P(P(CorpusHandle))], c_int, False),
    "cyt_snapshot_probe": ([c_char_p], c_int, False),
    "cyt_corpus_open": ([P(Ctx), c_char_p, P(Diags), P(P(CorpusHandle))], c_int, False),
    "cyt_corpus_unref": ([P(CorpusHandle)], None, False),
    "cyt_corpus_date": ([P(CorpusHandle)], c_int32, False),
    "cyt_corpus_digest": ([P(CorpusHandle)], c_char_p, False),
    "cyt_terms_new": ([P(Ctx), c_int32, P(P(Terms))], c_int, True),
    "cyt_terms_free": ([P(Terms)], None, False),
    "cyt_terms_add_law": ([P(Terms), c_char_p], c_int, True),
    "cyt_terms_set_basis": ([P(Terms), c_int], c_int, True),
    "cyt_terms_set_lang": ([P(Terms), c_char_p], c_int, True),
    "cyt_basis_find": ([c_char_p], c_int, False),
    "cyt_query_coverage": ([P(CorpusHandle), c_char_p, c_char_p, P(Terms), P(P(ResultHandle))],
                           c_int, True),
    "cyt_query_gaps": ([P(CorpusHandle), c_char_p, c_char_p, P(Terms), P(P(ResultHandle))],
                       c_int, True),
    "cyt_query_beyond": ([P(CorpusHandle), c_char_p, c_char_p, P(Terms), P(P(ResultHandle))],
                         c_int, True),
    "cyt_query_diff": ([P(ResultHandle), P(ResultHandle), P(P(ResultHandle))], c_int, True),
    "cyt_query_matrix": ([P(CorpusHandle), c_char_p, c_int, P(Terms), P(P(ResultHandle))],
                         c_int, True),
    "cyt_query_covering": ([P(CorpusHandle), c_char_p, P(Terms), P(P(ResultHandle))], c_int, True),
    "cyt_query_safeguards": ([P(CorpusHandle), c_char_p, c_char_p, P(Terms), P(P(ResultHandle))],
                             c_int, True),
    "cyt_query_search": ([P(CorpusHandle), c_char_p, c_char_p, P(P(ResultHandle))], c_int,
                         True),
    "cyt_query_compare": ([P(CorpusHandle), c_char_p, c_char_p, P(Terms), P(P(ResultHandle))],
                          c_int, True),
    "cyt_query_dual": ([P(CorpusHandle), c_char_p, c_char_p, c_char_p, P(Terms),
                        P(P(ResultHandle))], c_int, True),
    "cyt_query_dual_against": ([P(CorpusHandle), c_char_p, c_char_p, c_char_p, P(Terms),
                                P(P(ResultHandle))], c_int, True),
    "cyt_facts_fault": ([P(CorpusHandle), c_char_p, SINK, c_void_p], c_int, True),
    "cyt_result_unref": ([P(ResultHandle)], None, False),
    "cyt_export_json": ([P(ResultHandle), SINK, c_void_p], c_int, True),
}


def check(result, function, _):
    if result < 0:
        raise _errors.error(result, "%s: %s" % (function.__name__,
                                                lib.cyt_strerror(result).decode()))
    return result


def _bind(library):
    for name, (arguments, result, checked) in FUNCTIONS.items():
        function = getattr(library, name)
        function.argtypes = arguments
        function.restype = result
        if checked:
            function.errcheck = check
    return library


_library, library_path = _lib.load()
lib = _bind(_library)


def new(function, handle, *arguments):
    """Calls a function whose last argument is where the new object goes."""
    out = POINTER(handle)()
    function(*arguments, byref(out))
    return out


def collect(function, *arguments):
    """The text that an exporter sends to its sink."""
    pieces = []

    def sink(_, text, length):
        pieces.append(ctypes.string_at(text, length))
        return 0

    function(*arguments, SINK(sink), None)
    return b"".join(pieces).decode("utf-8")
