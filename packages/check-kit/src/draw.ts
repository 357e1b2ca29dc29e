// Everything random in a check: HMAC-SHA256 of the run's seed over check id and label, never one stream.

/** Each call needs a label, unique within the check; the same seed, check and label always give the same value. */
export interface Draw {
  /** Whole number, both ends included. */
  integer(label: string, min: number, max: number): number;
  pick<T>(label: string, from: readonly T[]): T;
  shuffle<T>(label: string, from: readonly T[]): T[];
  boolean(label: string): boolean;
  /** Lower-case letters a-z without meaning, e.g. `quzalom`; 7 unless told. */
  word(label: string, length?: number): string;
  /** A first name from a list of many. */
  name(label: string): string;
  /** Hexadecimal digits, two for each byte. */
  hex(label: string, bytes: number): string;
  /** An amount in cents, both ends included. */
  cents(label: string, min: number, max: number): number;
}
