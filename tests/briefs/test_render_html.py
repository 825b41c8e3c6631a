import base64
import hashlib
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from importlib import reload
from importlib.util import cache_from_source
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.briefs import compose
from communique.briefs.render import html
from communique.domain import Article, Document, Failure, Furniture, Record, Span, Statement


@dataclass
class Page(HTMLParser):
    """What a browser would make of a brief, as far as the tests look at it.

    marked: the characters that each statement's content marks. placed: what follows each place that is linked to.
    shown: the text of the sources, labels left out.
    """

    ids: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    policy: str = ""
    raw: dict[str, list[str]] = field(default_factory=lambda: {"script": [], "style": []})
    marked: dict[str, str] = field(default_factory=dict)
    placed: dict[str, str] = field(default_factory=dict)
    shown: str = ""
    text: str = ""
    open: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.ids += [found["id"]] if "id" in found else []
        self.links += [found["href"]] if tag == "a" and "href" in found else []
        self.loads += [str(value) for name, value in attrs if name in {"src", "srcset", "action", "data", "poster"}]
        self.loads += [str(found)] if tag in {"link", "base", "iframe", "object", "embed"} else []
        if found.get("http-equiv") == "Content-Security-Policy":
            self.policy = found["content"]
        if found.get("id", "").startswith("w-"):
            self.placed[found["id"]] = ""
        if tag not in {"meta", "br"}:
            self.open.append((tag, found))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        tags = [tag for tag, _ in self.open]
        if tags and tags[-1] in self.raw:
            self.raw[tags[-1]].append(data)
            return
        self.text += data
        if any(found.get("class") == "page" for _, found in self.open) and "small" not in tags:
            self.shown += data
        for place, text in self.placed.items():  # an anchor's words begin where it stands
            self.placed[place] = text + data
        for tag, found in self.open:
            for statement in found.get("data-s", "").split() if tag == "mark" else ():
                self.marked[statement] = self.marked.get(statement, "") + data


def read(record: Record) -> Page:
    page = Page()
    page.feed(html.render(compose(record), record))
    page.close()
    assert page.open == []
    return page


def visible(text: str) -> str:
    return "".join(text.split())


def test_every_link_leads_to_a_place_in_the_file_and_no_place_is_there_twice(record: Record) -> None:
    page = read(record)
    assert len(page.ids) == len(set(page.ids))
    assert {link.removeprefix("#") for link in page.links} <= set(page.ids)


def test_every_statement_links_to_the_words_it_rests_on(record: Record) -> None:
    page = read(record)
    for statement in record.statements:
        assert f"#e-{statement.id}" in page.links
        assert visible(page.marked[statement.id]) == visible("".join(span.text for span in statement.content))


def test_every_name_and_office_links_to_its_words_in_the_source(record: Record) -> None:
    page = read(record)
    for profile in compose(record).actors:
        for alias in (*profile.names, *profile.descriptions):
            found = alias.printed[0]
            place = f"w-{found.source}-{found.first.start}-{found.first.end}"
            assert f"#{place}" in page.links
            assert visible(page.placed[place]).startswith(visible(found.first.text)[:3])
        for role in profile.roles:
            assert (
                f"#w-{role.evidence[0].source}-{role.evidence[0].first.start}-{role.evidence[0].first.end}"
                in page.links
            )


def test_actors_of_the_long_tail_are_folded_not_dropped(record: Record) -> None:
    text = html.render(compose(record), record)
    main, _, tail = text[text.index('id="who"') : text.index('id="sources"')].partition("<details")
    assert 'id="p-brandt"' in main
    assert 'id="p-experts"' in tail
    assert 'id="p-point"' in tail


def test_the_page_of_actors_grows_no_faster_than_the_actors(record: Record) -> None:
    """Twenty actors that stand in the same sentences do not each list all others."""

    def size(number: int) -> int:
        same = tuple(replace(record.actors[2], id=f"same-{n}") for n in range(number))
        return len(html.render(compose(replace(record, actors=same, statements=())), record))

    assert size(40) - size(20) < 1.2 * (size(20) - size(0))


def test_statements_inside_one_another_are_both_marked(record: Record) -> None:
    page = read(record)
    assert page.marked["reply"] == "that Reyle had promised her a reply within a week"
    assert page.marked["promise"] == "a reply within a week"


