# SPDX-License-Identifier: LGPL-2.1-or-later
"""What the package gives as JSON, CSV, SARIF and XML is what the command prints."""
import csv
import functools
import io
import os
import re
import subprocess
import sys
import tempfile

from common import (BILLS, DATE, FACTS, SANITIZED, SOURCE, UN, XML, command, main, need, raised,
                    run_command)

if not SANITIZED:
    from cybertreaty import Corpus, DataError, Invalid, Loader, NotFound, lint

BILL = "mx-bill-access"
BILL_FILE = os.path.join(BILLS, "mx-access.xml")
FAULTS = os.path.join(SOURCE, "tests", "data", "faults.xml")


@functools.lru_cache(maxsize=None)
def opened():
    return Corpus.open(XML)


@functools.lru_cache(maxsize=None)
def with_bills():
    return Corpus.open(XML, BILLS)


def test_coverage():
    answer = opened().coverage("MX", UN, as_at=DATE)
    assert answer.to_dict() == command("coverage", "MX", "--against", UN)
    assert answer.to_json() == run_command("coverage", "MX", "--against", UN)


def test_the_installed_corpus_is_that_of_the_command():
    """The folders in the order in which the command reads them: the digest depends on it."""
    source = os.path.join(SOURCE, "examples", "cybertreaty", "corpus.c")
    with open(source, encoding="utf-8") as file:
        names = re.search(r"folders\[\] = \{(.*?)\}", file.read()).group(1)
    folders = [os.path.join(XML, name) for name in re.findall(r'"(\w+)"', names)]
    assert len(folders) == 4
    answer = Corpus.open().coverage("MX", UN, as_at=DATE)
    assert answer.to_dict() == command("coverage", "MX", "--against", UN, paths=folders)


def test_coverage_of_a_kind_and_of_an_article():
    answer = opened().coverage("MX", UN, as_at=DATE)
    assert answer.to_dict(only="offence") == command(
        "coverage", "MX", "--against", UN, "--only", "offence")
    assert answer.to_dict(article="art_7") == command(
        "coverage", "MX", "--against", UN, "--article", "7")
    raised(ValueError, answer.to_dict, only="offense")


def test_several_subjects_and_instruments_as_subjects():
    corpus = opened()
    assert corpus.coverage("mx-cpf+mx-lic", UN, as_at=DATE).to_dict() == command(
        "coverage", "mx-cpf+mx-lic", "--against", UN)
    assert corpus.gaps("coe-ets185", UN, as_at=DATE).to_dict() == command(
        "gaps", "coe-ets185", "--against", UN)


def test_gaps():
    assert opened().gaps("MX", UN, as_at=DATE).to_dict() == command("gaps", "MX", "--against", UN)


def test_beyond():
    assert opened().beyond("MX", UN, as_at=DATE).to_dict() == command(
        "beyond", "MX", "--against", UN)


def test_compare():
    assert opened().compare("coe-ets185", UN, as_at=DATE).to_dict() == command(
        "compare", "coe-ets185", UN)


def test_dual():
    corpus = opened()
    assert corpus.dual("MX", "DE", FACTS, as_at=DATE).to_dict() == command(
        "dual", "MX", "DE", "--facts", FACTS)
    assert corpus.dual("MX", "DE", against=UN, as_at=DATE).to_dict() == command(
        "dual", "MX", "DE", "--against", UN)


def test_matrix():
    corpus = opened()
    assert corpus.matrix(UN, as_at=DATE).to_dict() == command("matrix", "--against", UN)
    assert corpus.matrix(UN, by="law", as_at=DATE).to_dict() == command(
        "matrix", "--against", UN, "--by", "law")


def test_covering():
    corpus = opened()
    for name in (UN + "/art_7", "system.access", UN + "/art_7__para_1__d"):
        assert corpus.covering(name, as_at=DATE).to_dict() == command("covering", name)


def test_safeguards():
    corpus = opened()
    assert corpus.safeguards("MX", as_at=DATE).to_dict() == command("safeguards", "MX")
    assert corpus.safeguards("MX", UN, as_at=DATE).to_dict() == command(
        "safeguards", "MX", "--against", UN)


