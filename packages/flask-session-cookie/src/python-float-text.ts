// A float as Python's json module writes it: repr(), and the three words JSON has not.

/**
 * The text of a float as `json.dumps` writes it: `1.0`, `1e-05`, `1e+16`, `NaN`.
 *
 * Both languages print the shortest digits that read back as the same number; they differ in when they use an exponent.
 *
 * @see CPython `float.__repr__`: an exponent below 1e-4 and from 1e16 on, of at least two digits.
 */
export function pythonFloatText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  if (!Number.isFinite(value)) return `${sign}Infinity`;
  const [mantissa = '0', exponentText = '0'] = Math.abs(value).toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent < -4 || exponent >= 16) return sign + mantissa + exponentPart(exponent);
  return sign + withoutExponent(mantissa.replace('.', ''), exponent);
}

function exponentPart(exponent: number): string {
  return `e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** @param digits all significant digits; the point belongs after the first, times 10^exponent. */
function withoutExponent(digits: string, exponent: number): string {
  if (exponent < 0) return `0.${'0'.repeat(-exponent - 1)}${digits}`;
  const whole = digits.slice(0, exponent + 1).padEnd(exponent + 1, '0');
  return `${whole}.${digits.slice(exponent + 1) || '0'}`;
}
