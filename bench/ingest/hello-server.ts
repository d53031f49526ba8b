import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

// What this machine can do at best: node:http and nothing else.
const server = createServer((_request, response) => void response.end('hello'));
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