def test_search():
    for words in ("CPF 211 bis 1", "acceso ilícito", "nothing of the kind"):
        assert opened().search(words).to_dict() == command("search", *words.split())


def test_diff_with_a_law_a_file_and_an_action():
    said = command("diff", "MX", "--against", UN, "--with", BILL, paths=(XML, BILLS))
    assert with_bills().diff("MX", UN, BILL, as_at=DATE).to_dict() == said
    said = command("diff", "MX", "--against", UN, "--with", BILL_FILE)
    assert opened().diff("MX", UN, BILL_FILE, as_at=DATE).to_dict() == said
    action = "MX:reservation:coe-ets185/art_4__para_1__d:2026-01-01"
    said = command("diff", "MX", "--against", "coe-ets185", "--with", action)
    assert opened().diff("MX", "coe-ets185", action, as_at=DATE).to_dict() == said


def test_with_and_basis_and_date():
    answer = with_bills().coverage("MX", UN, DATE, with_=BILL, basis="text")
    assert answer.to_dict() == command("coverage", "MX", "--against", UN, "--with", BILL,
                                       "--basis", "text", paths=(XML, BILLS))
    answer = opened().with_(BILL_FILE).coverage("MX", UN, DATE)
    assert answer.to_dict() == command("coverage", "MX", "--against", UN, "--with", BILL_FILE)
    answer = with_bills().with_(BILL).matrix(UN, as_at=DATE)
    assert answer.to_dict() == command("matrix", "--against", UN, "--with", BILL,
                                       paths=(XML, BILLS))


def test_csv():
    """Every answer but a report, and every list, as the command prints it."""
    corpus, against, bill = opened(), ("--against", UN), ("--with", BILL_FILE)
    for answer, words in (
            (corpus.coverage("MX", UN, DATE), ("coverage", "MX", *against)),
            (corpus.gaps("MX", UN, DATE), ("gaps", "MX", *against)),
            (corpus.beyond("MX", UN, DATE), ("beyond", "MX", *against)),
            (corpus.matrix(UN, as_at=DATE), ("matrix", *against)),
            (corpus.covering(UN + "/art_7", DATE), ("covering", UN + "/art_7")),
            (corpus.safeguards("MX", as_at=DATE), ("safeguards", "MX")),
            (corpus.compare("coe-ets185", UN, DATE), ("compare", "coe-ets185", UN)),
            (corpus.dual("MX", "DE", FACTS, as_at=DATE), ("dual", "MX", "DE", "--facts", FACTS)),
            (corpus.dual("MX", "DE", against=UN, as_at=DATE, lang="es"),
             ("dual", "MX", "DE", *against, "--lang", "es")),
            (corpus.diff("MX", UN, BILL_FILE, DATE), ("diff", "MX", *against, *bill)),
            (corpus.search("access"), ("search", "access"))):
        assert answer.to_csv() == run_command(*words, formatted="csv"), words
    for kind in ("laws", "instruments", "articles", "concepts", "facets", "jurisdictions",
                 "states", "basis"):
        assert corpus.list_csv(kind) == run_command("list", kind, formatted="csv"), kind
    assert corpus.list_csv("articles", UN, "es") == run_command(
        "list", "articles", UN, "--lang", "es", formatted="csv")
    raised(NotFound, corpus.list_csv, "articles", "no-such")
    raised(Invalid, corpus.list_csv, "dragons")
    assert not hasattr(corpus.report("MX", UN, DATE), "to_csv")


def records(answer):
    heading, *rows = csv.reader(io.StringIO(answer.to_csv(), newline=""))
    return [dict(zip(heading, row)) for row in rows]


def sources(origins):
    """Provisions in one cell; copies by an extension stand for their original."""
    found = []
    for origin in origins:
        name = "%s/%s" % (origin.get("law", origin.get("instrument")),
                          origin.get("provision", origin.get("demand")))
        if name not in found[-1:]:
            found.append(name)
    return " ".join(found)


def told(answer, *columns):
    return [tuple(row[column] for column in columns) for row in records(answer)]


