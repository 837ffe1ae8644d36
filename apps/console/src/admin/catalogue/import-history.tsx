import { useCallback } from 'react';
import { useClient } from 'urql';
import { DataTable } from '../../kit/data-table.js';
import { ListStates, Nothing } from '../../kit/states.js';
import { answerOf } from '../../kit/use-act.js';
import { pageByKey, usePages } from '../../kit/use-pages.js';
import { instant } from '../../words/instants.js';
import type { AdminCatalogueImportsQuery, CatalogueKind } from '../generated/graphql.js';
import { useScope } from '../scope.js';
import { useAdminWords } from '../words.js';
import { IMPORTS } from './documents.js';
import { useCatalogueWords } from './words.js';

const PAGE = 20;
type Row = AdminCatalogueImportsQuery['catalogueImports'][number];

/** Which files brought the versions that there are. */
export function ImportHistory({ kind }: { kind: CatalogueKind }) {
  const t = useCatalogueWords();
  const admin = useAdminWords();
  const client = useClient();
  const { county } = useScope();
  const load = useCallback(
    async (after: string | null) => {
      const { catalogueImports } = await answerOf(client, IMPORTS, { county: county.code, kind, first: PAGE, after: after === null ? null : Number(after) });
      return pageByKey(catalogueImports, PAGE, ({ version }) => String(version));
    },
    [client, county.code, kind],
  );
  const pages = usePages<Row>(load);
  return (
    <section className="admin-card" aria-labelledby="import-history">
      <header><h2 id="import-history">{t('history')} · {t(`kind.${kind}`)}</h2></header>
      <ListStates pages={pages} empty={<Nothing title={t('noHistory')} />}>
        {(imports) => (
          <DataTable
            label={t('history')}
            rows={imports}
            keyOf={({ id }) => id}
            columns={[
              { key: 'version', title: admin('version', { n: '' }), cell: ({ version }) => admin('version', { n: version }) },
              { key: 'file', title: t('historyFile'), cell: ({ fileName }) => fileName },
              { key: 'at', title: t('historyAt'), cell: ({ importedAt }) => instant(importedAt) },
              { key: 'counts', title: t('historyCounts'), cell: ({ added, changed, closed, refused }) => `${added} / ${changed} / ${closed} / ${refused}` },
            ]}
          />
        )}
      </ListStates>
    </section>
  );
}
