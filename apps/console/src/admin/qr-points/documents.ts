import { graphql } from '../generated/index.js';

export const POINTS = graphql(`
  query AdminQrPoints($under: ID!, $after: String, $first: Int!, $replaced: Boolean!) {
    qrPoints(under: $under, after: $after, first: $first, replaced: $replaced) {
      items { code areaCode label kind households latitude longitude replacedBy area { name } }
      endCursor
    }
  }
`);
export const PUT = graphql(`mutation AdminPutQrPoint($input: PutQrPointInput!) { putQrPoint(input: $input) { code } }`);
export const GENERATE = graphql(`mutation AdminGenerateQrPoints($villageCode: ID!) { generateQrPoints(villageCode: $villageCode) }`);
export const REPLACE = graphql(`mutation AdminReplaceQrPoint($code: ID!) { replaceQrPoint(code: $code) { code } }`);
export const PRINT = graphql(`mutation AdminPrintQrSheets($areaCode: ID!, $codes: [ID!]) { printQrSheets(areaCode: $areaCode, codes: $codes) { url points pages } }`);