def test_a_table_says_what_the_json_says():
    corpus = opened()
    gaps = corpus.gaps("MX", UN, DATE)
    assert told(gaps, "article", "demand", "concept", "options", "reservable", "models",
                "finding") == [
        (one["article"], one["demand"], one["concept"], " ".join(one["options"]),
         " ".join(one["reservable"]), sources(one["models"]), one["text"])
        for one in gaps.to_dict()["gaps"]]
    beyond = corpus.beyond("AE", UN, DATE)
    said = beyond.to_dict()
    assert told(beyond, "kind", "article", "concept", "concern", "by silence")[:] == [
        ("beyond", "", one["concept"], one["concern"], " ".join(one["by_silence"]))
        for one in said["beyond"]] + [("unasked", "", one, "", "") for one in said["unasked"]] + [
        ("conflict", one["article"], one["concept"], "", "") for one in said["conflicts"]]
    for row, one in zip(records(beyond), said["beyond"]):
        assert (row["basis"], row["consulted"], row["supplied by"], row["finding"]) == (
            one["basis"], one["consulted"] or "", sources(one["supplied_by"]), one["text"])
    dual = corpus.dual("MX", "DE", against=UN, as_at=DATE)
    for row, one in zip(records(dual), dual.to_dict()["rows"]):
        assert (row["demand"], row["verdict"], row["basis"]) == (
            one["demand"], one["verdict"], one["basis"] or "")
        for side, state in (("first", "MX"), ("second", "DE")):
            assert row[side] == state
            assert row[side + " supplied by"] == sources(
                line for line in one["supplied_by"] if line["state"] == state)
    diff = corpus.diff("MX", UN, BILL_FILE, DATE)
    assert told(diff, "article", "article before", "article after", "demand", "concept", "before",
                "after", "finding") == [
        (change["article"], change["before"] or "", change["after"] or "", row["id"],
         row["concept"], row["before"]["verdict"], row["after"]["verdict"], row["text"])
        for change in diff.to_dict()["changes"] for row in change["demands"]]
    assert told(corpus.search("access"), "id", "element") == [
        (hit["id"], hit["element"]) for hit in corpus.search("access").to_dict()["hits"]]


def test_a_table_of_a_comparison_has_every_pair_once():
    corpus = opened()
    for first, second in (("coe-ets185", UN), (UN, "coe-ets185"), (UN, "un-cybercrime-2023"),
                          ("un-cybercrime-2022", UN)):
        answer = corpus.compare(first, second, DATE)
        said, rows = answer.to_dict(), records(answer)
        pairs = [(row["article"], row["other article"]) for row in rows]
        assert len(set(pairs)) == len(pairs), (first, second)
        matched = {(row["article"], match["article"]): (
            match["relation"], match["floor_by_option"], match["floor_by_reservation"])
            for row in said["rows"] for match in row["with"]}
        assert matched == {(row["article"], row["other article"]): (
            row["relation"], row["floor by option"], row["floor by reservation"])
            for row in rows if row["finding"]}, (first, second)
        assert {pair[0] for pair in pairs} >= {row["article"] for row in said["rows"]}
        assert {pair[1] for pair in pairs} >= set(said["unmatched"])
        concordance = said["concordance"]
        if concordance:
            forward = concordance["earlier"] == first
            assert [(row["article"], row["other article"], row["fate"]) for row in rows][
                :len(concordance["rows"])] == [
                ((one["earlier"] if forward else one["later"]) or "",
                 (one["later"] if forward else one["earlier"]) or "", one["fate"] or "")
                for one in concordance["rows"]]
        else:
            assert not any(row["fate"] for row in rows)


def test_rows_say_what_they_answer():
    """Tables of several questions can be put into one."""
    corpus = opened().with_(BILL_FILE).with_("MX:ratification:%s:2026-01-01" % UN)
    for answer, subject in ((corpus.coverage("MX", UN, DATE), "MX"),
                            (corpus.gaps("MX", UN, DATE), "MX"),
                            (corpus.compare("coe-ets185", UN, DATE), "coe-ets185")):
        for row in records(answer):
            assert (row["subject"], row["instrument"], row["as at"], row["corpus digest"]) == (
                subject, UN, DATE, corpus.digest)
            assert "MX:ratification:%s:2026-01-01" % UN in row["with"]
    assert all(row["instrument"] == UN for row in records(corpus.matrix(UN, as_at=DATE)))


