// Watches a report over a socket with the reference client of the protocol. The arguments are the socket's address, a token and the query; prints each answer
// on a line of its own, and what the server closed the socket with.
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const [url, token, query, count] = process.argv.slice(2);
const client = createClient({
  url,
  webSocketImpl: WebSocket,
  retryAttempts: 0,
  connectionParams: token ? { Authorization: `Bearer ${token}` } : undefined,
  on: { connected: () => console.log('connected') },
});
try {
  let left = Number(count);
  for await (const answer of client.iterate({ query })) {
    console.log(JSON.stringify(answer));
    if (--left === 0) break;
  }
  console.log('complete');
} catch (error) {
  console.log(error.code ? `closed ${error.code} ${error.reason}` : `refused ${JSON.stringify(error)}`);
}
await client.dispose();
