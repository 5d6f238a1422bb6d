"""What each word of a message may be in the directory, and the mentions made of such words."""

from core.reading.directory import Directory
from core.reading.intent import Key
from core.reading.names.common import plain_words
from core.reading.names.declension import OF_PEOPLE
from core.reading.names.extent import end_of
from core.reading.names.mention import Mention
from core.reading.names.spelling import Hit
from core.reading.names.surroundings import Surroundings
from core.reading.names.variants import first_names
from core.reading.tokens import Kind


class Lookup:
    """One message's words in the directory; each is looked up once."""

    def __init__(self, around: Surroundings, directory: Directory) -> None:
        self.around, self.directory, self.tokens = around, directory, around.tokens
        self._memo: dict[int, tuple[Hit, ...]] = {}

    def hits(self, index: int) -> tuple[Hit, ...]:
        """Words of the directory that the token may be, misspelt ones only where nothing else explains it."""
        if index not in self._memo:
            self._memo[index] = self._find_hits(index)
        return self._memo[index]

    def of_company(self, index: int) -> tuple[Hit, ...]:
        """Without what only people have, plurals and vocatives: "constructions" are not Construction Ltd."""
        return tuple(hit for hit in self.hits(index) if hit.cases - OF_PEOPLE)

    def _find_hits(self, index: int) -> tuple[Hit, ...]:
        bare = self.tokens[index].bare
        found = self.directory.hits(bare, self.tokens[index].low)
        if not self.tokens[index].capital and bare in plain_words(self.around.language):
            return found if self.directory.has_word(bare) else ()
        if found or not self.around.is_word(index) or len(bare) < 3:
            return found
        if self.around.is_ordinary(index) or (
            not self.tokens[index].capital and not self.around.before(index)[0] and not self.around.all_lower
        ):
            return ()
        if self._is_of_firm(index):
            return ()  # "iš Kanapinės kiemo" is of nobody called Kanapienė
        if near := self.directory.variants(bare):
            return near
        similar = () if first_names(bare) else self.directory.similar(bare, likely=True)
        return tuple(hit for hit in similar if hit.cases - OF_PEOPLE)  # no "Greitas" for several Gretas

    def _is_of_firm(self, index: int) -> bool:
        """Whether a genitive and a noun after "iš" or "pas" are a firm nobody knows."""
        around = self.around
        if around.before(index)[0] != "company" or not around.is_word(index + 1):
            return False
        return not self.tokens[index + 1].capital and end_of(around, index) == index + 2

    def mention(
        self, first: int, last: int, companies: tuple[Key, ...], cases: frozenset[str], full: bool
    ) -> Mention:
        kind, word = self.around.before(first)
        return Mention(
            first,
            last,
            tuple(t.raw for t in self.tokens[first:last] if t.kind in (Kind.WORD, Kind.NUMBER)),
            companies=companies,
            full=full,
            cases=cases,
            before=kind,
            before_word=word,
            legal=bool(self.around.legal_around(first, last)),
            quoted=self.around.quoted(first, last),
        )

    def cases(self, index: int) -> frozenset[str]:
        return frozenset(case for hit in self.hits(index) for case in hit.cases)

    def continues(self, index: int) -> bool:
        return (
            self.around.is_word(index)
            and self.tokens[index].start == self.tokens[index - 1].end + 1
            and (self.tokens[index].capital or not self.tokens[index - 1].capital)
        )
