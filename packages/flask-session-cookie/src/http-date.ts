// Dates as HTTP writes them: in `Expires`, and as the text of a tagged datetime.

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const shape = /^(?:[A-Za-z]{3}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC|([+-])(\d\d)(\d\d))$/;

/** `Thu, 29 Feb 2024 12:30:45 GMT`; fractions of a second are cut off, as Flask does. */
export function writeHttpDate(date: Date): string {
  return date.toUTCString();
}

/**
 * Reads what Flask writes (and the same with an offset from UTC).
 * @returns null for anything else, as werkzeug's `parse_date` does; it knows a few more of the mail formats.
 */
export function readHttpDate(text: string): Date | null {
  const found = shape.exec(text);
  if (found === null) return null;
  const [, day = '', monthName = '', year = '', hour = '', minute = '', second = '', sign = '+', offsetHours, offsetMinutes] =
    found;
  const month = months.indexOf(monthName);
  const date = new Date(0);
  date.setUTCFullYear(Number(year), month, Number(day));
  const real = month >= 0 && date.getUTCMonth() === month && Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60;
  if (!real) return null;
  const offset = Number(`${sign}1`) * (Number(offsetHours ?? 0) * 60 + Number(offsetMinutes ?? 0));
  date.setUTCHours(Number(hour), Number(minute) - offset, Number(second));
  return date;
}
