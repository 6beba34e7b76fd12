"""Judges what `redstring export` writes by the formats' own readers. Run by validate-exports."""

import csv
import io
import json
import os
import subprocess
import sys
import warnings
from pathlib import Path

import bibtexparser
import html5lib
import networkx
from citeproc.source.json import CiteProcJSON
from followthemoney import model
from markdown_it import MarkdownIt
from pyld import jsonld

PROGRAM, WORK = sys.argv[1], Path(sys.argv[2])
MADE = ["--made", "2026-11-24T12:00:00Z", "--furniture"]

ARTICLES = {
    "plain.txt": "---\ntitle: =Harbour talks\nsource: The Quay\nauthor: Anna Berg and Thomas Lind\npublished: 2016-12-30\n"
    "url: https://example.org/a_b?c=1&d={2}\n---\n\nFormer Mayor José Almeida met Vera Holm on Dec. 29, 2016. 👨‍👩‍👧 Almeida said "
    "nothing.\n\nVera Holm of Norvale Holdings left Aarhus with Anders Lund in December 2016.\n",
    "deep/o ther & <b>.txt": "Holm replies\r\n\r\nVera Holm wrote to Jose\u0301 Almeida in January 2017.\r\nAlmeida answered\u202e on "
    "Jan. 5, 2017.\r\n\r\nAnders Lund wrote ]]> and </script><script>alert(1)</script> to Vera Holm.\r\n",
    "odd.txt": "---\ntitle: Ferry {\\textbf{x}} 50% & more_or_less $9 #1 ]]>\nauthor: The {Harbour} Desk\npublished: 2016-12-22/..\n---\n\n"
    "=cmd|' /C calc'!A0 said Vera Holm.\n\n@Norvale Holdings paid \x1b[2J Anders Lund \x9b31m on Friday.\n\n'=1+1 is what Vera "
    "Holm typed.\n\n# Vera Holm | **Anders Lund** <img src=x> [here](javascript:x) https://example.org www.example.org\n\n"
    "1. \u05d0\u05e8\u05d9\u05d0\u05dc met Vera Holm.\n",
}

failures = 0


def check(holds, what):
    global failures
    if not holds:
        failures += 1
        print("FAILED:", what)


def run(*arguments):
    environment = {**os.environ, "XDG_DATA_HOME": str(WORK / "data")}
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, env=environment, check=False)
    check(done.returncode == 0, f"{arguments}: {done.stderr.decode()}")
    return done.stdout.decode()


def export(paths, name, *more):
    return run("export", *paths, "--as", name, *MADE, *more)


def shown(text):
    """What stays of a text in a format without control characters."""
    def leaves(letter):
        return letter in "\t\n\r" or not (ord(letter) < 32 or 127 <= ord(letter) < 160 or letter in "\ufffe\uffff")
    return "".join(letter if leaves(letter) else "\ufffd" for letter in text)


def lines(text):
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def unguarded(cell):
    bare = cell.lstrip("'")
    guarded = bare[:1] in ("\t", "\r", "\n") or bare.lstrip()[:1] in tuple("=+-@＝＋－＠")
    return cell[1:] if cell.startswith("'") and bare and guarded else cell


def judge_tables(paths, rows):
    for table, column, wanted in [
        ("passages", "text", [row["text"] for row in rows]),
        ("documents", "title", [row["title"] or "" for row in map(json.loads, run("documents", *paths).splitlines())]),
        ("mentions", "text", [row["text"] for row in map(json.loads, run("mentions", *paths).splitlines())]),
    ]:
        read = list(csv.DictReader(io.StringIO(export(paths, "csv", "--of", table), newline="")))
        check([unguarded(row[column]) for row in read] == wanted, f"csv of {table}")
        check(not any(cell.lstrip()[:1] in tuple("=+@") for row in read for cell in row.values() if cell), f"formulas in {table}")
    whole = json.loads(export(paths, "json", "--of", "passages,documents,entities,events,mentions,times,notes"))
    check(whole["passages"] == rows, "json of passages")


