# SPDX-License-Identifier: LGPL-2.1-or-later
"""Nothing is freed while somebody looks at it, everything is freed in the end, and an allocation
that fails is a MemoryError. Counted by an allocator of our own under the package."""
import contextlib
import ctypes
import gc
import os
import sys
import threading

from common import BILLS, DATE, FACTS, SANITIZED, SOURCE, UN, XML, main, raised

if not SANITIZED:
    import cybertreaty
    from cybertreaty import Corpus, Loader, _abi, _call, lint, loader
    from cybertreaty._held import Held

MINI = os.path.join(SOURCE, "tests", "data", "mini")
LAWS = [os.path.join(MINI, "vocabulary.xml"), os.path.join(MINI, "instruments"),
        os.path.join(MINI, "laws", "xn-penal.xml"), os.path.join(MINI, "states", "XN.xml")]
BILL = os.path.join(MINI, "laws", "xn-bill.xml")
RESIZE = ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t)


class Allocator:
    """Counts blocks, and fails once at a chosen allocation."""

    def __init__(self):
        self.live, self.until, self.failed = 0, None, False
        self._libc = ctypes.CDLL(None)
        self._libc.realloc.restype = ctypes.c_void_p
        self._libc.realloc.argtypes = [ctypes.c_void_p, ctypes.c_size_t]
        self._libc.free.argtypes = [ctypes.c_void_p]
        self.callback = RESIZE(self._resize)
        pointer = _abi.CTX()
        function = ctypes.CDLL(_call.library_path).cyt_ctx_new_with
        assert function(self.callback, None, ctypes.byref(pointer)) == 0
        self.context = Held(pointer, _call.lib.cyt_ctx_unref)

    def _resize(self, _, block, size):
        if not size:
            self.live -= bool(block)
            self._libc.free(block)
            return None
        if self.until is not None:
            self.until -= 1
            if self.until < 0:
                self.until, self.failed = None, True
                return None
        found = self._libc.realloc(block, size)
        self.live += not block
        return found


ALLOCATORS = []  # what a late finalizer may still call


@contextlib.contextmanager
def counted():
    """The package on an allocator of its own."""
    allocator = Allocator()
    ALLOCATORS.append(allocator)
    before = loader.CONTEXT
    set_context(allocator.context)
    try:
        yield allocator
    finally:
        set_context(before)
        gc.collect()


def set_context(context):
    from cybertreaty import corpus
    loader.CONTEXT = corpus.CONTEXT = context


def small():
    return Corpus.open(*LAWS)


def asked():
    """A corpus that has all that it makes once and keeps, when first asked."""
    corpus = small()
    ask_everything(corpus)
    gc.collect()
    return corpus


def instrument(corpus):
    return corpus.instruments[0].id


def ask_everything(corpus):
    """Every question once, exported and looked at."""
    one, other = corpus.instruments[0].id, corpus.instruments[1].id
    coverage = corpus.coverage("XN", one, DATE)
    answers = [coverage, corpus.gaps("XN", one, DATE), corpus.beyond("XN", one, DATE),
               corpus.matrix(one, as_at=DATE), corpus.safeguards("XN", as_at=DATE),
               corpus.covering(corpus.concepts[0].id, DATE), corpus.compare(one, other, DATE),
               corpus.dual("XN", "XN", against=one, as_at=DATE), corpus.search("access"),
               corpus.diff("XN", one, BILL, DATE)]
    for answer in answers:
        answer.to_json()
        answer._repr_html_()
        list(answer)
    coverage.to_csv()
    corpus.coverage("XN", one, DATE, lang="es").table("compatibility").to_csv()
    corpus.to_xml(one), corpus.documents("XN")
    corpus.add(documents={"rows.csv": corpus.to_csv("XN")})
    for finding in coverage:
        for row in finding.rows:
            row.sentence(), row.explain(), row.missing.boxes
    corpus.lint().to_sarif()
    corpus.new_law(one)
    corpus.show(one).to_dict()
    corpus.list("laws")
    corpus.suggest("x")


def test_everything_is_given_back():
    with counted() as allocator:
        corpus = asked()
        loaded = allocator.live
        ask_everything(corpus)
        gc.collect()
        assert allocator.live == loaded, (allocator.live, loaded)
        with Corpus.open(*LAWS) as another:
            assert another.digest == corpus.digest
        del corpus, another
        gc.collect()
        assert allocator.live == 1, allocator.live  # the context


def test_failures_leave_nothing_behind():
    with counted() as allocator:
        for _ in range(2):
            raised(cybertreaty.DataError, Corpus.parse, {"x.xml": "<law"})
            raised(cybertreaty.DataError, Corpus.open, os.path.join(MINI, "nothing-there"))
            raised(ValueError, lint, "x.xml", stale_before="soon")
            gc.collect()
            assert allocator.live == 1, allocator.live


