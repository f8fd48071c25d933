// Runs documents against a server with Apollo Client, and looks at what its cache keeps. The arguments are the server's address and a clerk's token.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ApolloClient, HttpLink, InMemoryCache, gql } from '@apollo/client/core/index.js';
import { relayStylePagination } from '@apollo/client/utilities/index.js';
import { buildSchema } from 'graphql';
import { FIGURES, MORE_FIGURES, NODE, PUBLISHED, REPORTS, SALES, TODAY, TOWN, VOID } from './documents.mjs';

const [url, token] = process.argv.slice(2);
// The cache says what it loses, and that is a failure here.
const said = [];
for (const kind of ['warn', 'error', 'debug']) console[kind] = (...words) => said.push(words.join(' '));

const schema = buildSchema(readFileSync(new URL('../../../schema.graphql', import.meta.url), 'utf8'));
const client = new ApolloClient({
  link: new HttpLink({ uri: url, headers: { authorization: `Bearer ${token}` } }),
  cache: new InMemoryCache({
    possibleTypes: { Node: schema.getPossibleTypes(schema.getType('Node')).map((type) => type.name) },
    typePolicies: {
      Query: { fields: { sales: relayStylePagination(['filter']), townReport: { merge: true } } },
      FigureDefinition: { keyFields: ['key'] },
    },
  }),
});
const ask = async (document, variables, fetchPolicy) => (await client.query({ query: gql(document), variables, fetchPolicy })).data;
const kept = (name) => Object.values(client.cache.extract()).filter((record) => record.__typename === name);

const { sales } = await ask(SALES, { first: 2 });
assert.equal(sales.edges.length, 2);
// A list and its next page lie under one field, as `fetchMore` has it.
await ask(SALES, { first: 2, after: sales.pageInfo.endCursor }, 'network-only');
const listed = client.readQuery({ query: gql(SALES), variables: { first: 2 } }).sales.edges.map(({ node }) => node);
assert.equal(listed.length, 3);
assert.equal(kept('Sale').length, 3);

// Neither is called by the other's name.
const { region, publishedReports } = await ask(REPORTS, { region: TOWN });
assert.deepEqual([region.name, publishedReports.nodes[0].region.name, publishedReports.nodes[0].report.region.name], [TODAY, PUBLISHED, PUBLISHED]);
assert.equal(client.readQuery({ query: gql(REPORTS), variables: { region: TOWN } }).region.name, TODAY);

// What two questions learn of one report is kept together.
await ask(FIGURES, { region: TOWN, year: 2026 });
await ask(MORE_FIGURES, { region: TOWN, year: 2026 });
const report = client.readQuery({ query: gql(FIGURES), variables: { region: TOWN, year: 2026 } });
assert.equal(report.townReport.region.name, TODAY);
assert.ok(report.figureDefinitions.length > 5 && kept('FigureDefinition').length === report.figureDefinitions.length);

// What a mutation answers is what every list shows then.
await client.mutate({ mutation: gql(VOID), variables: { id: listed[0].id } });
assert.ok(client.readQuery({ query: gql(SALES), variables: { first: 2 } }).sales.edges[0].node.voidedAt);

const { node } = await ask(NODE, { id: listed[1].id });
assert.deepEqual([node.__typename, node.amountYuan], ['Sale', listed[1].amountYuan]);
assert.equal(kept('Sale').length, 3);
assert.equal((await ask(NODE, { id: region.id })).node.name, TODAY);
assert.deepEqual(said, []);
console.log('apollo holds');
process.exit(0);