def test_the_whole_text_of_every_page_is_there_once(record: Record) -> None:
    read_pages = [document.text for document in record.documents[:3]]
    assert sorted(visible(read(record).shown)) == sorted(visible("".join(read_pages)))
    assert all(visible(text) in visible(read(record).shown) for text in read_pages[:2])


def test_furniture_is_named(record: Record) -> None:
    page = read(record)
    for kind in ("navigation", "date stamp", "caption", "photo credit", "teaser"):
        assert kind in page.text


def test_nothing_is_loaded_and_only_the_page_s_own_script_and_style_may_run(record: Record) -> None:
    page = read(record)
    assert page.loads == []
    assert not any("url(" in text or "@import" in text for text in page.raw["style"])
    (script,), (style,) = page.raw["script"], page.raw["style"]
    for kind, source in (("script-src", script), ("style-src", style)):
        digest = base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()
        assert f"{kind} 'sha256-{digest}'" in page.policy
    assert page.policy.startswith("default-src 'none'")


def test_markup_in_a_page_or_in_names_is_shown_not_obeyed(record: Record) -> None:
    evil = "\"><script>alert(1)</script><img src=x onerror=alert(2)>'&amp;"
    actors = tuple(replace(actor, name=evil) for actor in record.actors)
    documents = tuple(replace(document, source=f"{evil}{document.source}") for document in record.documents)
    failures = (Failure(source=evil, stage=evil, reason=evil),)
    page = read(replace(record, actors=actors, documents=documents, failures=failures))
    assert len(page.raw["script"]) == 1
    assert page.loads == []
    assert evil in page.text
    assert '<script>alert("bulletin")</script>' in page.shown


def test_the_same_record_gives_the_same_bytes(record: Record) -> None:
    assert html.render(compose(record), record) == html.render(compose(record), record)


TEXTS = st.text(alphabet="ab .\n<&\"é'", min_size=12, max_size=60)
SPANS = st.tuples(st.integers(0, 59), st.integers(1, 30))


def statement(document: Document, number: int, start: int, length: int) -> Statement | None:
    start %= len(document.text)
    span = document.span(start, min(start + length, len(document.text)))
    return Statement(id=f"s{number}", article="a", kind="indirect", content=(span,), confidence=1)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.lists(SPANS, max_size=6), st.lists(SPANS, max_size=4))
def test_any_spans_however_they_overlap_are_marked_and_no_character_is_lost(
    text: str, said: list[tuple[int, int]], furniture: list[tuple[int, int]]
) -> None:
    document = Document(id="d", source="d.txt", sha256="0", media_type="text/plain", text=text)
    statements = [statement(document, number, *span) for number, span in enumerate(said)]
    labelled = [statement(document, number, *span) for number, span in enumerate(furniture)]
    article = Article(
        id="a",
        document="d",
        furniture=tuple(Furniture(kind="unknown", span=item.content[0]) for item in labelled if item),
    )
    page = read(Record(documents=(document,), articles=(article,), statements=tuple(filter(None, statements))))
    assert visible(page.shown) == visible(text)
    for item in filter(None, statements):
        assert visible(page.marked.get(item.id, "")) == visible(item.content[0].text)
        assert not visible(item.content[0].text) or f"e-{item.id}" in page.ids


def test_a_span_that_reaches_outside_the_page_harms_nothing(record: Record) -> None:
    wild = Furniture(kind="caption", span=Span(document="courier", start=10, end=10**6, text="x"))
    courier = replace(record.articles[2], furniture=(wild,))
    assert visible(read(replace(record, articles=(courier,))).shown) == visible(record.documents[0].text)


def test_templates_are_kept_compiled_where_they_may_be_and_read_again_only_whole(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = compose(record)
    plain = html.render(brief, record)
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    monkeypatch.setattr("sys.pycache_prefix", str(tmp_path))
    folder = Path(cache_from_source(html.__file__)).parent
    assert reload(html).render(brief, record) == plain
    folder.mkdir(parents=True, exist_ok=True)
    assert reload(html).render(brief, record) == plain
    assert any(folder.glob("*.template"))
    assert reload(html).render(brief, record) == plain
    for path in folder.glob("*.template"):
        path.write_bytes(path.read_bytes()[:-9])
    assert reload(html).render(brief, record) == plain
