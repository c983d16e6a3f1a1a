"""Everything together, for any adapter: publication, redirects, style sheets, the policy of each page.

What only one site generator needs stands in its adapter.
"""
