"""Flask apps for the live test, one for each JSON object of settings on the command line.

Prints one JSON line with their ports, then serves until its standard input is closed.
"""

import datetime
import json
import logging
import sys
import threading
import uuid

import flask
from markupsafe import Markup
from werkzeug.serving import make_server

STORED = {
    "text": "José 😀 \x7f",
    "int": 1,
    "big": 2**64,
    "float": 1.0,
    "small": 0.00001,
    "none": None,
    "list": [True, [2.0]],
    "dict": {"a": {" t": "not a tuple"}, "z": 1},
    "tuple": (1, ("two",)),
    "bytes": b"\x00\xff",
    "markup": Markup("<b>hi</b>"),
    "uuid": uuid.UUID("12345678-1234-5678-1234-567812345678"),
    "when": datetime.datetime(2024, 2, 29, 12, 30, 45, tzinfo=datetime.timezone.utc),
}


def make_app(settings):
    app = flask.Flask(__name__)
    app.config.update(settings)
    if "LIFETIME_SECONDS" in settings:
        app.permanent_session_lifetime = datetime.timedelta(seconds=settings["LIFETIME_SECONDS"])

    @app.route("/login/<user>")
    def login(user):
        flask.session["user"] = user
        return "in"

    @app.route("/stay/<user>")
    def stay(user):
        flask.session.permanent = True
        return login(user)

    @app.route("/me")
    def me():
        return flask.session.get("user", "anonymous")

    @app.route("/visit")
    def visit():
        flask.session["visits"] = flask.session.get("visits", 0) + 1
        return str(flask.session["visits"])

    @app.route("/logout")
    def logout():
        flask.session.clear()
        return "out"

    @app.route("/store")
    def store():
        flask.session.update(STORED)
        return "stored"

    @app.route("/changes")
    def changes():
        """Which of the stored values came back as something else: [name, what was stored, what came]."""
        came = {name: flask.session.get(name) for name in STORED}
        differing = [[name, repr(STORED[name]), repr(came[name])] for name in STORED if repr(STORED[name]) != repr(came[name])]
        return json.dumps(differing)

    @app.route("/flash")
    def flash():
        flask.flash("Added to cart", "info")
        return "flashed"

    @app.route("/flashes")
    def flashes():
        return json.dumps(flask.get_flashed_messages(with_categories=True))

    return app


def main():
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    servers = [make_server("127.0.0.1", 0, make_app(json.loads(settings))) for settings in sys.argv[1:]]
    for server in servers:
        threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps([server.server_port for server in servers]), flush=True)
    sys.stdin.read()


main()
