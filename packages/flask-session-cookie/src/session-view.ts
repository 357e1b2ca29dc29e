// The session as an application sees it: a plain object of values that notices when one is set or deleted.

import type { FlaskDict } from './flask-value';
import { assertStorable } from './write-tagged-json';

/** What is told about changes. */
export interface ChangeListener {
  /** Called before a change; throws if changes are not possible. */
  beforeChange(): void;
  /** Called after a change. */
  afterChange(): void;
}

/**
 * A view on `values`. As in Flask only the session itself is watched, not what is inside its values.
 *
 * A value that a Flask session can't hold is refused where it is set, and not when the response is sent, when the mistake is
 * far away. `undefined` is accepted and left out of the cookie.
 *
 * @param values an object without prototype: a name like `constructor` is absent until somebody stores it.
 */
export function viewOf(values: FlaskDict, listener: ChangeListener): FlaskDict {
  return new Proxy(values, {
    // Assignments and Object.assign arrive here as well.
    defineProperty(target, name, descriptor) {
      if (typeof name === 'symbol' || descriptor.get !== undefined || descriptor.set !== undefined) return false;
      listener.beforeChange();
      const value: unknown = descriptor.value;
      if (value !== undefined) assertStorable(name, value);
      target[name] = value;
      listener.afterChange();
      return true;
    },
    deleteProperty(target, name) {
      listener.beforeChange();
      if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return true;
      delete target[name];
      listener.afterChange();
      return true;
    },
    setPrototypeOf: () => false,
    preventExtensions: () => false,
  });
}
