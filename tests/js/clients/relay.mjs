// Compiles the documents in relay/ with the Relay compiler, and runs them against a server in a Relay store. The arguments are the server's address and a
// clerk's token.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import assert from 'node:assert/strict';
import relay from 'relay-runtime';

const [url, token] = process.argv.slice(2);
const generated = fileURLToPath(new URL('../generated/relay/', import.meta.url));
rmSync(generated, { recursive: true, force: true });
mkdirSync(generated, { recursive: true });
cpSync(new URL('relay/', import.meta.url), `${generated}src`, { recursive: true });
// The artifacts are modules of the older kind, which find each other without the ending of their names.
writeFileSync(`${generated}package.json`, '{"type": "commonjs"}');
const config = {
  src: './src',
  schema: '../../../../schema.graphql',
  language: 'javascript',
  artifactDirectory: './artifacts',
  eagerEsModules: false,
  customScalarTypes: { Decimal: 'string', Date: 'string', DateTime: 'string' },
};
writeFileSync(`${generated}relay.config.json`, JSON.stringify(config));
mkdirSync(`${generated}artifacts`);
const compiler = createRequire(import.meta.url).resolve('relay-compiler/cli.js');
execFileSync(process.execPath, [compiler, 'relay.config.json'], { cwd: generated, stdio: ['ignore', 'inherit', 'inherit'] });

const artifacts = readdirSync(`${generated}artifacts`);
const artifact = (name) => createRequire(import.meta.url)(`${generated}artifacts/${name}.graphql.js`);
assert.deepEqual(
  ['GrowersQuery', 'GrowersPaginationQuery', 'GrowersCardQuery', 'GrowersRegisterMutation', 'GrowersOfferSubscription', 'GrowersNodeQuery'].filter(
    (name) => !artifacts.includes(`${name}.graphql.js`),
  ),
  [],
);

const { Environment, Network, RecordSource, Store, ConnectionHandler, commitMutation, createOperationDescriptor, fetchQuery } = relay;
const ask = async (operation, variables) => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  const body = JSON.stringify({ query: operation.text, operationName: operation.name, variables });
  return (await fetch(url, { method: 'POST', headers, body })).json();
};
const source = new RecordSource();
const environment = new Environment({ network: Network.create(ask), store: new Store(source) });
const run = (name, variables) => fetchQuery(environment, artifact(name), variables).toPromise();
const kept = (name) => source.getRecordIDs().filter((id) => source.get(id).__typename === name);

await run('GrowersQuery', { count: 2 });
const connection = ConnectionHandler.getConnectionID('client:root', 'Growers_growers');
const listed = () => source.get(connection).edges.__refs.map((edge) => source.get(source.get(edge).node.__ref));
assert.equal(listed().length, 2);

// The next page goes behind the one before, as the same list.
await run('GrowersPaginationQuery', { count: 2, cursor: source.get(source.get(connection).pageInfo.__ref).endCursor });
assert.equal(listed().length, 3);
assert.deepEqual(listed().map((grower) => grower.__id).sort(), kept('Grower').sort());
assert.deepEqual(new Set(listed().map((grower) => grower.name)).size, 3);

// One community, one record, by whatever path it came.
assert.equal(kept('Region').length, 1);

// A fragment is asked again by the id, and goes on in its own list.
const [first] = listed();
await run('GrowersCardQuery', { id: first.__id, count: 2, cursor: null });
const plots = ConnectionHandler.getConnectionID(first.__id, 'Growers_plots');
await run('GrowersCardQuery', { id: first.__id, count: 2, cursor: source.get(source.get(plots).pageInfo.__ref).endCursor });
assert.equal(source.get(plots).edges.__refs.length, 3);

await new Promise((resolve, reject) => {
  const input = { name: '赵六', kind: 'HOUSEHOLD', regionCode: '500235136001' };
  commitMutation(environment, {
    mutation: artifact('GrowersRegisterMutation'),
    variables: { input, connections: [connection] },
    onCompleted: (_, errors) => (errors ? reject(new Error(JSON.stringify(errors))) : resolve()),
    onError: reject,
  });
});
assert.equal(listed().length, 4);

await run('GrowersNodeQuery', { id: first.__id });
const answer = environment.lookup(createOperationDescriptor(artifact('GrowersNodeQuery'), { id: first.__id }).fragment).data;
assert.equal(answer.node.__typename, 'Grower');
console.log('relay holds');
