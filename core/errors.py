"""Refusals: what a person asked for and cannot have, as a key and fields; the words are found at the edge."""


class SalesError(Exception):
    """Something that is refused for a reason the person can act on.

    `key` names the sentence in the texts, `fields` fill its gaps. Nothing was changed where it is raised.
    """

    key = "error-refused"

    def __init__(self, **fields: str | int) -> None:
        super().__init__(self.key)
        self.fields = fields


class NotFound(SalesError):
    """No such record, or none that the person may see: the two are not told apart."""

    key = "error-not-found"


class NothingToUndo(SalesError):
    """Everything was taken back already, or newer changes stand in its place."""

    key = "error-nothing-to-undo"


class TooLateToUndo(SalesError):
    """It was done more than a day ago: it is corrected now, not taken back."""

    key = "error-too-late-to-undo"


class InviteInvalid(SalesError):
    """An invite that is used, expired, revoked or was never given."""

    key = "error-invite-invalid"


class NotUnderstood(SalesError):
    """Words that were to answer a question, and say nothing of the kind."""

    key = "error-not-understood"


class NotAllowed(SalesError):
    """The person's role does not include this."""

    key = "error-not-allowed"


class NoLongerApplies(SalesError):
    """A button of an older card: what it offered has been overtaken."""

    key = "error-no-longer-applies"
