"""Everything together, for any adapter: the publication, the redirects, the style sheets, the policy of each page."""
