"""An index of words, tolerant of inflection and slips.

Norwegian and English; a word inside a compound is found too.
"""

import re
from collections.abc import Iterable

from guide.normalize import spellings, words_of

_RESPELT = 0.95  # how sure a likeness is when æ ø å were typed otherwise
_MISSPELT = 0.95
_IN_COMPOUND = 0.6
_LEAST_BASE = 3
_LEAST_DERIVED = 4
_LEAST_PART = 5  # letters of a word that is recognised inside a compound
_LEAST_REST = 3
_ONE_TYPO = 6  # letters of a word that may be misspelt; a shorter one with a changed letter is another word
_TWO_TYPOS = 12
_LONGEST = 40
_MOST_WORDS = 100  # of one note; a pasted page is not a note

ENDINGS = (
    "a ane ar de dde e ed en ende ene ens er erne ers es est et ets este ied ies ing inga ingar ingane ingen ingene "
    "inger n ne r s t te y"
)
"""What words of both languages end in when they are inflected."""
_DERIVED = (
    "ande asjon asjonen asjonar asjonane asjoner asjonene ation ations else elsar elsen elser elsene ere erende erer "
    "erar ering eringa eringar eringen eringer ert erte heit heita heten heter hetene het ion ions leg lege lig lige "
    "ly ment ments ness ning ninga ningar ningen ninger ningene"
)
_LEAST_BEFORE = dict.fromkeys(_DERIVED.split(), _LEAST_DERIVED) | dict.fromkeys(ENDINGS.split(), _LEAST_BASE)
_LONGEST_ENDING = max(map(len, _LEAST_BEFORE))
_DOUBLED = re.compile(r"([bdfgklmnprst])\1$")
_LOSES_A_VOWEL = re.compile(r"(?:([bdfgklmnprst])\1|([a-zæøå]))e([lnr])$")  # hinder, hindre; nøkkel, nøkler

STOP = frozenset(
    (
        "a about after again all alle also alt altså always am an and andre any are as at av bare be because been "
        "begge being ble blei bli blir blitt bruker but by både can cannot could da de deg dei deira dem den denne "
        "der deres det dette di did din ditt do does doing done dont du då eg egen ein eit eller en er et etter for "
        "fordi fra from frå få får fått før gang ganger get gets getting gikk gjennom gjer gjorde gjør gjøre go goes "
        "going got gå går ha had hadde han hans har has hatt have having he henne hennes her here hers him his ho how "
        "hun hva hvem hver hvis hvor hvordan hvorfor i if igjen ikke ikkje in ingen inn inne into is isnt it its ja "
        "jeg jo just kan ke kom kommer korleis kun kunne kva kven kvifor la like litt lot man mange me med meg meir "
        "mellom men mer mest more most mot much my mye mykje må mått måtte nei never no noe noen noko nokon nokre not "
        "now nå når of off og også om on one only opp or oss other our out over own på quite really sa said same "
        "samme say says seg selv ser she should si sier sin sine sitt sjølv skal skulle slik so som some still such "
        "så sånn tar than that thats the their them then there these they thing things this those through til to too "
        "under up us ut uten var vart ved vel veldig very vi vil ville vår være vært was we well were what when where "
        "which who why will with without would yes yet you your å"
    ).split()
)
"""Words that carry a sentence and no subject, Norwegian and English."""

COMMON = frozenset(
    (
        "aldri alene alltid alvorlig anna annen annerledes annet ansikt ansvar arbeid arbeidar arbeide arbeider bak "
        "bedre begynne begynner begynte beholde berre best beste bestemme bestemmer betyr bilde bite bort borte bra "
        "bruk bruke brukt brukte bygge bygger bygget dag dagen dager del dele deler dess desto dra drar dårlig "
        "egentlig eigen ekstra eldre ellers enda ene eneste enkel enkelt enkelte enn ennå enten fant fast faste feil "
        "fem ferdig fin fine finne finner fint fire fleire flere flest folk foran forhold forrige forskjell fort "
        "fortalte fortelle forteller fram frem fremdeles fri fulgte full føle følelse føler følge følger følte første "
        "ga gamle gammel gi gir gitt gjelde gjelder gjerne glad glemme god gode godt grei greier greit grunn halv "
        "heile heime hel hele heller helst helt hente hjelp hjelpe hjelper hjem hjemme hjulpet holde holder hus huset "
        "huske husker hverdag hånd høre hører hørt iblant idag innimellom innom jobb jobbe jobber jobbet kanskje "
        "kjenne kjenner kjent klar klare klarer klart kor kort korte kveld lage lager land lang lange langt lav leder "
        "legge legger lenge lese leser lett lettere leve ligge ligger lik liker likte lille lite liten lære lærer "
        "lært lærte mann menneske mennesker mindre minst mulig mål måned måte måten natt navn neste nesten nettopp "
        "nok ny nye nytt nær nødvendig ofte oftest omtrent oppleve opplever ord ordne person plass prat prate prater "
        "problem problemer prøvd prøvde prøve prøver rask raskt redd rett riktig rom rommet rundt sak saken saker "
        "saman sammen samtidig sant satt se seier sein seinare seks senere sent sett sette setter side siden sider "
        "sikker sikkert sist siste sitte sitter situasjon sjelden sjå skille skje skjedde skjer skrev skrive skriver "
        "skule slags slike slutt slutte slutter sluttet små snakkar snakke snakker snakket snart spesielt spurte spør "
        "spørre spørsmål stadig start starte starter startet sted steder stille sto stor store stort stund stå står "
        "større største svar svare svarer synes syns særlig tak takk tenke tenker tenkjer tenkt tenkte tid tida tiden "
        "tider tidlig tidligere time timen timer ting tingene tre trenge trenger tro trodde tror trur trygt tung "
        "tungt tøft tør tørre uansett uka uke uken uker ulik ulike ulikt ung unge unna unngå vanlig vanligvis "
        "vanskeleg vanskelig vei veien veit velge vente venter verre verst vet viktig viktigst virke virkelig virker "
        "vise viser visste vite vokse voksen åpen år årene året able across actually ago almost alone already "
        "although another anything around ask asked asks away back bad before began begin beginning believe better "
        "between big bit both bring brought call called calls came case change changed changes clear close come comes "
        "common couple course day days deal depends didn different difficult doesn down during each early easier easy "
        "eight either else end enough especially even evening ever every everybody everyone everything example face "
        "fact far feel feeling feels felt few find finds first five follow found four free gave give given gives good "
        "great group guess half hand hands happen happened happens hard head hear heard help helped helps high hold "
        "home hope hour hours house idea important instead keep keeps kept kind knew know known knows large last late "
        "later learn least leave leaves left less let life likes line little live lives long look looked looks lost "
        "love made main make makes making maybe mean means might mind minute minutes moment money month months "
        "morning mostly move moved must name near need needed needs new next nice nine nobody nothing often old older "
        "once ones open order others part parts people perhaps place play plays point possible pretty put puts "
        "question quick quickly quiet rather reason remember right room round run runs second see seems seen sees "
        "sense set seven several short show simple since sit sits six small someone something sometimes soon sort "
        "started starts stay stays stop stops straight sure take taken takes taking talk talked talks tell tells ten "
        "think thinking thinks third thought thoughts three times today together told took toward tried tries trouble "
        "true try trying turn turns twice two understand until use used uses usual usually walk want wanted wants "
        "watch way ways week weeks went whole wish woman word words work worked working works world worry worse worst "
        "write year years young"
    ).split()
)
"""Words of every day, Norwegian and English, that may be in a note about anything; what else is common, notes tell."""


