import { schemaDrift } from '@yiwang/testing/drift';
import { ownSchema } from '../src/schema.js';

describe('the schema of identity', () => {
  it('is what its entities say after all migrations', async () => {
    expect(await schemaDrift(ownSchema)).toEqual([]);
  }, 120_000);
});
