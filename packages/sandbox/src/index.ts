export type { Box, BoxOptions, EndedBecause, Level, Limits } from './box';
export { openBox } from './open-box';
export type { Program, ProgramOptions, ProgramRequest, ProgramResponse, ProgramSource, RelayedFetch } from './program';
export { ProgramFault, ProgramThrew } from './program-fault';
export { type ChosenLevel, LevelRefused, requireLevel, strongestLevel } from './probe/choose-level';
export { type Finding, probeLevel } from './probe/probe-level';
export { endOnSignals, signalsThatHaveCome } from './trusted/end-on-signals';
export { ignoreInspectorSignal } from './trusted/inspector-signal';
export { type ForegroundCommand, startInBackground, startInForeground, startWorker, type TrustedWorker } from './trusted/worker';
