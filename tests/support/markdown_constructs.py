"""Every construct of Markdown that texts can have, alone and in each other: the one list of all tests."""

CONSTRUCTS = (
    *("# A\n\n### B", "###### x", "# ", "A\n=\n\nB\n-", "a  \nb", "a\\\nb", "---", "a\n\n***\n\nb", "x" * 3000),
    *("- a\n- b", "1. a\n2. b", "3) x\n4) y", "- a\n\n  b\n\n- c", "- ", "- [ ] todo\n- [x] done"),
    *("- a\n\n  ### h\n\n  b", "- a\n\n  > q\n\n- b", "- ```\n  x\n  ```", "- |a|b|\n  |-|-|\n  |1|2|", "- ---"),
    *("1. a\n   - b\n     1. c\n        - d\n          - e\n\n            > f", "- - - a", "- a\n\n\n\n      b"),
    *("> q\n> > r", "> ", "> - a\n>   - b\n>\n>     # h", "> |a|\n> |-|\n> |1|", "> ```\n> x\n> ```", "> ---"),
    *("```\ncode\n\n  two\n```", "~~~ python\nx\n~~~", "    ind\n    ented", "```\n```", "`` ` ``", "`a`"),
    *("|a|b|\n|-|-|\n||2|", "|a|\n|-|", "|a|b|\n|:-:|-:|\n|1|", "|a|\n|-|\n|**x** [l](https://x.example) `c` ~~d~~|"),
    *("**a *b* `c` ~~d~~**", "***a***", "~~s~~ 10~15", "a_b_c __d__", "\\*a\\*", "&copy; &#9731; &lt;b&gt; &nbsp;"),
    *("[a](https://x.example/字?q=1&b=2 'T')", "[](https://x.example)", "[a][r]\n\n[r]: https://x.example", "[r]: /x"),
    *("<https://x.example>", "www.example.org a@b.example", "https://x.example/" + "y" * 300, "[**a** `b`](tel:1)"),
    *("a[^1] b[^1]\n\n[^1]: note\n\n    - more", "[^x]", "[^1]: alone", "- a[^1]\n\n[^1]: > q"),
    *("[a](#x)", "[a](toolkit:gone)", "![w](https://x.example/a.png)", "[![w](a.png)](https://x.example)"),
    *("<b>x</b>", "<family name>", "<!-- c -->", "<div>\n\na\n\n</div>", "[x](<b>c", "<script>\nx\n</script>"),
)
