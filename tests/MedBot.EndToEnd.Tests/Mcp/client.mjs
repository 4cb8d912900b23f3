// The protocol's official client: connects, lists the tools, calls some, and prints what came as one JSON object.
// node client.mjs http URL | node client.mjs stdio COMMAND ARGUMENT…
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';

const [mode, target, ...rest] = process.argv.slice(2);
const transport = mode === 'http'
  ? new StreamableHTTPClientTransport(new URL(target))
  : new StdioClientTransport({ command: target, args: rest, stderr: 'ignore' });
const client = new Client({ name: 'medbot-tests', version: '1.0.0' });
await client.connect(transport);
await client.ping();
const { tools } = await client.listTools();
const call = (name, args) => client.callTool({ name, arguments: args });
const bill = await call('calculate_reimbursement', { place: '湖北武汉', hospitalLevel: 'tertiary', totalYuan: 30000, care: 'inpatient' });
const window = await call('lookup_window', { place: '河北廊坊' });
const waiting = await call('waiting_period', { place: '河北廊坊', lapsedYears: 2 });
const wrong = await call('lookup_window', { place: '亚特兰蒂斯' });
const unknown = await call('no_such_tool', {}).then(() => null, error => error.message);
console.log(JSON.stringify({ server: client.getServerVersion(), instructions: client.getInstructions(), tools, bill, window, waiting, wrong, unknown }));
await client.close();
