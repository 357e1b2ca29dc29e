// Which level to run at: the strongest that probes, or the one that was asked for, and never another in silence.

import type { Level } from '../box';
import { type Finding, probeLevel } from './probe-level';

const strongestFirst: readonly Level[] = ['bwrap', 'landlock', 'process'];
const findings = new Map<Level, Promise<Finding>>();

/** A level that was demanded does not hold here. The message says why and what to do. */
export class LevelRefused extends Error {
  override readonly name = 'LevelRefused';
  constructor(readonly finding: Finding & { holds: false }) {
    super(`The sandbox does not hold at level ${finding.level}: ${finding.cause}\n${finding.whatToDo}`);
  }
}

export interface ChosenLevel {
  readonly level: Level;
  /** Why each stronger level was not chosen. */
  readonly refused: readonly (Finding & { holds: false })[];
}

/** Each level is probed once a process. */
export async function strongestLevel(): Promise<ChosenLevel> {
  const refused: (Finding & { holds: false })[] = [];
  for (const level of strongestFirst) {
    const finding = await probeOnce(level);
    if (finding.holds) return { level, refused };
    refused.push(finding);
  }
  throw new Error(
    `No sandbox holds here.\n${refused.map(({ level, cause, whatToDo }) => `${level}: ${cause}\n  ${whatToDo}`).join('\n')}`,
  );
}

/** @throws LevelRefused */
export async function requireLevel(level: Level): Promise<void> {
  const finding = await probeOnce(level);
  if (!finding.holds) throw new LevelRefused(finding);
}

function probeOnce(level: Level): Promise<Finding> {
  const known = findings.get(level) ?? probeLevel(level);
  findings.set(level, known);
  return known;
}
