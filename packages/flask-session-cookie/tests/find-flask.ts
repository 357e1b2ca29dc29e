// A Python that has Flask. FLASK_PYTHON names one to try first, e.g. of a virtual environment with another version of Flask.

import { spawnSync } from 'node:child_process';

export interface FlaskPython {
  readonly python: string;
  /** e.g. `[2, 2]` */
  readonly version: readonly [number, number];
}

export const howToInstall = "install Debian's python3-flask (apt-get install python3-flask)";

const probe = `
import flask, werkzeug
try:
    from importlib.metadata import version
    print(version("flask"))
except ImportError:
    print(flask.__version__)
`;

/** @returns undefined if no Python here can import flask. */
export function findFlask(): FlaskPython | undefined {
  const candidates = [process.env.FLASK_PYTHON, '/usr/bin/python3', 'python3'].filter((python) => python !== undefined);
  for (const python of candidates) {
    const { status, stdout } = spawnSync(python, ['-c', probe], { encoding: 'utf8', timeout: 20_000 });
    const [, major, minor] = /^(\d+)\.(\d+)/.exec(stdout ?? '') ?? [];
    if (status === 0 && major !== undefined) return { python, version: [Number(major), Number(minor)] };
  }
  return undefined;
}
