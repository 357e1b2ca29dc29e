"""What the tests of the lesson text ask the real Flask, apart from the snippets of the text."""

import datetime
import json
import os
import uuid

from flask import Flask, make_response, request, session
from markupsafe import Markup

app = Flask(__name__)
app.secret_key = os.environ["SESSION_KEY"] or None
app.config["SESSION_COOKIE_NAME"] = os.environ.get("SESSION_NAME", "session")


@app.errorhandler(Exception)
def say_which(error):
    return type(error).__name__, 500


@app.route("/set")
def set_values():
    session.update(json.loads(request.args["json"]))
    return "set"


@app.route("/read")
def read_values():
    return dict(session)


@app.route("/missing")
def read_missing():
    return session["zip"]


@app.route("/tags")
def set_tags():
    session["tuple"] = (1, "two")
    session["bytes"] = b"\x00\xffc"
    session["date"] = datetime.datetime(2024, 2, 29, 12, 30, 45)
    session["uuid"] = uuid.UUID("12345678123456781234567812345678")
    session["markup"] = Markup("<b>hi</b>")
    session["like a tag"] = {" t": "x"}
    session["umlaut"] = "\u00fc"
    return "set"


@app.route("/clear")
def clear_values():
    session.clear()
    return "cleared"


@app.route("/nothing")
def nothing():
    return "nothing"


@app.route("/permanent")
def make_permanent():
    session.permanent = True
    return "permanent"


@app.route("/plain")
def set_plain():
    response = make_response("set")
    response.set_cookie("fav_cookie", "chocolate chip")
    response.set_cookie("odd", "a;b")
    response.set_cookie("minute", "1", max_age=60)
    response.set_cookie("hidden", "1", httponly=True, samesite="Lax")
    return response


@app.route("/cookies")
def read_plain():
    return dict(request.cookies)
