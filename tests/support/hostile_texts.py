"""Texts that do harm wherever they are run, obeyed or lost instead of shown: the one list of all tests."""

# What the texts below run in a browser; a page on which nothing ran doesn't know the name.
RUN = "window.taken=true"
HTML = (
    f"<script>{RUN}</script>",
    f"</title></textarea></style><script>{RUN}</script>",
    f'"><img src=x onerror="{RUN}">',
    f"' autofocus onfocus='{RUN}",
    f"<svg onload={RUN}><a xlink:href=javascript:{RUN}>x</a></svg>",
    f"<details open ontoggle={RUN}>x</details>",
    f"<iframe srcdoc='<script>parent.{RUN}</script>'></iframe>",
    "<iframe src=https://evil.invalid></iframe>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={RUN}>",
    f"--><script>{RUN}</script><!--",
    "<base href=https://evil.invalid/><link rel=stylesheet href=//evil.invalid/x.css>",
    "<meta http-equiv=refresh content='0;url=https://evil.invalid/'>",
    "{{ config.items() }} {% include 'main.html' %} hubslotcontentslothub",
    f"<img src=x onerror={RUN}>",
    f"<IMG SRC=x OnErRoR={RUN}>",
    f"<img/src=x/onerror={RUN}>",
    f"<video><source onerror={RUN}></video>",
    f"<audio src=x onerror={RUN}>",
    f"<body onload={RUN}>",
    f"<input autofocus onfocus={RUN}>",
    f"<select autofocus onfocus={RUN}>",
    f"<marquee onstart={RUN}>x</marquee>",
    f"<object data=javascript:{RUN}></object>",
    f"<embed src=javascript:{RUN}>",
    f"<form action=javascript:{RUN}><button>x</button></form>",
    f"<button formaction=javascript:{RUN}>x</button>",
    f"<a href=javascript:{RUN}>x</a>",
    f"<a href='https://x.example' onclick={RUN}>x</a>",
    f"<svg><script>{RUN}</script></svg>",
    f"<svg><animate onbegin={RUN} attributeName=x></svg>",
    f"<svg><use href='data:image/svg+xml,<svg onload={RUN}>'></svg>",
    f"<style>@import url(//evil.invalid/x.css)</style><style onload={RUN}></style>",
    "<style>body{display:none}</style>",
    f"<p style='animation-name:x' onanimationstart={RUN}>x</p>",
    f"<noscript><p title='</noscript><img src=x onerror={RUN}>'></noscript>",
    f"<template><script>{RUN}</script></template>",
    f"<![CDATA[<script>{RUN}</script>]]>",
    f"<!--><img src=x onerror={RUN}>-->",
    f"&lt;script&gt;{RUN}&lt;/script&gt;",
    f"`<script>{RUN}</script>`",
    f"{{: onclick={RUN} }} <div markdown=1 onclick={RUN}>",
    "<script src=//evil.invalid/x.js></script>",
    "<img src=//evil.invalid/x.png srcset=//evil.invalid/y.png>",
    "<input name=getElementById><form id=location><a id=hub name=body>",
)
MARKDOWN = (
    f"[x](javascript:{RUN})",
    f"[x](JaVaScRiPt:{RUN})",
    f"[x](java&#115;cript:{RUN})",
    f"<javascript:{RUN}>",
    f"[x]: javascript:{RUN}\n[x]",
    f"[x](data:text/html,<script>{RUN}</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:x)",
    "[x](file:///etc/passwd)",
    "[x](//evil.invalid)",
    "[x](\\\\evil.invalid)",
    "![x](https://evil.invalid/track.png)",
    f'![x](x" onerror="{RUN})',
    f'[x](https://ok.example "onmouseover={RUN}")',
    f"# Heading {{: onclick={RUN} }}",
)
# As much as fits into a title: for libraries in which each of these is in every field. The check refuses pictures.
DENSE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)' x=\"",
    "[x](javascript:alert(1)) <javascript:alert(1)>",
    "{{ config }} {% raw %} {# x #} ${7*7} &#x3c;b&#62;",
    "]]> --> </title></style></textarea></script> <!--",
    "<svg/onload=alert(1)><a href=//evil.invalid>x</a><style>*{}",
    "[x](//evil.invalid) \\",
    "hubslotcontentslothub hubslottitleslothub",
)
# Something of everything in one line, with letters that are easily lost.
ONE_LINE = "`$(id)` ${{ github.token }} ../../.github/workflows/x <script>alert(1)</script> -rf & “é” 中文 🙂 a: b # c"
COMMANDS = ("$(id)", "`id`", "${{ github.token }}", "../../.github/workflows/x", "-rf", "<script>alert(1)</script>")
# What YAML takes for another value, a comment, a new document or nothing, unless it is written with care.
YAML = (
    *("x: y\n- z", "a: b # c", "NO", "02138", "1:30", "~", "null", "", " ", " x", "# no comment", "a #b", "- x"),
    *("*x", "&x", "!x", "'", '"', '"\\', "\\", "|", ">", "---\na: 1", "---", "...", "%YAML 1.1"),
    *("\ta", "a\tb\nc", "  lead\nx", "x\n", "x\n\n", "\nx", "a\nb", "a\n\n b", "a\n  \nb", "a\n   ", "a\r\nb"),
    *("中文标题", "é中🙂", "🙂\n👩‍👧", "```\n### Label\n```", "x" * 60_000),
)
# Lines of which Markdown or YAML makes something else, in whatever text they stand.
SPECIAL_LINES = (
    *("", " ", "  x", "\tx", "x ", "- y", "### z", "```", "~~~", "---", "...", "a: b # c", "“é”", "中文", "🙂"),
)
# What a spreadsheet would run; the last ones get there by a sign or a space that it passes over.
FORMULAS = ("=1", "=cmd|' /C calc'!A0", "+a", "-a", "@a", "-1+1", "\t=1", "\r=1", " =1", "＝1", "\tx")
QUESTIONS = (
    f"<img src=x onerror={RUN}>",
    f'"\' onfocus={RUN} x="',
    "x" * 500,
    "\N{SCHOOL}\N{GREEN HEART}",
    "nurse <mark>",
    "%00%ff&q",
    "constructor __proto__",
)
