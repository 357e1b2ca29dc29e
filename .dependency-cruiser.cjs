// Who may import whom. Anything not drawn in ARCHITECTURE.md is forbidden; each rule says why.

const ours = '^(packages|grader|exercises|solutions)/';

/** One rule: `from` may import, of ours, only itself and `to`. */
const only = (name, comment, from, to, extra = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, ...extra },
  to: { path: ours, pathNot: [from, ...to] },
});

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      comment: 'Two files that need each other are one idea in two places.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only(
      'sandbox-stands-alone',
      'The sandbox is usable without the rest and knows nothing of lessons.',
      '^packages/sandbox/',
      [],
    ),
    only(
      'contract-takes-words-only',
      "The contract uses the sandbox's words (types), nothing else of ours.",
      '^packages/lesson-contract/',
      ['^packages/sandbox/src/'],
    ),
    {
      name: 'contract-takes-types-only',
      comment: 'lesson-contract runs nothing: from the sandbox it takes types.',
      severity: 'error',
      from: { path: '^packages/lesson-contract/src/' },
      to: { path: '^packages/sandbox/', dependencyTypesNot: ['type-only'] },
    },
    only(
      'check-kit',
      'check-kit stands on the sandbox and the contract; it never knows the grader or a lesson.',
      '^packages/check-kit/',
      ['^packages/(sandbox|lesson-contract)/'],
    ),
    only(
      'lessons-are-checked-with-check-kit',
      'A lesson never imports the grader, another lesson, or the sandbox itself.',
      '^packages/(plain-cookies|sessions|secret-keys|understanding-checks)/',
      ['^packages/(check-kit|flask-session-cookie|question-bank|lesson-proof)/'],
    ),
    only(
      'labs-stand-alone',
      'A lab runs in a box and on the site: nothing of ours but its neighbours, and what could be published as it is.',
      '^packages/[a-z-]+/labs/',
      ['^packages/flask-session-cookie/'],
    ),
    only('lesson-proof', 'It runs our own text and apps; it knows no lesson.', '^packages/lesson-proof/', [
      '^packages/lesson-contract/',
    ]),
    only('question-bank', 'Questions are drawn and graded without knowing who asks them.', '^packages/question-bank/', [
      '^packages/lesson-contract/',
    ]),
    only('flask-session-cookie-stands-alone', 'It could be published as it is.', '^packages/flask-session-cookie/', []),
    only(
      'grader-reads-lessons-as-data',
      'The grader hands test files to its runner; it never imports a lesson or check-kit.',
      '^grader/',
      ['^packages/(sandbox|lesson-contract|question-bank|website)/'],
    ),
    only(
      'website',
      'The site shows lessons and never imports the grader: what it needs of it is handed in.',
      '^packages/website/',
      ['^packages/(lesson-contract|question-bank|flask-session-cookie)/', '^packages/[a-z-]+/labs/'],
    ),
    {
      name: 'the-site-is-opened-at-a-door',
      comment: 'Only what npm start runs knows the site; grading works without it.',
      severity: 'error',
      from: { path: ours, pathNot: '^(packages/website/|grader/src/doors/|grader/tests/)' },
      to: { path: '^packages/website/' },
    },
    only('students-code-uses-no-package-of-ours', 'What a student hands in runs anywhere.', '^(exercises|solutions)/[a-z-]+/', [
      '^packages/flask-session-cookie/',
    ]),
    only('grader-intake', 'intake is the first room: it knows the course, nobody else.', '^grader/src/intake/', [
      '^grader/src/course/',
      '^packages/lesson-contract/',
    ]),
    only('grader-run-checks', 'run-checks takes what intake made.', '^grader/src/run-checks/', [
      '^grader/src/(intake|course)/',
      '^grader/register-typescript',
      '^packages/(sandbox|lesson-contract)/',
    ]),
    only(
      'grader-diagnose',
      'A diagnosis is made from what a run has seen, not by asking the program anew.',
      '^grader/src/diagnose/',
      ['^grader/src/(run-checks|course)/', '^packages/lesson-contract/'],
    ),
    only('grader-score', 'Scoring is arithmetic over runs.', '^grader/src/score/', [
      '^grader/src/(intake|run-checks|course)/',
      '^packages/lesson-contract/',
    ]),
    only('grader-report', 'Every report is rendered from report v1.', '^grader/src/report/', [
      '^grader/src/(score)/',
      '^packages/lesson-contract/',
    ]),
    {
      name: 'score-is-pure',
      comment: 'Points come from arithmetic alone.',
      severity: 'error',
      from: { path: '^grader/src/score/', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'nobody-imports-a-door',
      comment: 'Doors talk to people; nothing stands on them.',
      severity: 'error',
      from: { path: '^grader/src/', pathNot: '^grader/src/doors/' },
      to: { path: '^grader/src/doors/' },
    },
    {
      name: 'declared-dependencies-only',
      comment: 'A package that is not in package.json works by accident.',
      severity: 'error',
      from: { pathNot: 'wrong-answers' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/node_modules/|/tests/fixtures/|/tests/submissions/|/tests/mistakes/|/\\.turbo/|/\\.cache/)' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.cjs', '.mjs', '.json'] },
  },
};
