"""Every entry of the catalogue of bad data gets one message at the right place."""

import os
from pathlib import Path

import pytest

from macros import load
from tests.unit.conftest import Problems, Write
from tests.unit.samples import GOOD, QUESTION, with_question

CARD = "data/questions/slow-call.yml"


def line_of(piece: str, text: str = QUESTION) -> int:
    return text[: text.index(piece)].count("\n") + 1


def test_good_files_have_no_problems(problems: Problems) -> None:
    assert problems(dict(GOOD)) == []


def test_a_misspelt_key_is_told_once_with_the_right_one(problems: Problems) -> None:
    [problem] = problems(with_question("asks:", "aks:"))
    assert (problem.place.file, problem.place.line, problem.place.column) == (CARD, line_of("asks:"), 1)
    assert problem.code == "unknown-key"
    assert "did you mean 'asks'?" in problem.help


def test_a_misspelt_nested_key_is_told_at_its_place(problems: Problems) -> None:
    [problem] = problems(with_question("    must: true", "    mst: true"))
    assert (problem.code, problem.place.line, problem.place.column) == ("unknown-key", line_of("    must: true"), 5)
    assert "did you mean 'must'?" in problem.help


def test_an_absent_key_is_told_at_the_entry_with_its_id(problems: Problems) -> None:
    [problem] = problems(with_question("first: I would ask where the time goes.\n", ""))
    assert (problem.code, problem.place.line) == ("missing-key", 1)
    assert "'first'" in problem.message
    assert "slow-call" in problem.message


def test_a_wrong_choice_is_told_with_all_choices(problems: Problems) -> None:
    [problem] = problems(
        with_question("competency: technical-judgment\nrounds", "competency: technical-judgement\nrounds")
    )
    assert (problem.code, problem.place.line, problem.place.column) == ("bad-choice", line_of("competency:"), 13)
    assert "did you mean 'technical-judgment'?" in problem.help
    assert "leadership" in problem.help


def test_a_wrong_standing_is_told_with_the_near_one(problems: Problems) -> None:
    files = {**GOOD, "claims/sample.yml": GOOD["claims/sample.yml"].replace("standing: example", "standing: exmaple")}
    [problem] = problems(files)
    assert (problem.code, problem.place.line) == ("bad-choice", 4)
    assert "did you mean 'example'?" in problem.help


def test_a_key_given_twice_names_the_first_line(problems: Problems) -> None:
    [problem] = problems(with_question("minutes: 5\n", "minutes: 5\nminutes: 6\n"))
    assert problem.code == "duplicate-key"
    assert f"line {line_of('minutes:')}" in problem.message


@pytest.mark.parametrize("typed", ["no", "yes", "null", "1.10", "2026-01-01", "12:30", "1e3", "~"])
def test_a_text_stays_as_it_was_typed(write: Write, typed: str) -> None:
    guide = load.guide(write(with_question("asks: Whether you look before you guess.", f"asks: {typed}")))
    assert guide.questions["slow-call"].asks == typed


def test_a_blank_line_of_a_folded_text_begins_a_paragraph(write: Write) -> None:
    folded = "why: >-\n  One sentence.\n  Another.\n\n  A second paragraph.\n"
    literal = "why: |-\n  One sentence.\n  Another.\n"
    for typed, read in (
        (folded, "One sentence. Another.\n\nA second paragraph."),
        (literal, "One sentence.\nAnother."),
    ):
        loaded = load.guide(write(with_question("why: Measuring comes before guessing.\n", typed)))
        assert loaded.questions["slow-call"].why == read


@pytest.mark.parametrize("typed", ["3.0", "1_0", "010", "' 5 '", "5 minutes", "-1"])
def test_a_number_is_plain_digits(problems: Problems, typed: str) -> None:
    [problem] = problems(with_question("minutes: 5", f"minutes: {typed}"))
    assert problem.code in {"number", "out-of-range"}
    assert problem.place.line == line_of("minutes:")


def test_a_number_out_of_range_is_told(problems: Problems) -> None:
    [problem] = problems(with_question("difficulty: 2", "difficulty: 5"))
    assert (problem.code, problem.place.line) == ("out-of-range", line_of("difficulty:"))


def test_an_unquoted_colon_gets_the_hint_to_quote(problems: Problems) -> None:
    [problem] = problems(with_question("prompt: Why is a call slow?", "prompt: Note: why is a call slow?"))
    assert (problem.code, problem.place.line, problem.place.column) == ("syntax", line_of("prompt:"), 13)
    assert "needs quotes" in problem.help


