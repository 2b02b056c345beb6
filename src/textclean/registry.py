"""`@cleaner` turns a function that finds damage into a step of a pipeline, and registers it by name.

The function yields edits (and notices) and never rewrites the text; one place, `Cleaner.examine`, settles
what it found and keeps it out of protected regions.
"""

from __future__ import annotations

from functools import update_wrapper
from inspect import Parameter, signature
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, overload, runtime_checkable

from textclean.edits import Edit, Notice, PackedEdits, apply_edits, settle_edits
from textclean.errors import InvalidOptionError, UnknownNameError, UsageError
from textclean.structure import Structure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from pydantic import BaseModel

ENTRY_POINT_GROUP = "textclean.cleaners"

Finding = Edit | PackedEdits | Notice
"""What a cleaner yields."""

_registry: dict[str, Cleaner] = {}


class Findings(NamedTuple):
    """What one step saw in one text: settled edits, and notices in order of position."""

    edits: Sequence[Edit]
    notices: Sequence[Notice]


NO_FINDINGS = Findings((), ())


@runtime_checkable
class Step(Protocol):
    """Anything a pipeline can run: a name, and findings for a text whose structure is known."""

    @property
    def name(self) -> str:
        """Return the name that ledgers and listings use."""
        ...

    def examine(self, structure: Structure) -> Findings:
        """Return what this step would change in `structure.text`, and what it noticed."""
        ...


class Cleaner:
    """A registered function that finds one kind of damage; called, it returns the cleaned text.

    Made by `@cleaner`. `inside` names the kinds of protected region it may edit; `reasons` are those of its edits,
    none where it declares none.
    """

    def __init__(
        self,
        find: Callable[..., Iterable[Finding]],
        inside: Iterable[str] = (),
        options: Mapping[str, Any] | None = None,
        reasons: Iterable[str] = (),
    ) -> None:
        """Wrap `find(text)` or `find(text, structure)`; keyword-only parameters are its options."""
        parameters = signature(find).parameters.values()
        self._find = find
        self._takes_structure = sum(p.kind is not Parameter.KEYWORD_ONLY for p in parameters) > 1
        self._declared = [p for p in parameters if p.kind is Parameter.KEYWORD_ONLY]
        self.inside = frozenset(inside)
        self.reasons = frozenset(reasons)
        self.options = dict(options or {})
        update_wrapper(self, find)

    @property
    def name(self) -> str:
        """The name in snake case; command line and settings write it in kebab case."""
        return str(self._find.__name__)

    @property
    def option_defaults(self) -> dict[str, Any]:
        """Every option with the value it has when not given."""
        return {p.name: p.default for p in self._declared}

    def __call__(self, text: str, /, **options: Any) -> str:  # noqa: ANN401 - options are the cleaner's own
        """Return `text` cleaned once. Raises `UsageError` for an unknown or invalid option."""
        step = self.with_options(**options) if options else self
        return apply_edits(text, step.examine(Structure(text)).edits)

    def edits(self, text: str) -> list[Edit]:
        """List what this cleaner would change in `text`."""
        return list(self.examine(Structure(text)).edits)

    def notices(self, text: str) -> list[Notice]:
        """List what this cleaner noticed in `text` and left to the reader."""
        return list(self.examine(Structure(text)).notices)

    def examine(self, structure: Structure) -> Findings:
        """Settle what the function finds, leaving out edits that reach into protected regions."""
        text = structure.text
        found = (
            self._find(text, structure, **self.options) if self._takes_structure else self._find(text, **self.options)
        )
        findings = list(found)
        if not findings:
            return NO_FINDINGS
        single = [finding for finding in findings if isinstance(finding, Edit)]
        others = [one for one in findings if not isinstance(one, Edit)] if len(single) < len(findings) else []
        settled = settle_edits(text, single)
        packs = [one for one in others if isinstance(one, PackedEdits)]
        edits: Sequence[Edit] = packs[0].united([*packs[1:], settled], len(text)) if packs else settled
        if edits:
            edits = structure.outside_protection(edits, self.inside)
        return Findings(edits, sorted(one for one in others if isinstance(one, Notice)))

    def with_options(self, **options: Any) -> Cleaner:  # noqa: ANN401 - options are the cleaner's own
        """Return this cleaner with options set. Raises `UsageError` for an unknown or invalid one."""
        for name in options:
            if name not in self.option_defaults:
                msg = f"option of {self.name}"
                raise UnknownNameError(msg, name, self.option_defaults)
        checked = self._check({**self.options, **options})
        given = {name: getattr(checked, name) for name in checked.model_fields_set}
        return Cleaner(self._find, self.inside, given, self.reasons)

    def _check(self, options: dict[str, Any]) -> BaseModel:
        from pydantic import ConfigDict, ValidationError, create_model  # noqa: PLC0415 - costs start-up time

        fields: dict[str, Any] = {p.name: (p.annotation, p.default) for p in self._declared}
        model = create_model(self.name, __config__=ConfigDict(strict=True), __module__=self._find.__module__, **fields)
        try:
            checked: BaseModel = model(**options)
        except ValidationError as error:
            first = error.errors()[0]
            message = f"option {first['loc'][0]!r} of cleaner {self.name!r}: {first['msg']} (given {first['input']!r})"
            raise InvalidOptionError(message) from None
        return checked

    def __repr__(self) -> str:
        given = "".join(f", {name}={value!r}" for name, value in self.options.items())
        return f"<cleaner {self.name}{given}>"

    def __reduce__(self) -> str | tuple[Any, ...]:
        """Pickle by name, so that worker processes import the cleaner instead of copying it."""
        if not self.options:
            return self.name
        return _with_options, (_registry[self.name], self.options)


