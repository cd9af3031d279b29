"""What the log looks like: one line an event, with names of things that went wrong and counts.

Never a name, a code, a token or a text, so tracebacks are printed without the values of variables.
"""

import sys

import structlog


def configure() -> None:
    """Write log lines to standard error, which leaves standard output to results."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(),
                exception_formatter=structlog.dev.plain_traceback,
            ),
        ],
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )
