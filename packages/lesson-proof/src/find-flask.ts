// The real Flask, where this machine has one.

import { spawnSync } from 'node:child_process';

export type FlaskFinding =
  | { readonly found: true; readonly python: string; readonly version: string }
  | { readonly found: false; readonly whatToDo: string };

type Version = readonly [number, number, number];

/** The first Python with Flask: what FLASK_PYTHON names, the one on the path, the system's. @param atLeast an older one doesn't do. */
export function findFlask(atLeast: Version = [0, 0, 0]): FlaskFinding {
  for (const python of [process.env.FLASK_PYTHON, 'python3', '/usr/bin/python3']) {
    const version = python === undefined ? null : flaskOf(python);
    if (python !== undefined && version !== null && isAtLeast(version, atLeast)) return { found: true, python, version };
  }
  const wanted = atLeast[0] === 0 ? 'Flask' : `Flask ${atLeast.join('.')} or later`;
  return {
    found: false,
    whatToDo: `No Python with ${wanted} was found. Install one (Debian and Ubuntu: apt install python3-flask; elsewhere: pip install flask), or name it in FLASK_PYTHON.`,
  };
}

function flaskOf(python: string): string | null {
  const program = 'import flask; from importlib.metadata import version; print(version("flask"))';
  const asked = spawnSync(python, ['-c', program], { encoding: 'utf8', timeout: 20_000 });
  return asked.status === 0 ? asked.stdout.trim() : null;
}

function isAtLeast(version: string, least: Version): boolean {
  const parts = version.split('.').map(Number);
  const differing = least.findIndex((part, index) => (parts[index] ?? 0) !== part);
  return differing === -1 || (parts[differing] ?? 0) > (least[differing] ?? 0);
}