def judge_dossiers(paths, rows):
    quotes = [shown(row["text"]) for row in rows]
    html = export(paths, "html", "--by", "document")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    check(["".join(quote.itertext()) for quote in tree.iter("blockquote")] == quotes, "html quotes")
    check(not list(tree.iter("script")) and not list(tree.iter("img")), "markup came through into html")
    links = [link.get("href") for link in tree.iter("a")]
    check(all(link.startswith("#") for link in links), "links came through into html")
    for group in ["document", "entity", "event", "tag"]:
        text = export(paths, "markdown", "--by", group)
        tokens = MarkdownIt("gfm-like", {"html": True}).parse(text)
        inline = [child for token in tokens for child in token.children or []]
        check(not any(token.type.startswith(("html", "link", "image")) for token in tokens + inline), "markup came through into markdown")
        found, depth = [], 0
        for token in tokens:
            depth += token.nesting if token.type.startswith("blockquote") else 0
            if token.type == "blockquote_open":
                found.append([])
            if depth and token.type == "inline":
                found[-1].append("".join("\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children))
        flat = lambda text: [line.strip() for line in text]
        check(sorted(map(flat, ("\n".join(quote).split("\n") for quote in found))) == sorted(flat(lines(quote)) for quote in quotes), f"markdown quotes by {group}")


def judge_annotations(paths, rows, texts):
    whole = json.loads(export(paths, "annotations"))
    items = whole["first"]["items"]
    check(whole["total"] == len(items), "annotations: total")
    check(len({item["id"] for item in items if item["motivation"] == "highlighting"}) == len(rows), "annotations: ids")
    quotes = []
    for item in items:
        target = item["target"]
        if "selector" not in target:
            # What is about a whole entity, event or document has no quote.
            is_known = target.startswith("urn:redstring:") if isinstance(target, str) else target["sha256"] in texts
            check(is_known and item["motivation"] not in ("highlighting", "identifying"), f"annotations: target {target}")
            continue
        quote, place = target["selector"]
        text = texts[item["target"]["source"]["sha256"]]
        start, end = place["start"], place["end"]
        check(text[start:end] == quote["exact"], "annotations: position")
        check(text[max(0, start - 32):start] == quote["prefix"] and text[end:end + 32] == quote["suffix"], "annotations: context")
        quotes += [quote["exact"]] if item["motivation"] == "highlighting" else []
    check(quotes == [row["text"] for row in rows], "annotations: quotes")
    # The terms as the vocabulary at the given address defines them; nothing is fetched.
    oa = {"@vocab": "http://www.w3.org/ns/oa#", "id": "@id", "type": "@type", "sha256": "https://schema.org/sha256"}
    expanded = jsonld.expand({**whole, "@context": oa})
    check(bool(expanded) and not any(key.startswith("_") for key in expanded[0]), "annotations: JSON-LD")
    names = {item["motivation"] for item in items}
    check(names <= {"highlighting", "identifying", "commenting", "tagging", "bookmarking"}, f"annotations: motivations {names}")


def judge_followthemoney(paths):
    seen = {}
    for line in export(paths, "followthemoney").splitlines():
        data = json.loads(line)
        schema = model.get(data["schema"])
        check(data["id"] not in seen, f"followthemoney: {data['id']} twice")
        seen[data["id"]] = data
        try:
            schema.validate(data)
        except Exception as error:
            check(False, f"followthemoney: {data['id']}: {error}")
        proxy = model.get_proxy({**data, "properties": {}})
        for name, values in data["properties"].items():
            check(name in schema.properties, f"followthemoney: {data['schema']} has no {name}")
            proxy.add(name, values, quiet=True)
            if name in ("date", "startDate", "endDate", "publishedAt"):
                check(proxy.get(name) == values, f"followthemoney: {name} {values} became {proxy.get(name)}")
        lost = set(data["properties"]) - set(proxy.to_dict()["properties"])
        check(not lost, f"followthemoney: {data['id']} lost {lost}: {data['properties']}")
        check(all(required in data["properties"] for required in schema.required), f"followthemoney: {data['id']} lacks a property")
    for data in seen.values():
        for name in ("document", "resolved", "subject", "object", "involved", "proof", "entity"):
            for value in data["properties"].get(name, []):
                check(value in seen, f"followthemoney: {data['id']} names {value}, which did not leave")


def judge_graphs(paths):
    graphml = networkx.read_graphml(io.BytesIO(export(paths, "graphml").encode()))
    gexf = export(paths, "gexf").replace('xmlns="http://gexf.net/1.3" version="1.3"', 'xmlns="http://www.gexf.net/1.2draft" version="1.2"')
    gexf = networkx.read_gexf(io.BytesIO(gexf.encode()))
    check(set(graphml.nodes) == set(gexf.nodes) and len(graphml) > 0, "graphs: nodes")
    edges = {frozenset(edge): weight for *edge, weight in graphml.edges(data="weight")}
    check(edges == {frozenset(edge): weight for *edge, weight in gexf.edges(data="weight")} and edges, "graphs: weights")
    together = {}
    for row in map(json.loads, run("passages", *paths).splitlines()):
        for one in row["mentions"]:
            for other in row["mentions"]:
                if one < other:
                    pair = frozenset((one, other))
                    together[pair] = together.get(pair, 0) + 1
    check(edges == together, "graphs: shared passages")


def judge_sources(paths):
    documents = [json.loads(line) for line in run("documents", *paths).splitlines()]
    items = json.loads(export(paths, "csl"))
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        read = CiteProcJSON(items)
    check(len(read) == len(documents) and not told, f"csl: {[str(one.message) for one in told]}")
    for item in items:
        check(item["type"] in ("article-newspaper", "webpage", "document") and item["id"], "csl: type and id")
        for part in item.get("issued", {}).get("date-parts", []):
            check(1 <= len(part) <= 3 and all(isinstance(number, int) for number in part), "csl: date-parts")
        for name in item.get("author", []):
            check(set(name) in ({"family", "given"}, {"literal"}), "csl: names")
    bibtex = export(paths, "bibtex")
    if hasattr(bibtexparser, "parse_string"):
        library = bibtexparser.parse_string(bibtex)
        check(not library.failed_blocks, f"bibtex: {library.failed_blocks}")
        entries = [entry.key for entry in library.entries]
    else:
        entries = [entry["ID"] for entry in bibtexparser.loads(bibtex).entries]
    check(entries == [item["id"] for item in items], "bibtex: keys")


def judge_timeline(paths):
    events = json.loads(export(paths, "timelinejs"))["events"]
    check(len(events) > 0, "timelinejs: no events")
    for event in events:
        check(1 <= event["start_date"].get("month", 1) <= 12 and "year" in event["start_date"], "timelinejs: date")
        tree = html5lib.parseFragment(event["text"]["text"] + event["text"]["headline"], namespaceHTMLElements=False)
        check({node.tag for node in tree.iter()} <= {"DOCUMENT_FRAGMENT", "p"}, "timelinejs: markup came through")


def work_on(paths, *commands):
    """Corrects, notes and tags, as a reader would."""
    commands_file = WORK / "commands.jsonl"
    commands_file.write_text("".join(json.dumps(command) + "\n" for command in commands))
    told = run("apply", str(commands_file), *paths).splitlines()
    check(len(told) == len(commands), f"applied {told}")


def judge_casework(paths, notes):
    """Whether everything that the reader wrote leaves, letter by letter."""
    whole = json.loads(export(paths, "json", "--of", "notes"))
    check(sorted(row["text"] for row in whole["notes"] if row["kind"] == "note") == sorted(notes), f"json of notes: {whole['notes']}")
    table = list(csv.DictReader(io.StringIO(export(paths, "csv", "--of", "notes"), newline="")))
    check([unguarded(row["text"]) for row in table] == [row["text"] or "" for row in whole["notes"]], "csv of notes")
    check(not any(cell.lstrip()[:1] in tuple("=+@") for row in table for cell in row.values() if cell), "formulas in notes")
    motivations = {item["motivation"] for item in json.loads(export(paths, "annotations"))["first"]["items"]}
    check({"commenting", "tagging", "bookmarking"} <= motivations, f"annotations of casework: {motivations}")


def judge(paths):
    rows = [json.loads(line) for line in run("passages", *paths).splitlines()]
    documents = [json.loads(line) for line in run("documents", *paths).splitlines()]
    texts = {document["sha256"]: run("documents", *paths, "--text", document["file"]) for document in documents}
    judge_tables(paths, rows)
    judge_dossiers(paths, rows)
    judge_annotations(paths, rows, texts)
    judge_followthemoney(paths)
    judge_graphs(paths)
    judge_sources(paths)
    judge_timeline(paths)


for name, text in ARTICLES.items():
    path = WORK / "articles" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())
judge([])
judge([str(WORK / "articles")])
work_on(
    [],
    {"do": "note", "on": {"entity": "Kislyak"}, "text": "=Who let him in? <b>Ask</b> *twice*"},
    {"do": "note", "on": {"document": "1-npr.txt"}, "text": "Check the \u201cgreetings\u201d"},
    {"do": "tag", "on": {"doc": "1-npr.txt", "text": "On Friday morning"}, "tag": "calls & texts"},
    {"do": "bookmark", "on": {"doc": "1-npr.txt", "text": "Sean Spicer"}},
    {"do": "merge", "into": "Flynn", "others": ["Kushner"]},
    {"do": "rename", "entity": "Spicer", "name": "@Sean | Spicer"},
    {"do": "hide", "entity": "Kerry"},
)
judge([])
judge_casework([], ["=Who let him in? <b>Ask</b> *twice*", "Check the \u201cgreetings\u201d"])
work_on(
    [str(WORK / "articles")],
    {"do": "note", "on": {"doc": "plain.txt", "text": "\U0001f468\u200d\U0001f469\u200d\U0001f467 Almeida said"}, "text": "]]> and | \U0001f6a2"},
    {"do": "tag", "on": {"entity": "Holm"}, "tag": "=tag"},
    {"do": "bookmark", "on": {"document": "odd.txt"}},
    {"do": "merge", "into": "Holm", "others": ["Lund"]},
    {"do": "set-publication", "document": "deep/o ther & <b>.txt", "date": "2017-01"},
)
judge([str(WORK / "articles")])
judge_casework([str(WORK / "articles")], ["]]> and | \U0001f6a2"])
print("FAILED" if failures else "every export is sound", f"({failures} failures)" if failures else "")
sys.exit(1 if failures else 0)
