// Measures @node-rs/jieba: node speed.mjs FILE SECONDS PEERS, where PEERS/node_modules holds the package. Prints one line of JSON.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const [file, seconds, peers] = process.argv.slice(2);
const require = createRequire(peers + '/');
const { Jieba } = require('@node-rs/jieba');
const { dict } = require('@node-rs/jieba/dict.js');
const { version } = require('@node-rs/jieba/package.json');

const started = performance.now();
const jieba = Jieba.withDict(dict);
const loaded = performance.now();
jieba.cut('城乡居民医保什么时候缴费', true);
const first = performance.now();

const content = readFileSync(file);
const lines = content.toString('utf8').split('\n');

// By the processor's time, which waiting for other programs does not lengthen; the best pass within the seconds counts.
function megabytesPerSecond(cut) {
  let best = Infinity;
  const end = performance.now() + seconds * 1000;
  do {
    const before = process.cpuUsage();
    for (const line of lines) cut(line);
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, user + system);
  } while (performance.now() < end);
  return content.length / best;
}

console.log(JSON.stringify([{
  name: '@node-rs/jieba',
  version: `${version}, Node.js ${process.versions.node}`,
  loadMs: loaded - started,
  firstMs: first - started,
  precise: megabytesPerSecond((line) => jieba.cut(line, true)),
  search: megabytesPerSecond((line) => jieba.cutForSearch(line, true)),
}]));
