#!/usr/bin/env python3
# SPDX-License-Identifier: LGPL-2.1-or-later
"""Reports: the XML against its schema, the pages against what a page has to be, the stylesheet's colours.

Prints TAP.  Judged are the golden answers in these formats.  What is found nowhere is planted into copies,
so that a check which never fails is noticed.
"""

import html.parser
import os
import pathlib
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

SOURCE = pathlib.Path(os.environ.get("CYT_SRCDIR", pathlib.Path(__file__).parents[2]))
XMLLINT = os.environ.get("XMLLINT", "xmllint")
SHEETS = SOURCE / "xml" / "report"
SCHEMA = SOURCE / "xml" / "schema" / "report.xsd"
XS = "{http://www.w3.org/2001/XMLSchema}"
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
LOADING = {"script", "link", "img", "iframe", "object", "embed", "audio", "video", "source", "base", "form",
           "picture", "svg", "frame", "applet"}


class Tap:
    """Test Anything Protocol on stdout."""

    def __init__(self):
        self.count = 0
        self.failed = False

    def result(self, faults, name):
        self.count += 1
        self.failed = self.failed or bool(faults)
        print(f"{'not ok' if faults else 'ok'} {self.count} - {name}")
        for fault in faults[:8]:
            print("# " + str(fault).replace("\n", "\n# "))


def golden(beginning):
    """Golden answers that begin so: name -> text."""
    found = {}
    for path in sorted((SOURCE / "tests" / "golden").glob("*/*/out")):
        text = path.read_text(encoding="utf-8")
        if text.startswith(beginning):
            found[str(path.parent.relative_to(SOURCE / "tests" / "golden"))] = text
    return found


# -- XML ---------------------------------------------------------------------------------------

