// A seccomp filter assembled as classic BPF: a deny-list for a Node process that must not start others, dial, or touch the kernel.
// @see seccomp(2), Linux include/uapi/asm*/unistd*.h for the numbers. Level bwrap hands it to bubblewrap's --seccomp;
// level landlock installs its own, stricter one (landlock.py).

interface SystemCalls {
  readonly auditArch: number;
  /** x86-64 also takes calls of the x32 ABI, numbered from 0x40000000. */
  readonly hasX32: boolean;
  readonly clone: number;
  readonly socket: number;
  /** Answered with EPERM. */
  readonly denied: readonly number[];
  /** Answered with ENOSYS, so that libc and libuv take their fallback. */
  readonly absent: readonly number[];
}

// fork vfork ptrace process_vm_* kcmp pidfd_* unshare setns mount* umount2 pivot_root chroot open_tree … fspick mount_setattr bpf
// perf_event_open userfaultfd keyctl add_key request_key shm* msg* sem* mq_open *_module kexec_* reboot swap* acct syslog quotactl*
// iopl ioperm set*time *adjtimex set*name *_handle_at … vmsplice move_pages migrate_pages *mempolicy memfd_secret
const x64: SystemCalls = {
  auditArch: 0xc000003e,
  hasX32: true,
  clone: 56,
  socket: 41,
  denied: [
    57, 58, 101, 310, 311, 312, 438, 424, 434, 272, 308, 165, 166, 155, 161, 428, 429, 430, 431, 432, 433, 442, 321, 298, 323,
    250, 248, 249, 29, 30, 31, 67, 68, 69, 70, 71, 64, 65, 66, 220, 240, 175, 313, 176, 246, 320, 169, 167, 168, 163, 103, 179,
    443, 172, 173, 164, 227, 159, 305, 170, 171, 304, 303, 212, 134, 136, 139, 156, 180, 153, 135, 154, 300, 278, 279, 256, 237,
    238, 239, 447,
  ],
  absent: [425, 426, 427, 319, 435],
};

const arm64: SystemCalls = {
  auditArch: 0xc00000b7,
  hasX32: false,
  clone: 220,
  socket: 198,
  denied: [
    117, 270, 271, 272, 438, 424, 434, 97, 268, 40, 39, 41, 51, 428, 429, 430, 431, 432, 433, 442, 280, 241, 282, 219, 217, 218,
    194, 195, 196, 197, 186, 187, 188, 189, 190, 191, 192, 193, 180, 105, 273, 106, 104, 294, 142, 224, 225, 89, 116, 60, 443,
    170, 112, 171, 266, 161, 162, 265, 264, 18, 92, 262, 75, 239, 238, 235, 237, 236, 447,
  ],
  absent: [425, 426, 427, 279, 435],
};

const allow = 0x7fff0000;
const killProcess = 0x80000000;
const fail = (errno: number): number => 0x00050000 | errno;
const eperm = 1;
const enosys = 38;
const eafnosupport = 97;
const cloneThread = 0x10000;
const families = { unix: 1, inet: 2, inet6: 10 };

/** @returns the program, 8 bytes an instruction, or null for a processor without a table here. */
export function seccompFilter(arch: string = process.arch): Buffer | null {
  const calls = arch === 'x64' ? x64 : arch === 'arm64' ? arm64 : null;
  if (!calls) return null;
  const program: [code: number, jumpTrue: number, jumpFalse: number, value: number][] = [];
  const load = (offset: number): unknown => program.push([0x20, 0, 0, offset]);
  const give = (value: number): unknown => program.push([0x06, 0, 0, value]);
  const unlessEqual = (value: number, skip: number): unknown => program.push([0x15, 0, skip, value]);

  load(4);
  program.push([0x15, 1, 0, calls.auditArch]);
  give(killProcess);
  load(0);
  if (calls.hasX32) {
    program.push([0x35, 0, 1, 0x40000000]);
    give(killProcess);
  }
  for (const call of calls.denied) {
    unlessEqual(call, 1);
    give(fail(eperm));
  }
  for (const call of calls.absent) {
    unlessEqual(call, 1);
    give(fail(enosys));
  }
  // clone: threads only, so that no process can be started.
  unlessEqual(calls.clone, 4);
  load(16);
  program.push([0x45, 0, 1, cloneThread]);
  give(allow);
  give(fail(eperm));
  // socket: no netlink, packet, vsock … (there is no network device behind the others either).
  unlessEqual(calls.socket, 6);
  load(16);
  program.push([0x15, 3, 0, families.unix]);
  program.push([0x15, 2, 0, families.inet]);
  program.push([0x15, 1, 0, families.inet6]);
  give(fail(eafnosupport));
  give(allow);
  give(allow);
  return assemble(program);
}

function assemble(program: readonly (readonly [number, number, number, number])[]): Buffer {
  const bytes = Buffer.alloc(program.length * 8);
  program.forEach(([code, jumpTrue, jumpFalse, value], index) => {
    bytes.writeUInt16LE(code, index * 8);
    bytes.writeUInt8(jumpTrue, index * 8 + 2);
    bytes.writeUInt8(jumpFalse, index * 8 + 3);
    bytes.writeUInt32LE(value >>> 0, index * 8 + 4);
  });
  return bytes;
}
