"""What nothing corresponds to is counted alike in every paper, on the chart and in the matrix of the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from eitc_desktop import paths
from eitc_desktop.chart.content import chart_content
from eitc_desktop.gui.chart.cards import UnitCards
from eitc_desktop.gui.chart.marks import Overlay
from eitc_desktop.gui.models.duty_matrix import DutyMatrix
from eitc_desktop.model.facts import FactKind, FactRef
from eitc_desktop.model.mapping import Grade, Mapping
from eitc_desktop.model.papers import Dossier, Paragraph, Table
from eitc_desktop.model.provision import Provision
from eitc_desktop.reading import decode, read_provision
from eitc_desktop.services.gaps import division_gaps, gaps_of, item_gaps
from eitc_desktop.services.mapping import Mapper
from eitc_desktop.services.papers.divisions import division_paper
from eitc_desktop.services.papers.dossier import dossier
from eitc_desktop.services.papers.duties import duties_table
from eitc_desktop.services.papers.matrix import matrix_table

PROVISIONS = Path(__file__).parents[1] / "reading" / "provisions"
NAMES = ["sheitc-2014.txt", "linxi-forestry-2019.txt", "ningxi-water-2009.txt"]
GRADES = [frozenset({Grade.STATED, Grade.NAMED}), frozenset(Grade), frozenset({Grade.STATED})]
Read = tuple[Provision, Mapping]


@pytest.fixture(params=NAMES)
def read(request: pytest.FixtureRequest, provision: Provision, mapping: Mapping) -> Read:
    if request.param == NAMES[0]:
        return provision, mapping
    found = read_provision(decode((PROVISIONS / request.param).read_bytes()))
    return found, Mapper(paths.resources_dir()).mapping(found, request.param)


def said_by(paper: Table | Dossier) -> str:
    """Return all words of a paper, without the spaces that running text doesn't have."""
    blocks = (paper,) if isinstance(paper, Table) else paper.blocks
    words: list[str] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            words.append(block.words)
        elif isinstance(block, Table):
            words += [*block.notes, *(cell.words for row in block.rows for cell in row.cells)]
    return "\n".join(words).replace(" ", "")


@pytest.mark.parametrize("grades", GRADES, ids=lambda grades: "".join(sorted(grades)))
def test_papers_count_what_nothing_corresponds_to_alike(read: Read, grades: frozenset[Grade]) -> None:
    provision, mapping = read
    gaps = gaps_of(provision, mapping, grades)
    counts = [str(said).replace(" ", "") for said in (item_gaps(gaps), division_gaps(provision, gaps))]
    papers = [make(provision, mapping, grades) for make in (duties_table, matrix_table, dossier)]
    for paper in papers:
        assert all(count in said_by(paper) for count in counts)
    duties, matrix, _ = papers
    assert isinstance(duties, Table)
    assert isinstance(matrix, Table)
    assert sum(row.cells[1].words.startswith("未对应") for row in duties.rows) == len(gaps.items)
    assert sum("未对应" in row.cells[0].words for row in matrix.rows) == len(gaps.items)
    lone = [i for i, row in enumerate(duties.rows[: len(provision.divisions)]) if "未对应" in row.cells[3].words]
    assert lone == [ref.index for ref in gaps.divisions]


@pytest.mark.parametrize("grades", GRADES, ids=lambda grades: "".join(sorted(grades)))
def test_the_page_of_a_division_says_the_same_as_the_table(read: Read, grades: frozenset[Grade]) -> None:
    provision, mapping = read
    for ref in gaps_of(provision, mapping, grades).divisions:
        told = duties_table(provision, mapping, grades).rows[ref.index].cells[3].words
        assert told.replace(" ", "") in said_by(division_paper(provision, mapping, ref, grades))


def test_chart_and_matrix_of_the_window_count_as_papers_with_every_grade(qtbot: QtBot, read: Read) -> None:
    provision, mapping = read
    gaps = gaps_of(provision, mapping)
    content = chart_content(provision)
    cards = UnitCards(content, provision, mapping)
    [said] = cards.legend(frozenset({Overlay.GAPS}))
    assert said.endswith(str(division_gaps(provision, gaps)))
    marked = [unit.ref for i, unit in enumerate(content.units) if cards.marks(i).is_gap and unit.ref is not None]
    assert [ref for ref in marked if ref.kind is FactKind.DIVISION] == list(gaps.divisions)
    assert DutyMatrix(provision, mapping).unmapped_items == gaps.items


def test_the_real_numbers(provision: Provision, mapping: Mapping) -> None:
    usual = said_by(duties_table(provision, mapping))
    assert "按A、B级未对应38项，其中17项另有C级研判" in usual
    assert "按A、B级没有对应分项的内设机构8个，其中5个另有C级研判" in usual
    every = said_by(dossier(provision, mapping, frozenset(Grade)))
    assert "按A、B、C级未对应21项，不计C级研判则为38项" in every
    unit = FactRef(FactKind.DIVISION, 1)
    assert "按A、B级未对应，另有C级研判3条，未列入" in said_by(division_paper(provision, mapping, unit))
