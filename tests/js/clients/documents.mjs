// What every client is tried with.

export const SALES = /* GraphQL */ `
  query Sales($first: Int!, $after: String) {
    sales(first: $first, after: $after) {
      edges { cursor node { id soldOn amountYuan voidedAt region { id name } variety { id name } } }
      pageInfo { hasNextPage endCursor }
    }
  }
`;
// Today's names, beside those of the day on which a report was published.
export const REPORTS = /* GraphQL */ `
  query Reports($region: ID!) {
    region(code: $region) { id name parent { id name } }
    publishedReports(regionCode: $region) {
      nodes { id edition region { id name } report { year region { id name } plantedAreaByVariety { areaMu variety { id name } } } }
    }
  }
`;
export const FIGURES = /* GraphQL */ `
  query Figures($region: ID!, $year: Int!) {
    figureDefinitions { key nameEn }
    townReport(regionCode: $region, year: $year) { year salesRevenueYuan region { id name } revenueByMonth { month salesYuan } }
  }
`;
export const MORE_FIGURES = /* GraphQL */ `
  query MoreFigures($region: ID!, $year: Int!) {
    townReport(regionCode: $region, year: $year) { year plantedAreaMu region { id code } }
  }
`;
export const VOID = /* GraphQL */ `
  mutation Void($id: ID!) {
    voidSale(input: { saleId: $id, reason: "重复录入" }) { sale { id voidedAt voidReason } }
  }
`;
export const NODE = /* GraphQL */ `
  query Node($id: ID!) {
    node(id: $id) { __typename id ... on Sale { amountYuan quantityKg } ... on Region { name level } }
  }
`;
export const TOWN = '500235136';

// What an answer must be, whichever client read it.
export const TODAY = '新镇';
export const PUBLISHED = '云安镇';
