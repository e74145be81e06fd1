import { runBench } from './bench.ts';
import { holds } from './statistics.ts';

const unit = { communes: 20, cells: 5, members: 110 };
const { ratios, gates } = await runBench(
  { small: { districts: 5, ...unit }, large: { districts: 50, ...unit, hasPeople: true }, wide: { districts: 170, communes: 6, cells: 5, members: 108, hasTargets: true }, rounds: 9, seconds: 3, latencies: 300, requests: 20_000 },
  (line) => {
    console.log(line);
  },
);

console.log('\n  Throughput against the raw transaction (median of the rounds\' ratios)');
for (const { name, value } of ratios) console.log(`    ${name.padEnd(32)} ${value.toFixed(2).padStart(7)}`);
console.log('\n  Gates');
for (const gate of gates) {
  const bound = `${gate.at === 'LEAST' ? '≥' : '≤'} ${gate.limit}`;
  console.log(`    ${gate.name.padEnd(36)} ${gate.measured.toFixed(2).padStart(7)}  ${bound.padEnd(6)}  ${holds(gate) ? 'PASS' : 'FAIL'}`);
}
process.exitCode = gates.every(holds) ? 0 : 1;
