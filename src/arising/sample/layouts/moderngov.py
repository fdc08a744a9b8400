"""Pages as a ModernGov site publishes them and a browser saves them: a meeting with its items, or one item.

The marks are those of such pages: ``mgItemTable``, ``mgAiTitleTxt``, ``mgWordPara``, ``mgSubItemTitleTxt``, and inside
them what Word left behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from arising.sample.council import COUNCIL
from arising.sample.layouts.dates import moderngov_date
from arising.sample.manuscript import Item, Line, LineKind, Manuscript, Part

SITE = "https://democracy.kesterby.example"

HEAD = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8" />
<title>{title} - {council}</title>
<link rel="stylesheet" href="SiteSpecific/ssMgStyles.css" type="text/css" />
<link rel="canonical" href="{address}" />
</head>
<body>
<div id="ssHeader">
<a href="#modgov" class="mgSkip">Skip to main content</a>
<p><a href="{site}/">{council}</a></p>
<ul class="ssNav"><li><a href="{site}/mgCalendarMonthView.aspx">Calendar</a></li>
<li><a href="{site}/mgListCommittees.aspx">Committees</a></li>
<li><a href="{site}/mgMemberIndex.aspx">Councillors</a></li>
<li><a href="{site}/ieDocSearch.aspx">Search documents</a></li></ul>
</div>
<div id="modgov">
<div class="mgLayout">
<p class="mgBreadcrumb"><a href="{site}/">Home</a> &gt;
<a href="{site}/mgListCommittees.aspx">Committees</a> &gt; {crumb}</p>
"""

FOOT = """</div>
</div>
<div id="ssFooter"><p>&copy; {council}. <a href="{site}/privacy">Privacy</a>
<a href="{site}/accessibility">Accessibility</a></p></div>
</body>
</html>
"""

SYMBOL = (
    "<span style='font-family:Symbol'>·<span style='font:7.0pt \"Times New Roman\"'>"
    "&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span>"
)
BLANK = '<p class="MsoNormal">&nbsp;</p>'


def meeting_page(manuscript: Manuscript) -> bytes:
    """A meeting with all its items (``ieListDocuments.aspx``)."""
    title = f"{manuscript.text('heading')} - {_meeting_line(manuscript)}"
    page = [
        _head(title, _meeting_address(manuscript), manuscript),
        f'<h1 class="mgMainTitleTxt">{escape(manuscript.text("heading"))}</h1>',
        f'<h2 class="mgSubTitleTxt">{escape(_meeting_line(manuscript))}</h2>',
        '<div class="mgLinks"><ul class="mgActionList">',
        f'<li><a href="{SITE}/mgMeetingAttendance.aspx?ID={manuscript.text("meeting_id")}">Attendance details</a></li>',
        f'<li><a href="{SITE}/ieListDocuments.aspx?MId={manuscript.text("meeting_id")}">Agenda frontsheet</a></li>',
        "</ul></div>",
        '<div class="mgContent">',
        f'<p><span class="mgLabel">Venue:&nbsp;</span>{escape(manuscript.text("venue"))}</p>',
        f'<p><span class="mgLabel">Contact:&nbsp;</span>{escape(manuscript.text("contact"))}</p>',
        "</div>",
        '<h3 class="mgSectionTitle">Items</h3>',
        '<table class="mgItemTable" summary="Table of agenda items"><tbody>',
        '<tr><th class="mgItemNumberCell" scope="col">No.</th><th scope="col">Item</th></tr>',
        *(_item_row(manuscript, at, item) for at, item in enumerate(manuscript.items)),
        "</tbody></table>",
        FOOT.format(site=SITE, council=COUNCIL),
    ]
    return "\n".join(page).encode()


def item_page(manuscript: Manuscript) -> bytes:
    """One agenda item by itself (``mgAi.aspx``)."""
    (item,) = manuscript.items
    address = f"{SITE}/mgAi.aspx?ID={manuscript.text('first_item_id')}"
    page = [
        _head(f"Agenda item - {item.title}", address, manuscript),
        '<h1 class="mgMainTitleTxt">Agenda item</h1>',
        f'<h2 class="mgSubTitleTxt">{escape(item.title)}</h2>',
        '<div class="mgLinks"><ul class="mgActionList">',
        f'<li><a href="{escape(_meeting_address(manuscript))}">'
        f"Meeting of {escape(_meeting_line(manuscript))} (Item {item.number}.)</a></li>",
        f'<li><a href="{SITE}/ieIssueDetails.aspx?IId={manuscript.text("first_item_id")}">'
        f"View the background to item {item.number}.</a></li>",
        "</ul></div>",
        '<div class="mgContent">',
        *_parts(manuscript, item, papers="Supporting documents:"),
        "</div>",
        FOOT.format(site=SITE, council=COUNCIL),
    ]
    return "\n".join(page).encode()


def _meeting_line(manuscript: Manuscript) -> str:
    return f"{manuscript.body}, {moderngov_date(manuscript.date)} {manuscript.text('time')}"


def _meeting_address(manuscript: Manuscript) -> str:
    committee, meeting = manuscript.text("committee_id"), manuscript.text("meeting_id")
    return f"{SITE}/ieListDocuments.aspx?CId={committee}&MId={meeting}&Ver=4"


def _head(title: str, address: str, manuscript: Manuscript) -> str:
    return HEAD.format(
        title=escape(title), council=COUNCIL, site=SITE, address=escape(address), crumb=escape(manuscript.body)
    )


def _item_row(manuscript: Manuscript, at: int, item: Item) -> str:
    agenda_item = int(manuscript.text("first_item_id")) + at
    return "\n".join(
        (
            f'<tr><td class="mgItemNumberCell"><p><a name="AI{agenda_item}"></a>{item.number}.</p></td>',
            f'<td><p class="mgAiTitleTxt">{escape(item.title)}</p>',
            *_parts(manuscript, item, papers="Additional documents:"),
            "</td></tr>",
        )
    )


def _parts(manuscript: Manuscript, item: Item, *, papers: str) -> Iterator[str]:
    agenda, minutes = item.part("Agenda"), item.part("Minutes")
    decision, listed = item.part("Decision"), item.part("Papers")
    bullets = manuscript.text("bullets")
    within = manuscript.text("decision") == "within the minutes"
    if agenda:
        yield _word(_lines(agenda.lines, bullets))
    if decision and not within:
        yield _labelled("Decision:", _lines(decision.lines, bullets))
    if minutes:
        body = [*_lines(minutes.lines, bullets)]
        if decision and within:
            body += [BLANK, '<p class="MsoNormal"><b>Decision:</b></p>', BLANK, *_lines(decision.lines, bullets)]
        yield _labelled("Minutes:", body)
    if listed:
        links = "".join(_papers(listed, item))
        yield f'<p class="mgSubItemTitleTxt">{papers}</p>\n<ul class="mgBulletList">{links}</ul>'


def _labelled(label: str, lines: Iterable[str]) -> str:
    return f'<p class="mgSubItemTitleTxt">{label}</p>\n{_word(lines)}'


def _word(lines: Iterable[str]) -> str:
    inner = "\n".join(lines)
    return f'<div class="mgWordPara"><div class="WordSection1">\n{inner}\n</div></div>'


def _papers(part: Part, item: Item) -> Iterator[str]:
    for at, line in enumerate(part.lines, start=1):
        title, _, size = line.plain.rpartition(" | ")
        place = f"{SITE}/documents/s{len(item.title) * 37 + at}/{title.replace(' ', '%20')}.pdf"
        yield f'<li><a href="{escape(place)}">{escape(title)} <span class="mgFileSize">{size}</span></a></li>\n'


def _lines(lines: Iterable[Line], bullets: str) -> Iterator[str]:
    for kind, group in groupby(lines, key=lambda line: line.kind):
        if kind is LineKind.ROW:
            yield _table(group)
        elif kind is LineKind.BULLET and bullets == "list":
            yield "<ul type='disc'>"
            yield from (f'<li class="MsoNormal">{_runs(line)}</li>' for line in group)
            yield "</ul>"
        else:
            for line in group:
                yield _paragraph(line, bullets)
                yield BLANK


def _paragraph(line: Line, bullets: str) -> str:
    if line.kind is LineKind.BULLET and bullets == "symbol":
        return f"<p class=\"MsoListParagraph\" style='text-indent:-18.0pt'>{SYMBOL}{_runs(line)}</p>"
    marker = f"({line.marker})&nbsp;&nbsp; " if line.marker else ""
    return f'<p class="MsoNormal">{marker}{_runs(line)}</p>'


def _table(rows: Iterable[Line]) -> str:
    cells = (
        "<tr>" + "".join(f'<td><p class="MsoNormal">{escape(cell)}</p></td>' for cell in row.cells) + "</tr>"
        for row in rows
    )
    return '<table class="MsoTableGrid" border="1">\n' + "\n".join(cells) + "\n</table>"


def _runs(line: Line) -> str:
    return "".join(f"<b>{escape(run)}</b>" if bold else escape(run) for run, bold in line.runs)
