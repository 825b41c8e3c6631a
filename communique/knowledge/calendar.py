"""The names of months and weekdays, in full and as news shortens them (AP style, and as dates in fields have it)."""

MONTHS = (
    ("January", "Jan"), ("February", "Feb"), ("March", "Mar"), ("April", "Apr"), ("May",), ("June", "Jun"),
    ("July", "Jul"), ("August", "Aug"), ("September", "Sept", "Sep"), ("October", "Oct"), ("November", "Nov"),
    ("December", "Dec"),
)  # fmt: skip
WEEKDAYS = (
    ("Monday", "Mon"), ("Tuesday", "Tues", "Tue"), ("Wednesday", "Wed"), ("Thursday", "Thurs", "Thur", "Thu"),
    ("Friday", "Fri"), ("Saturday", "Sat"), ("Sunday", "Sun"),
)  # fmt: skip

MONTH_NUMBERS = {name.lower(): number for number, names in enumerate(MONTHS, 1) for name in names}
"""Of every name in lower case, as in `date.month`."""

WEEKDAY_NUMBERS = {name.lower(): number for number, names in enumerate(WEEKDAYS) for name in names}
"""Of every name in lower case, as in `date.weekday()`."""
