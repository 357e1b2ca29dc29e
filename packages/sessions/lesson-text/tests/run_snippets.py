"""Drives the Flask snippets of the lesson text, with the real Flask and nothing else.

Reads a JSON list of plays from stdin: {code, environment, steps}. Each snippet is one whole program; each step is a request of one
browser at one moment to its `app`, if it has one. Writes a JSON list of what became of each: {answers, error}, an answer being {status, body, setCookies, warnings}. The clock of the signatures and of
Expires is the step's, all else is as it comes.
"""

import json
import os
import sys
import traceback
import warnings
from datetime import datetime as real_datetime

import flask.sessions
from itsdangerous import timed

now = 0


class FrozenDatetime(real_datetime):
    @classmethod
    def now(cls, tz=None):
        return real_datetime.fromtimestamp(now, tz)


timed.TimestampSigner.get_timestamp = lambda self: now
flask.sessions.datetime = FrozenDatetime


def play(code, environment, steps):
    global now
    os.environ.update(environment)
    scope = {"__name__": "snippet"}
    exec(compile(code, "snippet.py", "exec"), scope)
    app = scope.get("app")
    if app is None:
        return []
    app.logger.disabled = True
    client = app.test_client(use_cookies=False)
    jars = {}
    answers = []
    for step in steps:
        now = step.get("atSeconds", 1700000000)
        jar = jars.setdefault(step.get("browser", ""), {})
        sent = step.get("cookie", "; ".join(f"{name}={value}" for name, value in jar.items()))
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always", UserWarning)
            response = client.open(
                step["path"],
                method=step.get("method", "GET"),
                data=step.get("form"),
                headers={"Cookie": sent} if sent else {},
            )
        lines = response.headers.getlist("Set-Cookie")
        for line in lines:
            keep(jar, line)
        answers.append(
            {
                "status": response.status_code,
                "body": response.get_data(as_text=True),
                "setCookies": lines,
                "warnings": [str(each.message) for each in warned],
            }
        )
    return answers


def keep(jar, line):
    name, _, value = line.split(";")[0].partition("=")
    if "expires=thu, 01 jan 1970" in line.lower():
        jar.pop(name, None)
    else:
        jar[name] = value


def outcome(each):
    try:
        return {"answers": play(each["code"], each["environment"], each["steps"]), "error": None}
    except Exception:
        return {"answers": [], "error": traceback.format_exc(limit=-1)}


json.dump([outcome(each) for each in json.load(sys.stdin)], sys.stdout)
