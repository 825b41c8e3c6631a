"""What is told of an article: title, outlet, date, origin."""

import pytest

from communique import articles
from communique.domain.documents import Article, Claims, Document
from communique.errors import ItemFailed

STORY = (
    "The envoys of Norland and Sudria met on Tuesday in an old customs house and agreed on next to nothing.\n\n"
    '"We have begun," the Norland envoy said. He did not take questions.\n\n'
    "The talks go on in March, officials of both delegations said."
)


def first(text: str, claims: Claims | None = None) -> Article:
    document = Document(
        id="d", source="p.txt", sha256="", media_type="text/plain", text=text, claims=claims or Claims()
    )
    return articles.find(document)[0]


@pytest.mark.parametrize(
    ("text", "name", "how"),
    [
        (f"{STORY}\n\nCopyright 2019 The Harbour Courier. All rights reserved.", "The Harbour Courier", "stated"),
        (f"{STORY}\n\n© 2019 Harbour Radio", "Harbour Radio", "stated"),
        (f"{STORY}\n\nCopyright Valley Gazette. Reproduction is prohibited.", "Valley Gazette", "stated"),
        (f"---\ntitle: Envoys agree\nsite: Valley Sun\n---\n# Envoys agree\n\n{STORY}", "Valley Sun", "stated"),
        (f"Envoys agree on next to nothing\n\nBy Jane Roe, CNN\n\n{STORY}", "CNN", "stated"),
        (f"{STORY}\n\nCopyright 2019 The Associated Press. All rights reserved.", None, None),
        (f"{STORY}\n\nWith reporting by Reuters and AFP", None, None),
        (STORY, None, None),
    ],
)
def test_an_outlet_is_stated_only_by_the_pages_own_words(text: str, name: str | None, how: str | None) -> None:
    outlet = first(text).outlet
    assert (outlet and (outlet.name, outlet.how)) == (name and (name, how))


def test_metadata_and_url_name_the_outlet_where_the_page_does_not() -> None:
    assert (named := first(STORY, Claims(outlet="www.bbc.co.uk")).outlet)
    assert (named.name, named.how, named.evidence) == ("BBC", "metadata", None)
    assert (linked := first(STORY, Claims(url="https://www.example-gazette.org/a/b")).outlet)
    assert (linked.name, linked.how) == ("example-gazette.org", "url")


@pytest.mark.parametrize("claimed", ["www.example-gazette.org", "https://www.example-gazette.org/"])
def test_an_outlet_that_is_claimed_by_its_address_is_shown_without_www(claimed: str) -> None:
    assert (outlet := first(STORY, Claims(outlet=claimed)).outlet)
    assert (outlet.name, outlet.how) == ("example-gazette.org", "metadata")


@pytest.mark.parametrize("section", ["Foreign Policy", "Foreign Affairs"])
def test_a_section_that_is_called_as_an_outlet_is_no_outlet(section: str) -> None:
    assert first(f"{section}\n\nEnvoys agree on next to nothing\n\n{STORY}").outlet is None


@pytest.mark.parametrize(
    ("line", "title", "outlet"),
    [
        ("Envoys agree on next to nothing | Harbour Gazette", "Envoys agree on next to nothing", "Harbour Gazette"),
        ("Envoys agree on next to nothing - Harbour Gazette", "Envoys agree on next to nothing", "Harbour Gazette"),
        ("Envoys agree on nothing - and part", "Envoys agree on nothing - and part", None),
        ("Envoys agree on next to nothing | Norland", "Envoys agree on next to nothing", None),
    ],
)
def test_an_outlets_name_behind_a_title_is_no_part_of_it(line: str, title: str, outlet: str | None) -> None:
    article = first(f"{line}\n\n{STORY}")
    assert article.title
    assert article.title.text == title
    assert (article.outlet and article.outlet.name) == outlet


