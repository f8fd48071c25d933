// What a program in TypeScript writes on top of what graphql-codegen makes: checked by the compiler of the language, never run.
import type { ResultOf, VariablesOf } from '@graphql-typed-document-node/core';
import { graphql } from '../../generated/codegen/gql.js';
import { useFragment } from '../../generated/codegen/fragment-masking.js';

export const Card = graphql(`
  fragment Card on Grower {
    id
    name
    region {
      id
      name
    }
  }
`);

export const Growers = graphql(`
  query Growers($first: Int!, $after: String) {
    growers(first: $first, after: $after) {
      edges {
        node {
          ...Card
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const Anything = graphql(`
  query Anything($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Sale {
        soldOn
        amountYuan
      }
      ... on Grower {
        ...Card
      }
    }
  }
`);

export const Record = graphql(`
  mutation Record($input: RecordSaleInput!) {
    recordSale(input: $input) {
      sale {
        id
        amountYuan
      }
    }
  }
`);

export const Watched = graphql(`
  subscription Watched($offer: ID!) {
    presaleOfferChanged(offerId: $offer) {
      id
      availableKg
    }
  }
`);

const page: VariablesOf<typeof Growers> = { first: 20 };
const sale: VariablesOf<typeof Record> = {
  input: { soldOn: '2026-08-01', channel: 'MARKET', regionCode: '500235136005', varietyCode: 'fengshui-pear', quantityKg: '10.5', amountYuan: '52.50' },
};
// @ts-expect-error money is text, never a float
const float: VariablesOf<typeof Record> = { input: { ...sale.input, amountYuan: 52.5 } };
// @ts-expect-error a sale has a day
const dayless: VariablesOf<typeof Record> = { input: { ...sale.input, soldOn: undefined } };

export function names(data: ResultOf<typeof Growers>): string[] {
  // The list may be refused to whoever asks, and is null then.
  return data.growers?.edges.map(({ node }) => useFragment(Card, node).name) ?? [];
}

export function amount(data: ResultOf<typeof Anything>): string | undefined {
  return data.node?.__typename === 'Sale' ? data.node.amountYuan : undefined;
}

export const all = [page, sale, float, dayless];
