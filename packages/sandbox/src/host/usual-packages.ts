/** Loaded before the first program, since nearly every program asks for them. The rest costs those who use it. */
export const usualPackages: readonly string[] = ['express', 'cookie-parser'];
