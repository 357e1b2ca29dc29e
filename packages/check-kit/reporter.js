// Jest's reporter for check files, in plain JavaScript since Jest loads reporters untransformed. Shows check sentences and why they
// failed; never a stack, a code frame or a line of a test's source.

const marks = { passed: '✓', failed: '✗' };
const maxMessageLength = 1200;

module.exports = class SentenceReporter {
  onTestFileResult(_test, { testFilePath, testResults, testExecError, failureMessage }) {
    const name = testFilePath.split(/[\\/]/).slice(-4).join('/');
    if (testExecError || (testResults.length === 0 && failureMessage)) {
      say(`✗ ${name} could not be run: ${firstLine(testExecError?.message ?? failureMessage)}`);
      return;
    }
    if (testResults.length > 0 && testResults.every(({ status }) => status === 'pending')) {
      say(`○ ${name}: not started`);
      return;
    }
    const failed = testResults.filter(({ status }) => status === 'failed');
    say(`${failed.length === 0 ? '✓' : '✗'} ${name}: ${testResults.length - failed.length} of ${testResults.length}`);
    // A file with a failure shows all its sentences when they are few, else the failed ones.
    for (const { ancestorTitles, title, status, failureMessages } of failed.length === 0
      ? []
      : testResults.length > 20
        ? failed
        : testResults) {
      say(`  ${marks[status] ?? '○'} ${[...ancestorTitles, title].join(' › ')}`);
      for (const message of failureMessages) say(`      ${firstLine(message)}`);
    }
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests }) {
    say(`\nTests: ${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} not started or skipped`);
  }

  getLastError() {}
};

function firstLine(message) {
  return String(message)
    .replace(/\u001b\[[0-9;]*m/g, '')
    .replace(/^(Error|JestAssertionError): /, '')
    .split('\n    at ')[0]
    .trim()
    .slice(0, maxMessageLength);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}
