// What check-kit takes of our packages at run time, for the peer alone. The packages themselves would bring zod, esbuild and the
// compiler into every test file of it: no ordinary course pays for those, so it is spared them.

export { checkRunSymbol } from '@cookie-lessons/lesson-contract/src/check-run';
export { createCheckRun } from '@cookie-lessons/lesson-contract/src/create-check-run';
export { createDraw } from '@cookie-lessons/lesson-contract/src/draw';
