// What intake makes of a folder or an archive: the declared files of known exercises, as text, and nothing else.

export interface Submission {
  /** The container's name as the grader was given it: for people, never a path to write to. */
  readonly source: string;
  /** Who handed it in, as the container says (LMS file name, folder name). */
  readonly student: { readonly id: string; readonly name: string };
  /** What `student.json` says, where there is one. Adds, never overrules. */
  readonly declared: { readonly id: string; readonly name: string } | null;
  /** Exercise id -> what was handed in for it. An exercise that is missing was not handed in. */
  readonly exercises: ReadonlyMap<string, HandedIn>;
  /** sha256 over paths and contents of all that was taken in, hex. */
  readonly contentHash: string;
  /** ISO 8601, or null where the container doesn't say. */
  readonly receivedAt: string | null;
  /** What was left out and why, in our words: for the instructor. */
  readonly findings: readonly string[];
}

export interface HandedIn {
  /** Path inside the exercise -> text. Only files that exercise.json declares. */
  readonly files: ReadonlyMap<string, string>;
  /** Why a declared file could not be taken (too large, not UTF-8, a link): our sentences. */
  readonly problems: readonly string[];
}

/** A container from which no submission can be made (not a zip, a bomb, a link where a folder should be). */
export interface NotASubmission {
  readonly source: string;
  readonly student: { readonly id: string; readonly name: string };
  /** What is wrong with it and what to do next. */
  readonly reason: string;
}
