module.exports = {
  testMatch: ['<rootDir>/{src,tests}/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/fixtures/'],
  setupFiles: ['<rootDir>/tests/without-colours.cjs'],
  transform: { '\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' } }] },
  testTimeout: 120_000,
};
