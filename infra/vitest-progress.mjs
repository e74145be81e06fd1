// One line per finished spec file; the whole story of a failure comes at the end of the run.
const label = process.env.BANYAN_TEST_LABEL ?? '';

export default class Progress {
  /** What a spec says of itself: how much it has done. */
  onUserConsoleLog({ content }) {
    if (process.env.BANYAN_PROFILE === 'nightly') process.stdout.write(content);
  }

  onTestModuleEnd(module) {
    const tests = [...module.children.allTests()];
    const failed = tests.filter((test) => test.result().state === 'failed').length;
    const bad = failed > 0 || module.state() === 'failed';
    const skipped = tests.filter((test) => test.result().state === 'skipped').length;
    const notes = [`${tests.length}`, ...(failed > 0 ? [`${failed} ✗`] : []), ...(skipped > 0 ? [`${skipped} ↓`] : [])];
    const seconds = (module.diagnostic().duration / 1000).toFixed(1);
    console.log(`  ${bad ? '✗' : '✓'} ${label} ${module.relativeModuleId} (${notes.join(', ')})  ${seconds} s`);
    // Of a suite that could not even begin, and of each test, what went wrong: a night is too long to wait for its end.
    const errors = [...module.errors(), ...tests.flatMap((test) => test.result().errors ?? [])];
    if (process.env.BANYAN_PROFILE === 'nightly') for (const { message } of errors) console.log(`      ${message.slice(0, 600)}`);
  }

  /** What went wrong outside of every test, which fails a run too. */
  onTestRunEnd(_modules, unhandledErrors) {
    for (const { name, message, stack } of unhandledErrors) console.log(`  ✗ ${label} outside of any test: ${name}: ${message}\n${stack ?? ''}`);
  }
}
