import { schemaDrift } from '@yiwang/testing/drift';
import { ownSchema } from '../src/schema.js';

const BY_SQL = [
  ...['client_usage', 'phone_code', 'rate_limit', 'personal_key', 'personal_request'],
  ...['keycloak_account', 'keycloak_cursor', 'keycloak_request'],
  ...['notification', 'notification_delivery', 'mailbox'],
];

describe('the schema of identity', () => {
  it('is what its entities say after all migrations', async () => {
    expect(await schemaDrift(ownSchema, BY_SQL)).toEqual([]);
  }, 120_000);
});