def _with_options(base: Cleaner, options: dict[str, Any]) -> Cleaner:
    return base.with_options(**options)


@overload
def cleaner(find: Callable[..., Iterable[Finding]], /) -> Cleaner: ...
@overload
def cleaner(
    *, inside: Iterable[str] = (), reasons: Iterable[str] = ()
) -> Callable[[Callable[..., Iterable[Finding]]], Cleaner]: ...
def cleaner(
    find: Callable[..., Iterable[Finding]] | None = None,
    /,
    *,
    inside: Iterable[str] = (),
    reasons: Iterable[str] = (),
) -> Cleaner | Callable[[Callable[..., Iterable[Finding]]], Cleaner]:
    """Register a function that finds damage as a cleaner under its own name.

    The function takes `text`, or `text` and its `Structure`, yields `Edit`s that do not overlap and
    `Notice`s, and never raises for any text. `inside` names the kinds of protected region (see
    `textclean.structure`) that it may edit; in all others its edits are dropped. `reasons` lists every
    reason its edits can have, so that a reason that is misspelled in a call or a settings file is an error.

    >>> @cleaner
    ... def drop_stars(text):
    ...     for at, character in enumerate(text):
    ...         if character == "*":
    ...             yield Edit(at, at + 1, "", "demo.asterisk")
    >>> drop_stars("a*b")
    'ab'
    >>> forget_cleaner("drop_stars")
    """

    def register(function: Callable[..., Iterable[Finding]]) -> Cleaner:
        made = Cleaner(function, inside, reasons=reasons)
        known = _registry.get(made.name)
        if known is not None and known.__module__ != made.__module__:
            message = (
                f"cleaner {made.name!r} of {made.__module__} is already registered by {known.__module__}; rename one"
            )
            raise UsageError(message)
        _registry[made.name] = made
        return made

    return register if find is None else register(find)


def forget_cleaner(name: str) -> None:
    """Take a cleaner out of the registry, as tests and notebooks do."""
    _registry.pop(name, None)


def load_plugins() -> None:
    """Import the cleaners that installed packages offer under the entry-point group `textclean.cleaners`."""
    from importlib.metadata import entry_points  # noqa: PLC0415 - costs start-up time

    for point in entry_points(group=ENTRY_POINT_GROUP):
        try:
            point.load()
        except UsageError:
            raise
        except Exception as error:
            message = f"plugin {point.name!r} cannot be loaded ({type(error).__name__}: {error}); mend or uninstall it"
            raise UsageError(message) from error


def registered_cleaners() -> dict[str, Cleaner]:
    """Return every cleaner registered so far, by name, in order of registration."""
    return dict(_registry)


def check_reasons(reasons: Iterable[str], steps: Iterable[Step], also: Iterable[str] = ()) -> None:
    """Refuse a reason that no cleaner gives, nor has one below it: it would leave out nothing, without a word.

    `also` are names that may stand among them. Where one of the `steps` declares no reasons (a plain function, a
    cleaner of somebody else's), it may give any, and nothing is refused. Raises `UnknownNameError`.
    """
    if not all(isinstance(step, Cleaner) and step.reasons for step in steps):
        return
    given = {reason for one in _registry.values() for reason in one.reasons}
    known = {".".join(reason.split(".")[:depth]) for reason in given for depth in range(1, reason.count(".") + 2)}
    known.update(also)
    for reason in reasons:
        if reason not in known:
            msg = "reason"
            raise UnknownNameError(msg, reason, known)


def find_cleaner(name: str) -> Cleaner:
    """Return the cleaner called `name`, in snake or kebab case. Raises `UnknownNameError`."""
    known = _registry.get(name.replace("-", "_"))
    if known is None:
        msg = "cleaner"
        raise UnknownNameError(msg, name, (one.replace("_", "-") for one in _registry))
    return known
