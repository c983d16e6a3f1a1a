"""What header and footer offer: the sections of the library, and the host's own menu.

Which of it a site has is known to an adapter; how it looks stands in theme/partials/hub/.
"""
