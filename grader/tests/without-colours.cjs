// What a test reads is text, also where CI=1 or FORCE_COLOR=1 would colour it.
process.env.NO_COLOR = '1';
delete process.env.FORCE_COLOR;
