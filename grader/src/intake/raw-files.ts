// What a container holds, before anybody asks what of it is wanted: plain paths, bytes read on demand, and what was refused.

/** One regular file of a container. */
export interface RawFile {
  /** Relative, with `/`; already checked by plain-path.ts. */
  readonly path: string;
  /** @throws IntakeProblem when it is larger than a declared file may be. */
  read(): Promise<Buffer> | Buffer;
}

export interface RawFiles {
  readonly files: readonly RawFile[];
  /** What was passed over, in our words. */
  readonly findings: readonly string[];
}

/** Why a container or a file of it can't be taken in. The message is for the instructor. */
export class IntakeProblem extends Error {
  override readonly name = 'IntakeProblem';
}

export const intakeLimits = {
  entries: 2_000,
  fileBytes: 256 * 1024,
  /** All that is unpacked of one archive. */
  totalBytes: 64 * 1024 * 1024,
  depth: 12,
  pathLength: 200,
} as const;
