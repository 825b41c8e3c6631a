"""Furniture that its own wording gives away, wherever it stands on a page."""

import re
from typing import NamedTuple

from communique.articles import credits as credit
from communique.articles.bylines import is_byline
from communique.articles.dates import stamp_kind
from communique.articles.marks import Label, Mark
from communique.articles.passages import Passage
from communique.articles.wording import SPEECH, is_headline, is_prose, word_count
from communique.domain.documents import FurnitureKind
from communique.knowledge import page_line

CELLS = re.compile(r"\s*(?:[|•·▪\t]|\s/\s|\s{2,}|\s[>›»]\s)\s*")
LONGEST = 900  # characters; longer passages are reporting or are told by where they stand


class Rule(NamedTuple):
    """A wording that tells furniture: `words` is the longest passage that it holds for."""

    label: FurnitureKind
    reason: str
    words: int
    pattern: re.Pattern[str]


def _rule(label: FurnitureKind, reason: str, words: int, pattern: str) -> Rule:
    return Rule(label, reason, words, re.compile(pattern, re.I))


RULES = (
    _rule("caption-counter", "a picture's number in a gallery", 6,
          r"\(?(?:(?:photo|image|slide|picture)s?\s*)?\d{1,3}\s*(?:/|of)\s*\d{1,3}\)?(?:\s+(?:photos?|images?|items?))?$"),
    _rule("media-control", "a player's clock or quality", 14,
          r"(?:(?:listen|watch|play|video|audio|duration|length)\b.{0,40})?[\s•·|(-]*\d{1,2}:\d{2}(?::\d{2})?(?:\s*/\s*\d{1,2}:\d{2})?\)?$"
          r"|(?:(?:auto|\d{3,4}p)[\s|]*)+$|\d+\s?x\s?\d+ image$|listen to (?:this )?(?:article|story).{0,30}$"
          r"|(?:the )?code has been copied|no media source|your browser (?:does not|doesn.t) support|this (?:video|audio|content) is not available"),
    _rule("metadata", "the reading time or length", 7, r"(?:reading time:?\s*)?\d+[- ]min(?:ute)?s?(?:[- ]read)?$|(?:length:\s*)?[\d,]+ words$"),
    _rule("share", "a count of shares or comments", 5, r"[\d.,]+\s?[km]?\s+(?:shares?|likes?|views?|retweets?|reactions?|comments?)$"),
    _rule("share", "asks to share the story", 12, r"share (?:this|on|via|to|with)\b|tweet this|copy (?:the )?link\b|link copied"),
    _rule("follow", "asks to follow", 20, r"follow (?:us|@|our|the latest)\b|follow [A-Z@][\w.@’' ]{1,40} on\b|follow (?:@|\w+ \w+$)"),
    _rule("caption", "begins as captions of archive pictures do", 130,
          r"(?:file\s*(?:photo|picture|image|pic)?\s*[-–—:]\s|\(?file (?:photo|picture|image)\)?\s*[:–—-]?\s|(?:image|media|video|photo) caption\b[,:]?\s"
          r"|in this (?:\w+ ?){0,3}[^.]{0,60}\b(?:photo|image|picture|frame grab|video image|handout)\b"
          r"|(?:a|an|this) (?:\w+ )?(?:file|undated|combination|handout|satellite|screen) (?:photo|image|picture|grab|of (?:photo|picture)s)"
          r"|this (?:combination|image|photo|picture|photograph|handout|video grab|screengrab)\b.{0,80}\b(?:shows?|made|taken|released|provided)\b"
          r"|(?:pictured|caption|archive photo|photo|image)\s*:\s)"),
    _rule("caption", "ends as captions of archive pictures do", 60, r".{3,400}[(\[](?:file|file (?:photo|picture|image|pic)|archive(?: photo)?|undated)[)\]]\.?$"),
    _rule("copyright", "a copyright line", 80,
          r"(?:copyright|©|\(c\)|&copy;)\s*(?:©|\(c\))?\s*(?:by\s|the\s|\d{4})|.{0,240}\ball rights reserved\b|.{0,120}©\s*\d{4}"),
    _rule("legal-notice", "speaks of the terms on which the page may be used", 120,
          r".{0,300}\bmay not be (?:published|reproduced|copied|redistributed|rewritten)\b|.{0,60}\b(?:uses?|use of) cookies\b"
          r"|.{0,200}\b(?:terms (?:of|and) (?:use|service|conditions)|privacy (?:policy|notice))\b.{0,60}\b(?:apply|agree|accept|read)\b"
          r"|.{0,200}\b(?:agree|accept|consent) to (?:our|the|all)\b.{0,40}\b(?:terms|cookies|privacy)\b"
          r"|(?:the )?(?:views|opinions) expressed (?:in|here|by)\b|disclaimer\s*:|(?:please )?enable (?:javascript|cookies)"
          r"|.{0,60}\bplease enable (?:javascript|cookies)\b|(?:sorry, )?(?:the|this) page (?:you|does|could|cannot|was|is no)\b"),
    _rule("correction", "tells of a correction or of the editors' work on the story", 120,
          r"(?:corrections?|corrects|clarification|editor[’']?s[’']? (?:note|note to readers)|note to (?:readers|editors))\s*[:–—(-]"
          r"|(?:this|an earlier|a previous) (?:version|story|article|report|headline|item)\b.{0,120}\b(?:updated|corrected|amended|incorrectly|misstated|clarif\w+)"),
    _rule("agency-credit", "tells how the text was made", 80,
          r"(?:this|the) (?:story|article|report|content|item) (?:was|is|has been) (?:\w+ )?(?:produced|published|adapted|written|translated|reported|provided|edited|generated|syndicated|compiled|distributed)\b"
          r"|[^.\"“]{3,160}\bcontributed (?:to this (?:report|story|article)|reporting)\b|sources?\s*:\s*\S.{0,60}$"),
    _rule("teaser", "points to another story", 40,
          r"(?:read|read (?:more|also|next|the full \w+|on)|also read|see also|see|related|recommended|watch|watch (?:live|now|more|also)|listen"
          r"|in (?:pictures|photos)|don[’']t miss|must[- ]read|more (?:on|from|about)[^:.]{0,40}|more|full coverage|live(?: blog| updates)?|follow live|photos?|video)\s*[:|»›>–—]\s*\S"),
    _rule("metadata", "a row of tags, or a field of the page", 50,
          r"(?:tags?|topics?|keywords?|filed under|more about|related topics|subjects?|sections?|categor(?:y|ies)|document type|publication|load-date"
          r"|publication type|word count|language|copyright holder|dateline|highlight|graphic)\s*:\s*\S|(?:#\w+[\s,]*){1,30}$"),
    _rule("navigation", "a link", 8, r"(?:https?://|www\.)\S+$|(?:skip|jump|back|return) to (?:the )?\w+(?: \w+)?$|(?:view|see|show|load|read) (?:all|more|less)(?: \w+){0,4}$"),
    _rule("update-stamp", "tells how long ago the page was changed", 8, r"(?:last )?updated (?:just now|moments ago|today|yesterday)$"),
)  # fmt: skip
CASED = (
    Rule("teaser", "points to another story", 40, re.compile(r"(?:READ (?:MORE|ALSO|NEXT)|ALSO READ|SEE ALSO|WATCH NOW|MORE|RELATED)\b:?\s+\S")),
    Rule("about-outlet", "the outlet speaks of its own journalists", 90,
         re.compile(r"(?:The )?[A-Z][\w/.&’'-]*(?: [A-Z][\w/.&’'-]*){0,4}(?:[’']s?)? (?:journalists|reporters|correspondents)"
                    r" (?:report the news|bring|cover (?:the )?(?:news|world|region))")),
)  # fmt: skip
ASKS = re.compile(
    r"(?:please |to )?(?:sign up|subscribe|register|get (?:the|our|unlimited|all the|breaking|more|daily|notified)|download|join|support|donate|become an?\b"
    r"|click|for (?:more|the latest|all the latest)|stay (?:up|informed|tuned|connected|ahead)|never miss|enjoy|if you (?:like|enjoy|have|value|found)"
    r"|do you have|have (?:an?|any|you) |send|email|e-mail|contact|tell us|see more|see,|find (?:out more|us)|to (?:see|read|find|get|receive|learn) |this (?:article|content|story) is"
    r"|already an? |you(?:[’']ve| have| can| are)|keep up|listen to|watch|check out|catch up|catch|access|start your|thank you for|help us|want|like what"
    r"|make sure|read (?:the|our|more|all|in)|our|we )",
    re.I,
)  # fmt: skip
OFFERS = re.compile(
    r"\b(?:newsletters?|e?mail|inbox|apps?|whatsapp|telegram|podcasts?|subscri\w+|donat\w+|click (?:here|the|on)|visit (?:https?|www|our|us)|https?://|www\."
    r"|follow us|member(?:ship)?|sign[- ]?up|channel|unlimited access|free trial|push notifications|your support|our (?:journalism|coverage|app|site|website)"
    r"|share it with|get in touch|story tip|news tip|leave your comment|comments? (?:below|section))\b",
    re.I,
)  # fmt: skip