def test_a_quote_that_is_never_closed_is_told_where_it_opens(problems: Problems) -> None:
    [problem] = problems(with_question("prompt: Why is a call slow?", 'prompt: "Why is a call slow?'))
    assert (problem.code, problem.place.line, problem.place.column) == ("syntax", line_of("prompt:"), 9)


def test_a_tab_for_indentation_is_told(problems: Problems) -> None:
    [problem] = problems(with_question("    must: true", "\tmust: true"))
    assert (problem.code, problem.place.line, problem.place.column) == ("tab", line_of("    must: true"), 1)
    assert "two spaces" in problem.help


def test_a_byte_order_mark_is_told(problems: Problems) -> None:
    [problem] = problems({**GOOD, "questions/slow-call.yml": b"\xef\xbb\xbf" + QUESTION.encode()})
    assert (problem.code, problem.place.line, problem.place.column) == ("bom", 1, 1)


def test_a_byte_that_is_not_utf8_is_told_at_its_place(problems: Problems) -> None:
    broken = QUESTION.encode().replace(b"prompt: Why", b"prompt: Wh\xe9")
    [problem] = problems({**GOOD, "questions/slow-call.yml": broken})
    assert (problem.code, problem.place.line, problem.place.column) == ("encoding", line_of("prompt:"), 11)


@pytest.mark.parametrize("sign", ["\x00", "\x02", "\x03", "\x1b", "\x7f"])
def test_a_control_character_is_told(problems: Problems, sign: str) -> None:
    [problem] = problems(with_question("prompt: Why", f"prompt: {sign}Why"))
    assert (problem.code, problem.place.line, problem.place.column) == ("control", line_of("prompt:"), 9)


@pytest.mark.parametrize(
    ("sign", "code"), [("\u202e", "bidi"), ("\u2066", "bidi"), ("\u200b", "invisible"), ("\ue001", "private")]
)
def test_a_hidden_character_is_told(problems: Problems, sign: str, code: str) -> None:
    [problem] = problems(with_question("prompt: Why", f"prompt: Why{sign}"))
    assert (problem.code, problem.place.line) == (code, line_of("prompt:"))


@pytest.mark.parametrize("size", [600_000, 5_000_000])
def test_a_file_that_is_too_big_is_told(problems: Problems, size: int) -> None:
    [problem] = problems({**GOOD, "questions/slow-call.yml": "prompt: " + "a" * size})
    assert problem.code == "too-big"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("a: &x 1\nb: *x\n", "anchor"),
        ("a: *x\n", "alias"),
        ("a: 1\n<<: {b: 2}\n", "merge-key"),
        ("a: !!python/object/apply:os.system ['touch canary']\n", "tag"),
        ("a: 1\n---\nb: 2\n", "documents"),
        ("- a\n- b\n", "wrong-shape"),
        ("just text\n", "wrong-shape"),
        ("", "empty"),
        ("# only a comment\n", "empty"),
        ("? [a, b]\n: c\n", "complex-key"),
        ("[" * 100_000, "too-deep"),
        ("a: [\n", "syntax"),
    ],
)
def test_yaml_that_data_must_not_use_is_told_once(problems: Problems, content: str, code: str) -> None:
    [problem] = problems({**GOOD, "questions/slow-call.yml": content})
    assert (problem.place.file, problem.code) == (CARD, code)
    assert not Path("canary").exists()


def test_an_alias_bomb_is_refused_at_its_first_anchor(problems: Problems) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    [problem] = problems({**GOOD, "questions/slow-call.yml": bomb})
    assert (problem.code, problem.place.line) == ("anchor", 1)


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", "a </div> b", "<!-- x", "<img src=x onerror=alert(1)>"])
def test_raw_html_in_a_text_is_told(problems: Problems, typed: str) -> None:
    [problem] = problems(with_question("asks: Whether you look before you guess.", f"asks: 'A {typed}'"))
    assert (problem.code, problem.place.line) == ("raw-html", line_of("asks:"))


@pytest.mark.parametrize("typed", ["{{ 7*7 }}", "{% raw %}", "{# x #}"])
def test_template_marks_in_a_text_are_told(problems: Problems, typed: str) -> None:
    [problem] = problems(with_question("asks: Whether you look before you guess.", f"asks: '{typed}'"))
    assert (problem.code, problem.place.line) == ("template-mark", line_of("asks:"))


@pytest.mark.parametrize(
    ("field", "value", "hint"),
    [
        ("topics: [metrics]", "topics: [metrcs]", "did you mean 'metrics'?"),
        ("rounds: [technical]", "rounds: [techincal]", "did you mean 'technical'?"),
        ("sources: [source-guide]", "sources: [source-gide]", "did you mean 'source-guide'?"),
        ("[[speed]]", "[[sped]]", "did you mean 'speed'?"),
        ("[[speed]]", "[[speed.valu]]", "did you mean 'value'?"),
        ("[[speed]]", "[[Speed!]]", "[[claim.name]]"),
    ],
)
def test_a_reference_that_leads_nowhere_is_told(problems: Problems, field: str, value: str, hint: str) -> None:
    [problem] = problems(with_question(field, value))
    assert problem.code in {"bad-reference", "bad-figure"}
    assert problem.place.line == line_of(field)
    assert hint in problem.help


@pytest.mark.parametrize("typed", ["2026-02-30", "31/05/2026", "1700000000", "2999-01-01", "2026-1-2", "yesterday"])
def test_a_date_that_is_none_is_told(problems: Problems, typed: str) -> None:
    [problem] = problems(with_question("added: 2026-01-02", f"added: {typed}"))
    assert (problem.code, problem.place.line) == ("date", line_of("added:"))


@pytest.mark.parametrize(
    "typed",
    [
        "http://example.org",
        "https://user:pw@example.org",
        "'https://exam ple.org'",
        "https://xn--exmple-cua.org",
        "https://exämple.org",
        "javascript:alert(1)",
        "https://localhost",
    ],
)
def test_an_address_that_is_not_safe_is_told(problems: Problems, typed: str) -> None:
    sources = str(GOOD["sources.yml"]).replace("https://example.org/guide", typed)
    [problem] = problems({**GOOD, "sources.yml": sources})
    assert (problem.code, problem.place.line) == ("url", 4)


def test_a_file_named_unlike_its_id_is_told(problems: Problems) -> None:
    files = {name: text for name, text in GOOD.items() if not name.startswith("questions/")}
    [problem] = problems({**files, "questions/other.yml": QUESTION})
    assert problem.code == "file-name"


def test_an_id_given_twice_names_the_first(problems: Problems) -> None:
    [problem] = problems({**GOOD, "claims/again.yml": GOOD["claims/sample.yml"]})
    assert problem.code == "duplicate-id"
    assert "data/claims/again.yml:1:3" in problem.message


def test_a_retired_id_must_not_come_back(problems: Problems) -> None:
    retired = "- {id: slow-call, kind: questions, on: 2026-01-02, why: Replaced.}\n"
    [problem] = problems({**GOOD, "retired.yml": retired})
    assert problem.code == "retired-id"


def test_a_folder_that_is_no_kind_is_told(problems: Problems) -> None:
    [problem] = problems({**GOOD, "qestions/x.yml": QUESTION})
    assert problem.code == "unknown-file"
    assert "did you mean 'questions'?" in problem.help


def test_a_file_with_another_ending_is_told(problems: Problems) -> None:
    [problem] = problems({**GOOD, "questions/x.yaml": QUESTION})
    assert problem.code == "unknown-file"


def test_a_link_that_dangles_is_told(write: Write) -> None:
    data = write(dict(GOOD))
    (data / "questions" / "gone.yml").symlink_to(data / "nowhere.yml")
    with pytest.raises(load.DataError) as caught:
        load.guide(data)
    assert [(p.code, p.place.file) for p in caught.value.problems] == [("io", "data/questions/gone.yml")]


def test_a_folder_in_place_of_a_file_is_told(write: Write) -> None:
    data = write(dict(GOOD))
    (data / "questions" / "folder.yml").mkdir()
    with pytest.raises(load.DataError) as caught:
        load.guide(data)
    assert {p.code for p in caught.value.problems} == {"io"}


