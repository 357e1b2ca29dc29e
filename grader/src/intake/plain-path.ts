// Which paths of strangers are taken: short, relative, without tricks.

import { intakeLimits } from './raw-files';

/** @returns why not, or null when the path may be used as a name to look up (it is never written to). */
export function refusedPath(path: string): string | null {
  if (path.length > intakeLimits.pathLength) return 'is too long';
  if (/[\u0000-\u001f\u007f\\]/.test(path)) return 'holds control characters or backslashes';
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return 'is absolute';
  const parts = path.split('/');
  if (parts.length > intakeLimits.depth) return `is deeper than ${intakeLimits.depth} folders`;
  if (parts.some((part) => part === '..' || part === '.' || part === '')) return 'leads out of its folder';
  if (parts.some((part) => part.startsWith('-') || part.includes(':'))) return 'holds a name that is not plain';
  return null;
}

/** Folders that no exercise declares anything in, and that may be large. */
export function isPassedOver(path: string): boolean {
  return path.split('/').some((part) => part === 'node_modules' || part === '__MACOSX' || (part.startsWith('.') && part !== '.'));
}

/** What the course's own commands leave in a workspace: no news to an instructor. */
export function isLeftByTheCourse(path: string): boolean {
  return /^\.(?:progress\.json|kept|turbo)(?:$|[./])/.test(path);
}

/** A path for people, safe to print, in any script: without controls, direction marks and what is not a character at all. */
export function printablePath(path: string): string {
  return [...path.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '?')].slice(0, 120).join('');
}
