"""A message on the desktop by `notify-send`, where there is one."""

import subprocess

_SECONDS = 5.0


def show(title: str, text: str, *, critical: bool = False) -> str:
    """Show a message; what went wrong, empty when it was taken."""
    urgency = "critical" if critical else "normal"
    command = ["notify-send", "--app-name=Aurora", f"--urgency={urgency}", "--", title, text]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    except FileNotFoundError:
        return "there is no notify-send"
    except (OSError, subprocess.TimeoutExpired) as error:
        return f"{type(error).__name__}: {error}"
    return "" if done.returncode == 0 else done.stderr.strip() or f"notify-send ended with status {done.returncode}"