def test_a_file_that_may_not_be_read_is_told(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write(dict(GOOD))
    refuse = PermissionError(13, os.strerror(13))
    monkeypatch.setattr(Path, "read_bytes", lambda _: (_ for _ in ()).throw(refuse))
    with pytest.raises(load.DataError) as caught:
        load.guide(data)
    assert {p.code for p in caught.value.problems} == {"io"}


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(load.DataError, match="does not exist"):
        load.guide(tmp_path / "data")


def test_all_problems_of_all_files_come_in_one_run(problems: Problems) -> None:
    broken = QUESTION.replace("asks:", "aks:").replace("difficulty: 2", "difficulty: 9").replace("rev: 1", "rev: one")
    files = {
        **GOOD,
        "questions/slow-call.yml": broken,
        "topics.yml": "- {id: Metrics, name: Metrics, page: /x.md}\n",
        "rounds.yml": "rounds: none\n",
    }
    found = problems(files)
    assert [problem.code for problem in found] == ["number", "unknown-key", "out-of-range", "wrong-shape", "bad-form"]
    assert found == sorted(found)
    assert str(load.DataError(found)).endswith("5 problems in 3 files")


@pytest.mark.parametrize("escape", [r"\0", r"\u202e", r"\u200b", r"\x02", r"\uFEFF", r"\ue000"])
def test_an_escape_brings_in_no_hidden_character(problems: Problems, escape: str) -> None:
    [problem] = problems(with_question("prompt: Why is a call slow?", f'prompt: "Why is{escape} a call slow?"'))
    assert problem.code in {"control", "bidi", "invisible", "private"}
    assert problem.place.line == line_of("prompt:")


@pytest.mark.parametrize(
    "value",
    ["<script>alert(1)</script>", "{{ 7*7 }}", "two\\nlines", "   "],
    ids=["html", "template", "lines", "blank"],
)
def test_a_figure_is_a_short_plain_text(problems: Problems, value: str) -> None:
    claim = str(GOOD["claims/sample.yml"]).replace('value: "20"', f'value: "{value}"')
    assert problems({**GOOD, "claims/sample.yml": claim})[0].place.file == "data/claims/sample.yml"


@pytest.mark.parametrize("show", ["{0.foo}", "{0[0]}", "{:>200000000}", "42", "{:f}{:f}"])
def test_a_format_shows_one_number(problems: Problems, show: str) -> None:
    computed = f"  computed: {{twice: {{formula: value * 2, show: '{show}'}}}}\n  standing: ours"
    claim = str(GOOD["claims/sample.yml"]).replace("  standing: example", computed)
    assert [problem.code for problem in problems({**GOOD, "claims/sample.yml": claim})] == ["bad-form"]


@pytest.mark.parametrize("formula", ["3999999**3999999", "9**9**9**9", "(9**99)*(9**999)**99"])
def test_a_formula_that_grows_without_end_is_told_at_once(problems: Problems, formula: str) -> None:
    computed = f"  computed: {{huge: {{formula: {formula}}}}}\n  standing: ours"
    claim = str(GOOD["claims/sample.yml"]).replace("  standing: example", computed)
    assert [problem.code for problem in problems({**GOOD, "claims/sample.yml": claim})] == ["bad-formula"]


def test_references_are_told_beside_other_mistakes(problems: Problems) -> None:
    files = with_question("rounds: [technical]", "rounds: [techncal]")
    files["topics.yml"] = str(GOOD["topics.yml"]).replace("name:", "nam:")
    assert {problem.code for problem in problems(files)} == {"bad-reference", "unknown-key"}


def test_a_reference_to_a_broken_record_is_no_second_mistake(problems: Problems) -> None:
    claim = str(GOOD["claims/sample.yml"]).replace("standing: example", "standing: exmaple")
    assert [problem.code for problem in problems({**GOOD, "claims/sample.yml": claim})] == ["bad-choice"]
    [problem] = problems({**GOOD, "claims/sample.yml": "- [unclosed"})
    assert problem.code == "syntax"


def test_a_pipe_is_not_waited_for(write: Write) -> None:
    data = write(dict(GOOD))
    os.mkfifo(data / "questions" / "pipe.yml")
    with pytest.raises(load.DataError) as error:
        load.guide(data)
    assert [problem.code for problem in error.value.problems] == ["io"]


@pytest.mark.parametrize("page", ["http://evil.example", "javascript:x", "/Loop.md", "loop.md", ""])
def test_a_page_is_named_from_the_root_of_docs(problems: Problems, page: str) -> None:
    topics = str(GOOD["topics.yml"]).replace("/craft/metrics.md", f"'{page}'")
    assert [problem.place.file for problem in problems({**GOOD, "topics.yml": topics})] == ["data/topics.yml"]


@pytest.mark.parametrize("flag", ["yes", "on", "1", "t"])
def test_only_true_and_false_are_flags(problems: Problems, flag: str) -> None:
    [problem] = problems(with_question("    must: true", f"    must: {flag}"))
    assert (problem.code, problem.place.line) == ("bad-choice", line_of("    must: true"))
