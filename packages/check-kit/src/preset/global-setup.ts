// Once a Jest run: probe the sandbox, and say in one line when it is weaker than it could be.

import { strongestLevel } from '@cookie-lessons/sandbox';

import { levelVariable } from './boxes';

export default async function setUp(): Promise<void> {
  const { level, refused } = await strongestLevel();
  process.env[levelVariable] = level;
  const [first] = refused;
  if (!first) return;
  if (process.env.COOKIE_LESSONS_TOLERATE_NO_SKIP === '1')
    throw new Error(`Level ${first.level} does not hold: ${first.cause}\n${first.whatToDo}`);
  console.error(`Programs run at level ${level}; level ${first.level} does not hold here. ${first.whatToDo}`);
}
