from __future__ import annotations

from pytestqt.qtbot import QtBot

from eitc_desktop.gui.changes_feed import LibraryChange, LibraryFeed
from eitc_desktop.model.facts import FactKind, FactRef


def test_a_change_touches_what_it_names() -> None:
    first, second = FactRef(FactKind.DIVISION, 0), FactRef(FactKind.DIVISION, 1)
    one = LibraryChange(frozenset({FactKind.DIVISION}), frozenset({first}))
    assert one.touches(first)
    assert not one.touches(second)
    assert not one.touches(FactRef(FactKind.BODY))
    assert LibraryChange(frozenset({FactKind.DIVISION})).touches(second)
    assert all(LibraryChange.everything().touches(FactRef(kind)) for kind in FactKind)


def test_the_feed_tells_listeners(qtbot: QtBot) -> None:
    feed = LibraryFeed()
    change = LibraryChange.everything()
    with qtbot.waitSignal(feed.library_changed) as heard:
        feed.announce(change)
    assert heard.args == [change]
