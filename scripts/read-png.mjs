// The pixels of a screenshot, as Chromium writes it: 8-bit RGB or RGBA, not interlaced.

import { inflateSync } from 'node:zlib';

/** @returns one number a pixel, 0xRRGGBB; what shines through is dropped. @see https://www.w3.org/TR/png-3/#9Filters */
export function readPng(png) {
  const { width, height, bytesPerPixel, data } = partsOf(png);
  const rowLength = width * bytesPerPixel;
  const bytes = Buffer.alloc(height * rowLength);
  for (let y = 0; y < height; y++) {
    const filter = data[y * (rowLength + 1)];
    for (let i = 0; i < rowLength; i++) {
      const at = y * rowLength + i;
      const left = i < bytesPerPixel ? 0 : bytes[at - bytesPerPixel];
      const above = y === 0 ? 0 : bytes[at - rowLength];
      const corner = y === 0 || i < bytesPerPixel ? 0 : bytes[at - rowLength - bytesPerPixel];
      bytes[at] = data[y * (rowLength + 1) + 1 + i] + predicted(filter, { left, above, corner });
    }
  }
  const colours = Array.from({ length: width * height }, (_, pixel) => bytes.readUIntBE(pixel * bytesPerPixel, 3));
  return { width, height, colours };
}

function partsOf(png) {
  const parts = [];
  let header = png;
  for (let at = 8; at < png.length;) {
    const [length, name] = [png.readUInt32BE(at), png.toString('latin1', at + 4, at + 8)];
    const part = png.subarray(at + 8, at + 8 + length);
    if (name === 'IHDR') header = part;
    if (name === 'IDAT') parts.push(part);
    at += length + 12;
  }
  const bytesPerPixel = header[9] === 6 ? 4 : 3;
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    bytesPerPixel,
    data: inflateSync(Buffer.concat(parts)),
  };
}

function predicted(filter, { left, above, corner }) {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const guess = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((value) => Math.abs(guess - value));
  if (toLeft <= toAbove && toLeft <= toCorner) return left;
  return toAbove <= toCorner ? above : corner;
}
