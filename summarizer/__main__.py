"""The entry of the program: `summarizer` and `python -m summarizer`."""

import sys


def main() -> None:
    """Run the command line of this process; leaves with its exit code."""
    try:
        from summarizer.cli.app import app  # noqa: PLC0415  an interrupt while importing is one line too

        app()
    except KeyboardInterrupt:
        print("summarizer: interrupted", file=sys.stderr)
        sys.exit(130)  # what a shell reports for SIGINT


if __name__ == "__main__":
    main()
