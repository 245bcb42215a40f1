"""The name of a file is data: kept as the sender wrote it, without folders and without characters that mislead."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sightline.foundation.documents.rules import NotAccepted
from sightline.foundation.documents.rules.names import kept_name, what_changed


@pytest.mark.parametrize(
    ("given_name", "kind", "kept"),
    [
        ("School report.pdf", "pdf", "School report.pdf"),
        ("Zoë’s letter.PDF", "pdf", "Zoë’s letter.PDF"),
        ("photo.jpeg", "jpeg", "photo.jpeg"),
        ("../../etc/passwd.txt", "text", "passwd.txt"),
        (r"C:\Users\asha\Desktop\report.docx", "docx", "report.docx"),
        ("report", "pdf", "report.pdf"),
        ("J. Smith", "pdf", "J. Smith.pdf"),
        ("exe\u202efdp.pdf", "pdf", "exefdp.pdf"),
        ("a\x00b\nc.pdf", "pdf", "abc.pdf"),
        ("a<b>:c|d?.pdf", "pdf", "a b c d.pdf"),
        ("...", "pdf", "document.pdf"),
        ("", "msg", "document.msg"),
        (".pdf", "pdf", "pdf.pdf"),
        ("CON.txt", "text", "_CON.txt"),
        ("x" * 300 + ".pdf", "pdf", "x" * 120 + ".pdf"),
    ],
)
def test_a_name_is_kept_without_what_misleads(given_name: str, kind: str, kept: str) -> None:
    assert kept_name(given_name, kind) == kept


@pytest.mark.parametrize(("given_name", "kind"), [("photo.pdf", "jpeg"), ("report.exe", "pdf"), ("a.docm", "docx")])
def test_a_name_that_claims_another_kind_is_refused(given_name: str, kind: str) -> None:
    with pytest.raises(NotAccepted, match="Rename it so that it ends in"):
        kept_name(given_name, kind)


def test_a_changed_name_is_told() -> None:
    assert what_changed("report.pdf", "report.pdf") == ""
    assert what_changed("../report.pdf", "report.pdf").startswith("The file is kept as “report.pdf”")


@given(st.text(max_size=300))
def test_no_name_leads_out_of_its_folder(name: str) -> None:
    try:
        kept = kept_name(name, "pdf")
    except NotAccepted:
        return
    assert kept
    assert len(kept) <= 130
    assert not set(kept) & set('/\\\x00<>:"|?*\u202e\n\r')
    assert not kept.startswith(".")