def test_the_metadatas_title_is_found_in_other_letter_case_and_quotes() -> None:
    shown = "‘We have begun’: envoys agree on next to nothing"
    article = first(f"{shown}\n\n{STORY}", Claims(title="'WE HAVE BEGUN': Envoys Agree on Next to Nothing"))
    assert article.title
    assert article.title.text == shown


@pytest.mark.parametrize(
    ("head", "outlet"),
    [
        ("PELIKAN DOVA\nHome | Politics | Sport", "Pelikan Dova"),
        ("Channel Five Fjords\nSkip to main content", "Channel Five Fjords"),
        ("Fjord Ledger", "Fjord Ledger"),
        ("Latin America\nHome | Politics | Sport", None),
        ("Pelikan Dova", None),
    ],
)
def test_the_name_at_the_top_of_a_page_is_the_outlets(head: str, outlet: str | None) -> None:
    article = first(f"{head}\n\nEnvoys agree on next to nothing\n\n{STORY}")
    assert (article.outlet and article.outlet.name) == outlet
    assert article.title
    assert article.title.text == "Envoys agree on next to nothing"


@pytest.mark.parametrize(
    ("line", "day", "outlet", "byline"),
    [
        ("Fjord Courier, 24 April 2031", "2031-04-24", "Fjord Courier", None),
        ("By Ida Holm | Fjord Courier", None, "Fjord Courier", "Ida Holm"),
        ("Ida Holm, Fjord Courier", None, "Fjord Courier", "Ida Holm"),
        ("By Ida Holm, Fjord News Agency", None, None, "Ida Holm"),
        ("Skopje, April 24, 2031", "2031-04-24", None, None),
        ("Published 24 April 2031 · Text: Ida Holm", "2031-04-24", None, None),
    ],
)
def test_an_outlet_beside_a_date_or_a_writer(
    line: str, day: str | None, outlet: str | None, byline: str | None
) -> None:
    article = first(f"Envoys agree on next to nothing\n\n{line}\n\n{STORY}")
    assert (article.published and article.published.date) == day
    assert (article.outlet and article.outlet.name) == outlet
    assert (article.byline and article.byline.text) == byline


def test_an_outlet_and_a_day_below_the_story_count_as_above_it() -> None:
    article = first(f"Envoys agree on next to nothing\n\n{STORY}\n\nFjord Courier, 24 April 2031")
    assert article.published
    assert article.published.date == "2031-04-24"


def test_a_picture_s_caption_with_its_credit_is_no_title() -> None:
    head = "Envoys agree on next to nothing\n\nThe envoys of Norland and Sudria in the customs house on Tuesday. (NWA)"
    title = first(f"{head}\n\n{STORY}").title
    assert title
    assert title.text == "Envoys agree on next to nothing"


def test_the_initials_of_an_agency_behind_the_last_sentence_are_no_part_of_the_story() -> None:
    last = "The envoys went home on Friday and said that nine of the fishermen were hurt."
    assert first(f"Envoys agree on next to nothing\n\n{STORY}\n\n{last} – FJA").body[-1].text.endswith("were hurt.")


def test_a_name_that_the_story_takes_up_is_no_title() -> None:
    story = f"{STORY} The envoy told Pelikan da Dova so."
    title = first(f"Pelikan da Dova | English edition\n\nEnvoys agree on next to nothing\n\n{story}").title
    assert title
    assert title.text == "Envoys agree on next to nothing"


def test_an_agency_that_holds_the_rights_is_no_outlet() -> None:
    assert first(f"{STORY}\n\nCopyright 2031 Pelikan News Agency. All rights reserved.").outlet is None


def test_the_writer_below_the_story_is_no_outlet() -> None:
    article = first(f"{STORY}\n\nReuters contributed to this report.\n\nJane Roe is a writer for Harbour News.")
    assert article.outlet is None
    assert article.furniture[-1].kind == "byline"


def test_of_page_and_metadata_that_disagree_the_metadata_tell_who_published() -> None:
    text = f"{STORY}\n\nCopyright 2019 Harbour Radio."
    assert (outlet := first(text, Claims(outlet="Valley Gazette")).outlet)
    assert (outlet.name, outlet.how) == ("Valley Gazette", "metadata")


