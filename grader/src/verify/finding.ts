// What `verify` found wrong with an exercise, and what mends it.

export interface Finding {
  readonly exerciseId: string;
  readonly problem: string;
  readonly repair: string;
}
