"""Level landlock: starts a command behind Landlock, seccomp and resource limits, without namespaces or privileges.

usage: landlock.py --parent PID --limit NAME=VALUE ... --read PATH ... [--user ID] -- COMMAND ARGS...

For machines where namespaces are refused (inside containers). Needs Linux 5.13 or later; the Standard Library is enough.
See landlock(7), seccomp(2), prctl(2). Exits with 70 and one line on stderr when a wall can't be built: nothing is started then.
"""
import ctypes
import os
import platform
import resource
import struct
import sys

LIBC = ctypes.CDLL(None, use_errno=True)

PR_SET_PDEATHSIG, PR_SET_SECCOMP, PR_SET_NO_NEW_PRIVS = 1, 22, 38
LANDLOCK_CREATE_RULESET, LANDLOCK_ADD_RULE, LANDLOCK_RESTRICT_SELF = 444, 445, 446
READ_FILE, READ_FOLDER, EXECUTE = 1 << 2, 1 << 3, 1 << 0

# System calls by name: x86-64 and arm64. None where the processor has none.
DENIED = {
    # processes, tracing, other processes' memory and descriptors
    "fork": (57, None), "vfork": (58, None), "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271),
    "kcmp": (312, 272), "pidfd_getfd": (438, 438), "pidfd_open": (434, 434), "pidfd_send_signal": (424, 424),
    "rt_sigqueueinfo": (129, 138), "rt_tgsigqueueinfo": (297, 240), "tkill": (200, 130),
    # namespaces, mounts, the kernel itself
    "unshare": (272, 97), "setns": (308, 268), "mount": (165, 40), "umount2": (166, 39), "pivot_root": (155, 41), "chroot": (161, 51),
    "open_tree": (428, 428), "move_mount": (429, 429), "fsopen": (430, 430), "fsconfig": (431, 431), "fsmount": (432, 432),
    "fspick": (433, 433), "mount_setattr": (442, 442), "bpf": (321, 280), "perf_event_open": (298, 241), "userfaultfd": (323, 282),
    "keyctl": (250, 219), "add_key": (248, 217), "request_key": (249, 218), "init_module": (175, 105), "finit_module": (313, 273),
    "delete_module": (176, 106), "kexec_load": (246, 104), "kexec_file_load": (320, 294), "reboot": (169, 142), "swapon": (167, 224),
    "swapoff": (168, 225), "acct": (163, 89), "syslog": (103, 116), "quotactl": (179, 60), "quotactl_fd": (443, 443),
    "iopl": (172, None), "ioperm": (173, None), "settimeofday": (164, 170), "clock_settime": (227, 112), "adjtimex": (159, 171),
    "clock_adjtime": (305, 266), "sethostname": (170, 161), "setdomainname": (171, 162), "open_by_handle_at": (304, 265),
    "name_to_handle_at": (303, 264), "personality": (135, 92), "modify_ldt": (154, None), "fanotify_init": (300, 262),
    "vmsplice": (278, 75), "move_pages": (279, 239), "migrate_pages": (256, 238), "mbind": (237, 235), "set_mempolicy": (238, 237),
    "get_mempolicy": (239, 236), "memfd_secret": (447, 447),
    # shared memory and queues, which no limit of ours counts
    "shmget": (29, 194), "shmat": (30, 196), "shmctl": (31, 195), "msgget": (68, 186), "msgsnd": (69, 189), "msgrcv": (70, 188),
    "msgctl": (71, 187), "semget": (64, 190), "semop": (65, 193), "semctl": (66, 191), "semtimedop": (220, 192), "mq_open": (240, 180),
    # what Landlock leaves open: modes, owners, times, attributes, watching, priorities
    "chmod": (90, None), "fchmod": (91, 52), "fchmodat": (268, 53), "fchmodat2": (452, 452), "chown": (92, None), "fchown": (93, 55),
    "lchown": (94, None), "fchownat": (260, 54), "utime": (132, None), "utimes": (235, None), "futimesat": (261, None), "utimensat": (280, 88),
    "setxattr": (188, 5), "lsetxattr": (189, 6), "fsetxattr": (190, 7), "removexattr": (197, 14), "lremovexattr": (198, 15),
    "fremovexattr": (199, 16), "inotify_init": (253, None), "inotify_init1": (294, 26), "inotify_add_watch": (254, 27),
    "setpriority": (141, 140), "ioprio_set": (251, 30), "sched_setparam": (142, 118), "sched_setscheduler": (144, 119),
    "sched_setaffinity": (203, 122), "sched_setattr": (314, 274), "process_madvise": (440, 440), "process_mrelease": (448, 448),
    # the way out: the one socket is inherited
    "connect": (42, 203),
}
# Answered with ENOSYS, so that libc and libuv take their fallback: io_uring_*, memfd_create, clone3.
ABSENT = ((425, 425), (426, 426), (427, 427), (319, 279), (435, 435))
ARCHITECTURES = {"x86_64": (0, 0xC000003E, 56, (62, 234), 41), "aarch64": (1, 0xC00000B7, 220, (129, 131), 198)}
EPERM, ENOSYS, EAFNOSUPPORT = 1, 38, 97
ALLOW, KILL = 0x7FFF0000, 0x80000000
CLONE_THREAD = 0x10000


