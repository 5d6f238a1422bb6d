"""Which stage of which pipeline the words of a file mean."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from core.exchange.columns import fold
from core.exchange.plain_text import cleaned
from core.exchange.vocabulary import Outcome, word_for
from core.model import Pipeline, Stage
from core.terms import StageMeaning

BETWEEN = " / "
"""Stands between the names of another pipeline and its stage."""


@dataclass(frozen=True, slots=True)
class Process:
    """A pipeline and its stages in order, archived ones last."""

    id: int
    name: str
    stages: tuple[Stage, ...]

    def called(self, word: str) -> Stage | None:
        """The stage of that name, or else the first one with that meaning, or what the word usually means."""
        folded = fold(word)
        named = [stage for stage in self.stages if fold(stage.name) == folded]
        if named:
            return next((stage for stage in named if cleaned(stage.name) == word), named[0])
        outcome = word_for(Outcome, word)
        meaning = outcome.value if outcome else folded
        return next((stage for stage in self.stages if stage.meaning.value == meaning), None)

    def meaning(self, meaning: StageMeaning) -> Stage | None:
        return next((stage for stage in self.stages if stage.meaning is meaning), None)

    @property
    def first(self) -> Stage:
        """Where a deal begins of which nothing more is known."""
        return next((stage for stage in self.stages if stage.meaning.is_open), self.stages[0])


class StageBook:
    """All pipelines, the first of the configuration first. `words` maps folded words of the file to ours.

    `met` has those of them that were asked for.
    """

    def __init__(self, processes: Sequence[Process], words: Mapping[str, str]) -> None:
        self.processes = processes
        self._words = words
        self.met: set[str] = set()
        self._by_name = {fold(process.name): process for process in processes}
        self._found: dict[tuple[str | None, str, int | None], Stage | None] = {}
        self.by_id = {stage.id: stage for process in processes for stage in process.stages}

    def process(self, name: str | None, own: int | None = None) -> Process | None:
        """The pipeline of that name; without one the deal's `own`, or else the first. None: unknown."""
        if name is not None:
            return self._by_name.get(fold(name))
        return next((process for process in self.processes if process.id == own), self.processes[0])

    def stage(self, pipeline: str | None, word: str, own: int | None = None) -> Stage | None:
        """The stage that a word means; without a pipeline's name those after the first are tried too."""
        asked = (pipeline, word, own)
        if asked not in self._found:
            self._found[asked] = self._look_up(*asked)
        return self._found[asked]

    def _look_up(self, pipeline: str | None, word: str, own: int | None) -> Stage | None:
        process = self.process(pipeline, own)
        if (folded := fold(word)) in self._words:
            self.met.add(folded)
            word = self._words[folded]
        if process is None or (found := process.called(word)) is not None or pipeline is not None:
            return found if process is not None else None
        return next((found for other in self.processes if (found := other.called(word)) is not None), None)

    def process_of(self, stage_id: int) -> Process:
        """The pipeline of a stage."""
        pipeline_id = self.by_id[stage_id].pipeline_id
        return next(process for process in self.processes if process.id == pipeline_id)

    def past(self, pipeline: str | None, word: str) -> Stage | None:
        """The stage that a word in a deal's history means; "Pipeline / Stage" is one of another pipeline."""
        found = self.stage(pipeline, word)
        if found is None and BETWEEN in word:
            other, _, name = word.partition(BETWEEN)
            return self.stage(other, name)
        return found

    def outcome(self, stage: Stage, outcome: Outcome | None) -> Stage:
        """The stage that a column of states makes of a stage: won and lost end the deal wherever it stood."""
        if outcome is None or outcome is Outcome.OPEN or stage.meaning.value == outcome.value:
            return stage
        return self.process_of(stage.id).meaning(StageMeaning(outcome.value)) or stage


def load_stages(session: Session, words: Mapping[str, str]) -> StageBook:
    """The stages that deals of this database can be in; empty where it has no pipeline."""
    pipelines = session.scalars(select(Pipeline).order_by(Pipeline.archived, Pipeline.position)).all()
    stages = session.scalars(select(Stage).order_by(Stage.archived, Stage.position)).all()
    processes = [
        Process(pipeline.id, pipeline.name, tuple(s for s in stages if s.pipeline_id == pipeline.id))
        for pipeline in pipelines
    ]
    return StageBook(processes, words)
