// What a measured speed means: how long it takes to try every key of a kind.

import { html, type Html } from '../../html';

const kinds: readonly { readonly label: string; readonly keys: number }[] = [
  { label: 'our list of 500 words', keys: 500 },
  { label: 'a list of a million known keys', keys: 1e6 },
  { label: '8 small letters, drawn at random', keys: 26 ** 8 },
  { label: '32 random bytes', keys: 2 ** 256 },
];

export function howLong(guessesPerSecond: number): Html {
  return html`<p>
      Measured just now, on this computer, in one thread:
      <strong data-speed>${guessesPerSecond.toLocaleString('en')} guesses a second</strong>.
    </p>
    <table>
      <thead>
        <tr>
          <th scope="col">To try all of</th>
          <th scope="col">takes at this speed</th>
        </tr>
      </thead>
      <tbody>
        ${kinds.map(
          ({ label, keys }) =>
            html`<tr>
              <th scope="row">${label}</th>
              <td>${duration(keys / guessesPerSecond)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p>A thousand times the machines takes three zeros off the last line. It has more than sixty.</p>`;
}

/** @returns two figures at most, since nobody measures better than that. */
export function duration(seconds: number): string {
  const year = 365.25 * 24 * 3600;
  const units: readonly (readonly [string, number])[] = [['years', year], ['days', 24 * 3600], ['hours', 3600], ['minutes', 60], ['seconds', 1]]; // prettier-ignore
  if (seconds < 1) return 'less than a second';
  if (seconds >= 1e6 * year) {
    const exponent = Math.floor(Math.log10(seconds / year));
    return `10${superscript(exponent)} years; the universe is 10${superscript(10)} years old`;
  }
  const [name, length] = units.find(([, candidate]) => seconds >= candidate) ?? ['seconds', 1];
  return `${Number((seconds / length).toPrecision(2)).toLocaleString('en')} ${name}`;
}

function superscript(exponent: number): string {
  return [...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'.charAt(Number(digit))).join('');
}
