const kept: unknown[] = [];
export default () => {
  for (;;) kept.push(new Array(2e7).fill(kept.length));
};
