import { Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { Select, Skeleton } from 'antd';
import { countyOf } from '@yiwang/domain/areas';
import { Navigate, NavLink, Route, Routes, useLocation } from 'react-router';
import { useQuery } from 'urql';
import { AnswerStates, Nothing } from '../kit/states.js';
import { graphql } from './generated/index.js';
import type { AdminPlacesQuery } from './generated/graphql.js';
import { ScopeContext, type Place, type Scope } from './scope.js';
import { SUB_PAGES } from './sub-pages.js';
import { useAdminWords } from './words.js';
import './admin.css';

const PLACES = graphql(`
  query AdminPlaces {
    myPositions { role area { code name level ancestors { code name level } children { code name level } } }
  }
`);

/** Administration: a menu beside its pages, all about one county that the reader administers or works in. */
export function AdminPage() {
  const t = useAdminWords();
  const [answer, ask] = useQuery({ query: PLACES });
  return (
    <main className="admin">
      <AnswerStates answer={answer} onRetry={() => ask()}>
        {({ myPositions }) => {
          const scopes = scopesOf(myPositions);
          return scopes.length > 0 ? <Pages scopes={scopes} /> : <Nothing title={t('notYours')}>{t('notYoursText')}</Nothing>;
        }}
      </AnswerStates>
    </main>
  );
}

function Pages({ scopes }: { scopes: readonly Scope[] }) {
  const t = useAdminWords();
  const [chosen, setChosen] = useState(0);
  const scope = useMemo(() => scopes[chosen] ?? scopes[0], [scopes, chosen]);
  const menu = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  useEffect(() => {
    void menu.current?.querySelector('.active')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [pathname]);
  if (!scope) return null;
  return (
    <ScopeContext value={scope}>
      <nav ref={menu} className="admin-menu" aria-label={t('menu')}>
        {scopes.length > 1 && (
          <Select className="admin-county" aria-label={t('county')} value={chosen} onChange={setChosen} options={scopes.map(({ county }, index) => ({ value: index, label: county.name }))} />
        )}
        {SUB_PAGES.map(({ name, folder }) => <NavLink key={name} to={`/admin/${folder}`}>{t(`pages.${name}`)}</NavLink>)}
      </nav>
      <div className="admin-page" key={scope.county.code}>
        <Suspense fallback={<Skeleton active className="kit-waiting" paragraph={{ rows: 8 }} />}>
          <Routes>
            {SUB_PAGES.map(({ folder, Page }) => <Route key={folder} path={`${folder}/*`} element={<Page />} />)}
            <Route path="*" element={<Navigate to="/admin/people" replace />} />
          </Routes>
        </Suspense>
      </div>
    </ScopeContext>
  );
}

type Held = AdminPlacesQuery['myPositions'];

/** The counties of which somebody administers the whole or a part, each with how far their word reaches there. */
function scopesOf(held: Held): Scope[] {
  const scopes = new Map<string, Scope>();
  for (const { role, area } of held) {
    if (role !== 'administrator') continue;
    const found: Place | undefined = [...area.ancestors, area].find(({ code }) => code === countyOf(area.code));
    const counties = area.level === 'city' ? area.children : found ? [found] : [];
    for (const county of counties) {
      const known = scopes.get(county.code);
      if (!known || known.area.code.length > area.code.length) scopes.set(county.code, { county, area: area.level === 'city' ? county : area });
    }
  }
  return [...scopes.values()];
}
