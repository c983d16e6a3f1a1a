"""The hub's own pages that the text of a record can lead to, as `[words](page:run-chart-maker)`: every hub has them."""

# The type of such a link, beside those of records.
HUB_PAGE = "page"
RUN_CHART_MAKER = "run-chart-maker/"
HUB_PAGES = {"run-chart-maker": RUN_CHART_MAKER}
