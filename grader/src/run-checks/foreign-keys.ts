// Has anything been added to the prototypes that all of a worker's submissions share?

/** A fingerprint; two that differ mean that something was added or taken away. */
export function foreignKeys(): string {
  const watched = [
    Object.prototype,
    Array.prototype,
    Function.prototype,
    String.prototype,
    Promise.prototype,
    Map.prototype,
    JSON,
  ];
  return watched.map((target) => Reflect.ownKeys(target).map(String).join()).join('|');
}
