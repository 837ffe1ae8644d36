import type { CodegenConfig } from '@graphql-codegen/cli';

/** Pages whose documents are generated apart: all documents of one folder reach the page together, and whoever opens their work loads none of these. */
const APART = ['src/admin/', 'src/desk/', 'src/engine/', 'src/stuck/', 'src/interventions/', 'src/overview/', 'src/day/'];
const written = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  config: { enumsAsTypes: true, onlyOperationTypes: true, useTypeImports: true, scalars: { DateTime: 'string', JSON: 'unknown' }, defaultScalarType: 'unknown' },
} as const;
const documentsIn = (folder: string): string[] => [`${folder}**/*.{ts,tsx}`, '!src/**/generated/**'];

const config: CodegenConfig = {
  schema: '../gateway/supergraph.graphql',
  ignoreNoDocuments: true,
  generates: {
    'src/graph/generated/': { ...written, documents: [...documentsIn('src/'), ...APART.map((folder) => `!${folder}**`)] },
    ...Object.fromEntries(APART.map((folder) => [`${folder}generated/`, { ...written, documents: documentsIn(folder) }])),
  },
};

// eslint-disable-next-line no-restricted-syntax -- the tool reads the default export
export default config;
