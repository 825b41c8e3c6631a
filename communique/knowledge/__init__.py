"""What the program knows of the world as data, read strictly: an unknown key or a missing value is an error.

Every table is read once and never changes. Files: `outlets.yaml`, `agencies.yaml`, `page_lines.yaml`,
`wordings.yaml`, `countries.tsv`, `places.yaml`, `languages.tsv`, `leaders.tsv`, `organisations.yaml`, `offices.yaml`,
`names.yaml`, `titles.yaml`, `sectors.yaml`, `actor_nouns.tsv`, `events.yaml`, `event_words.yaml`, `issues.yaml`,
`stances.yaml`, `vocabulary.yaml`, `words.tsv`, `regions.yaml`, `plover.tsv`, `plover_modes.tsv`, `quantities.yaml`,
`terms.yaml`, `encounters.yaml`, `cities.tsv`.
"""

from communique.knowledge.countries import Country, cities, countries, is_feature, place_name, place_nouns
from communique.knowledge.languages import language_name
from communique.knowledge.leaders import Leader, leaders, leaders_called
from communique.knowledge.nouns import actor_noun
from communique.knowledge.organisations import Organisation, offices, organisation_named, organisations
from communique.knowledge.outlets import Agency, Outlet, agencies, agency_named, outlet_at, outlet_named, outlets
from communique.knowledge.page_lines import page_line
from communique.knowledge.tables import KnowledgeError
from communique.knowledge.wordings import Wording, wordings

__all__ = [
    "Agency",
    "Country",
    "KnowledgeError",
    "Leader",
    "Organisation",
    "Outlet",
    "Wording",
    "actor_noun",
    "agencies",
    "agency_named",
    "cities",
    "countries",
    "is_feature",
    "language_name",
    "leaders",
    "leaders_called",
    "offices",
    "organisation_named",
    "organisations",
    "outlet_at",
    "outlet_named",
    "outlets",
    "page_line",
    "place_name",
    "place_nouns",
    "wordings",
]
