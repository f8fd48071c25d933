// Runs documents against a server with urql and its normalised cache, which knows the schema. The arguments are the server's address and a clerk's token.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { FIGURES, MORE_FIGURES, NODE, PUBLISHED, REPORTS, SALES, TODAY, TOWN, VOID } from './documents.mjs';

const [url, token] = process.argv.slice(2);
const schema = introspectionFromSchema(buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8')));
// What has no id of its own lies within what it was read from.
const values = schema.__schema.types.filter(({ kind, fields }) => kind === 'OBJECT' && !fields.some(({ name }) => name === 'id'));
const said = [];
let asked = 0;
const client = new Client({
  url,
  preferGetMethod: false,
  fetch: (...request) => {
    asked += 1;
    return fetch(...request);
  },
  fetchOptions: { headers: { authorization: `Bearer ${token}` } },
  exchanges: [
    cacheExchange({
      schema,
      keys: { ...Object.fromEntries(values.map(({ name }) => [name, () => null])), FigureDefinition: ({ key }) => key },
      resolvers: { Query: { sales: relayPagination() } },
      // What is not in the cache yet is no failure.
      logger: (severity, message) => severity === 'debug' || said.push(`${severity}: ${message}`),
    }),
    fetchExchange,
  ],
});
const checked = ({ data, error }) => {
  if (error) throw error;
  return data;
};
const ask = async (document, variables) => checked(await client.query(document, variables).toPromise());

const { sales } = await ask(SALES, { first: 2 });
assert.equal(sales.edges.length, 2);
const both = await ask(SALES, { first: 2, after: sales.pageInfo.endCursor });
assert.equal(both.sales.edges.length, 3);
const listed = both.sales.edges.map(({ node }) => node);

const { region, publishedReports } = await ask(REPORTS, { region: TOWN });
assert.deepEqual([region.name, publishedReports.nodes[0].region.name, publishedReports.nodes[0].report.region.name], [TODAY, PUBLISHED, PUBLISHED]);

await ask(FIGURES, { region: TOWN, year: 2026 });
await ask(MORE_FIGURES, { region: TOWN, year: 2026 });
const before = asked;
const { townReport, figureDefinitions } = await ask(FIGURES, { region: TOWN, year: 2026 });
assert.deepEqual([townReport.region.name, figureDefinitions.length > 5, asked], [TODAY, true, before]);

await client.mutation(VOID, { id: listed[0].id }).toPromise().then(checked);
const again = await ask(SALES, { first: 2 });
assert.ok(again.sales.edges[0].node.voidedAt);

const { node } = await ask(NODE, { id: listed[1].id });
assert.deepEqual([node.__typename, node.amountYuan], ['Sale', listed[1].amountYuan]);
assert.equal((await ask(NODE, { id: region.id })).node.name, TODAY);
assert.deepEqual(said, []);
console.log('graphcache holds');
