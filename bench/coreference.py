"""Mentions and coreference on public data: GUM within an article, MEANTIME across articles.

`coreference.gum`: the development documents of GUM, each read as an article. Counted are its mentions of persons,
organisations and places (pronouns, appositions, predicates and singletons too) and ours of the types that these can be;
adjectives (`Russian`) are no mentions in GUM. The form of a GUM mention is told by the part of speech of its head.
`coreference.meantime`: all 120 articles of MEANTIME, resolved as one pile. Counted are names of persons, organisations
and places in the first six sentences of an article, title and date line included, which alone are annotated in full.

A mention is found when ours lies inside the gold one and holds a word of its name or its head, or when the two share
half of their characters; each is matched once, the best first. A match counts for the form of the gold mention. CoNLL
F1 is the mean of the F1 of MUC, B-cubed and CEAF-e over the mentions predicted. A mention in
several chains is a chain of its own.

Baselines: `spacy` takes the names from spaCy's entities; `same head` puts our mentions with the same head (GUM: lemma,
MEANTIME: last word of the name) in one chain.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree as ET

from clusters import Clusters, conll, f1, ratio
from figures import Figures, show

from communique.domain import Article, Document, Reading
from communique.models import Models
from communique.reading import READERS, Page, parse
from communique.record import actors

ACTORS = frozenset({"person", "state", "government", "org", "office", "party", "group", "place"})
ENTITIES = frozenset({"PERSON", "ORG", "NORP", "GPE", "LOC", "FAC"})
GUM_TYPES = frozenset({"person", "organization", "place"})
MEANTIME_TYPES = frozenset({"PER", "ORG", "LOC"})
ANNOTATED = 6  # sentences at the beginning of a MEANTIME article in which every mention is annotated
BRACKET = re.compile(r"\(([^()]*)|(\d+)\)|\)")
QUOTATION_MARKS = {"``": "“", "''": "”"}
NO_SPACE_BEFORE = frozenset(", . : ; ? ! ) ] % ” n't ' ’ 's 're 've ’s".split())
NO_SPACE_AFTER = frozenset("( [ $ “ #".split())

Bounds = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """A gold mention. core: the words that one that lies inside must hold one of. A neutral one counts for nothing."""

    at: Bounds
    core: tuple[Bounds, ...]
    form: str
    entity: Hashable
    neutral: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """An article with its gold mentions; mentions beyond `limit` count for nothing."""

    article: Article
    gold: tuple[Gold, ...]
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A predicted mention and the name of its cluster."""

    at: Bounds
    form: str
    cluster: Hashable


# ---- the figures


def measure(shared: Path) -> Figures:
    """Read both sets and score them."""
    models = Models.load()
    gum = [gum_text(path) for path in sorted((shared / "data" / "gum" / "dev").glob("*.conllu"))]
    topics = shared / "data" / "meantime" / "intra_cross-doc_annotation"
    meantime = [meantime_text(path) for path in sorted(topics.glob("*/*.xml"))]
    return {
        **_gum([(t, *read(t.article, models)) for t in gum]),
        **_meantime([(t, *read(t.article, models)) for t in meantime]),
    }


def read(article: Article, models: Models) -> tuple[Page, Reading]:
    """What `reading.read` gives, and the page that it was read from."""
    page, found = parse(article, models), Reading(article=article.id)
    for reader in READERS:
        found = reader(page, found)
    return page, found


