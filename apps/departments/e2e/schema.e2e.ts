import { schemaDrift } from '@yiwang/testing/drift';
import { ownSchema } from '../src/schema.js';

describe('the schema of departments', () => {
  it('is what its entities say after all migrations', async () => {
    expect(await schemaDrift(ownSchema, ['personal_key'])).toEqual([]);
  }, 120_000);
});
