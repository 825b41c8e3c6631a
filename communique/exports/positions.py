"""Positions and relations in the forms of discourse network analysis (Leifeld's Discourse Network Analyzer).

CSV: a row for each statement and issue with its person, organization, concept and agreement, the four variables of
DNA's own statement type; GraphML: the network of actors with an edge for each issue on which a pair agrees or not.
"""

import csv
import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from io import StringIO
from types import MappingProxyType
from typing import Any
from xml.etree import ElementTree as ET

from communique.domain import Actor, Document, Position, Record, Relation, Stance, Statement, codec, soundness
from communique.domain.changes import changes

COLUMNS = (
    "statement ID", "time", "document ID", "document title", "author", "source", "section", "type", "text",
    "person", "organization", "concept", "agreement", "stance", "toward", "change", "start", "stop",
)  # fmt: skip
"""Those of DNA's event list (3.0, `export/Exporter.java`) with its variables, then ours: the stance, what it is toward,
whether it changed, and the place in the document."""

AGREEMENT: Mapping[Stance, str] = MappingProxyType({
    "supports": "1", "seeks": "1", "conciliatory": "1",
    "opposes": "0", "rejects": "0", "denies": "0", "warns": "0", "concerned": "0",
})  # fmt: skip
"""Whether a stance agrees with its object. `neutral` is neither, so it is no statement in DNA's sense."""

SIGN = MappingProxyType({"agree": 1, "partly": 0, "disagree": -1})

_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_NODE = (("name", "string"), ("variable", "string"), ("frequency", "int"), ("type", "string"), ("country", "string"))
_EDGE = (("weight", "double"), ("issue", "string"), ("relation", "string"), ("sign", "int"), ("evidence", "string"))
_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\dZ?")
_FORMULA = re.compile(r"[=+\-@\t\r]")