def _gum(texts: Sequence[tuple[Text, Page, Reading]]) -> Figures:
    golds = [text.gold for text, _, _ in texts]
    ours = [
        [
            Given(at=(m.span.start, m.span.end), form=m.form, cluster=(found.article, cluster))
            for m, cluster in zip(found.mentions, in_chains(found), strict=True)
            if m.type in ACTORS and m.form != "adjectival"
        ]
        for _, _, found in texts
    ]
    heads = [
        [Given(at=g.at, form=g.form, cluster=(found.article, head(page, g.at))) for g in given]
        for given, (_, page, found) in zip(ours, texts, strict=True)
    ]
    spacy = [[Given(at=at, form="named", cluster=at) for at in entities(page)] for _, page, _ in texts]
    figures = {f"coreference.gum.{k}": v for k, v in detection(golds, ours, ("named", "nominal", "pronoun")).items()}
    figures |= {f"coreference.gum.spacy {k}": v for k, v in detection(golds, spacy, ("named",)).items()}
    figures |= {f"coreference.gum.{k}": v for k, v in conll(*clusters(golds, ours)).items()}
    return figures | {f"coreference.gum.same head {k}": v for k, v in conll(*clusters(golds, heads)).items()}


def _meantime(texts: Sequence[tuple[Text, Page, Reading]]) -> Figures:
    golds = [text.gold for text, _, _ in texts]
    named_by = actors.resolve(found for _, _, found in texts).named_by
    ours, heads = [], []
    for text, _, found in texts:
        names = [
            (i, m)
            for i, m in enumerate(found.mentions)
            if m.type in ACTORS and m.form in {"named", "adjectival"} and m.span.end <= text.limit
        ]
        ids = {i: named_by.get((found.article, i), ()) for i, _ in names}
        ours.append(
            [
                Given(
                    at=(m.span.start, m.span.end),
                    form="named",
                    cluster=ids[i][0] if len(ids[i]) == 1 else (found.article, i),
                )
                for i, m in names
            ]
        )
        heads.append(
            [
                Given(at=g.at, form=g.form, cluster=m.span.text.split()[-1].casefold())
                for g, (_, m) in zip(ours[-1], names, strict=True)
            ]
        )
    figures = {f"coreference.meantime.{k}": v for k, v in detection(golds, ours, ("named",)).items()}
    figures |= {f"coreference.meantime.{k}": v for k, v in conll(*clusters(golds, ours)).items()}
    return figures | {f"coreference.meantime.same head {k}": v for k, v in conll(*clusters(golds, heads)).items()}


def in_chains(found: Reading) -> Iterator[Hashable]:
    """The cluster of each mention of a reading: its chain, or its own where it is in none or in several."""
    chains: dict[int, list[int]] = defaultdict(list)
    for number, indices in enumerate(found.chains):
        for index in indices:
            chains[index].append(number)
    for index in range(len(found.mentions)):
        yield ("chain", chains[index][0]) if len(chains[index]) == 1 else ("mention", index)


def head(page: Page, at: Bounds) -> str:
    """The lemma of the word of a passage that the others hang on."""
    block = page.block_at(at[0])
    words = [word.token for word in block.words(block.span.part(*at))]
    inside = {token.i for token in words}
    return next((t.lemma_.lower() for t in words if t.head.i not in inside or t.head.i == t.i), "")


def entities(page: Page) -> Iterator[Bounds]:
    """Names by spaCy of persons, organisations and places, without the article before them."""
    for block, tree in page.trees():
        for entity in tree.doc.ents:
            tokens = entity[1:] if entity[0].lower_ == "the" and len(entity) > 1 else entity
            if entity.label_ in ENTITIES:
                span = block.passage(tree, list(tokens))
                yield span.start, span.end


# ---- finding mentions


def paired(gold: Sequence[Gold], given: Sequence[Given]) -> dict[int, int]:
    """From the number of each predicted mention that matches to the number of its gold mention."""
    found = []
    for p, mention in enumerate(given):
        for g, want in enumerate(gold):
            shared = min(mention.at[1], want.at[1]) - max(mention.at[0], want.at[0])
            if shared > 0:
                share = shared / (max(mention.at[1], want.at[1]) - min(mention.at[0], want.at[0]))
                inside = want.at[0] <= mention.at[0] and mention.at[1] <= want.at[1]
                holds = any(mention.at[0] < end and start < mention.at[1] for start, end in want.core)
                if share >= 0.5 or (inside and holds):
                    found.append((-share, p, g))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, p, g in sorted(found):
        if p not in pairs and g not in taken:
            pairs[p] = g
            taken.add(g)
    return pairs


