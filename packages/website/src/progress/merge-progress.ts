// Two progress files become one: of each exercise, what was checked later stands.

export interface SiteNotedExercise {
  /** ISO 8601. */
  readonly checkedAt: string;
}

export type NotedByExercise<Noted extends SiteNotedExercise> = Readonly<Record<string, Noted>>;

export interface MergedProgress<Noted extends SiteNotedExercise> {
  readonly exercises: NotedByExercise<Noted>;
  /** Ids that had nothing noted here. */
  readonly added: readonly string[];
  /** Ids whose note here is older, and is replaced. */
  readonly replaced: readonly string[];
  /** Ids whose note here is as new or newer, and stays. */
  readonly kept: readonly string[];
}

/** @param known ids of the course; what else was brought is left out. */
export function mergeProgress<Noted extends SiteNotedExercise>(
  here: NotedByExercise<Noted>,
  brought: NotedByExercise<Noted>,
  known: ReadonlySet<string>,
): MergedProgress<Noted> {
  const ids = Object.keys(brought).filter((id) => known.has(id));
  const isThere = (id: string): boolean => Object.hasOwn(here, id);
  const isNewer = (id: string): boolean => Date.parse(brought[id]?.checkedAt ?? '') > Date.parse(here[id]?.checkedAt ?? '');
  const added = ids.filter((id) => !isThere(id));
  const replaced = ids.filter((id) => isThere(id) && isNewer(id));
  const kept = ids.filter((id) => isThere(id) && !isNewer(id));
  const taken = [...added, ...replaced].map((id) => [id, brought[id] as Noted] as const);
  return { exercises: { ...here, ...Object.fromEntries(taken) }, added, replaced, kept };
}
