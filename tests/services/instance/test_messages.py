from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eitc_desktop.errors import EitcError
from eitc_desktop.services.instance.messages import (
    MAX_BYTES,
    MOST_FILES,
    BadMessage,
    Request,
    line_of,
    request_in,
    token_of,
)

GOOD = {"version": 1, "reviews": ["/家/审阅.eitcreview"], "token": "gnome-shell/文"}


@pytest.mark.parametrize(
    "request_",
    [
        Request(),
        Request((Path("/家 里/财政局 审阅.eitcreview"), Path("/b\n\"'\u2028.eitcreview")), "x_TIME123"),
        Request((Path(os.fsdecode(b"/\xff\xfe.eitcreview")),)),  # a name that is no UTF-8
    ],
)
def test_what_is_asked_arrives_in_one_line(request_: Request) -> None:
    line = line_of(request_)
    assert line.endswith(b"\n")
    assert line.count(b"\n") == 1
    assert request_in(line) == request_


def test_too_much_is_not_sent() -> None:
    with pytest.raises(EitcError, match=f"一次最多打开 {MOST_FILES} 个审阅包"):
        line_of(Request(tuple(Path(f"/{number}.eitcreview") for number in range(MOST_FILES + 1))))
    longest = Request(tuple(Path("/" + "长" * 1365) for _ in range(MOST_FILES)))
    with pytest.raises(EitcError, match="一次最多打开"):
        line_of(longest)


@pytest.mark.parametrize(
    "values",
    [
        {"version": 2},
        {"version": None},
        {"reviews": None},
        {"reviews": "/a"},
        {"reviews": [1]},
        {"reviews": ["a.eitcreview"]},
        {"reviews": ["../a.eitcreview"]},
        {"reviews": [""]},
        {"reviews": ["/a\0b"]},
        {"reviews": ["/" + "a" * 5000]},
        {"reviews": ["/\ud800"]},
        {"reviews": ["/a"] * (MOST_FILES + 1)},
        {"token": None},
        {"token": "a\nb"},
        {"token": "词"},
        {"token": "a" * 1001},
    ],
)
def test_what_is_no_request_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(BadMessage):
        request_in(json.dumps({**GOOD, "token": "", **values}).encode())


@pytest.mark.parametrize(
    "line", [b"", b"\n", b"null", b"[]", b"{}", b"\xff", b"[" * MAX_BYTES, b"1" * 5000, '{"名":1}'.encode()]
)
def test_what_is_no_json_object_is_refused(line: bytes) -> None:
    with pytest.raises(BadMessage):
        request_in(line)


@given(st.binary(max_size=60))
def test_no_bytes_do_worse_than_be_refused(line: bytes) -> None:
    with pytest.raises(BadMessage):
        request_in(line)


def test_what_a_newer_version_adds_is_passed_over() -> None:
    line = json.dumps({**GOOD, "token": "", "more": [1]}).encode()
    assert request_in(line) == Request((Path("/家/审阅.eitcreview"),))


def test_the_token_of_either_desktop_is_passed_on() -> None:
    assert token_of({}) == ""
    assert token_of({"DESKTOP_STARTUP_ID": "a_TIME1"}) == "a_TIME1"
    assert token_of({"DESKTOP_STARTUP_ID": "a_TIME1", "XDG_ACTIVATION_TOKEN": "b"}) == "b"
    assert token_of({"XDG_ACTIVATION_TOKEN": "b\n"}) == ""
