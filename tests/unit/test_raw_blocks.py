"""The blocks of macros come out of Markdown as they went in, as they would without the short cut."""

import re

import pytest
from markdown import Markdown

from hooks.raw_blocks import BEFORE_HTML, BLOCK, RawBlocks

PAGE = """\
# Title

Before *all*.

{block}

- a list

    {block}

```html
{block}
```

After, with <span class="x">a *span*</span>.
"""


def rendered(page: str, *, short_cut: bool) -> str:
    """Give the HTML without the blanks between elements."""
    markdown = Markdown(extensions=["pymdownx.superfences", "tables", "toc", "attr_list"])
    if short_cut:
        markdown.preprocessors.register(RawBlocks(markdown), "raw-blocks", BEFORE_HTML)
    return re.sub(r"\s*\n\s*", "\n", markdown.convert(page))


@pytest.mark.parametrize(
    "block",
    [
        '<div class="a" id="b"><p>*not* a list</p><pre>x&#10;&#10;y</pre></div>',
        "<table><tr><td>1 | 2 &amp; `3`</td></tr></table>",
        "<details><summary>a</summary><div>b</div></details>",
        "<article>[x](y.md) {{ not }} [^note]</article>",
    ],
)
def test_a_block_comes_out_as_without_the_short_cut(block: str) -> None:
    page = PAGE.format(block=block)
    assert BLOCK.fullmatch(block)
    assert rendered(page, short_cut=True) == rendered(page, short_cut=False)


@pytest.mark.parametrize("line", ["<span>a</span>", "<div>a</div> b", "<div>", "text <div>a</div>", "    <div>a</div>"])
def test_a_line_that_is_no_whole_block_is_left_alone(line: str) -> None:
    assert RawBlocks(Markdown()).run([line]) == [line]