@pytest.mark.parametrize(
    ("stamp", "claimed", "date", "how"),
    [
        ("Updated 15 May 2019", None, "2019-05-15", "stated"),
        ("Updated 6 sec ago", None, None, None),
        ("Updated 15 May 2019", "2019-05-14", "2019-05-14", "metadata"),
        ("14 May 2019", "2019-05-15", "2019-05-14", "stated"),
        ("3 August 2023", "2019-05-14", "2019-05-14", "metadata"),
        ("Published 14 May 2019", "2019-05-20", "2019-05-14", "stated"),
        ("03/04/2019", "2019-04-03", "2019-04-03", "metadata"),
        ("03/04/2019", None, None, None),
    ],
)
def test_the_date_of_publication(stamp: str, claimed: str | None, date: str | None, how: str | None) -> None:
    text = f"Envoys agree on next to nothing\n\n{stamp}\n\n{STORY}\n\n© 2011 Harbour Radio"
    published = first(text, Claims(published=claimed)).published
    assert (published and (published.date, published.how)) == (date and (date, how))


def test_a_captions_date_is_taken_only_when_the_lead_names_its_weekday() -> None:
    caption = "Envoy Arvid Sten (L) greets Mara Lindo in Geneva, {}, 2019."
    title = "Envoys agree on next to nothing"
    tuesday = first(f"{title}\n\n{caption.format('May 14')}\n\n{STORY}").published
    assert tuesday
    assert (tuesday.date, tuesday.how) == ("2019-05-14", "inferred")
    assert first(f"{title}\n\n{caption.format('May 13')}\n\n{STORY}").published is None


@pytest.mark.parametrize(
    ("text", "kind", "agency"),
    [
        (f"GENEVA (AP) — {STORY}", "wire", "AP"),
        (f"Envoys agree on next to nothing\n\nBy The Associated Press\n\n{STORY}", "wire", "AP"),
        (f"Envoys agree on next to nothing\n\nBy Jane Roe | Associated Press\n\n{STORY}", "wire", "AP"),
        (f"Envoys agree on next to nothing\n\nBy Jane Roe (Reuters)\n\n{STORY}", "wire", "Reuters"),
        (f"Envoys agree on next to nothing\n\nBy Jane Roe, Associated Press Writer\n\n{STORY}", "wire", "AP"),
        (f"Envoys agree on next to nothing\n\nBy Jane Roe of The Associated Press\n\n{STORY}", "wire", "AP"),
        (f"Envoys agree on next to nothing\n\nBy Jane Roe and AFP\n\n{STORY}", "staff", None),
        (f"Envoys agree on next to nothing\n\nAFP | May 14, 2019\n\n{STORY}", "wire", "AFP"),
        (f"{STORY}\n\nReuters", "wire", "Reuters"),
        (f"{STORY}\n\n(c) Copyright Thomson Reuters 2019.", "wire", "Reuters"),
        (f"{STORY}\n\nCopyright 2019 The Associated Press.", "wire", "AP"),
        (f"{STORY}\n\nWith reporting by Reuters and AFP", "staff", None),
        (f"{STORY}\n\n(Reporting by Jane Roe; Editing by John Doe)", "unknown", None),
        (f"{STORY}\n\nSome information for this report came from Reuters.", "staff", None),
        (f"OSLO (Northwire) – {STORY}", "unknown", "Northwire"),
        (f"OSLO (Northwire) – {STORY}\n\n(Reporting by Northwire News Agency)", "wire", "Northwire"),
        (STORY, "unknown", None),
    ],
)
def test_origin(text: str, kind: str, agency: str | None) -> None:
    origin = first(text).origin
    assert (origin.kind, origin.agency) == (kind, agency)
    assert bool(origin.evidence) == (text != STORY)


