// A screenshot with few colours: a quarter of its size, and nothing a reader would miss. (A page of text may weigh 100 kB.)

import { crc32, deflateSync } from 'node:zlib';

import { readPng } from './read-png.mjs';

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * @param png 8-bit RGB or RGBA, not interlaced, as Chromium writes it; opaque.
 * @returns the same picture in at most 16 colours, 4 bits a pixel.
 */
export function smallPng(png) {
  const { width, height, colours } = readPng(png);
  const palette = choosePalette(colours);
  const rows = Buffer.alloc(height * (Math.ceil(width / 2) + 1));
  const nearestTo = new Map();
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const colour = colours[y * width + x];
      if (!nearestTo.has(colour)) nearestTo.set(colour, nearest(palette, colour));
      const at = y * (Math.ceil(width / 2) + 1) + 1 + (x >> 1);
      rows[at] |= x % 2 === 0 ? nearestTo.get(colour) << 4 : nearestTo.get(colour);
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 3, 0, 0, 0], 8);
  const inPalette = Buffer.from(palette.flatMap((colour) => parts(colour)));
  const data = deflateSync(rows, { level: 9, memLevel: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('PLTE', inPalette),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Begins with the most frequent colours, then moves each to the middle of those that it stands for. */
function choosePalette(colours) {
  const counts = new Map();
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1);
  let palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, 16).map(([colour]) => colour); // prettier-ignore
  for (let round = 0; round < 12; round++) {
    const sums = palette.map(() => [0, 0, 0, 0]);
    for (const [colour, count] of counts) {
      const sum = sums[nearest(palette, colour)];
      // A rare colour counts, too: the mark of a selected row is small.
      const weight = Math.sqrt(count);
      for (const [index, part] of parts(colour).entries()) sum[index] += part * weight;
      sum[3] += weight;
    }
    palette = palette.map((colour, index) => (sums[index][3] === 0 ? colour : middle(sums[index])));
  }
  return palette;
}

function middle([red, green, blue, weight]) {
  const [r, g, b] = [red, green, blue].map((sum) => Math.round(sum / weight));
  return (r << 16) | (g << 8) | b;
}

function nearest(palette, colour) {
  let best = 0;
  for (const [index, other] of palette.entries()) if (distance(other, colour) < distance(palette[best], colour)) best = index;
  return best;
}

function distance(one, other) {
  const [a, b] = [parts(one), parts(other)];
  return a.reduce((sum, part, index) => sum + (part - b[index]) ** 2, 0);
}

function parts(colour) {
  return [colour >> 16, (colour >> 8) & 255, colour & 255];
}

function chunk(name, data) {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const framed = Buffer.alloc(named.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(named, 4);
  framed.writeUInt32BE(crc32(named), named.length + 4);
  return framed;
}
