"""Comments on lines of their own are left out of modules; nothing else is."""

from exports.prune import without_comments

SCRIPT = """\
/** Says what it does. */
export class A {
  /**
   * @param {string} a
   */
  constructor(a) {
    // why
    this.a = a; // stays
    this.b = "/* stays */ // stays";
    /* what */ this.c = 1;
  }
}
//# sourceMappingURL=a.js.map
"""
SHORT = """\
export class A {
  constructor(a) {
    this.a = a; // stays
    this.b = "/* stays */ // stays";
    /* what */ this.c = 1;
  }
}
"""


def test_lines_of_comment_are_left_out() -> None:
    assert without_comments(SCRIPT) == SHORT
