import { lazy, type ComponentType } from 'react';
import type { PositionRole } from '../graph/generated/graphql.js';
import type { zh } from '../words/zh.js';

interface Page {
  path: string;
  /** Whether it stands in the bar at the top; under which of the shared words. */
  label: keyof typeof zh | null;
  /** Whose page it is; everybody's where left out. What they may do there the services decide. */
  roles?: readonly PositionRole[];
  Page: ComponentType;
}

/** Those who look after more than their own tasks. */
const OVER_CASES: readonly PositionRole[] = ['villageSecretary', 'townCentre', 'countyCentre', 'cityCentre', 'departmentHandler', 'supervisor', 'leader', 'administrator'];

const DESKS: readonly PositionRole[] = ['townCentre', 'countyCentre', 'cityCentre'];

/** Those who are answered when they ask why cases are not moving. */
const SUPERVISION: readonly PositionRole[] = ['townCentre', 'countyCentre', 'cityCentre', 'supervisor', 'leader', 'administrator'];

/** Those who answer for an area and look at all of it at once. */
const OVER_AREAS: readonly PositionRole[] = ['leader', 'supervisor', 'countyCentre', 'townCentre', 'cityCentre'];

/** Those who are on their way in a grid or a village. */
const ON_THE_WAY: readonly PositionRole[] = ['gridMember', 'villageSecretary'];

/** Every page of the console. Each is loaded when it is first opened. */
export const PAGES: readonly Page[] = [
  { path: '/day', label: 'day', roles: ON_THE_WAY, Page: lazy(async () => ({ default: (await import('../day/day.page.js')).DayPage })) },
  { path: '/work', label: 'myWork', Page: lazy(async () => ({ default: (await import('../my-work/my-work.page.js')).MyWorkPage })) },
  { path: '/cases', label: 'cases', roles: OVER_CASES, Page: lazy(async () => ({ default: (await import('../case/search/cases.page.js')).CasesPage })) },
  { path: '/desk', label: 'desk', roles: DESKS, Page: lazy(async () => ({ default: (await import('../desk/desk.page.js')).DeskPage })) },
  { path: '/stuck', label: 'stuck', roles: SUPERVISION, Page: lazy(async () => ({ default: (await import('../stuck/stuck.page.js')).StuckPage })) },
  { path: '/interventions', label: null, roles: SUPERVISION, Page: lazy(async () => ({ default: (await import('../interventions/interventions.page.js')).InterventionsPage })) },
  { path: '/overview', label: 'overview', roles: OVER_AREAS, Page: lazy(async () => ({ default: (await import('../overview/overview.page.js')).OverviewPage })) },
  { path: '/admin/*', label: 'admin', roles: ['administrator'], Page: lazy(async () => ({ default: (await import('../admin/admin.page.js')).AdminPage })) },
  { path: '/cases/:number', label: null, Page: lazy(async () => ({ default: (await import('../case/case.page.js')).CasePage })) },
];