def by_wording(passage: Passage) -> Mark | None:
    """The mark that a passage's own words give it, None where they leave it open."""
    text = passage.text
    if passage.header:
        return None if passage.tail else _header(passage)
    if not any(c.isalnum() for c in text):
        return Mark(label="unknown", reason="holds no word")
    if len(text) > LONGEST:
        return None
    bare = text.lstrip("•·▪►▶»›*-–—|[( \t")
    return _whole_line(text) or _by_rule(bare) or _credit(passage) or _promotion(bare)


def _header(passage: Passage) -> Mark:
    label: Label = {"byline": "byline", "author": "byline", "date": "date-stamp", "published": "date-stamp"}.get(
        passage.header or "", "metadata"
    )  # type: ignore[assignment]
    return Mark(label=label, reason=f"the header line of the field {passage.header!r}")


def _whole_line(text: str) -> Mark | None:
    if len(text) > 240:
        return None
    kind = page_line(text)
    if kind in {"related-heading", "comments-heading", "summary-heading"}:
        label: Label = {"related-heading": "teaser", "comments-heading": "share", "summary-heading": "summary-bullet"}[kind]  # type: ignore[assignment, index]
        return Mark(label=label, reason="the heading of a part of the page that is not the story", role=kind)  # type: ignore[arg-type]
    if kind:
        return Mark(label=kind, reason="a line that stands on many news pages")  # type: ignore[arg-type]
    if stamp := stamp_kind(text):
        return Mark(label=stamp, reason="holds a date or time and nothing else")
    return _row(text)