def schema_faults(texts):
    """name -> what xmllint says against the document."""
    faults = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            path = pathlib.Path(folder, "report.xml")
            path.write_text(text, encoding="utf-8")
            done = subprocess.run([XMLLINT, "--nonet", "--noout", "--schema", str(SCHEMA), str(path)],
                                  stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
            faults[name] = [] if done.returncode == 0 else done.stderr.decode().splitlines()
    return faults


def spoilt(text):
    """Copies that the schema must refuse."""
    return {
        "an attribute of another language": text.replace(" question=", " surplus=\"1\" question=", 1),
        "no date": re.sub(r' as-at="[^"]*"', "", text, count=1),
        "a verdict that is none": re.sub(r'verdict="[^"]*"', 'verdict="perhaps"', text, count=1),
        "another question": re.sub(r'question="[^"]*"', 'question="why"', text, count=1),
        "an element out of place": text.replace("<data ", "<surplus/><data ", 1),
        "another namespace": text.replace("urn:cybertreaty:report:1", "urn:cybertreaty:report:2", 1),
    }


def check_xml(tap):
    documents = {name: text for name, text in golden("<?xml").items() if "urn:cybertreaty:report:1" in text}
    for name, faults in schema_faults(documents).items():
        tap.result(faults, f"{name} follows the schema")
    for name, text in documents.items():
        changed = {what: copy for what, copy in spoilt(text).items() if copy != text}
        accepted = [what for what, faults in schema_faults(changed).items() if not faults]
        accepted += [] if len(changed) > 4 else ["too little was changed"]
        tap.result(accepted, f"{name}: the schema is strict")
    told = {re.search(r'question="([^"]*)"', text)[1] for text in documents.values()}
    named = {row.get("value") for row in ElementTree.parse(SCHEMA).find(
        f"{XS}simpleType[@name='question']").iter(f"{XS}enumeration")}
    tap.result(sorted({"report", "beyond", "matrix", "compare", "dual", "safeguards"} - told) +
               sorted(told - named), "each kind of report has a golden answer in XML")


# -- HTML --------------------------------------------------------------------------------------

class Page(html.parser.HTMLParser):
    """What is wrong with a page, and what it consists of."""

    def __init__(self, text):
        super().__init__()
        self.open, self.faults, self.ids, self.links = [], [], [], []
        self.counts, self.headings, self.style, self.tables = {}, [], "", []
        self.said = True
        self.feed(text)
        self.close()
        if self.open:
            self.faults.append(f"not closed: {self.open}")
        self.judge(text)

    def handle_starttag(self, tag, attributes):
        given = dict(attributes)
        self.counts[tag] = self.counts.get(tag, 0) + 1
        if tag in LOADING:
            self.faults.append(f"<{tag}>")
        for name, value in attributes:
            if name.startswith("on") or name in ("src", "srcset", "style", "action", "background", "data"):
                self.faults.append(f"<{tag} {name}>")
            if name == "lang" and not value:
                self.faults.append(f"<{tag}> with an empty lang")
        if "id" in given:
            self.ids.append(given["id"])
        self.links += [given[name] for name in ("href", "aria-labelledby") if name in given]
        if given.get("tabindex", "0") != "0" or ("tabindex" in given and not given.get("aria-labelledby")):
            self.faults.append(f"<{tag}> with tabindex and no name")
        if re.fullmatch("h[1-6]", tag):
            if not self.said and int(tag[1]) <= self.headings[-1]:
                self.faults.append(f"an h{self.headings[-1]} with nothing under it")
            self.headings.append(int(tag[1]))
            self.said = False
        if tag == "table":
            self.tables.append(set())
        if tag == "th" and given.get("scope") not in ("col", "row"):
            self.faults.append("<th> without scope")
        if self.tables and tag in ("caption", "thead", "th"):
            self.tables[-1].add(tag)
        if tag == "aria-labelledby":
            self.faults.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> closes something else")

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        if data.strip() and not any(re.fullmatch("h[1-6]", tag) for tag in self.open):
            self.said = True

    def judge(self, text):
        """What can be said once all is read."""
        faults = self.faults
        if not text.startswith("<!DOCTYPE html>\n<html lang="):
            faults.append("no doctype, or no language")
        for tag, number in (("main", 1), ("h1", 1), ("title", 1), ("header", 1), ("footer", 1), ("nav", 1)):
            if self.counts.get(tag) != number:
                faults.append(f"{self.counts.get(tag, 0)} <{tag}>")
        if len(self.ids) != len(set(self.ids)):
            faults.append("an id twice")
        for link in self.links:
            if link.startswith("#") or "/" not in link:
                if link.lstrip("#") not in self.ids:
                    faults.append(f"no '{link}'")
            elif not re.match("https?://", link):
                faults.append(f"a link to {link}")
        for before, after in zip(self.headings, self.headings[1:]):
            if after > before + 1:
                faults.append(f"h{after} after h{before}")
        for parts in self.tables:
            if parts != {"caption", "thead", "th"}:
                faults.append(f"a table with {sorted(parts)} only")
        if re.search(r"@import|url\s*\(|expression\s*\(", self.style):
            faults.append("the style loads something")
        if not self.style:
            faults.append("no style")


def disfigured(page):
    """Copies that must be found faulty."""
    return {
        "a script": page.replace("</body>", "<script>1</script></body>"),
        "a picture": page.replace("</main>", '<p><img src="x.png" alt=""></p></main>'),
        "a style sheet": page.replace("</head>", '<link rel="stylesheet" href="http://x.example/a"></head>'),
        "a font": page.replace("<style>", "<style>@font-face { src: url(http://x.example/f); }"),
        "no language": re.sub('<html lang="[^"]*"', "<html", page),
        "a link to nowhere": page.replace('href="#content"', 'href="#nowhere"'),
        "a script as link": page.replace('href="#content"', 'href="javascript:x/y"'),
        "a tag left open": page.replace("</main>", "<p></main>"),
        "a heading left out": page.replace("<h2", "<h4", 1).replace("</h2>", "</h4>", 1),
        "a heading without a text": page.replace("</section>", "<h3>Nothing</h3></section>", 1),
        "a table without headers": page.replace("<thead>", "<tbody>").replace("</thead>", "</tbody>"),
        "an id twice": page.replace('<main id="content"', '<main id="content"><p id="content"></p><p', 1),
    }


def check_pages(tap):
    pages = golden("<!DOCTYPE html>")
    for name, text in pages.items():
        tap.result(Page(text).faults, f"{name}: a page that needs nothing else")
    kinds = {re.search('<body class="([a-z]+)"', text)[1] for text in pages.values()}
    tap.result(sorted({"report", "coverage", "gaps", "beyond", "matrix", "compare", "dual", "safeguards"} - kinds),
               "each kind of report has a golden page")
    page = pages["report/norland"]
    tap.result([what for what, text in disfigured(page).items() if text == page or not Page(text).faults],
               "what must not be there is found")


# -- colours -----------------------------------------------------------------------------------

def luminance(colour):
    """Relative luminance of #rrggbb as WCAG 2.2 defines it."""
    parts = [int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def rules(style):
    """(selector, {property: value}) of every rule, those within @media too."""
    for selector, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"@media[^{]*\{", "", style)):
        yield " ".join(selector.split()), dict(
            (part.split(":", 1)[0].strip(), part.split(":", 1)[1].strip())
            for part in body.split(";") if ":" in part)


