// Which numbers of a decoded session were floats like 1.0, so that a session passing through Node gives Python back what it wrote.
// JavaScript has one kind of number: 1.0 is read as 1, and the memory of the ".0" is kept beside its container.

const wholeFloats = new WeakMap<object, Map<string, number>>();

/** Remembers that `container[key]` was written as a float although its value is whole. */
export function rememberWholeFloat(container: object, key: string, value: number): void {
  const known = wholeFloats.get(container) ?? new Map<string, number>();
  wholeFloats.set(container, known.set(key, value));
}

/** True while `container[key]` is still the number that was read as a float. */
export function wasWholeFloat(container: object, key: string, value: number): boolean {
  return wholeFloats.get(container)?.get(key) === value;
}

/** For a list that becomes a tuple: the same items in another container. */
export function moveWholeFloats(from: object, to: object): void {
  const known = wholeFloats.get(from);
  if (known !== undefined) wholeFloats.set(to, known);
}