def _row(text: str) -> Mark | None:
    """A row of links: every cell, or every word, is a line that stands on many news pages."""
    for cells in (CELLS.split(text.strip()), text.split()):
        kinds = [page_line(cell) for cell in cells if any(c.isalnum() for c in cell)]
        if len(kinds) >= 2 and all(kinds):
            share = sum(kind == "share" for kind in kinds) * 2 > len(kinds)
            return Mark(label="share" if share else "navigation", reason="a row of links that stand on many news pages")
    crumbs = CELLS.split(text.strip())
    if len(crumbs) >= 2 and page_line(crumbs[0]) in {"navigation", "section-label"} and not is_prose(text):
        return Mark(label="navigation", reason="a path of links to the page")
    return None


def _by_rule(text: str) -> Mark | None:
    count = word_count(text)
    for rule in (*RULES, *CASED):
        if count <= rule.words and rule.pattern.match(text):
            return Mark(label=rule.label, reason=rule.reason)
    return None


def _credit(passage: Passage) -> Mark | None:
    text = passage.text
    if is_byline(text):
        return Mark(label="byline", reason="names the writers and nothing else")
    bare = text.strip(" ()[]–—-/")
    if len(text) <= 400 and credit.is_reporting_credit(text) and not SPEECH.search(text):
        return Mark(label="agency-credit", reason="names those who reported, wrote or edited")
    if passage.tail and credit.is_credit(bare):
        return Mark(label="photo-credit", reason="a credit at the end of a passage")
    if passage.tail:
        return Mark(label="metadata", reason="the outlet's name behind a title")
    if len(text) <= 160 and not is_prose(text) and credit.is_credit(bare):
        return Mark(label="photo-credit", reason="names an agency or photographer and nothing else")
    return None


def _promotion(text: str) -> Mark | None:
    if word_count(text) <= 70 and ASKS.match(text) and OFFERS.search(text) and not SPEECH.search(text) and (is_prose(text) or not is_headline(text) or OFFERS.search(text)):  # fmt: skip
        return Mark(label="promotion", reason="asks the reader for something, or offers it")
    return None