@soundness.of_sound
def table(record: Record) -> str:
    """Comma-separated values; a cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_harmless(value) for value in row] for row in _rows(record))
    return out.getvalue()


def _rows(record: Record) -> Iterator[tuple[str, ...]]:
    statements = {statement.id: statement for statement in record.statements}
    documents = {document.id: document for document in record.documents}
    actors = {actor.id: actor for actor in record.actors}
    articles = {article.id: article for article in record.articles}
    labels = {issue.id: issue.label for issue in record.issues}
    states = {actor.country: actor.name for actor in reversed(record.actors) if actor.type == "state" and actor.country}
    turned = _turned(record)
    for position in record.positions:
        for name in position.evidence:
            statement = statements.get(name)
            # What a person says is a row of the person's, not of the state's too: each statement counts once.
            if statement is None or position.actor not in statement.speakers or position.stance not in AGREEMENT:
                continue
            article = articles[statement.article]
            actor = actors[position.actor]
            person = actor.name if actor.type == "person" else ""
            start, stop, words = _place(statement, documents[article.document])
            yield (
                statement.id,
                _time(statement.said_on or (article.published.date if article.published else "")),
                article.id,
                _line(article.title.text) if article.title else "",
                _line(article.byline.text) if article.byline else "",
                article.outlet.name if article.outlet else documents[article.document].source,
                "",
                "",
                words,
                person,
                _body(actor, actors, states) if person else actor.name,
                labels.get(position.issue, position.issue),
                AGREEMENT[position.stance],
                position.stance,
                position.toward,
                turned.get(id(position), ""),
                start,
                stop,
            )


def _turned(record: Record) -> dict[int, str]:
    """Of the positions that changed, what they were and what they became."""
    words: defaultdict[int, list[str]] = defaultdict(list)
    for change in changes(record):
        told = f"first {change.before.stance} ({change.before_on}), then {change.after.stance} ({change.after_on})"
        for position in (change.before, change.after):
            words[id(position)].append(told)
    return {key: "; ".join(dict.fromkeys(held)) for key, held in words.items()}


def _time(value: str) -> str:
    """A date as DNA writes it where it has a time of day; a day stays a day."""
    return f"{value[:10]} {value[11:16]}:00" if _MINUTE.fullmatch(value) else value


def _place(statement: Statement, document: Document) -> tuple[str, str, str]:
    start, end = statement.content[0].start, statement.content[-1].end
    return str(start), str(end), _line(document.text[start:end])


def _body(actor: Actor, actors: Mapping[str, Actor], states: Mapping[str, str]) -> str:
    """What a person speaks for: the body of the office held, else the name of the state."""
    held = (actors[role.of].name for role in actor.roles if role.of and role.of in actors)
    return next(held, states.get(actor.country or "", ""))


@soundness.of_sound
def graph(record: Record) -> str:
    """GraphML 1.0 of the actors that stand in a relation, one undirected edge for each pair and issue.

    The attributes that DNA writes have its names: `name`, `variable` and `frequency` of a node, `weight` of an edge.
    """
    root = ET.Element("graphml", xmlns=_NAMESPACE)
    for kind, keys in (("node", _NODE), ("edge", _EDGE)):
        for name, form in keys:
            ET.SubElement(root, "key", {"id": f"{kind}-{name}", "for": kind, "attr.name": name, "attr.type": form})
    told = [relation for relation in record.relations if relation.relation in SIGN]
    drawn = ET.SubElement(root, "graph", id="actors", edgedefault="undirected")
    linked = {actor for relation in told for actor in relation.pair}
    said = Counter(actor for statement in record.statements for actor in statement.speakers)
    for actor in record.actors:
        if actor.id in linked:
            _node(drawn, actor, said[actor.id])
    labels = {issue.id: issue.label for issue in record.issues}
    for number, relation in enumerate(told):
        _edge(drawn, relation, number, labels.get(relation.issue, relation.issue))
    ET.indent(root)
    return ET.tostring(root, encoding="unicode", xml_declaration=True)


def _node(drawn: ET.Element, actor: Actor, statements: int) -> None:
    node = ET.SubElement(drawn, "node", id=actor.id)
    variable = "person" if actor.type == "person" else "organization"
    values = {"name": actor.name, "variable": variable, "frequency": statements}
    _data(node, "node", values | {"type": actor.type, "country": actor.country})


def _edge(drawn: ET.Element, relation: Relation, number: int, label: str) -> None:
    one, other = relation.pair
    edge = ET.SubElement(drawn, "edge", id=f"e{number}", source=one, target=other)
    values = {
        "issue": label,
        "relation": relation.relation,
        "sign": SIGN[relation.relation],
        "weight": len(relation.evidence) + len(relation.events),
        "evidence": " ".join((*relation.evidence, *relation.events)),
    }
    _data(edge, "edge", values)


def _data(element: ET.Element, kind: str, values: Mapping[str, object]) -> None:
    for name, value in values.items():
        if value is not None:
            ET.SubElement(element, "data", key=f"{kind}-{name}").text = _FORBIDDEN.sub("\ufffd", str(value))


@soundness.of_sound
def lines(record: Record) -> str:
    """JSON lines: every position, then every relation, each with the names and words a reader needs."""
    names = {actor.id: actor.name for actor in record.actors}
    labels = {issue.id: issue.label for issue in record.issues}
    said: defaultdict[str, list[str]] = defaultdict(list)
    for statement in record.statements:
        said[statement.id] = [_line(span.text) for span in statement.content]
    rows = [{"position": _named(item, [item.actor], names, labels, said)} for item in record.positions]
    rows += [{"relation": _named(item, [*item.pair], names, labels, said)} for item in record.relations]
    return "\n".join(json.dumps(row, ensure_ascii=False) for row in rows)


def _named(
    item: Position | Relation,
    who: list[str],
    names: Mapping[str, str],
    labels: Mapping[str, str],
    said: Mapping[str, list[str]],
) -> dict[str, Any]:
    value: dict[str, Any] = codec.to_json(item)
    value["names"] = [names.get(actor, actor) for actor in who]
    value["label"] = labels.get(item.issue, item.issue)
    value["words"] = [said[name] for name in item.evidence if name in said]
    return value


FORMS: Mapping[str, Callable[[Record], str]] = MappingProxyType({"csv": table, "graphml": graph, "jsonl": lines})


def _line(text: str) -> str:
    return " ".join(text.split())


def _harmless(value: str) -> str:
    """A cell that no spreadsheet computes (OWASP, CSV injection)."""
    return f"'{value}" if _FORMULA.match(value) else value
