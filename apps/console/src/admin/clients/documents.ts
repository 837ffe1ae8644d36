import { graphql } from '../generated/index.js';

export const CLIENTS = graphql(`
  query AdminClients {
    clients { subject clientId name state categories perDay perMinute keyRotatedAt positions { id area { code name } } }
  }
`);
export const TOP_CATEGORIES = graphql(`query AdminTopCategories($county: ID!) { categories(county: $county) { code name } }`);
export const USAGE = graphql(`query AdminClientUsage($subject: ID!) { clientUsage(subject: $subject) { day started refused } }`);
export const CREATE = graphql(`mutation AdminCreateClient($input: CreateClientInput!) { createClient(input: $input) { secret previousUntil } }`);
export const CHANGE = graphql(`mutation AdminChangeClient($subject: ID!, $input: ChangeClientInput!) { changeClient(subject: $subject, input: $input) { subject } }`);
export const ROTATE = graphql(`mutation AdminRotateKey($subject: ID!) { rotateClientKey(subject: $subject) { secret previousUntil } }`);
export const DISABLE = graphql(`mutation AdminDisableClient($subject: ID!) { disableClient(subject: $subject) { subject } }`);
export const ENABLE = graphql(`mutation AdminEnableClient($subject: ID!) { enableClient(subject: $subject) { subject } }`);
