"""What crawlers may read, which is everything, and where they find the list of pages (RFC 9309, sitemaps.org)."""

from knowledge_hub.settings.settings import Settings

ROBOTS = "robots.txt"
_SITEMAP = "sitemap.xml"


def create_robots(settings: Settings) -> str:
    """Return the rules for crawlers; the list of pages is named where the hub knows its address.

    Crawlers ask for them at the root of a host only, so a hub below a path needs them in its host's own file.
    """
    rules = "User-agent: *\nAllow: /\n"
    return f"{rules}\nSitemap: {settings.site_url}{_SITEMAP}\n" if settings.site_url else rules