class CannotBuildWall(Exception):
    pass


def main():
    options, command = parse(sys.argv[1:])
    try:
        if options["user"] is not None:
            become(options["user"])
        limit(options["limits"])
        LIBC.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
        # After the change of user, which would clear it.
        LIBC.prctl(PR_SET_PDEATHSIG, 9, 0, 0, 0)
        if os.getppid() != options["parent"]:
            sys.exit(70)
        restrict_files_and_network(options["read"])
        install_filter()
    except (OSError, CannotBuildWall, ValueError) as problem:
        sys.stderr.write("landlock: %s\n" % problem)
        sys.exit(70)
    os.execve(command[0], command, {"PATH": "/usr/bin", "HOME": "/", "OPENSSL_CONF": "/dev/null"})


def parse(args):
    split = args.index("--")
    options = {"read": [], "limits": [], "parent": 0, "user": None}
    for name, value in zip(args[0:split:2], args[1:split:2]):
        if name == "--read":
            options["read"].append(value)
        elif name == "--limit":
            options["limits"].append(value.split("="))
        elif name == "--parent":
            options["parent"] = int(value)
        elif name == "--user":
            options["user"] = int(value)
    return options, args[split + 1:]


def become(user):
    os.setgroups([])
    os.setresgid(user, user, user)
    os.setresuid(user, user, user)


def limit(pairs):
    for name, value in pairs:
        resource.setrlimit(getattr(resource, "RLIMIT_" + name.upper()), (int(value), int(value)))


def system_call(number, *args):
    result = LIBC.syscall(ctypes.c_long(number), *[ctypes.c_long(a) if isinstance(a, int) else a for a in args])
    if result < 0:
        code = ctypes.get_errno()
        raise CannotBuildWall("Landlock is not available here: %s" % os.strerror(code))
    return result


def restrict_files_and_network(readable):
    abi = system_call(LANDLOCK_CREATE_RULESET, None, 0, 1)
    files = (1 << 13) - 1
    files |= (1 << 13 if abi >= 2 else 0) | (1 << 14 if abi >= 3 else 0) | (1 << 15 if abi >= 5 else 0)
    tcp = 3 if abi >= 4 else 0
    scopes = 3 if abi >= 6 else 0  # abstract sockets, signals
    size = 8 if abi < 4 else 16 if abi < 6 else 24
    attributes = struct.pack("QQQ", files, tcp, scopes)[:size]
    rules = system_call(LANDLOCK_CREATE_RULESET, attributes, len(attributes), 0)
    for path in readable:
        descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
        allowed = EXECUTE | READ_FILE | (READ_FOLDER if os.path.isdir(path) else 0)
        if path in ("/dev/null", "/dev/zero"):
            allowed |= 1 << 1  # writing there harms nobody
        system_call(LANDLOCK_ADD_RULE, rules, 1, struct.pack("=Qi", allowed, descriptor), 0)
        os.close(descriptor)
    system_call(LANDLOCK_RESTRICT_SELF, rules, 0)


def install_filter():
    if platform.machine() not in ARCHITECTURES:
        raise CannotBuildWall("no system call filter for %s" % platform.machine())
    column, audit, clone, own_signals, socket = ARCHITECTURES[platform.machine()]
    program = []

    def instruction(code, if_true, if_false, value):
        program.append(struct.pack("HBBI", code, if_true, if_false, value & 0xFFFFFFFF))

    def give(value):
        instruction(0x06, 0, 0, value)

    def fails(number, code):
        instruction(0x15, 0, 1, number)
        give(0x50000 | code)

    instruction(0x20, 0, 0, 4)
    instruction(0x15, 1, 0, audit)
    give(KILL)
    instruction(0x20, 0, 0, 0)
    if column == 0:  # the x32 ABI
        instruction(0x35, 0, 1, 0x40000000)
        give(KILL)
    for numbers in DENIED.values():
        if numbers[column] is not None:
            fails(numbers[column], EPERM)
    for numbers in ABSENT:
        fails(numbers[column], ENOSYS)
    for number in own_signals:  # kill and tgkill: only to itself
        instruction(0x15, 0, 4, number)
        instruction(0x20, 0, 0, 16)
        instruction(0x15, 0, 1, os.getpid())
        give(ALLOW)
        give(0x50000 | EPERM)
    instruction(0x15, 0, 4, clone)  # threads only
    instruction(0x20, 0, 0, 16)
    instruction(0x45, 0, 1, CLONE_THREAD)
    give(ALLOW)
    give(0x50000 | EPERM)
    fails(socket, EAFNOSUPPORT)
    give(ALLOW)

    code = b"".join(program)
    buffer = ctypes.create_string_buffer(code)
    header = struct.pack("HxxxxxxQ", len(program), ctypes.addressof(buffer))
    if LIBC.prctl(PR_SET_SECCOMP, 2, ctypes.c_char_p(header), 0, 0) != 0:
        raise CannotBuildWall("the system call filter was refused: %s" % os.strerror(ctypes.get_errno()))


main()