def test_languages():
    """Every question in Spanish; the terms are one path, search and lists have their own."""
    corpus, bill = opened(), ("--with", BILL_FILE)
    against, lang = ("--against", UN), ("--lang", "es-MX")
    for answer, words in (
            (corpus.coverage("MX", UN, DATE, lang="es-MX"), ("coverage", "MX", *against)),
            (corpus.gaps("MX", UN, DATE, lang="es-MX"), ("gaps", "MX", *against)),
            (corpus.beyond("MX", UN, DATE, lang="es-MX"), ("beyond", "MX", *against)),
            (corpus.safeguards("MX", as_at=DATE, lang="es-MX"), ("safeguards", "MX")),
            (corpus.safeguards("MX", UN, DATE, lang="es-MX"), ("safeguards", "MX", *against)),
            (corpus.compare("coe-ets185", UN, DATE, lang="es-MX"), ("compare", "coe-ets185", UN)),
            (corpus.dual("MX", "DE", FACTS, as_at=DATE, lang="es-MX"),
             ("dual", "MX", "DE", "--facts", FACTS)),
            (corpus.dual("MX", "DE", against=UN, as_at=DATE, lang="es-MX"),
             ("dual", "MX", "DE", *against)),
            (corpus.matrix(UN, as_at=DATE, lang="es-MX"), ("matrix", *against)),
            (corpus.covering(UN + "/art_7", DATE, lang="es-MX"), ("covering", UN + "/art_7")),
            (corpus.diff("MX", UN, BILL_FILE, DATE, lang="es-MX"),
             ("diff", "MX", *against, *bill)),
            (corpus.coverage("MX", UN, DATE, with_=BILL_FILE, lang="es-MX"),
             ("coverage", "MX", *against, *bill)),
            (corpus.search("acceso", lang="es-MX"), ("search", "acceso"))):
        assert answer.to_dict() == command(*words, *lang), words
        assert answer.lang == "es-MX", words
    english = corpus.coverage("MX", UN, DATE)
    assert english.lang == "en" and english.to_dict() != command(
        "coverage", "MX", *against, *lang)
    assert corpus.list("concepts", lang="es").to_dict() == command(
        "list", "concepts", "--lang", "es") != command("list", "concepts")
    assert corpus.show(UN + "/art_7").to_dict("es") == command(
        "show", UN + "/art_7", "--lang", "es") != command("show", UN + "/art_7")


def test_tables_are_in_the_language_of_the_answer():
    corpus = opened()
    for answer, title in ((corpus.gaps("MX", UN, DATE, lang="es"), "acceso a un sistema"),
                          (corpus.gaps("MX", UN, DATE), "access to a system")):
        assert title in {record["concept title"] for record in answer._records()}
    answer = corpus.compare("coe-ets185", UN, DATE, lang="es")
    spanish = [record["other title"] for record in answer._records()]
    assert "Acceso ilícito" in spanish and "Illegal access" not in spanish


def test_layouts():
    answer = opened().coverage("MX", UN, DATE)
    spanish = opened().coverage("MX", UN, DATE, lang="es")
    for layout in ("profile", "compatibility", "elements"):
        words = ("coverage", "MX", "--against", UN, "--layout", layout)
        table = answer.table(layout)
        assert table.to_csv() == run_command(*words, formatted="csv"), layout
        *rows, last = csv.reader(io.StringIO(table.to_csv(), newline=""))
        assert [table.headings, *table] == [[cell.replace("\r\n", "\n") for cell in row]
                                            for row in rows], layout
        assert last == [table.source] + [""] * (len(table.headings) - 1), layout
        assert opened().digest in table.source and DATE in table.source
        assert spanish.table(layout).to_csv() == run_command(
            *words, "--lang", "es", formatted="csv"), layout
        assert answer.table(layout, only="offence").to_csv() == run_command(
            *words, "--only", "offence", formatted="csv"), layout
    assert answer.table("profile", article="art_7").to_csv() == run_command(
        "coverage", "MX", "--against", UN, "--layout", "profile", "--article", "7",
        formatted="csv")
    table = answer.table("profile")
    assert table[-1] == table[len(table) - 1] and len(table) == len(list(table))
    raised(IndexError, table.__getitem__, len(table))
    raised(ValueError, answer.table, "poster")
    raised(ValueError, answer.table, "")
    answer.close()
    assert table.headings
    table.close()
    assert "closed" in str(raised(ValueError, lambda: table.headings)) and "closed" in repr(table)