def detection(golds: Sequence[Sequence[Gold]], givens: Sequence[Sequence[Given]], forms: Iterable[str]) -> Figures:
    """Precision, recall and F1 of mentions by form."""
    hit, missed, spurious = Counter[str](), Counter[str](), Counter[str]()
    for gold, given in zip(golds, givens, strict=True):
        pairs = paired(gold, given)
        found = set(pairs.values())
        hit.update(g.form for n, g in enumerate(gold) if n in found and not g.neutral)
        missed.update(g.form for n, g in enumerate(gold) if n not in found and not g.neutral)
        spurious.update(g.form for n, g in enumerate(given) if n not in pairs)
    figures: Figures = {}
    for form in forms:
        p, r = ratio(hit[form], hit[form] + spurious[form]), ratio(hit[form], hit[form] + missed[form])
        figures |= {f"{form} p": p, f"{form} r": r, f"{form} f1": f1(p, r)}
    return figures


def clusters(golds: Sequence[Sequence[Gold]], givens: Sequence[Sequence[Given]]) -> tuple[Clusters, Clusters]:
    """Gold and predicted clusters over the same mentions, where they match."""
    want: dict[Hashable, Hashable] = {}
    has: dict[Hashable, Hashable] = {}
    for text, (gold, given) in enumerate(zip(golds, givens, strict=True)):
        pairs = paired(gold, given)
        want |= {(text, "gold", n): g.entity for n, g in enumerate(gold) if not g.neutral}
        for n, mention in enumerate(given):
            if n not in pairs:
                has[text, "given", n] = mention.cluster
            elif not gold[pairs[n]].neutral:
                has[text, "gold", pairs[n]] = mention.cluster
    return want, has


# ---- GUM: CoNLL-U, mentions as brackets in the Entity key of the last column


def gum_text(path: Path) -> Text:
    """A GUM document as an article, a paragraph each as GUM has them."""
    text, paragraphs, gold = "", list[int](), list[Gold]()
    for key, lines in groupby(path.read_text("utf-8").split("\n"), key=bool):
        if key:
            sentence = list(lines)
            if any(line.startswith("# newpar") for line in sentence) or not text:
                text = text.rstrip() + ("\n\n" if text else "")
                paragraphs.append(len(text))
            words, text = _words([line.split("\t") for line in sentence if not line.startswith("#")], text)
            gold += _gum_mentions(words, path.stem)
    return Text(article=_article(path.stem, text, paragraphs), gold=tuple(gold), limit=len(text))


@dataclass(frozen=True, slots=True)
class _Word:
    at: Bounds
    id: str
    head: str
    pos: str
    relation: str
    entities: str


def _words(rows: Iterable[list[str]], text: str) -> tuple[list[_Word], str]:
    """The words of a sentence, and the text with it added."""
    words: list[_Word] = []
    joined = ("", "")  # last word of a written word that is cut in several, and what follows it
    for row in rows:
        space = "" if "SpaceAfter=No" in row[9] else " "
        if "-" in row[0]:
            joined = row[0].split("-")[1], space
        elif "." not in row[0]:
            found = re.search(r"(?:^|\|)Entity=([^|]*)", row[9])
            at = len(text), len(text) + len(row[1])
            words.append(_Word(at, row[0], row[6], row[3], row[7], found.group(1) if found else ""))
            if joined[0]:
                space = joined[1] if row[0] == joined[0] else ""
                joined = joined if row[0] != joined[0] else ("", "")
            text += row[1] + space
    return words, text


def _gum_mentions(words: list[_Word], name: str) -> Iterator[Gold]:
    opened: list[tuple[int, list[str]]] = []
    for number, word in enumerate(words):
        for bracket in BRACKET.finditer(word.entities):
            if bracket.group(1) is not None:
                opened.append((number, bracket.group(1).split("-")))
                continue
            wanted = (i for i in range(len(opened) - 1, -1, -1) if bracket.group(2) in {None, opened[i][1][0]})
            start, fields = opened.pop(next(wanted))
            inside = words[start : number + 1]
            if fields[1] in GUM_TYPES:
                yield _gum_mention(inside, (name, fields[0]))