@pytest.mark.parametrize(
    ("address", "agency"),
    [
        ("https://www.example-gazette.org/wires/afp/article-7/Envoys.html", "AFP"),
        ("https://www.example-gazette.org/aponline/2019/05/14/envoys.html", "AP"),
        ("https://www.example-gazette.org/world/afp/envoys.html", None),
        ("https://www.example-gazette.org/wires/", None),
    ],
)
def test_the_part_of_an_address_where_agencies_stand_tells_whose_it_is(address: str, agency: str | None) -> None:
    origin = first(STORY, Claims(url=address)).origin
    assert (origin.kind, origin.agency, origin.evidence) == ("wire" if agency else "unknown", agency, ())


def test_a_title_below_the_first_paragraph_parts_the_body() -> None:
    lead, *rest = STORY.split("\n\n")
    article = first("\n".join([lead, "Envoys of Norland and Sudria agreed on nothing in customs house", *rest]))
    assert article.title
    assert article.title.text.startswith("Envoys of Norland")
    assert len(article.body) == 3


def test_a_headline_below_the_lead_may_begin_with_a_quotation() -> None:
    lead, *rest = STORY.split("\n\n")
    headline = "'We have begun': envoys agree on nothing in customs house"
    article = first("\n".join([lead, headline, *rest]))
    assert article.title
    assert article.title.text == headline


def test_a_quotation_below_the_lead_is_no_headline() -> None:
    lead, *rest = STORY.split("\n\n")
    article = first("\n".join([lead, "“The envoys of Norland met on Tuesday in the customs house”", *rest]))
    assert article.title is None


def test_a_claimed_title_that_the_page_does_not_show_is_no_title() -> None:
    assert first(STORY, Claims(title="Envoys agree on next to nothing")).title is None


def test_a_form_for_a_newsletter_amid_the_story_is_no_reporting() -> None:
    form = "Letters by post Invalid email. Please re-enter it. You agree to receive letters. Thank you for subscribing."
    lead, rest = STORY.split("\n\n", 1)
    article = first(f"{lead}\n\n{form}\n\n{rest}")
    assert form in {mark.span.text for mark in article.furniture if mark.kind == "promotion"}
    assert [span.text for span in article.body] == STORY.split("\n\n")


def test_a_story_is_not_split_at_its_subheadings() -> None:
    text = (
        f"Envoys agree on next to nothing\n\n{STORY}\n\n\nA house by the lake\n\n{STORY}\n\n\nNo questions\n\n{STORY}"
    )
    document = Document(id="d", source="p", sha256="", media_type="text/plain", text=text)
    assert len(articles.find(document)) == 1
    assert sum(item.label == "subheading" for item in articles.explain(document)) == 2


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no text"),
        ("Menu\nSearch\nSign in", "no article"),
        (
            "外交部发言人在例行记者会上表示，中方愿同各方一道努力，推动地区局势尽快缓和，并希望有关各方保持冷静克制。",
            "written in Chinese, only English is read",
        ),
    ],
)
def test_pages_without_an_article_in_english_are_refused_in_words(text: str, reason: str) -> None:
    with pytest.raises(ItemFailed, match=reason) as failure:
        first(text)
    assert failure.value.stage == "articles"


@pytest.mark.parametrize("name", ["The Nile Courier", "Caspian News Agency", "Northern Harbour Times"])
def test_a_masthead_names_the_outlet(name: str) -> None:
    article = first(f"{name}\n\nEnvoys agree on next to nothing\n\n{STORY}")
    assert (article.outlet and (article.outlet.name, article.outlet.how)) == (name, "stated")
    article = first(f"Envoys agree on next to nothing\n\n{name}\n14 May 2019\n\n{STORY}")
    assert (article.outlet and (article.outlet.name, article.byline)) == (name, None)