def test_documents_as_xml_and_rows():
    corpus = opened()
    for what in ("mx-cpf", "MX", UN):
        assert corpus.to_xml(what) == run_command("export", what, "--xml", formatted="text")
        table = corpus.to_csv(what)
        assert table == run_command("export", what, "--csv", formatted="text")
        again = corpus.add(documents={"rows.csv": table})
        assert again.to_csv(what) == table and again.digest != Corpus.parse({}).digest
    assert "".join(one["id"] + " " for one in corpus.documents("MX")) == "".join(
        one["id"] + " " for one in corpus.documents() if one["id"] == "MX"
        or one.get("jurisdiction") == "MX")
    assert len(corpus.documents()) > len(corpus.laws) + len(corpus.instruments)
    assert [one.to_xml() for one in corpus.documents("mx-cpf")] == [corpus.to_xml("mx-cpf")]
    assert corpus.documents("nothing") == []
    assert "mx-cpf" in str(raised(NotFound, corpus.to_xml, "mx-cpx"))
    raised(NotFound, corpus.to_csv, "mx-cpx")
    facets = next(one["id"] for one in corpus.documents() if one.name == "vocabulary")
    assert "vocabulary" in str(raised(Invalid, corpus.to_csv, facets))
    raised(Invalid, corpus.show("mx-cpf").children[0].to_xml)


def test_tables_of_documents_from_files():
    corpus = opened()
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "mine.csv")
        with open(path, "w", encoding="utf-8", newline="") as file:
            file.write(corpus.to_csv("mx-cpf").replace("mx-cpf", "mx-mine"))
        first = corpus.add(path)
        loader = Loader()
        loader.add_corpus(corpus)
        loader.add_csv(path)
        assert "mx-mine" in first.laws and loader.finish().digest == first.digest
    bad = os.path.join(SOURCE, "tests", "data", "tables", "1605-misplaced-rows.csv")
    problem = raised(DataError, corpus.add, bad)
    assert (bad, 1605) in {(one.file, one.number) for one in problem.diagnostics}


def test_list_and_show():
    corpus = opened()
    for kind in ("laws", "instruments", "articles", "concepts", "facets", "jurisdictions",
                 "states", "basis"):
        assert corpus.list(kind).to_dict() == command("list", kind), kind
    assert corpus.list("articles", UN).to_dict() == command("list", "articles", UN)
    for name in (UN + "/art_7", "mx-cpf", "MX", "system.access", "authority"):
        assert corpus.show(name).to_dict() == command("show", name), name


def test_list_and_show_of_what_is_not_there():
    corpus = opened()
    raised(Invalid, corpus.list, "things")
    assert "un-cybercrime-2024" in str(raised(NotFound, corpus.list, "articles", "un-cybercrime"))
    raised(NotFound, corpus.show, "mx-cpf/art_0")
    assert "several documents" in str(raised(Invalid, corpus.show, "art_7"))


def test_new_law():
    said = run_command("new", "law", "--against", UN, formatted="text")
    assert opened().new_law(UN) == said
    assert opened().new_law(UN, csv=True) == run_command(
        "new", "law", "--against", UN, formatted="csv")
    raised(NotFound, opened().new_law, "un-nothing")


