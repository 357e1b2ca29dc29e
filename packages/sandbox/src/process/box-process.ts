// One sandboxed process as the rest of this package sees it, whatever the level.

/** The program that runs inside every box: built once, read-only there. */
export interface HostBundle {
  /** A folder that holds nothing secret; bound read-only as the box's own folder. */
  readonly directory: string;
  /** The file in it that Node starts. */
  readonly script: string;
  /** Single files outside the folder that the host must read (swc's decoded addon), bound read-only under the same path. */
  readonly alsoReadable: readonly string[];
  readonly nodeFlags: readonly string[];
}

export interface BoxProcess {
  /** Where the trusted side reaches the listening socket that is the box's fd 3. */
  readonly socketPath: string;
  /** Resolves once, when the process is gone. */
  readonly ended: Promise<{
    readonly because: 'exited' | 'killed' | 'out-of-memory' | 'out-of-cpu' | 'too-much-output' | 'did-not-start';
  }>;
  /** stdout and stderr since the start or the last `forgetOutput`, capped at `outputBytes`; past it the process is killed. */
  output(): string;
  /** The next program begins with nothing printed: what a chatty one before it has printed never counts against it. */
  forgetOutput(): void;
  /** SIGKILL to everything in it; resolves when gone. Removes the socket and its folder. */
  kill(): Promise<void>;
}
