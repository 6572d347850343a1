"""Every document by its name: the bytes of a file, as ``import_document`` gets them."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

from tests.guide.documents import word_english, word_lists, word_more, word_plain, word_tables, word_wild

HERE = Path(__file__).parent

BUILT: Mapping[str, Callable[[], bytes]] = MappingProxyType(
    {
        f"{built.__name__}.docx": built
        for built in (
            word_tables.sykehjem_natt,
            word_tables.barnehage_overgang,
            word_tables.migrant_mothers,
            word_tables.eldreomsorg_teknologi,
            word_lists.barnevern_samtaler,
            word_lists.eldre_frivillige,
            word_english.startup_pivots,
            word_english.nurse_handover,
            word_english.school_evaluation,
            word_more.hospice_volunteers,
            word_more.rusomsorg_brukere,
            word_more.museum_guides,
            word_more.science_teachers,
            word_plain.prison_teachers,
            word_plain.avlastning,
            word_plain.ambulanse,
            word_wild.foster_parents,
            word_wild.kirkemusikere,
            word_wild.language_cafe,
            word_wild.klimaengasjement,
        )
    }
)

WRITTEN = tuple(sorted(path.name for path in HERE.iterdir() if path.suffix in {".md", ".txt"}))

NAMES = (*sorted(BUILT), *WRITTEN)


def document(name: str) -> bytes:
    """The file called ``name``."""
    return BUILT[name]() if name in BUILT else (HERE / name).read_bytes()