def test_lint():
    assert opened().lint(as_at=DATE).to_dict() == command("lint")
    assert opened().lint(complete=True, as_at=DATE).to_dict() == command("lint", "--complete")
    found = lint(FAULTS, as_at=DATE)
    assert len(found) > 3 and found.to_dict() == command("lint", FAULTS, paths=())
    assert found.to_sarif() == run_command("lint", FAULTS, paths=(), formatted="sarif")
    assert [(one.file, one.line) for one in found] == [
        (one["file"], one["line"]) for one in found.to_dict()["diagnostics"]]


def test_lint_of_stale_sources():
    stale = opened().lint(stale_before="2030-01-01")
    assert len(stale) > len(opened().lint()) and stale.error_count == 0
    future = opened().lint(as_at="2020-01-01")
    assert {one.number for one in future} == {2021}
    assert future.to_dict() == command("--as-at", "2020-01-01", "lint")


def test_lint_of_files_that_do_not_load():
    bad = os.path.join(SOURCE, "tests", "data", "bad", "1105-three-at-once.xml")
    found = lint(bad)
    assert found.error_count > 1 and found.to_dict() == command("lint", bad, paths=())


def test_data_frames_are_the_csv():
    need("pandas")
    answer = opened().matrix(UN, as_at=DATE)
    frame = answer.to_dataframe()
    rows = list(csv.reader(io.StringIO(answer.to_csv(), newline="")))
    assert list(frame.columns) == rows[0] and len(frame) == len(rows) - 1 == len(answer)
    assert [["" if cell is None else cell for cell in row]
            for row in frame.values.tolist()] == rows[1:]


def answers():
    """One of each."""
    corpus = with_bills()
    return [corpus.coverage("MX", UN, DATE), corpus.gaps("MX", UN, DATE),
            corpus.beyond("MX", UN, DATE), corpus.matrix(UN, as_at=DATE),
            corpus.covering("system.access", DATE), corpus.safeguards("MX", UN, DATE),
            corpus.compare("coe-ets185", UN, DATE), corpus.dual("MX", "DE", FACTS, as_at=DATE),
            corpus.dual("MX", "DE", against=UN, as_at=DATE), corpus.diff("MX", UN, BILL, DATE),
            corpus.coverage("MX", UN, DATE).table("profile"),
            corpus.search("access"), corpus.lint(), corpus.list("facets"), corpus.list("basis")]


def test_data_frames_of_everything():
    need("pandas")
    for answer in answers():
        frame = answer.to_dataframe()
        # None is nothing; an empty word would count as something.
        assert list(frame.columns) and not (frame == "").any().any(), answer
        if type(answer).__name__ in ("Gaps", "Dual", "Search", "Matrix", "Lint", "Inventory", "Table"):
            assert len(frame) == len(answer), answer


def test_pandas_is_imported_only_then():
    run = subprocess.run([sys.executable, "-B", "-c", (
        "import common, sys\nfrom cybertreaty import Corpus\n"
        "Corpus.open(common.XML).matrix(common.UN, as_at=common.DATE)._repr_html_()\n"
        "print('pandas' in sys.modules)")], cwd=os.path.dirname(os.path.abspath(__file__)),
        capture_output=True, text=True, check=False)
    assert run.stdout.strip() == "False", run.stderr


def test_html():
    from xml.etree import ElementTree
    for answer in answers():
        page = answer._repr_html_()
        table = ElementTree.fromstring(page)
        assert table.tag == "table" and table.findtext("caption"), answer
        wide = {len(row) for row in table.iter("tr")}
        assert len(wide) == 1, (answer, wide)
    matrix = answers()[3]
    assert "not-assessed" in matrix._repr_html_() and "background-color" in matrix._repr_html_()


def test_html_is_escaped():
    law = ('<law xmlns="urn:cybertreaty:1" id="xx-1" jurisdiction="XX">'
           '<title xml:lang="en">&lt;script&gt;alert(1)&lt;/script&gt;</title></law>')
    corpus = opened().add(documents={"law.xml": law})
    page = corpus.coverage("xx-1", UN, DATE)._repr_html_() + corpus.list("laws")._repr_html_()
    assert "<script>" not in page and "&lt;script&gt;" in page


if __name__ == "__main__":
    sys.exit(main(globals()))