def test_every_allocation_may_fail():
    with counted() as allocator:
        corpus = asked()
        one = instrument(corpus)
        steps = (
            # Of a corpus of its own, which is asked for the first time.
            lambda: small().beyond("XN", one, DATE).to_json(),
            lambda: corpus.coverage("XN", one, DATE, basis="text").to_json(),
            lambda: corpus.coverage("XN", one, DATE).to_csv(),
            lambda: list(corpus.coverage("XN", one, DATE, lang="es").table("elements")),
            lambda: corpus.to_csv("XN"), lambda: corpus.to_xml("XN"),
            lambda: [row.sentence() for finding in corpus.coverage("XN", one, DATE)
                     for row in finding.rows],
            lambda: corpus.gaps("XN", one, DATE), lambda: corpus.matrix(one, as_at=DATE),
            lambda: corpus.dual("XN", "XN", against=one, as_at=DATE),
            lambda: corpus.search("access"), lambda: corpus.suggest("XM"),
            lambda: corpus.lint(complete=True).to_json(), lambda: Loader().add_path(BILL))
        gc.collect()
        loaded, failures = allocator.live, 0
        for step in steps:
            failures += fail_everywhere(allocator, step)
            gc.collect()
            assert allocator.live == loaded, (step, allocator.live, loaded)
        assert failures > 100, failures


def fail_everywhere(allocator, step):
    """Runs a step until none of its allocations is left to fail."""
    for number in range(100000):
        allocator.until, allocator.failed = number, False
        try:
            step()
        except MemoryError:
            assert allocator.failed
        else:
            if not allocator.failed:
                allocator.until = None
                return number
    raise AssertionError("it never ends")


def test_loading_without_memory():
    with counted() as allocator:
        assert fail_everywhere(allocator, small) > 50
        gc.collect()
        assert allocator.live == 1, allocator.live


def test_what_is_borrowed_outlives_its_owner():
    answer = Corpus.open(XML).coverage("MX", UN, DATE)
    row = answer["art_7"].rows[0]
    evidence, region = row.supplied_by[0], row.missing
    answer.close()
    del answer, row
    gc.collect()
    assert evidence.law.id.startswith("mx-") and region.boxes
    assert evidence.law.element.to_dict()["element"] == "law"


def test_what_is_closed_says_so():
    corpus = Corpus.open(XML)
    law = corpus.laws[0]
    with corpus.coverage("MX", UN, DATE) as answer:
        pass
    assert "closed" in str(raised(ValueError, answer.to_json)) and "closed" in repr(answer)
    corpus.close()
    corpus.close()
    for function in (lambda: corpus.digest, lambda: corpus.coverage("MX", UN, DATE),
                     lambda: corpus.laws, lambda: corpus.lint(), lambda: "mx-cpf" in corpus):
        assert "closed" in str(raised(ValueError, function))
    assert law.title() and "closed" in repr(corpus)


def test_cycles_are_collected():
    with counted() as allocator:
        corpus = asked()
        loaded = allocator.live
        for _ in range(3):
            answer = corpus.coverage("XN", instrument(corpus), DATE)
            answer.cycle = answer
        del answer
        gc.collect()
        assert allocator.live == loaded


def run_threads(*functions):
    """Runs all at once; the exceptions that came out."""
    problems = []

    def run(function):
        try:
            function()
        except Exception as problem:  # pylint: disable=broad-except
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(function,)) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return problems


def test_threads_share_a_corpus():
    corpus, answers = Corpus.open(XML), []
    ask = [lambda: answers.append(corpus.coverage("MX", UN, DATE).to_json()),
           lambda: corpus.dual("MX", "DE", FACTS, as_at=DATE).to_json(),
           lambda: [row.sentence() for one in corpus.coverage("DE", UN, DATE) for row in one.rows],
           lambda: corpus.search("access")]
    assert not run_threads(*ask * 3)
    assert len(answers) == 3 and len(set(answers)) == 1


def test_threads_share_a_result():
    answer, said = Corpus.open(XML, BILLS).coverage("MX", UN, DATE), []
    read = [lambda: said.append([row.sentence() for one in answer for row in one.rows])] * 4
    assert not run_threads(*read) and len(said) == 4 and all(one == said[0] for one in said)


def test_a_corpus_is_closed_under_a_question():
    """The question that is running ends well; a later one is told."""
    for _ in range(5):
        corpus = Corpus.open(*LAWS)
        one = instrument(corpus)
        ask = [lambda: [corpus.coverage("XN", one, DATE).to_json() for _ in range(20)]] * 3
        problems = run_threads(*ask, corpus.close)
        assert all(type(problem) is ValueError and "closed" in str(problem)
                   for problem in problems), problems


def test_threads_and_garbage():
    corpus = Corpus.open(*LAWS)
    one = instrument(corpus)

    def churn():
        for _ in range(30):
            answer = corpus.coverage("XN", one, DATE)
            answer.cycle = [answer, *answer]
            gc.collect()

    with counted():
        assert not run_threads(churn, churn, churn)
    assert corpus.coverage("XN", one, DATE).to_json()


def test_a_loader_is_for_one_thread_at_a_time():
    gathered = Loader()
    for path in LAWS[:2]:
        gathered.add_path(path)
    names = ["doc-%d.xml" % i for i in range(40)]
    empty = '<corpus xmlns="urn:cybertreaty:1"/>'
    assert not run_threads(*[lambda name=name: gathered.add_memory(name, empty)
                             for name in names])
    assert len(gathered.finish().instruments) == len(small().instruments)


def test_an_exception_in_a_sink_comes_through():
    class Stop(BaseException):
        """Such as an interrupt from the keyboard."""

    def stop(*_):
        raise Stop

    corpus = small()
    before, ctypes.string_at = ctypes.string_at, stop
    try:
        raised(Stop, corpus.new_law, instrument(corpus))
    finally:
        ctypes.string_at = before
    assert corpus.new_law(instrument(corpus))


if __name__ == "__main__":
    sys.exit(main(globals()))
