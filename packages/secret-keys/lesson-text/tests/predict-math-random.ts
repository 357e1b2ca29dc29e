// Attack: V8's Math.random is xorshift128+, of which only shifts and exclusive-ors reach the results. So each bit of a result is an
// exclusive-or of bits of the state, and a few results are a system of linear equations.

const stateBits = 128;
const bitsOfResult = 52;

/** One bit of the state, as the set of the unknown bits that it is the exclusive-or of. */
type Bit = bigint;
type Word = readonly Bit[]; // 64 bits, the lowest first

interface Equation {
  readonly unknowns: bigint;
  readonly value: bigint;
}

/**
 * What `Math.random()` is going to return next.
 *
 * V8 computes its results in blocks of 64 and hands each block out from its end, so what comes next is what the generator made *before*.
 *
 * @param seen results, in the order in which they were returned; four are enough.
 * @returns    null when the results aren't neighbours in one block.
 */
export function predictNext(seen: readonly number[]): number | null {
  const wanted = Array.from({ length: 64 }, (_, bit) => 1n << BigInt(bit));
  let state: readonly [Word, Word] = [wanted, wanted.map((bit) => bit << 64n)];
  const equations: Equation[] = [];
  for (const result of seen.toReversed()) {
    state = step(state);
    const top = BigInt(Math.floor(result * 2 ** bitsOfResult));
    for (let bit = 0; bit < bitsOfResult; bit++)
      equations.push({ unknowns: state[0][64 - bitsOfResult + bit] ?? 0n, value: (top >> BigInt(bit)) & 1n });
  }
  const solution = solve(equations);
  if (solution === null) return null;
  return Number((solution & ((1n << 64n) - 1n)) >> BigInt(64 - bitsOfResult)) / 2 ** bitsOfResult;
}

function step([state0, state1]: readonly [Word, Word]): readonly [Word, Word] {
  let mixed = exclusiveOr(state0, shiftUp(state0, 23));
  mixed = exclusiveOr(mixed, shiftDown(mixed, 17));
  mixed = exclusiveOr(mixed, state1);
  mixed = exclusiveOr(mixed, shiftDown(state1, 26));
  return [state1, mixed];
}

const exclusiveOr = (a: Word, b: Word): Word => a.map((bit, at) => bit ^ (b[at] ?? 0n));
const shiftUp = (word: Word, by: number): Word => word.map((_, at) => word[at - by] ?? 0n);
const shiftDown = (word: Word, by: number): Word => word.map((_, at) => word[at + by] ?? 0n);

/** Gauss, over one bit. @returns null when the equations contradict each other or leave an unknown open. */
function solve(equations: readonly Equation[]): bigint | null {
  const pivots = new Map<number, Equation>();
  for (let { unknowns, value } of equations) {
    for (const [bit, pivot] of pivots)
      if ((unknowns >> BigInt(bit)) & 1n) {
        unknowns ^= pivot.unknowns;
        value ^= pivot.value;
      }
    if (unknowns === 0n) {
      if (value === 1n) return null;
      continue;
    }
    const found = unknowns.toString(2).length - 1;
    for (const [bit, pivot] of pivots)
      if ((pivot.unknowns >> BigInt(found)) & 1n)
        pivots.set(bit, { unknowns: pivot.unknowns ^ unknowns, value: pivot.value ^ value });
    pivots.set(found, { unknowns, value });
  }
  if (pivots.size < stateBits) return null;
  return [...pivots].reduce((sum, [bit, { value }]) => sum | (value << BigInt(bit)), 0n);
}