def contrast_faults(style):
    """Pairs below 4.5 : 1, borders that mean something below 3 : 1, backgrounds without a colour of text."""
    faults, plain, alone = [], set(), []
    for selector, properties in rules(style):
        colour, ground = properties.get("color"), properties.get("background")
        if ground and not colour:
            faults.append(f"{selector}: a background without a colour")
        elif ground and contrast(colour, ground) < 4.5:
            faults.append(f"{selector}: {contrast(colour, ground):.2f}")
        elif colour and colour != "inherit" and not ground:
            alone.append((selector, colour))
        if selector in ("body", ".notice", "thead th"):
            plain.add(ground)
        border = properties.get("border-color")
        if border and contrast(border, "#ffffff") < 3:
            faults.append(f"{selector}: a border of {contrast(border, '#ffffff'):.2f}")
    for selector, colour in alone:
        faults += [f"{selector} on {ground}: {contrast(colour, ground):.2f}"
                   for ground in plain if contrast(colour, ground) < 4.5]
    return faults, len(plain), len(alone)


def check_colours(tap):
    style = (SHEETS / "style.xsl").read_text(encoding="utf-8")
    style = style[style.index("<style>"):style.index("</style>")]
    style = re.sub(r"</?[a-z:]+>", "", style)
    faults, grounds, alone = contrast_faults(style)
    tap.result(faults, "every colour has a contrast of 4.5 : 1")
    pairs = sum("background" in properties for _, properties in rules(style))
    tap.result([] if pairs > 8 and grounds == 2 and alone > 4 else [f"{pairs} {grounds} {alone}"],
               "the colours were found")
    pale = style.replace("#7a1512", "#d98880").replace("#4d5763", "#9aa3ad")
    tap.result([] if len(contrast_faults(pale)[0]) > 3 else ["nothing"], "pale colours are found")
    known = (contrast("#000000", "#ffffff"), contrast("#777777", "#ffffff"), contrast("#ffffff", "#ffffff"))
    tap.result([] if [round(x, 2) for x in known] == [21, 4.48, 1] else [known], "contrast is that of WCAG")


# -- words -------------------------------------------------------------------------------------

def check_words(tap):
    root = ElementTree.parse(SHEETS / "words.xsl").getroot()
    lists = {row.get("lang"): [w.get("id") for w in row] for row in root.iter("words")}
    for lang, ids in lists.items():
        tap.result(sorted(set(lists["en"]) ^ set(ids)) + ([] if len(ids) == len(set(ids)) else ["twice"]),
                   f"every word in '{lang}', once")
        empty = [w.get("id") for row in root.iter("words") if row.get("lang") == lang for w in row if not w.text]
        tap.result(empty, f"no empty word in '{lang}'")
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(SHEETS.glob("*.xsl"))
                   if path.name != "words.xsl")
    asked = set(re.findall(r"\$w\[@id='([^']*)'\]", text)) | set(re.findall(
        r"name=\"(?:id|word|second)\" select=\"'([^']*)'\"", text))
    told = set(re.findall(r"name=\"(?:id)\" select=\"'([^']*)'\"/><xsl:with-param name=\"word\"", text))
    begun = tuple(set(re.findall(r"\$w\[@id=concat\('([a-z]+-(?:long-)?)'", text)) | {"v-", "r-", "t-"})
    tap.result(sorted(asked - set(lists["en"]) - told), "every word that a stylesheet uses is there")
    unused = [i for i in lists["en"] if i not in asked and not i.startswith(begun) and i not in (
        "year", "years", "month", "months", "day", "days")]
    tap.result(unused, "every word is used")


def main():
    tap = Tap()
    if XMLLINT != ":":
        check_xml(tap)
    check_pages(tap)
    check_colours(tap)
    check_words(tap)
    print(f"1..{tap.count}")
    return tap.failed


if __name__ == "__main__":
    sys.exit(main())
