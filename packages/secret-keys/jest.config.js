module.exports = {
  preset: '@cookie-lessons/check-kit',
  testMatch: ['<rootDir>/exercises/*/{visible,hidden}.test.ts', '<rootDir>/*.test.ts'],
};