def bases(word: str) -> dict[str, None]:
    """The word and what is left of it without each ending that it may have, longest first."""
    found = {word: None}
    for left in range(len(word) - 1, max(len(word) - _LONGEST_ENDING, _LEAST_BASE) - 1, -1):
        if left >= _LEAST_BEFORE.get(word[left:], len(word)):
            found[word[:left]] = None
    if len(word) > _LEAST_DERIVED:
        found[_LOSES_A_VOWEL.sub(r"\1\2\3", word)] = None
    for base in tuple(found):
        if len(base) > _LEAST_BASE:
            found[_DOUBLED.sub(r"\1", base)] = None
    return found


def distinct_words(text: str) -> list[str]:
    """The first words of a text, each once."""
    return list(dict.fromkeys(word[:_LONGEST] for word in words_of(text)))[:_MOST_WORDS]


def is_telling(word: str) -> bool:
    """Whether a word says what a text is about, as far as can be told from the word."""
    return len(word) > 1 and word not in STOP


def telling_words(text: str) -> list[str]:
    """Those of a text's distinct words that say what it is about."""
    return [word for word in distinct_words(text) if is_telling(word)]


class WordIndex:
    """The words that a study knows, to be recognised in whatever form a hurried hand gives them."""

    def __init__(self) -> None:
        self._known: set[str] = set()
        self._by_base: dict[str, dict[str, float]] = {}
        self._by_first: dict[str, dict[str, dict[str, None]]] = {}

    def add(self, word: str) -> None:
        """Know one more word."""
        if word in self._known:
            return
        self._known.add(word)
        own = bases(word)
        for base in own:
            for form, same in spellings(base).items():
                sure = 1.0 if same else _RESPELT
                of_base = self._by_base.setdefault(form, {})
                of_base[word] = max(sure, of_base.get(word, 0.0))
        for base in self._lookup_forms(word, own, _ONE_TYPO):
            self._by_first.setdefault(word[0], {}).setdefault(base, {})[word] = None

    def like(self, word: str) -> dict[str, float]:
        """The known words that this one may be a form of, each with how sure that is."""
        own = bases(word)
        found: dict[str, float] = {}
        for base in own:
            for known, sure in self._by_base.get(base, {}).items():
                found[known] = max(sure, found.get(known, 0.0))
        return found or self._misspelt(word, own) or self._part(word)

    @staticmethod
    def _lookup_forms(word: str, own: Iterable[str], least: int) -> tuple[str, ...]:
        """The word and its shortest form, by which slips in it are looked for, where they are long enough."""
        shortest = min((form for form in own if len(form) >= _ONE_TYPO), key=len, default=word)
        return tuple(form for form in dict.fromkeys((word, shortest)) if len(form) >= least)

    def _misspelt(self, word: str, own: Iterable[str]) -> dict[str, float]:
        from rapidfuzz import process  # no first frame waits for it
        from rapidfuzz.distance import OSA

        found: dict[str, float] = {}
        near = self._by_first.get(word[0], {})
        for form in self._lookup_forms(word, own, _ONE_TYPO - 1) if word.isalpha() else ():
            most = 2 if len(form) >= _TWO_TYPOS else 1
            for base, _, _ in process.extract(form, near.keys(), scorer=OSA.distance, score_cutoff=most, limit=None):
                found |= dict.fromkeys(near[base], _MISSPELT)
        return found

    def _part(self, word: str) -> dict[str, float]:
        """What the longest known part of a compound may be; its end says more of what it is than its beginning."""
        for length in range(len(word) - _LEAST_REST, _LEAST_PART - 1, -1):
            for part in (word[-length:], word[:length]):
                if part in self._by_base:
                    return {known: sure * _IN_COMPOUND for known, sure in self._by_base[part].items()}
        return {}
