// What a page of growers asks with Relay: compiled by the Relay compiler, and run against the server.
import { graphql } from 'relay-runtime';

export const GrowersQuery = graphql`
  query GrowersQuery($count: Int!) {
    ...Growers_list @arguments(count: $count)
  }
`;

// A list in pages: the compiler checks that it is a connection.
export const Growers_list = graphql`
  fragment Growers_list on Query
  @refetchable(queryName: "GrowersPaginationQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 20 }, cursor: { type: "String" }) {
    growers(first: $count, after: $cursor) @connection(key: "Growers_growers") {
      edges {
        node {
          name
          ...Growers_card
        }
      }
    }
  }
`;

// Asked again by its id alone: the compiler makes a query of node(id:) of it.
export const Growers_card = graphql`
  fragment Growers_card on Grower
  @refetchable(queryName: "GrowersCardQuery")
  @argumentDefinitions(count: { type: "Int", defaultValue: 2 }, cursor: { type: "String" }) {
    displayName
    region {
      name
    }
    plots(first: $count, after: $cursor) @connection(key: "Growers_plots") {
      edges {
        node {
          areaMu
          variety {
            name
          }
        }
      }
    }
  }
`;

// What is recorded is put into the list that shows it.
export const GrowersRegisterMutation = graphql`
  mutation GrowersRegisterMutation($input: RegisterGrowerInput!, $connections: [ID!]!) {
    registerGrower(input: $input) {
      grower @appendNode(connections: $connections, edgeTypeName: "GrowerEdge") {
        ...Growers_card
      }
    }
  }
`;

export const GrowersOfferSubscription = graphql`
  subscription GrowersOfferSubscription($offerId: ID!) {
    presaleOfferChanged(offerId: $offerId) {
      availableKg
    }
  }
`;

// Objects of several kinds by their ids.
export const GrowersNodeQuery = graphql`
  query GrowersNodeQuery($id: ID!) {
    node(id: $id) {
      __typename
      ... on Sale {
        amountYuan
      }
      ... on Site {
        code
      }
      ...Growers_card @alias(as: "card")
    }
  }
`;