@pytest.mark.parametrize(
    ("page", "name"),
    [
        ("Envoys agree on next to nothing\n\nBergen Lantern | Updated 14 May 2019, 19:40", "Bergen Lantern"),
        ("Envoys agree on next to nothing\n\nAda Lund | Updated 14 May 2019, 19:40", None),
        ("Envoys agree on next to nothing\n\nAustin Reed | Updated 14 May 2019, 19:40", None),
        ("Envoys agree on next to nothing\n\nBergen | Updated 14 May 2019, 19:40", None),
        ("LE PHARE DU NORD — English edition\n\nEnvoys agree on next to nothing", "Le Phare Du Nord"),
        ("LE PHARE | English edition, translated from the French\n\nEnvoys agree on next to nothing", "Le Phare"),
        ("O FAROL — News in English\n\nEnvoys agree on next to nothing", "O Farol"),
        ("Envoys agree on next to nothing\n\nAda Lund | Bergen Lantern Abroad | 14 May 2019", "Bergen Lantern Abroad"),
        ("Envoys agree on next to nothing\n\nAda Lund, Kurier Fjordu English Service\n\n14 May 2019", "Kurier Fjordu"),
        (
            "Envoys agree on next to nothing\n\nNordische Handelspost, English pages, 14 May 2019",
            "Nordische Handelspost",
        ),
        ("Envoys agree on next to nothing\n\nThe Fjord Lantern. Updated: 14 May 2019, 22:40", "The Fjord Lantern"),
        ("Envoys agree on next to nothing\n\nThe Hague. Updated: 14 May 2019, 22:40", None),
        ("Envoys agree on next to nothing\n\nFjord Lantern. Updated: 14 May 2019, 22:40", None),
        ("Envoys agree on next to nothing\n\nFjord Watch 14 May 2019", "Fjord Watch"),
        ("Envoys agree on next to nothing\n\nTuesday, May 14, 2019 / La Linterna", "La Linterna"),
        ("Envoys agree on next to nothing\n\nPublished by Fjord Ledger on 14 May 2019", "Fjord Ledger"),
        ("Envoys agree on next to nothing\n\nPublished on 14 May 2019", None),
        ("Envoys agree on next to nothing\n\nRadio Fjord News, 14 May 2019", "Radio Fjord News"),
        ("Envoys agree on next to nothing\n\nThe Fjord Ledger. Updated: 14 May 2019, 22:40", "The Fjord Ledger"),
        ("Envoys quarrel — English edition\n\n14 May 2019", None),
    ],
)
def test_a_paper_of_a_town_and_an_edition_name_the_outlet(page: str, name: str | None) -> None:
    article = first(f"{page}\n\n{STORY}")
    assert (article.outlet and article.outlet.name) == name


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ("Staff reporter | Oslo", "Staff reporter"),
        ("By Our Correspondent in Oslo", "Our Correspondent"),
        ("NORTH DIGEST, 16 OCT 2024\nBy Ada Lund", "Ada Lund"),
        ("From our correspondent Ada Lund", "Ada Lund"),
        ("From our correspondent in Oslo", "our correspondent"),
        ("From Ada Lund in Oslo", "Ada Lund"),
    ],
)
def test_who_wrote_it_where_no_name_or_another_line_stands(line: str, byline: str) -> None:
    article = first(f"Envoys agree on next to nothing\n\n{line}\n\n{STORY}")
    assert article.byline is not None
    assert article.byline.text == byline


@pytest.mark.parametrize(
    "line",
    [
        "© Fjord Lantern. Reprinting only with a link to the source.",
        "Want more of the Lantern in your inbox? Subscribe to our weekly letter.",
    ],
)
def test_what_a_page_says_of_itself_below_the_story_is_no_reporting(line: str) -> None:
    article = first(f"Envoys agree on next to nothing\n\n{STORY}\n\n{line}")
    assert line not in " ".join(span.text for span in article.body)


@pytest.mark.parametrize("text", ["12 34 | 56 78 | 90. " * 60, "*_* __ ** _ *. " * 60])
def test_what_is_not_written_in_words_is_no_story(text: str) -> None:
    with pytest.raises(ItemFailed):
        first(text)


def test_a_story_full_of_figures_is_one() -> None:
    told = "The yield rose to 4.25%, 4.31% and 4.38% on Monday, Tuesday and Wednesday, the bank of Norland said. "
    assert first(told * 3).body
