const kept: Buffer[] = [];
export default () => {
  for (;;) kept.push(Buffer.alloc(1 << 27));
};
