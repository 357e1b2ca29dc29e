// What a terminal showed, with its colours, as an SVG.

const cell = { width: 8.4, height: 18 };
const margin = 20;
const colours = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 34: '#79c0ff', 35: '#d2a8ff', 36: '#76e3ea', 90: '#8b949e' };

/** @param ansi lines with SGR sequences; links (OSC 8) are left out. @param columns of the terminal. */
export function drawTerminal(ansi, columns) {
  const lines = ansi
    .replace(/\u001b\]8;[^\u001b\u0007]*(?:\u001b\\|\u0007)/g, '')
    .split('\n')
    .map((line) => line.slice(0, 1_000));
  const width = columns * cell.width + 2 * margin;
  const height = lines.length * cell.height + 2 * margin + 20;
  const pen = { fill: null, bold: false };
  const rows = lines.map(
    (line, row) => `<text x="${margin}" y="${margin + 30 + row * cell.height}" xml:space="preserve">${spans(line, pen)}</text>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14">
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g fill="#30363d"><circle cx="20" cy="16" r="5"/><circle cx="38" cy="16" r="5"/><circle cx="56" cy="16" r="5"/></g>
<g fill="#e6edf3">
${rows.join('\n')}
</g>
</svg>
`;
}

/** One line as tspans. @param pen colours last from one line to the next. */
function spans(line, pen) {
  let drawn = '';
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    const codes = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
    if (codes !== undefined) for (const code of codes.split(';')) dip(pen, code);
    else if (part !== '')
      drawn += `<tspan${pen.fill ? ` fill="${pen.fill}"` : ''}${pen.bold ? ' font-weight="bold"' : ''}>${escapeXml(part)}</tspan>`;
  }
  return drawn;
}

/** Only the few codes that our commands print are known. */
function dip(pen, code) {
  if (code === '' || code === '0') Object.assign(pen, { fill: null, bold: false });
  else if (code === '39') pen.fill = null;
  else if (code === '1') pen.bold = true;
  else if (code === '22') Object.assign(pen, { fill: null, bold: false });
  else if (code === '2') pen.fill = colours[90];
  else pen.fill = colours[code] ?? pen.fill;
}

function escapeXml(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