def _gum_mention(words: list[_Word], entity: Hashable) -> Gold:
    ids = {word.id for word in words}
    top = next((word for word in words if word.head not in ids), words[0])
    core = [word for word in words if word is top or (word.head == top.id and word.relation == "flat")]
    form = {"PROPN": "named", "PRON": "pronoun"}.get(top.pos, "nominal")
    return Gold(at=(words[0].at[0], words[-1].at[1]), core=tuple(w.at for w in core), form=form, entity=entity)


def _article(name: str, text: str, starts: Sequence[int], *, title: bool = False) -> Article:
    """A text as an article of paragraphs that begin at some places, the first of them the title where it has one."""
    document = Document(id=name, source=name, sha256="", media_type="text/plain", text=text)
    ends = [*starts[1:], len(text)]
    spans = [s for start, end in zip(starts, ends, strict=True) if (s := document.span(start, end).trimmed())]
    return Article(id=name, document=name, title=spans[0] if title else None, body=tuple(spans[1 if title else 0 :]))


# ---- MEANTIME: XML, mentions as lists of tokens, linked to entities


def meantime_text(path: Path) -> Text:
    """A MEANTIME article: title, date line and the text, tokens joined as they are written."""
    root = ET.parse(path).getroot()  # noqa: S314 - a file of a known data set
    text, starts, limit = "", list[int](), 0
    at: dict[str, Bounds] = {}
    for sentence, tokens in groupby(root.iter("token"), key=lambda token: int(token.get("sentence", ""))):
        if sentence < 3:
            text = text.rstrip() + ("\n\n" if text else "")
            starts.append(len(text))
        for token in tokens:
            word = QUOTATION_MARKS.get(token.text or "", token.text or "")
            text = text.rstrip(" ") if word in NO_SPACE_BEFORE else text
            at[token.get("t_id", "")] = len(text), len(text) + len(word)
            text += word + ("" if word in NO_SPACE_AFTER else " ")
        limit = len(text) if sentence < ANNOTATED else limit
    gold = [g for g in _meantime_mentions(root, at, path.stem) if g.at[1] <= limit]
    return Text(article=_article(path.stem, text, starts, title=True), gold=tuple(gold), limit=limit)


def _meantime_mentions(root: ET.Element, at: Mapping[str, Bounds], name: str) -> Iterator[Gold]:
    """Names that refer to a person, organisation or place; the innermost where one entity is named inside its name.

    Names of other things, and those without an entity, are neutral.
    """
    entities = {entity.get("m_id", ""): entity for entity in root.iter("ENTITY")}
    refers = {
        source.get("m_id", ""): target.get("m_id", "")
        for relation in root.iter("REFERS_TO")
        for source in relation.iter("source")
        for target in relation.iter("target")
    }
    found = []
    for mention in root.iter("ENTITY_MENTION"):
        if mention.get("syntactic_type") in {"NAM", "PRE.NAM"}:
            anchors = [at[token.get("t_id", "")] for token in mention.iter("token_anchor")]
            entity = entities.get(refers.get(mention.get("m_id", ""), ""))
            ours = entity is not None and entity.get("ent_type") in MEANTIME_TYPES
            key = entity.get("instance_id") or f"{name} {entity.get('m_id')}" if entity is not None else ""
            whole = min(anchors)[0], max(anchors)[1]
            found.append(Gold(at=whole, core=tuple(anchors), form="named", entity=key, neutral=not ours))
    for gold in found:
        inner = (g for g in found if g.entity == gold.entity and g.at != gold.at)
        if not any(gold.at[0] <= g.at[0] and g.at[1] <= gold.at[1] for g in inner):
            yield gold


if __name__ == "__main__":
    show(measure, __doc__)
