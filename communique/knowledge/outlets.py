"""News outlets and agencies by the names that they use of themselves."""

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from communique.knowledge.tables import build, by_name, load_yaml

HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A news outlet. `aliases` are other names under which it speaks of itself; `country` is ISO 3166 alpha-3."""

    name: str
    country: str
    domains: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Agency:
    """A news or photo agency, whose credit says where words or pictures come from, not who publishes them.

    gives: `news`, `pictures` or both.
    """

    name: str
    country: str
    aliases: tuple[str, ...] = ()
    gives: tuple[str, ...] = ("news", "pictures")


@cache
def outlets() -> tuple[Outlet, ...]:
    """All outlets known, agencies that publish under their own domain among them."""
    return tuple(build(Outlet, row, f"outlets.yaml, {row.get('name')}") for row in load_yaml("outlets.yaml"))


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies known."""
    return tuple(build(Agency, row, f"agencies.yaml, {row.get('name')}") for row in load_yaml("agencies.yaml"))


def outlet_named(name: str) -> Outlet | None:
    """The outlet of that name, alias or domain, letter case and a leading article apart."""
    key = name.strip().casefold()
    return (
        _outlets_by_name().get(key)
        or _outlets_by_name().get(key.removeprefix("the "))
        or (outlet_at(key) if HOST.fullmatch(key) else None)
    )


def agency_named(name: str) -> Agency | None:
    """The agency of that name or alias, letter case and a leading article apart."""
    return _agencies_by_name().get(name.strip().casefold().removeprefix("the "))


def outlet_at(address: str) -> Outlet | None:
    """The outlet at a URL or host name, subdomains included."""
    host = host_of(address)
    labels = host.split(".")
    index = _outlets_by_domain()
    return next((index[d] for i in range(len(labels)) if (d := ".".join(labels[i:])) in index), None)


def host_of(address: str) -> str:
    """The host name in a URL or in a bare host name, without `www.`; empty where there is none."""
    try:
        host = urlsplit(address if "//" in address else f"//{address}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")


@cache
def _outlets_by_name() -> dict[str, Outlet]:
    return by_name(outlets(), lambda o: {o.name.casefold().removeprefix("the "), o.name, *o.aliases}, "outlets.yaml")


@cache
def _outlets_by_domain() -> dict[str, Outlet]:
    return by_name(outlets(), lambda o: o.domains, "outlets.yaml")


@cache
def _agencies_by_name() -> dict[str, Agency]:
    return by_name(agencies(), lambda a: (a.name, *a.aliases), "agencies.yaml")
