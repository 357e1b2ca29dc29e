// Your exercises against the visible checks. `npm run check` shows more; this is what `npm test` runs.
module.exports = {
  preset: '@cookie-lessons/check-kit',
  roots: ['<rootDir>/../packages'],
  testMatch: ['**/exercises/*/visible.test.ts'],
  globals: { cookieLessonsSubmission: 'exercises' },
};
