// What Flask keeps as attributes of the session (session.permanent, session.modified), apart from its values.

import type { FlaskDict } from './flask-value';

/**
 * A session's attributes. They are kept apart from the values because `req.session.permanent` would be a value named
 * "permanent", as `session['permanent']` is in Flask.
 */
export class SessionState {
  /**
   * True once a value was set or deleted. Set it yourself after changing something inside a value, which is not noticed:
   * `req.session.cart.push('milk')`.
   */
  modified = false;
  /** True once the session was asked for; then the response says `Vary: Cookie`. */
  accessed = false;
  /** Always false, as in Flask: a session that lives in a cookie can't tell new from empty. */
  readonly new = false;

  /**
   * @param view         the session as the application sees it: what is set there is noticed.
   * @param beforeChange throws if changes are not possible.
   */
  constructor(
    private readonly view: FlaskDict,
    private readonly beforeChange: () => void,
  ) {}

  /**
   * True if the cookie outlives the browser's closing: it gets an `Expires`, and (with `sessionRefreshEachRequest`) is sent
   * anew with every response. Stored in the session itself, as `_permanent`.
   */
  get permanent(): boolean {
    this.accessed = true;
    return Boolean(this.view._permanent);
  }

  set permanent(permanent: boolean) {
    this.accessed = true;
    this.view._permanent = permanent;
  }

  /**
   * Takes all values out; the response then deletes the cookie.
   *
   * Attack: a copy of the cookie made before goes on working until it is too old. Deleting is not revoking.
   */
  clear(): void {
    this.beforeChange();
    this.accessed = true;
    for (const name of Object.keys(this.view)) delete this.view[name];
    this.modified = true;
  }
}
