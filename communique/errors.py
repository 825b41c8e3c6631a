"""The exceptions of communique.

CommuniqueError
├── ItemFailed     one source, document or article cannot be read: it is named, the rest goes on
└── RunStopped     nothing sensible can follow: the run ends with a message
"""


class CommuniqueError(Exception):
    """Base of every exception that communique raises on purpose."""


class ItemFailed(CommuniqueError):
    """One item cannot be read. Only the pipeline catches it, and turns it into a Failure."""

    def __init__(self, source: str, stage: str, reason: str) -> None:
        """Name the item (path, URL or article), the stage that gave up and the reason, in words for a reader."""
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.stage = stage
        self.reason = reason


class RunStopped(CommuniqueError):
    """The run cannot go on; the message says why."""
