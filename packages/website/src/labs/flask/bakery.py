"""The bakery in Flask: answers one request, told as JSON in the first argument, and prints the answer as JSON."""

import json
import sys
from importlib.metadata import version

import flask

told = json.loads(sys.argv[1])
app = flask.Flask(__name__)
app.secret_key = told["secretKey"]


@app.post("/visit")
def visit():
    before = dict(flask.session)
    flask.session["customer"] = before.get("customer", "nobody")
    flask.session["visits"] = before.get("visits", 0) + 1
    flask.session["written_by"] = "Flask"
    return flask.jsonify(before)


# Without use_cookies=False the test client drops a Cookie header that it didn't write itself.
client = app.test_client(use_cookies=False)
answer = client.post("/visit", headers={"Cookie": told["cookie"]} if told["cookie"] else {})
print(
    json.dumps(
        {
            "version": version("flask"),
            "saw": answer.get_json(),
            "setCookie": answer.headers.getlist("Set-Cookie"),
        }
    )
)
