import { useState } from 'react';
import { App, Button, Tag } from 'antd';
import { Link } from 'react-router';
import { DataTable } from '../../kit/data-table.js';
import { dayOf, sayDay } from '../../kit/days.js';
import { useActSaid } from '../../kit/use-act.js';
import { instant } from '../../words/instants.js';
import { useScope } from '../scope.js';
import { WITHDRAW } from './documents.js';
import { PublishPolicy } from './publish-policy.js';
import { standingOf, type Standing, type Version } from './versions.js';
import { usePolicyWords } from './words.js';

const TONES: Record<Standing, string | undefined> = { draft: 'blue', withdrawn: undefined, inForce: 'green', comes: 'gold', replaced: undefined };

export function VersionList({ versions, onChange }: { versions: readonly Version[]; onChange(): void }) {
  const t = usePolicyWords();
  const { county, area } = useScope();
  const { modal } = App.useApp();
  const say = useActSaid();
  const [publishing, setPublishing] = useState<Version | null>(null);
  const mayMake = area.code === county.code;
  const now = new Date();
  const titleOf = ({ countyCode, version }: Version) => (countyCode === '' ? t('field') : t('version', { n: version }));
  const withdraw = ({ version: n }: Version) =>
    void modal.confirm({
      title: t('withdrawAsk', { n }),
      okText: t('withdraw'),
      onOk: async () => (await say(WITHDRAW, { county: county.code, version: n }, t('withdrawn'))) && onChange(),
    });
  const standing = (version: Version) => {
    const is = standingOf(version, versions, now);
    const word = is === 'draft' || is === 'withdrawn' ? t(`state.${is}`) : t(is);
    return <Tag color={TONES[is]}>{word}</Tag>;
  };
  return (
    <>
      <header className="admin-head">
        <h1>{t('title')}</h1>
        {mayMake && <Link className="push" to="/admin/policies/new"><Button type="primary" tabIndex={-1}>{t('draft')}</Button></Link>}
      </header>
      <p className="quiet policy-hint">{t('listHint')}{!mayMake && ` ${t('mayNot')}`}</p>
      <section className="admin-card">
        <DataTable
          label={t('title')}
          rows={versions}
          keyOf={({ countyCode, version }) => `${countyCode}/${version}`}
          isPast={(version) => ['withdrawn', 'replaced'].includes(standingOf(version, versions, now))}
          columns={[
            { key: 'version', title: t('columns.version'), cell: (version) => <Link to={`/admin/policies/${version.version}`}>{titleOf(version)}</Link> },
            { key: 'state', title: t('columns.state'), cell: (version) => <>{standing(version)}{version.problems.length > 0 && <><br /><span className="quiet">{t('problems', { n: version.problems.length })}</span></>}</> },
            { key: 'from', title: t('columns.from'), cell: ({ countyCode, inForceFrom }) => (countyCode === '' ? t('always') : inForceFrom ? sayDay(dayOf(inForceFrom)) : t('notYet')) },
            { key: 'note', title: t('columns.note'), cell: ({ countyCode, note, draftedAt }) => (countyCode === '' ? t('fieldNote') : <>{note}{note && <br />}<span className="quiet">{instant(draftedAt)}</span></>) },
            {
              key: 'acts',
              title: t('columns.acts'),
              cell: (version) =>
                mayMake && version.state !== 'withdrawn' && (
                  <span className="row-acts">
                    {version.countyCode !== '' && version.problems.length === 0 && <Link to={`/admin/policies/${version.version}/lab`} aria-label={`${t('lab')} ${titleOf(version)}`}>{t('lab')}</Link>}
                    {version.state === 'draft' && <Button type="link" aria-label={`${t('publish')} ${titleOf(version)}`} onClick={() => setPublishing(version)}>{t('publish')}</Button>}
                    {version.state === 'draft' && <Button type="link" danger aria-label={`${t('withdraw')} ${titleOf(version)}`} onClick={() => withdraw(version)}>{t('withdraw')}</Button>}
                    {version.state === 'published' && <Link to={`/admin/policies/new?from=${version.version}`} aria-label={t('copyOf', { n: version.version })}>{t('draft')}</Link>}
                  </span>
                ),
            },
          ]}
        />
      </section>
      {publishing && <PublishPolicy version={publishing.version} onClose={() => setPublishing(null)} onDone={() => { setPublishing(null); onChange(); }} />}
    </>
  );
}
